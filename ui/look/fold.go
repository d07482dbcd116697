package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fold is Columns as long as each weight of 1 has at least so many units, times the
// text scale; in less room its objects stand in rows of as many as fit, at last below
// each other.
func Fold(gap, least float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&foldLayout{weights: weightLayout{gap: gap, weights: weights}, least: least}, objects...)
}

type foldLayout struct {
	weights weightLayout
	least   float32
	width   float32
}

// rows shares the objects out among rows.
func (l *foldLayout) rows(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var sum float32
	for i := range objects {
		sum += l.weights.weight(i)
	}
	if width >= sum*Scaled(l.least)+float32(len(objects)-1)*l.weights.gap {
		return [][]fyne.CanvasObject{objects}
	}
	across := 1
	if len(l.weights.weights) == 0 {
		across = max(1, int((width+l.weights.gap)/(Scaled(l.least)+l.weights.gap)))
	}
	var rows [][]fyne.CanvasObject
	for len(objects) > across {
		rows, objects = append(rows, objects[:across]), objects[across:]
	}
	return append(rows, objects)
}

// share gives the layout of one row: weights count only where all stand in one.
func (l *foldLayout) share(rows [][]fyne.CanvasObject) *weightLayout {
	if len(rows) > 1 {
		return &weightLayout{gap: l.weights.gap}
	}
	return &l.weights
}

func (l *foldLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	rows := l.rows(objects, width)
	height := float32(len(rows)-1) * l.weights.gap
	for _, row := range rows {
		height += l.share(rows).heightFor(row, width)
	}
	return height
}

func (l *foldLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := stretchLayout{}.MinSize(objects).Width
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

func (l *foldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	rows := l.rows(objects, size.Width)
	share := l.share(rows)
	var y float32
	for _, row := range rows {
		height := size.Height
		if len(rows) > 1 {
			height = share.heightFor(row, size.Width)
		}
		share.Layout(row, fyne.NewSize(size.Width, height))
		for _, o := range row {
			o.Move(o.Position().AddXY(0, y))
		}
		y += height + l.weights.gap
	}
}

// Footed puts a foot below a body, at the bottom where there is more room than both need.
func Footed(gap float32, body, foot fyne.CanvasObject) *fyne.Container {
	return container.New(&footedLayout{columnLayout{gap: gap}}, body, foot)
}

type footedLayout struct{ columnLayout }

func (l *footedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.columnLayout.Layout(objects, size)
	foot := objects[len(objects)-1]
	foot.Move(fyne.NewPos(0, max(foot.Position().Y, size.Height-foot.Size().Height)))
}

// WideScaled is Wide with a width that grows with the text, such as a column of a table.
func WideScaled(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(wideScaledLayout(width), object)
}

type wideScaledLayout float32

func (l wideScaledLayout) now() wideLayout { return wideLayout(Scaled(float32(l))) }

func (l wideScaledLayout) least() float32 { return float32(l.now()) }

func (l wideScaledLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.now().heightFor(objects, width)
}

func (l wideScaledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.now().MinSize(objects)
}

func (l wideScaledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.now().Layout(objects, size)
}

// NewRule gives the heavy line above a total and below the head of a table.
func NewRule() fyne.CanvasObject { return NewLine(Ink, 2) }

// NewLine gives a line across, so many units high, in a colour of the theme.
func NewLine(color fyne.ThemeColorName, height float32) fyne.CanvasObject {
	return newFill(color, height)
}

// NewTinted gives a panel without a border, filled with a tint.
func NewTinted(tint fyne.ThemeColorName, content fyne.CanvasObject) *fyne.Container {
	return onPlate(boxLook{fill: tint, radius: RadiusCard}, content)
}
