package forms

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/look"
)

// picker stands in for the list where the window is too narrow for one: the chosen
// record with the one before and after it.
type picker struct {
	object *fyne.Container
	choice *look.Choice
	add    *look.Button
}

func (p *Page) newPicker() *picker {
	k := &picker{choice: look.NewChoice("", nil, func(i int) { p.open(p.rows[i]) })}
	step := func(by int) func() {
		return func() {
			if at := p.place(p.chosen) + by; at >= 0 && at < len(p.rows) {
				p.open(p.rows[at])
			}
		}
	}
	k.add = look.NewButton(p.words.Say("picker.add"), p.add).WithIcon(look.IconPlus)
	row := look.HBox(look.Gap, look.NewIconButton(look.IconChevronLeft, p.words.Say("picker.before"), step(-1)), look.Stretch(k.choice),
		look.NewIconButton(look.IconChevronRight, p.words.Say("picker.after"), step(1)), k.add)
	k.object = look.Inset(0, look.Margin, 12, 16, row)
	return k
}

// show brings the picker up to date.
func (k *picker) show(p *Page) {
	plan := p.desk.Plan()
	options := make([]string, len(p.rows))
	for i, id := range p.rows {
		options[i] = title(p.words, plan.Item(id))
		if label := plan.Label(id); label != "" {
			options[i] = say(p.words, "form.numbered", "Number", label, "Title", options[i])
		}
	}
	k.choice.SetOptions(options)
	k.choice.SetChosen(p.place(p.chosen))
}

// SetNarrow has the page show a picker in place of its list, and no head: the window
// says which step it is.
func (p *Page) SetNarrow(narrow bool) {
	if p.narrow == narrow {
		return
	}
	p.narrow = narrow
	p.head.Hidden = narrow
	if p.picker != nil {
		p.picker.show(p)
	}
	p.object.Refresh()
}

// pageLayout stands the list beside the form, or the picker above it.
type pageLayout struct{ page *Page }

// listWidth is the width of the list: more than usual where larger text makes a button
// under it wider, of whichever of the step's lists.
func (p *Page) listWidth() float32 {
	wide := ListWidth
	for _, g := range p.groups {
		wide = max(wide, p.addButton(g).MinSize().Width+listLeft+look.Gap)
	}
	return wide
}

func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 160) }

func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, picker, form := objects[0], objects[1], objects[2]
	empty := len(l.page.rows) == 0
	show(picker, l.page.narrow && !empty)
	show(list, !l.page.narrow || empty)
	left, top := l.page.listWidth(), float32(0)
	switch {
	case l.page.narrow && empty:
		left = size.Width
	case l.page.narrow:
		left, top = 0, picker.MinSize().Height
		picker.Resize(fyne.NewSize(size.Width, top))
	}
	list.Resize(fyne.NewSize(left, size.Height))
	form.Move(fyne.NewPos(left, top))
	form.Resize(fyne.NewSize(max(0, size.Width-left), size.Height-top))
}

// show shows or hides an object; one that is so already is left alone.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case o.Visible() == visible:
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}
