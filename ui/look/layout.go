package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// HeightForWidth is what an object can do whose height hangs on its width, such as a
// text that wraps. The boxes below ask for it, so that a page is right in one pass.
type HeightForWidth interface {
	HeightFor(width float32) float32
}

// layoutForWidth is the same for the layout of a container.
type layoutForWidth interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height an object needs at a width: its own answer if it has one,
// else its smallest height.
func HeightFor(object fyne.CanvasObject, width float32) float32 {
	switch o := object.(type) {
	case HeightForWidth:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(layoutForWidth); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return object.MinSize().Height
}

// VBox puts objects below each other, each as wide as the box and as high as it needs,
// with a gap between those that are visible.
func VBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

type columnLayout struct{ gap, width float32 }

func (l *columnLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height, gap float32
	for _, o := range objects {
		if o.Visible() {
			height += gap + HeightFor(o, width)
			gap = l.gap
		}
	}
	return height
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize().Width
		if _, ok := o.(*Chip); ok { // cuts its words rather than widen the page
			least = min(least, Scaled(leastChip))
		}
		width = max(width, least)
	}
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.IsZero() { // it has no place yet, and each Add comes here
		return
	}
	l.width = size.Width
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := HeightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + l.gap
	}
}

// HBox puts objects beside each other, each as wide as it must be and centred in
// height. What Stretch wraps, and each Text that wraps, shares the width left over.
func HBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap}, objects...)
}

// HBoxTop is HBox with all objects at the top.
func HBoxTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, top: true}, objects...)
}

// Stretch marks an object that takes the width an HBox has left over.
func Stretch(object fyne.CanvasObject) *fyne.Container {
	return container.New(stretchLayout{}, object)
}

// Spring is an empty stretch: what follows it in an HBox stands at the right.
func Spring() *fyne.Container { return container.New(stretchLayout{}) }

// wraps is a text whose width may be what is left.
type wraps interface{ stretches() bool }

func (t *Text) stretches() bool { return !t.oneLine }

func stretches(object fyne.CanvasObject) bool {
	switch o := object.(type) {
	case *fyne.Container:
		_, ok := o.Layout.(stretchLayout)
		return ok
	case wraps:
		return o.stretches()
	}
	return false
}

type stretchLayout struct{}

func (stretchLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for _, o := range objects {
		height = max(height, HeightFor(o, width))
	}
	return height
}

func (stretchLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

func (stretchLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

type rowLayout struct {
	gap, width float32
	top        bool
}

// ofWidth is a layout whose width does not hang on what it holds.
type ofWidth interface{ least() float32 }

// leastWidth is the smallest width of an object, without asking for heights where that
// can be spared.
func leastWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(ofWidth); ok {
			return l.least()
		}
	}
	return o.MinSize().Width
}

// widths shares a width out: smallest widths first, the rest to those that stretch.
func (l *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	all := make([]float32, len(objects))
	left, stretching, gap := width, 0, float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		left -= gap
		gap = l.gap
		if stretches(o) {
			stretching++
			continue
		}
		all[i] = leastWidth(o)
		left -= all[i]
	}
	for i, o := range objects {
		if o.Visible() && stretches(o) {
			all[i] = max(0, left) / float32(stretching)
		}
	}
	return all
}

func (l *rowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	widths := l.widths(objects, width)
	for i, o := range objects {
		if o.Visible() {
			height = max(height, HeightFor(o, widths[i]))
		}
	}
	return height
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width, gap float32
	for _, o := range objects {
		if o.Visible() {
			width += gap + o.MinSize().Width
			gap = l.gap
		}
	}
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.IsZero() { // it has no place yet, and each Add comes here
		return
	}
	l.width = size.Width
	var x float32
	widths := l.widths(objects, size.Width)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height, y := HeightFor(o, widths[i]), float32(0)
		if !l.top {
			y = (size.Height - height) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(widths[i], height))
		x += widths[i] + l.gap
	}
}

// Columns shares its width by weights, such as 2 and 1, whatever the objects' own
// widths; all start at the top and are as high as the highest.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&weightLayout{gap: gap, weights: weights}, objects...)
}

// EqualColumns is Columns with all weights the same.
func EqualColumns(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Columns(gap, nil, objects...)
}

type weightLayout struct {
	gap, width float32
	weights    []float32
}

func (l *weightLayout) weight(i int) float32 {
	if i < len(l.weights) {
		return l.weights[i]
	}
	return 1
}

func (l *weightLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	var sum, gaps float32
	for i, o := range objects {
		if o.Visible() {
			if sum > 0 {
				gaps += l.gap
			}
			sum += l.weight(i)
		}
	}
	all := make([]float32, len(objects))
	for i, o := range objects {
		if o.Visible() && sum > 0 {
			all[i] = max(0, width-gaps) * l.weight(i) / sum
		}
	}
	return all
}

func (l *weightLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for i, w := range l.widths(objects, width) {
		if objects[i].Visible() {
			height = max(height, HeightFor(objects[i], w))
		}
	}
	return height
}

func (l *weightLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var perWeight, sum, gaps float32
	for i, o := range objects {
		if o.Visible() {
			if sum > 0 {
				gaps += l.gap
			}
			sum += l.weight(i)
			perWeight = max(perWeight, o.MinSize().Width/l.weight(i))
		}
	}
	width := perWeight*sum + gaps
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

func (l *weightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var x float32
	for i, w := range l.widths(objects, size.Width) {
		if objects[i].Visible() {
			objects[i].Move(fyne.NewPos(x, 0))
			objects[i].Resize(fyne.NewSize(w, size.Height))
			x += w + l.gap
		}
	}
}

// Pad puts the same space at the left and right, and at the top and bottom.
func Pad(x, y float32, object fyne.CanvasObject) *fyne.Container {
	return Inset(y, x, y, x, object)
}

// Inset puts a space on each side of an object; around one that is hidden there is none.
func Inset(top, right, bottom, left float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&insetLayout{top, right, bottom, left}, object)
}

type insetLayout struct{ top, right, bottom, left float32 }

func (l *insetLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	if hidden(objects) {
		return 0
	}
	return stretchLayout{}.heightFor(objects, width-l.left-l.right) + l.top + l.bottom
}

func hidden(objects []fyne.CanvasObject) bool {
	return !slices.ContainsFunc(objects, fyne.CanvasObject.Visible)
}

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if hidden(objects) {
		return fyne.Size{}
	}
	return stretchLayout{}.MinSize(objects).AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
	}
}

// Wide keeps an object at one width, whatever it would like, such as the navigation.
func Wide(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(wideLayout(width), object)
}

type wideLayout float32

func (l wideLayout) least() float32 { return float32(l) }

func (l wideLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return stretchLayout{}.heightFor(objects, max(width, float32(l)))
}

func (l wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(l), stretchLayout{}.MinSize(objects).Height)
}

func (l wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	stretchLayout{}.Layout(objects, size)
}

// Flow puts objects beside each other and starts a new row when one is full, such as
// chips.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

// FlowRight is Flow with its rows at the right, such as the buttons of a dialog.
func FlowRight(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, right: true}, objects...)
}

type flowLayout struct {
	gap, width float32
	right      bool
}

// arrange calls place for each visible object and gives the height of all rows.
func (l *flowLayout) arrange(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	var x, y, high float32
	var row []fyne.CanvasObject
	end := func() {
		at := float32(0)
		if l.right {
			at = max(0, width-x+l.gap)
		}
		for _, o := range row {
			size := o.MinSize()
			if width > 0 {
				size.Width = min(size.Width, width)
			}
			place(o, fyne.NewPos(at, y), size)
			at += size.Width + l.gap
		}
		row = row[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			end()
			x, y, high = 0, y+high+l.gap, 0
		}
		row = append(row, o)
		x += size.Width + l.gap
		high = max(high, size.Height)
	}
	end()
	return y + high
}

func (l *flowLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.arrange(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize().Width
		if _, ok := o.(*Chip); ok { // cuts its words rather than widen the page
			least = min(least, Scaled(leastChip))
		}
		width = max(width, least)
	}
	return fyne.NewSize(width, l.heightFor(objects, max(width, l.width)))
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.IsZero() { // it has no place yet, and each Add comes here
		return
	}
	l.width = size.Width
	l.arrange(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}
