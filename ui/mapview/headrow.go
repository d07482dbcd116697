package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// headRow puts objects beside each other, centred on a line, and goes on below where
// there is no room. On a single line the last ones stand at the right.
type headRow struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
	last    int // how many stand at the right
}

func newHeadRow(last int, objects ...fyne.CanvasObject) *headRow {
	r := &headRow{objects: objects, last: last}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *headRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(headRowLayout{r}, r.objects...))
}

// HeightFor is the height at a width.
func (r *headRow) HeightFor(width float32) float32 {
	return r.arrange(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// MinSize leaves the width to the page.
func (r *headRow) MinSize() fyne.Size { return fyne.NewSize(120, r.HeightFor(r.Size().Width)) }

// arrange calls place for each object that is shown and gives the height of all lines.
func (r *headRow) arrange(width float32, place func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	var lines [][]fyne.CanvasObject
	var wide float32
	for _, o := range r.objects {
		if !o.Visible() {
			continue
		}
		need := o.MinSize().Width
		if len(lines) == 0 || wide+look.Gap+need > width {
			lines, wide = append(lines, nil), -look.Gap
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], o)
		wide += look.Gap + need
	}
	y := float32(0)
	for i, line := range lines {
		var high float32
		for _, o := range line {
			high = max(high, o.MinSize().Height)
		}
		x := float32(0)
		for k, o := range line {
			size := o.MinSize()
			if len(lines) == 1 && k == len(line)-r.last {
				x += width - wide
			}
			place(o, fyne.NewPos(x, y+(high-size.Height)/2), size)
			x += size.Width + look.Gap
		}
		if y += high; i < len(lines)-1 {
			y += look.Gap
		}
	}
	return y
}

type headRowLayout struct{ row *headRow }

func (l headRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.row.MinSize() }

func (l headRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.row.arrange(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}
