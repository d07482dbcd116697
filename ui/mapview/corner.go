package mapview

import (
	"image"
	"image/color"
	"image/draw"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"commonplan/model/words"
	"commonplan/ui/look"
)

// The measures of the small map and of what stands around it.
const (
	smallWidth  float32 = 168
	smallHeight float32 = 92
	buttonSide  float32 = 28
	leastHeight float32 = 320 // of the view, for the small map to take some of it
)

// corner is the small map with the buttons of the zoom. It stands in the lower right
// corner if no card is there; otherwise below the map.
type corner struct {
	view    *view
	object  *fyne.Container
	small   *smallMap
	buttons *fyne.Container
	percent *look.Text
	below   bool
}

func newCorner(v *view) *corner {
	c := &corner{view: v, small: newSmallMap(v), percent: look.NewText("").Caption().Semibold().OneLine().Aligned(fyne.TextAlignCenter)}
	say := v.page.say
	c.buttons = look.HBox(look.Gap/2,
		look.NewIconButton(look.IconMinus, say("zoom_out"), func() { v.zoomBy(-1) }),
		look.Stretch(c.percent),
		look.NewIconButton(look.IconPlus, say("zoom_in"), func() { v.zoomBy(1) }),
		look.NewButton(say("fit"), v.fit).Small().WithIcon(look.IconFit))
	c.object = container.NewWithoutLayout(c.small, c.buttons)
	return c
}

// foot is the height that is taken from the map.
func (c *corner) foot() float32 {
	if !c.below {
		return 0
	}
	if c.small.Visible() {
		return look.Scaled(smallHeight) + 2*look.Gap
	}
	return look.Scaled(buttonSide) + 2*look.Gap
}

// place chooses the corner or the foot, for the present zoom.
func (c *corner) place() {
	v := c.view
	s, size, z := v.page.scene, v.Size(), v.z()
	c.object.Hidden = s.index == nil || size.Width == 0
	if c.object.Hidden {
		return
	}
	width, high := look.Scaled(smallWidth), look.Scaled(smallHeight)+look.Gap+look.Scaled(buttonSide)
	right, bottom := size.Width-look.Margin, size.Height-14
	top := look.Scaled(bodyTop)
	whole := s.width*z <= size.Width-2*look.Margin+1 && s.height*z+top+look.Scaled(bodyFoot) <= size.Height
	beside := look.Margin+s.width*z+look.Gap <= right-width // however far the map is moved up and down
	free := beside || whole
	if !beside && whole {
		taken := rect{(right - width - look.Margin) / z, (bottom - high - top - look.Gap) / z, right / z, (size.Height - top) / z}
		s.cardsIn(taken, func(int) { free = false })
	}
	c.below = !free
	c.small.Hidden = c.below && (whole || size.Height < look.Scaled(leastHeight))
	c.percent.SetText(v.page.say("percent", words.With{"N": strconv.Itoa(int(z*100 + .5))}))
	least := c.buttons.MinSize()
	c.small.Resize(fyne.NewSize(width, look.Scaled(smallHeight)))
	c.buttons.Resize(fyne.NewSize(max(width, least.Width), least.Height))
	if c.below {
		top := size.Height - c.foot() + look.Gap
		c.small.Move(fyne.NewPos(right-width, top))
		left := right - c.buttons.Size().Width
		if c.small.Visible() {
			left -= width + 2*look.Gap
		}
		c.buttons.Move(fyne.NewPos(left, size.Height-look.Gap-least.Height))
		return
	}
	c.small.Move(fyne.NewPos(right-width, bottom-high))
	c.buttons.Move(fyne.NewPos(right-c.buttons.Size().Width, bottom-least.Height))
}

// draw shows what part is in view.
func (c *corner) draw() {
	if !c.object.Hidden && c.small.Visible() {
		c.small.draw()
	}
}

// smallMap is the whole map in small, with a frame around what is in view. A click or
// a drag brings another part into view.
type smallMap struct {
	widget.BaseWidget
	view   *view
	image  *canvas.Raster
	window *canvas.Rectangle
	drawn  drawn
}

// drawn says what the small map was painted from.
type drawn struct {
	scene        *scene
	light, theme int
}

func newSmallMap(v *view) *smallMap {
	m := &smallMap{view: v, window: canvas.NewRectangle(color.Transparent)}
	m.image = canvas.NewRaster(m.picture)
	m.window.StrokeWidth, m.window.CornerRadius = 2, 4
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer is for Fyne.
func (m *smallMap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(smallLayout{m}, m.image, m.window))
}

type smallLayout struct{ small *smallMap }

func (l smallLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 40) }
func (l smallLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.small.image.Resize(size)
}

// scale is how much smaller everything is, across and down.
func (m *smallMap) scale() (x, y float32) {
	const inside = 4
	s, size := m.view.page.scene, m.Size()
	x = (size.Width - 2*inside) / max(1, s.width)
	return x, min(x, (size.Height-2*inside)/max(1, s.height))
}

// draw moves the frame, and paints the cards anew if they have changed.
func (m *smallMap) draw() {
	v := m.view
	now := drawn{v.page.scene, v.page.shone, v.paint.theme}
	if m.drawn != now {
		m.drawn = now
		m.window.StrokeColor = look.Color(look.Primary)
		m.image.Refresh()
	}
	x, y := m.scale()
	r := v.room()
	a := v.onScene(fyne.NewPos(r.left, r.top+look.Scaled(bodyTop-headHeight)))
	b := v.onScene(fyne.NewPos(r.right, r.bottom))
	size := m.Size()
	left, top := max(1, 4+a.X*x-2), max(1, 4+a.Y*y-2)
	right, bottom := min(size.Width-1, 4+b.X*x+2), min(size.Height-1, 4+b.Y*y+2)
	m.window.Resize(fyne.NewSize(max(4, right-left), max(4, bottom-top)))
	m.window.Move(fyne.NewPos(left, top))
}

// picture paints the small map.
func (m *smallMap) picture(w, h int) image.Image {
	page := m.view.page
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	fill := func(x1, y1, x2, y2 float32, name fyne.ThemeColorName) {
		area := image.Rect(int(x1), int(y1), max(int(x1)+1, int(x2)), max(int(y1)+1, int(y2)))
		draw.Draw(img, area, image.NewUniform(look.Color(name)), image.Point{}, draw.Src)
	}
	width, height := float32(w), float32(h)
	fill(0, 0, width, height, look.Line)
	fill(1, 1, width-1, height-1, look.Surface)
	if m.Size().Width == 0 {
		return img
	}
	unit := width / m.Size().Width
	x, y := m.scale()
	for i := range page.scene.cards {
		c := &page.scene.cards[i]
		ink := c.data.Kind.Color()
		if page.light.on && !page.light.cards[c.id] {
			ink = look.FadedLine
		}
		left, top := (4+c.at.X*x)*unit, (4+c.at.Y*y)*unit
		fill(left, top, left+c.size.Width*x*unit, top+max(c.size.Height-rowGap, 1)*y*unit, ink)
	}
	return img
}

// show brings a point of the small map to the middle of the view.
func (m *smallMap) show(p fyne.Position) {
	v := m.view
	x, y := m.scale()
	r := v.room()
	at := v.inView(fyne.NewPos((p.X-4)/x, (p.Y-4)/y))
	v.panBy((r.left+r.right)/2-at.X, (r.top+r.bottom)/2-at.Y)
}

// Tapped shows another part of the map.
func (m *smallMap) Tapped(e *fyne.PointEvent) { m.show(e.Position) }

// Dragged shows another part of the map.
func (m *smallMap) Dragged(e *fyne.DragEvent) { m.show(e.Position) }

// DragEnd is for Fyne.
func (m *smallMap) DragEnd() {}
