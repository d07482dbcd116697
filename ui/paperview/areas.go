package paperview

import (
	"fyne.io/fyne/v2"

	"commonplan/model/words"
	"commonplan/ui/look"
)

// The widths of the areas at a text of 100 %, and the least that leaves a page readable.
const (
	listWide  float32 = 224
	leastPage float32 = 400
)

// areas lays out the list of papers, the page, and what is missing and how it prints. The
// list grows with the text. Where there is no room for three, the page and what is
// missing take turns.
type areas struct {
	page *Page
}

func (a *areas) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Scaled(listWide), objects[0].MinSize().Height)
}

func (a *areas) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p := a.page
	list, page, aside := objects[0], objects[1], objects[2]
	left := min(look.Scaled(listWide), size.Width*.45)
	tight := size.Width < left+look.Scaled(leastPage)+look.HelpWidth
	if p.tight != tight {
		p.tight = tight
		p.showTurn()
		if p.draft != nil {
			p.advise()
		}
	}
	set := func(o fyne.CanvasObject, x, width float32, shown bool) {
		if o.Move(fyne.NewPos(x, 0)); shown != o.Visible() {
			if shown {
				o.Show()
			} else {
				o.Hide()
			}
		}
		o.Resize(fyne.NewSize(width, size.Height))
	}
	set(list, 0, left, true)
	switch {
	case !tight:
		set(page, left, size.Width-left-look.HelpWidth, true)
		set(aside, size.Width-look.HelpWidth, look.HelpWidth, true)
	case p.aside:
		set(page, left, size.Width-left, false)
		set(aside, left, size.Width-left, true)
	default:
		set(page, left, size.Width-left, true)
		set(aside, left, size.Width-left, false)
	}
}

// newTurn gives the button by which the page and what is missing take turns.
func (p *Page) newTurn() fyne.CanvasObject {
	p.turnTo = look.NewButton("", func() {
		p.aside = !p.aside
		p.showTurn()
		p.object.Refresh()
	}).Small()
	p.turnTo.Hide()
	return p.turnTo
}

// showTurn says what the button leads to; it is there only where the room is tight.
func (p *Page) showTurn() {
	if p.aside {
		p.turnTo.SetText(p.say("turn.page"))
	} else {
		p.turnTo.SetText(p.say("turn.missing", words.With{"N": p.gaps}))
	}
	shown(p.turnTo, p.tight)
}
