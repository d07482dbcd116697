package checklist

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// form is a side of a question that is being answered: its fields, joined to the
// answer they write. Who shows it lays them out.
type form struct {
	desk    Desk
	words   *words.Words
	trouble func(error)
	at      spot
	id      model.ID
	done    func() // ends the answering
	stages  []*look.Chip
	values  []model.Stage
	fields  map[string]*look.Field
	busy    string // the field somebody types in
	object  fyne.CanvasObject
}

// newForm gives a form without a layout. The answer is nil while it is not given.
func newForm(desk Desk, trouble func(error), at spot, answer *model.Answer, done func()) *form {
	f := &form{desk: desk, words: desk.Words(), trouble: trouble, at: at, done: done,
		id: model.KeyedID(model.TypeAnswer, at.question, string(at.side)), fields: map[string]*look.Field{}}
	if answer != nil {
		f.id = answer.ID // it may have come into being another way
	}
	_, values := model.NotYet.Choices()
	for _, value := range values {
		stage := model.Stage(value)
		chip := look.NewChip(f.words.Say("choice.stage."+value), nil)
		chip.OnChanged = func(on bool) { f.choose(stage, on) }
		f.stages, f.values = append(f.stages, chip), append(f.values, stage)
	}
	f.field("evidence", look.NewTextArea(f.words.Say("checklist.evidence"), 2), "checklist.evidence.hint")
	f.field("next", look.NewTextArea(f.words.Say("checklist.next_step"), 2), "checklist.next_step.hint")
	f.field("owner", look.NewField(f.words.Say("checklist.owner")), "checklist.owner.hint")
	f.field("date", look.NewField(f.words.Say("checklist.date")), "checklist.date.hint")
	return f
}

// inPlace lays the form out in the place of its side, with buttons below.
func (f *form) inPlace(question string, buttons ...fyne.CanvasObject) *form {
	where := look.Flow(look.Gap)
	for _, chip := range f.stages {
		where.Add(chip)
	}
	parts := look.VBox(12, look.NewText(question).Semibold(),
		look.VBox(6, look.NewText(f.words.Say("checklist.where")).Caption().Semibold(), where),
		f.fields["evidence"], f.fields["next"], look.Columns(16, []float32{3, 2}, f.fields["owner"], f.fields["date"]),
		look.HBox(look.Gap, append(buttons, look.Spring())...))
	f.object = look.Inset(8, 15, 15, 15, parts)
	return f
}

// field joins a field to what it writes: each letter, as one burst for undo.
func (f *form) field(name string, field *look.Field, hint string) {
	field.Placeholder(f.words.Say(hint))
	field.Check = func(text string) string { return f.refusal(name, text) }
	field.OnChanged = func(text string) {
		if f.refusal(name, text) == "" {
			f.write(name, text)
		}
	}
	field.OnCommit = func(text string) {
		f.write(name, text)
		field.SetText(f.shown(name)) // as it was understood
	}
	field.OnEscape = f.done
	field.OnFocus = func(on bool) {
		if f.busy = ""; on {
			f.busy = name
			return
		}
		f.desk.EndBurst()
	}
	f.fields[name] = field
}

// item is the answer as it stands; an empty one while it is not given.
func (f *form) item() *model.Answer {
	if answer, ok := f.desk.Plan().Item(f.id).(*model.Answer); ok {
		return answer
	}
	return &model.Answer{Base: model.Base{ID: f.id}, Question: f.at.question, Side: f.at.side}
}

// shown gives a field as people write it.
func (f *form) shown(name string) string {
	answer := f.item()
	if name == "date" && !answer.Date.IsZero() {
		return f.words.Date(answer.Date)
	}
	return model.Text(answer, name)
}

// refusal says why a text cannot be stored in a field; "" if it can.
func (f *form) refusal(name, text string) string {
	trial := model.Clone(f.item())
	err := model.SetText(trial, name, f.understood(name, text))
	if err == nil {
		err = f.desk.Plan().Check(trial, f.item())
	}
	if err != nil {
		return f.words.Explain(err)
	}
	return ""
}

// understood puts “today” into its date.
func (f *form) understood(name, text string) string {
	if name == "date" {
		return f.words.DaySaid(text, model.DateOf(f.desk.Now()))
	}
	return text
}

// put writes a field of the answer, and the answer if it is not there yet.
func (f *form) put(name, text string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		answer, there := c.Plan().Item(f.id).(*model.Answer)
		if !there {
			answer = f.item()
		}
		answer = model.Clone(answer)
		if err := model.SetText(answer, name, f.understood(name, text)); err != nil {
			return err
		}
		if there {
			if name != "date" && name != "owner" && text != model.Text(f.item(), name) {
				answer.Date = model.DateOf(f.desk.Now()) // it is today's answer now
			}
			return c.Put(answer)
		}
		if text == "" {
			return nil
		}
		if answer.Date.IsZero() {
			answer.Date = model.DateOf(f.desk.Now())
		}
		_, err := c.Add(answer)
		return err
	}
}

func (f *form) write(name, text string) {
	if err := f.desk.EditBurst(string(f.id)+"/"+name, "edit.change.answer", f.put(name, text)); err != nil {
		f.trouble(err)
	}
}

// choose stores where the side is; pressing the same again takes it back.
func (f *form) choose(stage model.Stage, on bool) {
	if !on {
		stage = ""
	}
	if err := f.desk.Edit("edit.change.answer", f.put("where", string(stage))); err != nil {
		f.trouble(err)
		f.show(true)
	}
}

// show brings the form up to date. The field somebody types in is left alone, unless
// the change did not come from there.
func (f *form) show(all bool) {
	answer := f.item()
	for i, chip := range f.stages {
		chip.SetOn(answer.Where == f.values[i])
	}
	for name, field := range f.fields {
		if all || name != f.busy {
			field.SetText(f.shown(name))
		}
	}
}

// onlyWords tells whether an event changed nothing but the words of this answer, which
// stand in the form alone.
func (f *form) onlyWords(e edit.Event) bool {
	for _, touch := range e.Touched {
		if touch.Record != f.id || f.fields[touch.Field] == nil {
			return false
		}
	}
	return true
}

// focus puts the cursor into a field, or to the stages.
func (f *form) focus(name string) {
	if field, ok := f.fields[name]; ok {
		field.Focus()
		return
	}
	at := 0
	for i, chip := range f.stages {
		if chip.On() {
			at = i
		}
	}
	look.TakeFocus(f.stages[at])
}
