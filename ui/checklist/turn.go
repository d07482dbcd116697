package checklist

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/framework"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// TurnShell is what the questions of one side ask of the window around them.
type TurnShell interface {
	SendBack()  // saves the copy and sends it to where it came from
	ShowWhole() // shows the whole plan instead
	Trouble(err error)
}

// Turn asks one side its questions, one at a time, for somebody who does not know the
// app: they see nothing else, and answer for themselves. Use [NewTurn].
type Turn struct {
	desk   Desk
	shell  TurnShell
	words  *words.Words
	side   model.Side
	set    framework.QuestionSet
	at     int
	form   *form
	object *fyne.Container
	scroll *look.Scroll
	count  *look.Text
	before *look.Button
	next   *look.Button
	badges *fyne.Container
	shown  string // which badges are filled and chosen, so that typing does not draw them anew
}

// NewTurn gives the questions of a side, at the first that is not answered.
func NewTurn(desk Desk, shell TurnShell, side model.Side) *Turn {
	t := &Turn{desk: desk, shell: shell, words: desk.Words(), side: side, set: framework.Checklist()}
	t.badges, t.count = look.Flow(6), look.NewText("").Caption().In(look.Muted).OneLine()
	t.at = max(0, slices.IndexFunc(t.set.Questions, func(q framework.Question) bool { return !t.answered(q) }))
	t.scroll = look.NewScroll(look.VBox(0))
	t.before = look.NewButton(t.say("before"), func() { t.goTo(t.at - 1) }).WithIcon(look.IconChevronLeft)
	t.next = look.NewButton(t.words.Say("checklist.onward"), func() { t.goTo(t.at + 1) }).WithTail(look.IconChevronRight)
	foot := look.VBox(0, look.NewDivider(), look.Pad(turnMargin, 14, look.HBox(16, t.before, t.next, look.Spring(), t.count,
		look.NewButton(t.say("send"), t.shell.SendBack).Primary().WithIcon(look.IconMail))))
	t.object = look.Frame(nil, look.NewArea(look.Surface, foot), nil, nil, t.scroll)
	t.show()
	return t
}

const (
	turnMargin float32 = 32
	turnWidth  float32 = 720
)

func (t *Turn) say(key string, with ...words.With) string {
	return t.words.Say("checklist.turn."+key, with...)
}

// Object is what the page draws.
func (t *Turn) Object() fyne.CanvasObject { return t.object }

// Focus puts the keyboard to the answers of the question that is shown.
func (t *Turn) Focus() { t.form.focus("") }

// Changed brings the page up to date after an edit.
func (t *Turn) Changed(e edit.Event) {
	t.form.show(e.How != edit.Edited || len(e.Touched) == 0)
	t.showCounts()
}

// answer gives the side's answer to a question, nil if there is none.
func (t *Turn) answer(q framework.Question) *model.Answer {
	for _, a := range t.desk.Plan().Answers {
		if a.Question == q.ID && a.Side == t.side {
			return a
		}
	}
	return nil
}

func (t *Turn) answered(q framework.Question) bool {
	a := t.answer(q)
	return a != nil && a.Where != ""
}

// show draws the question that it is at.
func (t *Turn) show() {
	q := t.set.Questions[t.at]
	t.form = newForm(t.desk, t.shell.Trouble, spot{q.ID, t.side}, t.answer(q), func() {})
	asked := q.Citizens
	if t.side == model.CouncilSide {
		asked = q.Council
	}
	where := look.VBox(8)
	for i, chip := range t.form.stages {
		where.Add(look.HBox(16, look.WideScaled(130, look.HBox(0, chip)), look.NewText(t.set.Answers[i].Line).In(look.Muted)))
	}
	project := t.desk.Plan().Project
	page := look.VBox(20,
		look.NewPageHead(t.say("title"), t.welcome(project)), t.badges,
		look.NewPanelWith(28, look.VBox(20,
			look.VBox(4, look.NewText(t.say("question", words.With{"Number": t.at + 1, "Strand": t.set.Strand(q).Short})).Caption().In(look.Muted),
				look.NewText(asked).Subheading()),
			where, t.form.fields["evidence"], t.form.fields["next"],
			look.Columns(16, []float32{3, 2}, t.form.fields["owner"], t.form.fields["date"]))),
		look.HBox(0, look.NewLink(t.say("whole"), t.shell.ShowWhole)))
	setEnabled(t.before, t.at > 0)
	setEnabled(t.next, t.at+1 < len(t.set.Questions))
	t.scroll.Content = look.Centred(turnWidth, look.Pad(turnMargin, 28, page))
	t.scroll.Offset = fyne.Position{}
	t.form.show(true)
	t.showCounts()
	t.scroll.Refit()
}

// welcome says who asks and what for.
func (t *Turn) welcome(project *model.Project) string {
	lead := project.Lead
	if lead == "" {
		lead = t.say("lead")
	}
	return t.say("welcome", words.With{"Lead": lead, "Name": project.Name, "N": len(t.set.Questions)})
}

func setEnabled(b *look.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (t *Turn) goTo(at int) {
	t.desk.EndBurst()
	t.at = at
	t.show()
	t.Focus()
}

// showCounts shows which questions are answered.
func (t *Turn) showCounts() {
	n, shown := 0, strconv.Itoa(t.at)
	for _, q := range t.set.Questions {
		if t.answered(q) {
			n++
			shown += " " + q.ID
		}
	}
	if shown == t.shown {
		return
	}
	t.shown = shown
	t.count.SetText(t.say("count", words.With{"N": n, "Of": len(t.set.Questions)}))
	t.badges.Objects = nil
	for i, q := range t.set.Questions {
		answered, key := t.answered(q), "open"
		if answered {
			key = "answered"
		}
		block := look.NewBlock(t.say(key, words.With{"Number": i + 1, "Question": q.Short}),
			look.Pad(4, 4, look.NewBadge(strconv.Itoa(i+1), answered)), func() { t.goTo(i) })
		block.SetChosen(i == t.at)
		t.badges.Add(block)
	}
	t.badges.Refresh()
}
