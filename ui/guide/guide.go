// Package guide leads through the first plan: seven short questions, one page each,
// after which there is a paper of about two sides.
//
// Each answer goes into the plan like any other edit, when one goes on: leaving half-way
// keeps what was written, and going back shows it again. Nothing has to be answered but
// the plan's name.
package guide

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/words"
	"commonplan/ui/forms"
	"commonplan/ui/look"
)

// Desk is what the guide asks of the app.
type Desk interface {
	Words() *words.Words
	IsOpen() bool
	Now() time.Time
	Begin(name, place, lead string) error
	Plan() *model.Plan
	Edit(name string, change func(*edit.Change) error) error
}

// ask is one field of a question. Its words have the key "guide.<question>.<field>".
type ask struct {
	record string // which record of the guide it belongs to
	field  string // the record's field
	key    string // of its words
	tall   bool
}

// question is one page.
type question struct {
	key  string
	asks []ask
}

// questions are asked in this order; objectives come with the fourth.
var questions = []question{
	{"who", []ask{{"project", "name", "name", false}, {"project", "place", "place", false}, {"project", "lead", "lead", false}}},
	{"need", []ask{{"need", "title", "need", true}, {"evidence", "says", "says", true}, {"evidence", "source", "source", false}}},
	{"activity", []ask{{"activity", "title", "activity", true}, {"activity", "lead", "lead", false}, {"project", "start", "start", false}, {"activity", "months", "months", false}}},
	{"outcome", []ask{{"service", "title", "service", true}, {"community", "title", "community", true}}},
	{"measure", []ask{{"measure", "title", "measure", true}, {"measure", "baseline", "baseline", false}, {"measure", "target", "target", false}}},
	{"money", []ask{{"cost", "line", "line", false}, {"cost", "rate", "sum", false}, {"council", "amount", "council", false},
		{"other", "source", "other", false}, {"other", "amount", "other_sum", false}}},
	{"decision", []ask{{"project", "council", "council", false}, {"project", "meeting", "meeting", false}, {"project", "ask", "ask", true}}},
}

// Last is how many questions there are.
var Last = len(questions)

// Some questions have choices below their fields.
const (
	withObjectives = "outcome"
	withOutcomes   = "measure"
	withStatus     = "money"
)

// Guide is the page with the questions.
type Guide struct {
	desk  Desk
	words *words.Words
	leave func(finished bool)

	at         int
	records    map[string]model.ID // the records that the answers went into
	fields     []*look.Field
	objectives *look.ChipSet
	measured   *look.Choice // the outcome that the measure shows
	status     *look.Choice // of the money of others
	sums       *look.Text   // whether the money adds up
	scroll     *look.Scroll
	object     *fyne.Container
}

// New gives the guide at its first question. Leave is called at its end, and when the
// person has enough of it.
func New(desk Desk, leave func(finished bool)) *Guide {
	g := &Guide{desk: desk, words: desk.Words(), leave: leave, records: map[string]model.ID{"project": model.ProjectID}}
	g.object = container.NewStack()
	g.show()
	return g
}

// Object is what the guide draws.
func (g *Guide) Object() fyne.CanvasObject { return g.object }

// At tells which question is shown, counted from 1.
func (g *Guide) At() int { return g.at + 1 }

func (g *Guide) say(key string, with ...words.With) string { return g.words.Say("guide."+key, with...) }

// show draws the present question with what was answered before.
func (g *Guide) show() {
	q := questions[g.at]
	parts := []fyne.CanvasObject{
		look.NewText(g.say("progress", words.With{"At": g.at + 1, "Last": Last})).Caption().Semibold().In(look.Muted),
		look.VBox(4, look.NewText(g.say(q.key)).Heading(), look.NewText(g.say(q.key+".line_below")).In(look.Muted)),
	}
	g.fields = nil
	for _, a := range q.asks {
		field := g.newField(q, a)
		g.fields = append(g.fields, field)
		parts = append(parts, field)
	}
	for i, field := range g.fields { // Enter goes on, as Tab does; from the last field to the next question
		field.OnEnter = g.Next
		if i+1 < len(g.fields) {
			field.OnEnter = g.fields[i+1].Focus
		}
	}
	switch q.key {
	case withObjectives:
		parts = append(parts, g.newObjectives())
	case withOutcomes:
		parts = append(parts, g.newMeasured())
	case withStatus:
		parts = append(parts, g.newStatus(), g.newSums())
	}
	parts = append(parts, look.NewNotePanel(look.NewRichText(look.Run{Text: g.say("for_example") + " ", Semibold: true}, look.Run{Text: g.say(q.key + ".example")})), g.buttons())
	g.scroll = look.NewScroll(look.Centred(640, look.Pad(0, 40, look.VBox(20, parts...))))
	g.object.Objects = []fyne.CanvasObject{g.scroll}
	g.object.Refresh()
}

// Focus puts the cursor into the first field.
func (g *Guide) Focus() { g.fields[0].Focus() }

func (g *Guide) newField(q question, a ask) *look.Field {
	label := g.say(q.key + "." + a.key)
	field := look.NewField(label)
	if a.tall {
		field = look.NewTextArea(label, 2)
	}
	field.Placeholder(g.say(q.key + "." + a.key + ".hint"))
	field.Lasting = true // until one goes on
	field.Check = func(text string) string { return g.refusal(a, text) }
	if item := g.item(a.record); item != nil {
		field.SetText(g.shown(item, a))
	}
	return field
}

// shown is an answer as people write it.
func (g *Guide) shown(item model.Item, a ask) string {
	text := model.Text(item, a.field)
	if a.field == "months" {
		return forms.MonthsText(g.words, model.Months(text), g.desk.Plan().Project.Start)
	}
	return text
}

func (g *Guide) newObjectives() fyne.CanvasObject {
	var names []string
	for _, objective := range model.Objectives {
		names = append(names, g.words.Say("choice.objective."+string(objective)))
	}
	g.objectives = look.NewChipSet(g.say("outcome.goals"), names, nil)
	for i, objective := range model.Objectives {
		g.objectives.SetOn(i, g.lastOutcome() != "" && serves(g.desk.Plan(), g.lastOutcome(), objective))
	}
	return g.objectives
}

func (g *Guide) buttons() fyne.CanvasObject {
	next := look.NewButton(g.say("next"), g.Next).Primary().WithTail(look.IconChevronRight)
	if g.at == Last-1 {
		next = look.NewButton(g.say("finish"), g.Next).Primary().WithTail(look.IconChevronRight)
	}
	row := look.HBox(look.Gap, look.NewLink(g.say("leave"), g.leaveHere), look.Spring())
	if g.at > 0 {
		row.Add(look.NewButton(g.say("back"), g.Back))
	}
	row.Add(next)
	return row
}

// leaveHere ends the guide and keeps what was written. What cannot be stored is told
// beside its field first; a plan without a name is no plan yet.
func (g *Guide) leaveHere() {
	nothing := !g.desk.IsOpen() && g.fields[0].Trimmed() == ""
	if nothing || g.keep() {
		g.leave(false)
	}
}

// keep writes the answers of this page into the plan; false if one cannot be stored.
func (g *Guide) keep() bool {
	for i, a := range questions[g.at].asks {
		if sentence := g.refusal(a, g.fields[i].Text()); sentence != "" {
			g.fields[i].SetError(sentence)
			g.fields[i].Focus()
			return false
		}
	}
	if err := g.store(); err != nil {
		g.fields[0].SetError(g.words.Explain(err))
		return false
	}
	return true
}

// Back shows the question before; what was written on this page stays where it can.
func (g *Guide) Back() {
	if g.at > 0 {
		if !g.keep() {
			return
		}
		g.at--
		g.show()
		g.Focus()
	}
}

// Next writes the answers into the plan and shows the next question. What cannot be
// stored is told beside its field.
func (g *Guide) Next() {
	if !g.keep() {
		return
	}
	if g.at == Last-1 {
		g.leave(true)
		return
	}
	g.at++
	g.show()
	g.Focus()
}

// refusal says why an answer cannot be stored; "" if it can.
func (g *Guide) refusal(a ask, text string) string {
	if a.record == "project" && a.field == "name" && len(text) == 0 {
		return g.words.Say("new.needs_name")
	}
	if err := model.SetText(newItem(a.record), a.field, g.understood(a, text)); err != nil {
		if typed := model.SetText(newItem(a.record), a.field, text); typed != nil {
			err = typed // it speaks of what was typed, not of what was made of it
		}
		return g.words.Explain(err)
	}
	return ""
}

// understood puts names of months into months of the plan, once its start is known, and
// “today” into its date.
func (g *Guide) understood(a ask, text string) string {
	day := func(text string) string { return g.words.DaySaid(text, model.DateOf(g.desk.Now())) }
	switch a.field {
	case "start", "meeting":
		return day(text)
	case "months":
		var start model.Date
		for i, other := range questions[g.at].asks {
			if other.field == "start" {
				start, _ = model.ParseDate(day(g.fields[i].Text())) // what is no date is told beside that field
			}
		}
		return model.MonthsByName(text, start)
	}
	return text
}

// item gives a record of the guide as it stands; nil before it was written.
func (g *Guide) item(record string) model.Item {
	id, ok := g.records[record]
	if !ok || !g.desk.IsOpen() {
		return nil
	}
	return g.desk.Plan().Item(id)
}
