package timeline

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/ui/look"
)

// foot is where the months of the chosen row are typed. It never scrolls away.
type foot struct {
	page   *Page
	title  *look.Text
	when   *look.Text
	months *look.Field
	object *fyne.Container

	shown model.ID
	text  string // what the field was last given
}

func newFoot(p *Page) *foot {
	f := &foot{page: p, title: look.NewText("").Semibold().AtMost(2), when: look.NewText("").Caption().In(look.Muted)}
	f.months = look.NewField(p.say("months")).Placeholder(p.say("months.hint"))
	f.months.Check = func(text string) string {
		if err := f.try(text); err != nil {
			return p.words.Explain(err)
		}
		return ""
	}
	f.months.OnCommit = f.commit
	f.months.OnEnter = func() { look.TakeFocus(p.chart) }
	open := look.NewButton(p.say("open"), func() { p.openForm(p.chart.chosen) }).Small().WithIcon(look.IconPencil)
	row := look.ColumnsOrStack(24, 150, []float32{1.5, 1}, look.VBox(2, f.title, f.when, look.HBox(0, open)), f.months)
	f.object = look.NewArea(look.Surface, look.VBox(0, look.NewLine(look.Primary, 2), look.Inset(8, look.Margin, 10, look.Margin, row)))
	return f
}

// field is the field of a record that says when it is.
func field(item model.Item) string {
	if item.Type() == model.TypeMilestone {
		return "month"
	}
	return "months"
}

// show shows the chosen row. What somebody types, and what could not be stored, stays.
func (f *foot) show() {
	p := f.page
	id := p.chart.chosen
	item := p.desk.Plan().Item(id)
	if item == nil {
		f.object.Hide()
		return
	}
	at := p.chart.at(id)
	title := model.Title(item)
	if title == "" {
		title = p.words.Say("form.untitled")
	}
	if label := p.desk.Plan().Label(id); label != "" {
		title = p.words.Say("form.numbered", map[string]any{"Number": label, "Title": title})
	}
	f.title.SetText(title)
	f.when.SetText(p.when(p.chart.rows[at]))
	f.months.SetLabel(p.say(field(item)))
	text := model.Text(item, field(item))
	if f.shown != id || f.text != text {
		f.shown, f.text = id, text
		f.months.SetText(text)
	}
	f.object.Refresh()
}

// understood puts names of months into months of the plan.
func (f *foot) understood(text string) string {
	return model.MonthsByName(text, f.page.desk.Plan().Project.Start)
}

// try tells why a text cannot be the months of the chosen row.
func (f *foot) try(text string) error {
	item := f.page.desk.Plan().Item(f.shown)
	if item == nil {
		return nil
	}
	return model.SetText(model.Clone(item), field(item), f.understood(text))
}

func (f *foot) commit(text string) {
	p := f.page
	item := p.desk.Plan().Item(f.shown)
	if item == nil {
		return
	}
	p.told(p.change(f.shown, false, func(fresh model.Item) error {
		return model.SetText(fresh, field(item), f.understood(text))
	}))
	if item = p.desk.Plan().Item(f.shown); item != nil {
		f.text = model.Text(item, field(item))
		f.months.SetText(f.text) // as it was understood
	}
}

// typeOver puts the cursor into the field; a text takes the place of what stands there.
func (f *foot) typeOver(text string) {
	f.months.Focus()
	if text == "" {
		return
	}
	f.months.SetText("")
	canvas := fyne.CurrentApp().Driver().CanvasForObject(f.months)
	if canvas == nil || canvas.Focused() == nil {
		return
	}
	for _, r := range text {
		canvas.Focused().TypedRune(r)
	}
}
