package forms

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/framework"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// input is one field of the form as a widget.
type input struct {
	object fyne.CanvasObject
	show   func(model.Item) // brings the widget up to date, telling nobody
	focus  func()
	busy   func() bool // somebody is typing in it
}

// newInput gives the widget for a field of the record that the form shows.
func (f *Form) newInput(e entry, spec *model.Field) input {
	switch spec.Kind {
	case model.KindYesNo:
		return f.newCheck(spec)
	case model.KindChoice:
		return f.newChoice(spec)
	case model.KindChoices:
		return f.newChips(spec)
	case model.KindReference:
		return f.newReference(spec)
	case model.KindReferences, model.KindTags:
		return f.newSet(spec)
	}
	if spec.Name == "question" {
		return f.newQuestion(spec)
	}
	return f.newText(e, spec)
}

func (f *Form) label(spec *model.Field) string {
	return f.say("form." + string(f.kind) + "." + spec.Name)
}

func (f *Form) hint(spec *model.Field) string {
	key := "form." + string(f.kind) + "." + spec.Name + ".hint"
	if f.words.Has(key) {
		return f.say(key)
	}
	return ""
}

func (f *Form) newText(e entry, spec *model.Field) input {
	field := look.NewField(f.label(spec))
	if e.tall {
		field = look.NewTextArea(f.label(spec), 2)
	}
	field.Placeholder(f.hint(spec))
	focused := false
	field.OnFocus = func(on bool) {
		focused = on
		if !on {
			f.desk.EndBurst()
		}
	}
	field.Check = func(text string) string { return f.refusal(spec.Name, text) }
	field.OnEscape = func() {
		if f.back != nil {
			f.back()
		}
	}
	shown := ""
	if spec.Kind == model.KindText || spec.Kind == model.KindLongText {
		// Words count at each letter. A sum or a date counts when it is finished: half of
		// “14.50” is another sum.
		field.OnChanged = func(text string) {
			if f.refusal(spec.Name, text) == "" && !f.write(spec.Name, text) {
				field.SetText(f.shown(f.item(), spec)) // nobody must take it for stored
			}
		}
	}
	if spec.Name == "title" && another(f.item()) != nil {
		f.takeLists(field)
	}
	field.OnCommit = func(text string) {
		f.write(spec.Name, text)
		if item := f.item(); item != nil {
			field.SetText(f.shown(item, spec)) // as it was understood
		}
	}
	return input{object: field, focus: field.Focus, busy: func() bool { return focused }, show: func(item model.Item) {
		text := f.shown(item, spec)
		if field.Error() != "" && text == shown {
			return // what could not be stored stays, with its sentence, until it is mended
		}
		shown = text
		field.SetText(text)
	}}
}

// shown gives a field as people write it: dates in words, the rest as it is read.
func (f *Form) shown(item model.Item, spec *model.Field) string {
	text := model.Text(item, spec.Name)
	switch spec.Kind {
	case model.KindDate:
		if date, err := model.ParseDate(text); err == nil {
			return f.words.Date(date)
		}
	case model.KindMonths:
		return MonthsText(f.words, model.Months(text), f.desk.Plan().Project.Start)
	}
	return text
}

// MonthsText gives months of the plan by their names, "March to October", where these
// are read as the same months again; else in figures.
func MonthsText(w *words.Words, months model.Months, start model.Date) string {
	if start.Month == 0 || months == "" {
		return string(months)
	}
	name := func(month int) string { return w.Month((start.Month+month-2)%12 + 1) }
	var named []string
	for _, span := range months.Spans() {
		if span.First == span.Last {
			named = append(named, name(span.First))
			continue
		}
		named = append(named, w.Say("form.months.span", words.With{"From": name(span.First), "To": name(span.Last)}))
	}
	text := w.Commas(named)
	if again, err := model.ParseMonths(model.MonthsByName(text, start)); err != nil || again != months {
		return string(months)
	}
	return text
}

// refusal says why a text cannot be stored in a field; "" if it can.
func (f *Form) refusal(field, text string) string {
	item := f.item()
	if item == nil {
		return "" // the record is gone: nothing is stored any more
	}
	trial := model.Clone(item)
	if err := model.SetText(trial, field, f.understood(field, text)); err != nil {
		if typed := model.SetText(trial, field, text); typed != nil {
			err = typed // it speaks of what was typed, not of what was made of it
		}
		return f.words.Explain(err)
	}
	if err := f.desk.Plan().Check(trial, item); err != nil {
		return f.words.Explain(err)
	}
	return ""
}

// understood puts names of months into months of the plan, which only the plan's start
// can tell, and “today” into its date.
func (f *Form) understood(field, text string) string {
	schema, _ := model.SchemaOf(f.kind)
	if schema == nil {
		return text
	}
	spec, _ := schema.Field(field)
	switch {
	case spec == nil:
	case spec.Kind == model.KindMonths:
		return model.MonthsByName(text, f.desk.Plan().Project.Start)
	case spec.Kind == model.KindDate:
		return f.words.DaySaid(text, model.DateOf(f.desk.Now()))
	}
	return text
}

// write stores a text that is typed into a field; false if the plan cannot be changed.
func (f *Form) write(field, text string) bool {
	if f.item() == nil {
		return true
	}
	err := f.desk.EditBurst(string(f.id)+"/"+field, editName("change", f.kind), f.put(field, text))
	if err != nil {
		f.shell.Trouble(err)
	}
	return err == nil
}

// choose stores a value that was chosen: a step of its own.
func (f *Form) choose(field, text string) {
	if err := f.desk.Edit(editName("change", f.kind), f.put(field, text)); err != nil {
		f.shell.Trouble(err)
		f.show()
	}
}

func (f *Form) put(field, text string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		item := c.Plan().Item(f.id)
		if item == nil {
			return model.NewProblem("problem.record", "Text", string(f.id))
		}
		item = model.Clone(item)
		if err := model.SetText(item, field, f.understood(field, text)); err != nil {
			return err
		}
		return c.Put(item)
	}
}

func (f *Form) newCheck(spec *model.Field) input {
	check := look.NewCheck(f.label(spec), func(on bool) {
		f.choose(spec.Name, map[bool]string{true: "yes", false: "no"}[on])
	})
	return input{object: check, show: func(item model.Item) { check.SetOn(model.Text(item, spec.Name) == "yes") }}
}

func (f *Form) newChoice(spec *model.Field) input {
	options := []string{f.say("form.not_decided")}
	for _, value := range spec.Values {
		options = append(options, f.option("choice."+spec.Choices+"."+value))
	}
	values := append([]string{""}, spec.Values...)
	return f.newSelect(spec, options, func() []string { return values })
}

// option names a value of a choice: a term of the field has its plain sentence beside it.
func (f *Form) option(key string) string {
	if !f.words.Has(key + ".line") {
		return f.say(key)
	}
	return f.say("form.term", "Term", f.say(key), "Line", f.say(key+".line"))
}

// newSelect gives a choice among values, which are asked for each time.
func (f *Form) newSelect(spec *model.Field, options []string, values func() []string) input {
	choice := look.NewChoice(f.label(spec), options, nil)
	choice.Placeholder(f.say("form.not_decided"))
	choice.OnChanged = func(index int) {
		if all := values(); index < len(all) {
			f.choose(spec.Name, all[index])
		}
	}
	return input{object: choice, focus: choice.Focus, show: func(item model.Item) {
		choice.SetChosen(slices.Index(values(), model.Text(item, spec.Name)))
	}}
}

func (f *Form) newQuestion(spec *model.Field) input {
	var options, values []string
	for _, q := range framework.Checklist().Questions {
		options, values = append(options, q.Short), append(values, q.ID)
	}
	return f.newSelect(spec, options, func() []string { return values })
}

func (f *Form) newChips(spec *model.Field) input {
	var options []string
	for _, value := range spec.Values {
		options = append(options, f.say("choice."+spec.Choices+"."+value))
	}
	set := look.NewChipSet(f.label(spec), options, func(index int, on bool) {
		f.choose(spec.Name, withMember(model.Text(f.item(), spec.Name), spec.Values[index], on))
	})
	return input{object: set, show: func(item model.Item) {
		members := strings.Split(model.Text(item, spec.Name), ", ")
		for i, value := range spec.Values {
			set.SetOn(i, slices.Contains(members, value))
		}
	}}
}

// withMember puts a member into a set's text, or takes it out.
func withMember(set, member string, in bool) string {
	members := slices.DeleteFunc(strings.Split(set, ", "), func(m string) bool { return m == member || m == "" })
	if in {
		members = append(members, member)
	}
	return strings.Join(members, ", ")
}

// newReference gives a choice among the records a field may refer to.
func (f *Form) newReference(spec *model.Field) input {
	var values, options []string
	list := func() {
		values, options = []string{""}, []string{f.say("form.not_decided")}
		for _, candidate := range f.candidates(spec) {
			values, options = append(values, string(candidate.Head().ID)), append(options, f.name(candidate))
		}
	}
	list()
	in := f.newSelect(spec, options, func() []string { return values })
	choice := in.object.(*look.Choice)
	show := in.show
	in.show = func(item model.Item) {
		list()
		choice.SetOptions(options)
		show(item)
	}
	return in
}

// candidates lists the records a field may refer to, in the order of the plan.
func (f *Form) candidates(spec *model.Field) []model.Item {
	var all []model.Item
	plan := f.desk.Plan()
	for _, t := range spec.Refs {
		for _, item := range plan.List(t) {
			if f.kind == model.TypeLink && !leads(plan, f.item().(*model.Link), spec.Name, item) {
				continue
			}
			all = append(all, item)
		}
	}
	return all
}

// leads tells whether a link could have the item at an end, from left to right.
func leads(plan *model.Plan, link *model.Link, end string, item model.Item) bool {
	from, to := plan.Item(link.From), plan.Item(link.To)
	if end == "from" {
		return to == nil || model.ColumnOf(item) < model.ColumnOf(to)
	}
	return from == nil || model.ColumnOf(from) < model.ColumnOf(item)
}

// name gives a record's number and title, or for a link where it leads.
func (f *Form) name(item model.Item) string {
	plan := f.desk.Plan()
	if link, ok := item.(*model.Link); ok {
		return f.say("form.link.name", "From", plan.Label(link.From), "To", plan.Label(link.To))
	}
	title := model.Title(item)
	if title == "" {
		title = f.say("form.untitled")
	}
	if label := plan.Label(item.Head().ID); label != "" {
		return f.say("form.numbered", "Number", label, "Title", title)
	}
	return title
}

// offer is a name as a menu shows it, which grows as wide as its longest line.
func (f *Form) offer(item model.Item) string { return words.Shorten(f.name(item), mostInMenu) }

// mostInMenu is how many letters a line of a menu may have.
const mostInMenu = 70

// newSet gives the members of a set as chips that can be taken out, and a way to add one.
func (f *Form) newSet(spec *model.Field) input {
	chips := look.Flow(look.Gap)
	add := look.NewChoice("", nil, nil).Placeholder(f.say("form." + string(f.kind) + "." + spec.Name + ".add"))
	var values, options []string
	add.OnChanged = func(index int) {
		f.choose(spec.Name, withMember(model.Text(f.item(), spec.Name), values[index], true))
	}
	show := func(item model.Item) {
		members := strings.Split(model.Text(item, spec.Name), ", ")
		chips.Objects = nil
		values, options = nil, nil
		for _, m := range f.memberships(spec) {
			if !slices.Contains(members, m.value) {
				values, options = append(values, m.value), append(options, m.name)
				continue
			}
			chip := look.NewChip(m.short, nil).WithTail(look.IconClose)
			chip.OnChanged = func(bool) {
				f.choose(spec.Name, withMember(model.Text(f.item(), spec.Name), m.value, false))
			}
			chips.Add(chip)
		}
		add.SetChosen(-1)
		add.SetOptions(options)
		chips.Hidden = len(chips.Objects) == 0
		add.Hidden = len(options) == 0
	}
	label := look.NewText(f.label(spec)).Caption().Semibold()
	return input{object: look.VBox(6, label, chips, add), show: show, focus: add.Focus}
}

// membership is something a set may hold.
type membership struct{ value, name, short string }

func (f *Form) memberships(spec *model.Field) []membership {
	var all []membership
	if spec.Kind == model.KindTags {
		for _, frame := range framework.For(string(f.kind)) {
			for _, item := range frame.Items {
				name := f.say("form.tag", "Framework", frame.Title, "Item", item.Title)
				all = append(all, membership{frame.ID + ":" + item.ID, name, name})
			}
		}
		return all
	}
	for _, item := range f.candidates(spec) {
		m := membership{string(item.Head().ID), f.name(item), f.name(item)}
		if runes := []rune(m.short); len(runes) > 44 {
			m.short = strings.TrimSpace(string(runes[:42])) + "…"
		}
		all = append(all, m)
	}
	return all
}
