package mapview

import (
	"fyne.io/fyne/v2"

	"commonplan/ui/look"
)

// Where there is room for both, the outline stands beside the map instead of in its
// place; what is chosen in one is chosen in the other.
const (
	outlineWidth float32 = 440
	bothFrom     float32 = 1_280 // the width of the page
)

// sides lays out the map, the outline, and what lies over both of them.
type sides struct{ page *Page }

// MinSize is that of the map.
func (s sides) MinSize([]fyne.CanvasObject) fyne.Size { return s.page.view.MinSize() }

// Layout gives each its place.
func (s sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p := s.page
	both := p.besides(size.Width)
	if p.listed.Visible() {
		p.view.Hidden = !both
	}
	for _, o := range objects {
		at, of := fyne.Position{}, size
		if width := look.Scaled(outlineWidth); both && o == fyne.CanvasObject(p.listed) {
			of.Width = width
		} else if both {
			at.X, of.Width = width, size.Width-width
		}
		o.Move(at)
		o.Resize(of)
	}
}

// besides tells whether the outline is shown and there is room for the map beside it.
func (p *Page) besides(width float32) bool {
	return p.listed.Visible() && width >= look.Scaled(bothFrom)
}

// alongside has the outline go to what was chosen on the map beside it.
func (p *Page) alongside() {
	if p.view.Visible() && p.listed.Visible() && p.chosen != "" && !p.lines.quiet {
		p.lines.reveal(p.chosen)
	}
}
