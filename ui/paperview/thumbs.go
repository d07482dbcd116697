package paperview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"commonplan/model/words"
	"commonplan/ui/look"
)

const (
	thumbWidth = 56
	thumbGap   = 10
)

// thumbs is a strip with every side of the paper in small. A click shows that side. Only
// those in view are painted; a change of the paper shows in them after the side itself.
type thumbs struct {
	page   *Page
	column *fyne.Container
	scroll *look.Scroll
	object fyne.CanvasObject

	draft  *draft // whose sides they are
	blocks []*look.Block
	images []*canvas.Image
	fresh  []bool // painted from this draft, or being so
}

func newThumbs(p *Page) *thumbs {
	t := &thumbs{page: p, column: look.VBox(thumbGap)}
	t.scroll = look.NewScroll(look.Inset(2, 8, 16, 16, t.column))
	t.scroll.OnScrolled = func(fyne.Position) { t.paint() }
	t.object = look.Wide(16+thumbWidth+8+8, t.scroll)
	t.object.Hide()
	return t
}

// show brings the strip up to date with a draft and the side that is shown.
func (t *thumbs) show(d *draft, side int) {
	if t.draft != d {
		t.renew(d)
	}
	for i, b := range t.blocks {
		b.SetChosen(i == side)
	}
	shown(t.object, len(t.blocks) > 1)
	if side < len(t.blocks) && t.object.Visible() && t.scroll.Size().Height > 0 {
		t.reveal(side)
	}
}

// renew makes as many small sides as the draft has. Those there are keep their picture
// until a newer one is painted.
func (t *thumbs) renew(d *draft) {
	t.draft = d
	n := len(d.set.Pages)
	size := fyne.NewSize(thumbWidth, thumbWidth*float32(d.set.Height/d.set.Width))
	if len(t.images) > 0 && t.images[0].MinSize() != size {
		t.blocks, t.images = nil, nil
	}
	for i := len(t.blocks); i < n; i++ {
		picture := canvas.NewImageFromImage(&image.Gray{Pix: []byte{255}, Stride: 1, Rect: image.Rect(0, 0, 1, 1)}) // white until painted
		picture.FillMode, picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
		picture.SetMinSize(size)
		number := words.With{"Side": i + 1}
		t.images = append(t.images, picture)
		t.blocks = append(t.blocks, look.NewBlock(t.page.say("side", number), look.Pad(4, 4, picture), func() { t.page.show(i) }))
	}
	t.blocks, t.images, t.fresh = t.blocks[:n], t.images[:n], make([]bool, n)
	t.column.Objects = nil
	for _, b := range t.blocks {
		t.column.Add(b)
	}
	t.scroll.Refit()
}

// pitch is how far one small side is from the next.
func (t *thumbs) pitch() float32 { return t.images[0].MinSize().Height + 8 + thumbGap }

// reveal scrolls to a side that is out of view.
func (t *thumbs) reveal(side int) {
	top := float32(side) * t.pitch()
	offset, height := t.scroll.Offset.Y, t.scroll.Size().Height
	if top < offset || top+t.pitch() > offset+height {
		t.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-(height-t.pitch())/2)))
	}
}

// inView are the sides from the first to before the last that the strip shows.
func (t *thumbs) inView() (first, last int) {
	if len(t.images) == 0 || !t.object.Visible() {
		return 0, 0
	}
	first = max(0, int(t.scroll.Offset.Y/t.pitch()))
	last = int((t.scroll.Offset.Y+t.scroll.Size().Height)/t.pitch()) + 1
	return min(first, len(t.images)), min(last, len(t.images))
}

// paint paints the sides in view that are not painted yet.
func (t *thumbs) paint() {
	var wanted []int
	first, last := t.inView()
	for i := first; i < last; i++ {
		if !t.fresh[i] {
			t.fresh[i] = true
			wanted = append(wanted, i)
		}
	}
	if len(wanted) == 0 {
		return
	}
	d, scale := t.draft, float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.object); c != nil {
		scale = c.Scale()
	}
	t.page.elsewhere(func() {
		painted := make([]image.Image, len(wanted))
		for i, side := range wanted {
			painted[i] = d.paint(side, int(thumbWidth*scale))
		}
		t.page.shell.Later(func() {
			if t.draft != d {
				return
			}
			for i, side := range wanted {
				t.images[side].Image = painted[i]
				t.images[side].Refresh()
			}
		})
	})
}
