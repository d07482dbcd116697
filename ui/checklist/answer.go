package checklist

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/ui/look"
)

// form is a side of a question that is being answered, in the side’s place.
type form struct {
	page   *Page
	at     spot
	id     model.ID
	stages []*look.Chip
	values []model.Stage
	fields map[string]*look.Field
	busy   string // the field somebody types in
	object fyne.CanvasObject
}

func newForm(p *Page, at spot) *form {
	f := &form{page: p, at: at, id: model.KeyedID(model.TypeAnswer, at.question, string(at.side)), fields: map[string]*look.Field{}}
	if answer := p.answer(at); answer != nil {
		f.id = answer.ID // it may have come into being another way
	}
	where := look.Flow(look.Gap)
	_, values := model.NotYet.Choices()
	for _, value := range values {
		stage := model.Stage(value)
		chip := look.NewChip(p.words.Say("choice.stage."+value), nil)
		chip.OnChanged = func(on bool) { f.choose(stage, on) }
		f.stages, f.values = append(f.stages, chip), append(f.values, stage)
		where.Add(chip)
	}
	done := look.NewButton(p.words.Say("checklist.done"), p.done).Small()
	onward := look.NewButton(p.words.Say("checklist.onward"), p.onward).Small().WithTail(look.IconChevronRight)
	say := p.words.Say
	parts := look.VBox(12, look.NewText(questionOf(*p.pair(at.question), at.side)).Semibold(),
		look.VBox(6, look.NewText(say("checklist.where")).Caption().Semibold(), where),
		f.field("evidence", look.NewTextArea(say("checklist.evidence"), 2), say("checklist.evidence.hint")),
		f.field("next", look.NewTextArea(say("checklist.next_step"), 2), say("checklist.next_step.hint")),
		look.Columns(16, []float32{3, 2}, f.field("owner", look.NewField(say("checklist.owner")), say("checklist.owner.hint")),
			f.field("date", look.NewField(say("checklist.date")), say("checklist.date.hint"))),
		look.HBox(look.Gap, done, onward, look.Spring()))
	f.object = look.Inset(8, 15, 15, 15, parts)
	return f
}

// field joins a field to what it writes: each letter, as one burst for undo.
func (f *form) field(name string, field *look.Field, hint string) *look.Field {
	p := f.page
	field.Placeholder(hint)
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
	field.OnEscape = p.done
	field.OnFocus = func(on bool) {
		if f.busy = ""; on {
			f.busy = name
			return
		}
		p.desk.EndBurst()
	}
	f.fields[name] = field
	return field
}

// item is the answer as it stands; an empty one while it is not given.
func (f *form) item() *model.Answer {
	if answer, ok := f.page.desk.Plan().Item(f.id).(*model.Answer); ok {
		return answer
	}
	return &model.Answer{Base: model.Base{ID: f.id}, Question: f.at.question, Side: f.at.side}
}

// shown gives a field as people write it.
func (f *form) shown(name string) string {
	answer := f.item()
	if name == "date" && !answer.Date.IsZero() {
		return f.page.words.Date(answer.Date)
	}
	return model.Text(answer, name)
}

// refusal says why a text cannot be stored in a field; "" if it can.
func (f *form) refusal(name, text string) string {
	trial := model.Clone(f.item())
	err := model.SetText(trial, name, text)
	if err == nil {
		err = f.page.desk.Plan().Check(trial, f.item())
	}
	if err != nil {
		return f.page.words.Explain(err)
	}
	return ""
}

// put writes a field of the answer, and the answer if it is not there yet.
func (f *form) put(name, text string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		answer, there := c.Plan().Item(f.id).(*model.Answer)
		if !there {
			answer = f.item()
		}
		answer = model.Clone(answer)
		if err := model.SetText(answer, name, text); err != nil {
			return err
		}
		if there {
			return c.Put(answer)
		}
		if text == "" {
			return nil
		}
		_, err := c.Add(answer)
		return err
	}
}

func (f *form) write(name, text string) {
	if err := f.page.desk.EditBurst(string(f.id)+"/"+name, "edit.change.answer", f.put(name, text)); err != nil {
		f.page.shell.Trouble(err)
	}
}

// choose stores where the side is; pressing the same again takes it back.
func (f *form) choose(stage model.Stage, on bool) {
	if !on {
		stage = ""
	}
	if err := f.page.desk.Edit("edit.change.answer", f.put("where", string(stage))); err != nil {
		f.page.shell.Trouble(err)
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
