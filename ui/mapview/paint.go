package mapview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// painter is the renderer of the view. It holds drawn objects for what is in view
// only, and hands them on as the map moves.
type painter struct {
	view  *view
	heads *heads
	layer *layer
	clip  *container.Clip
	all   []fyne.CanvasObject
	theme int // counts the changes of theme

	faces  map[int]*face // by card
	spare  []*face
	lines  []*canvas.Line
	used   int // of the lines
	dots   []*canvas.Circle
	dotted int
	rubber *canvas.Line
	slot   *canvas.Line
	box    *canvas.Rectangle
	colors linkColors
	strips *strips
}

// linkColors are the colours of links, looked up once a frame.
type linkColors struct{ rest, faded, lit color.Color }

func newPainter(v *view) *painter {
	p := &painter{view: v, heads: newHeads(v), layer: newLayer(), faces: map[int]*face{}, rubber: canvas.NewLine(nil), strips: newStrips(v)}
	p.clip = container.NewClip(p.layer)
	p.all = append(p.heads.objects, p.clip, v.corner.object, v.title.object)
	return p
}

// Destroy is for Fyne.
func (p *painter) Destroy() {}

// MinSize is for Fyne.
func (p *painter) MinSize() fyne.Size { return p.view.MinSize() }

// Objects is for Fyne.
func (p *painter) Objects() []fyne.CanvasObject { return p.all }

// Layout is for Fyne.
func (p *painter) Layout(fyne.Size) {
	p.view.resized()
}

// Refresh draws all anew, in the colours and sizes of the present theme.
func (p *painter) Refresh() {
	p.theme++
	if page := p.view.page; page.scene.scale != look.Scale() {
		page.renew()
	}
	p.view.draw()
	canvas.Refresh(p.view)
}

// forget lets go of the cards drawn: there is another scene.
func (p *painter) forget() {
	for i, f := range p.faces {
		p.spare = append(p.spare, f)
		delete(p.faces, i)
	}
}

// draw shows what is in view now.
func (p *painter) draw() {
	v := p.view
	room := v.room()
	p.clip.Move(fyne.NewPos(0, room.top))
	p.clip.Resize(fyne.NewSize(room.right-room.left, room.bottom-room.top))
	p.heads.draw()
	v.corner.draw()
	v.title.place()
	if v.page.scene.index == nil {
		p.layer.show(nil)
		return
	}
	objects := p.drawLinks(p.layer.objects[:0])
	objects = p.drawFaces(objects)
	for _, dot := range p.dots[:p.dotted] {
		objects = append(objects, dot)
	}
	p.layer.show(p.drawBox(p.drawSlot(p.drawRubber(objects))))
}

// drawFaces gives each card in view a face and takes those back that are out of view.
func (p *painter) drawFaces(objects []fyne.CanvasObject) []fyne.CanvasObject {
	v := p.view
	s, z := v.page.scene, v.z()
	var cards []int
	wanted := map[int]bool{}
	s.cardsIn(v.seen(), func(i int) { cards, wanted[i] = append(cards, i), true })
	for i, f := range p.faces {
		if !wanted[i] {
			p.spare = append(p.spare, f)
			delete(p.faces, i)
		}
	}
	for _, i := range cards {
		f, known := p.faces[i]
		if !known {
			if n := len(p.spare); n > 0 {
				f, p.spare = p.spare[n-1], p.spare[:n-1]
			} else {
				f = newFace()
			}
			p.faces[i] = f
		}
		f.show(shown{card: &s.cards[i], state: v.stateOf(i), zoom: z, theme: p.theme})
		f.Move(p.inLayer(s.cards[i].at))
		objects = append(objects, f)
	}
	return objects
}

// inLayer turns a place of the scene into one of the layer, in whole units.
func (p *painter) inLayer(at fyne.Position) fyne.Position {
	q := p.view.inView(at)
	return fyne.NewPos(whole(q.X), whole(q.Y)-look.Scaled(headHeight))
}

// drawLinks draws the links in view: those that stand out above the others. How strong
// a link is, its weight tells, and dashes tell it again.
func (p *painter) drawLinks(objects []fyne.CanvasObject) []fyne.CanvasObject {
	v := p.view
	page, s := v.page, v.page.scene
	p.used, p.dotted = 0, 0
	p.colors = linkColors{look.Color(look.Edge), look.Color(look.FadedLine), look.Color(look.Primary)}
	part := v.seen()
	ink := p.colors.rest
	if page.light.on {
		ink = p.colors.faded
	}
	dense := s.isDense()
	if dense {
		objects = p.strips.draw(objects, part, ink)
	}
	var above []int
	s.linksIn(part, func(i int) {
		l := &s.links[i]
		if page.light.on && page.light.links[l.id] || page.picked == l.id || v.hovered.link == i {
			above = append(above, i)
			return
		}
		if dense {
			p.drawLevel(l, part, ink)
			return
		}
		p.drawLink(l, part, ink, l.weight())
	})
	for _, i := range above {
		p.drawLinkAbove(i, part)
	}
	for _, line := range p.lines[:p.used] {
		objects = append(objects, line)
	}
	return objects
}

// drawLinkAbove draws a link that stands out, is chosen or under the pointer.
func (p *painter) drawLinkAbove(i int, part rect) {
	page, hovered := p.view.page, p.view.hovered.link == i
	l := &page.scene.links[i]
	ink, width := p.colors.lit, l.weight()
	switch picked := page.picked == l.id; {
	case picked:
		width = 4
	case !page.light.sight:
		ink = p.colors.rest
	default:
		width += 0.75
	}
	if hovered {
		width++
	}
	p.drawLink(l, part, ink, width)
	if page.picked == l.id || page.light.sight && page.light.links[l.id] {
		p.drawDot(l)
	}
}

// weight is how wide a link is at rest.
func (l *link) weight() float32 {
	if l.dashed {
		return 1.25
	}
	return 1.75
}

// drawn gives the line to draw at a zoom, and how wide it is at rest.
func (l *link) drawn(z float32) (line []fyne.Position, width float32) {
	line, width = l.line, l.weight()
	if z < textZoom {
		line = l.far
	}
	if z < shapeZoom {
		width = max(1, width-0.75)
	}
	return line, width
}

// drawLink draws the pieces of a link that are in view, in a width at usual zoom.
func (p *painter) drawLink(l *link, part rect, ink color.Color, width float32) {
	z := p.view.z()
	_, atRest := l.drawn(z)
	width += atRest - l.weight()
	l.pieces(z, part, func(a, b fyne.Position) { p.piece(a, b, ink, width) })
}

// pieces calls see for each piece or dash of a link that may be seen in a part.
func (l *link) pieces(z float32, part rect, see func(a, b fyne.Position)) {
	if l.dashed && z >= textZoom {
		l.dashes(part, see)
		return
	}
	line, _ := l.drawn(z)
	for k := 1; k < len(line); k++ {
		if a, b := line[k-1], line[k]; part.crosses(a, b) {
			see(a, b)
		}
	}
}

// drawLevel draws what of a link runs level beside the cards of a column, where all
// else of it is in pictures.
func (p *painter) drawLevel(l *link, part rect, ink color.Color) {
	s, z := p.view.page.scene, p.view.z()
	if s.cards[l.to].column-s.cards[l.from].column < 2 {
		return
	}
	_, width := l.drawn(z)
	l.pieces(z, part, func(a, b fyne.Position) {
		if s.columnAt((a.X+b.X)/2) >= 0 {
			p.piece(a, b, ink, width)
		}
	})
}

// dash is the length of a dash and of the space after it, at 100 %.
const dash, space = 6, 5

// dashes are what is drawn of a link that is not strong. They are counted from its
// beginning, so that they move along with the map.
func (l *link) dashes(part rect, see func(a, b fyne.Position)) {
	begin := float32(0)
	for k := 1; k < len(l.line); k++ {
		a, b := l.line[k-1], l.line[k]
		length := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
		end := begin + length
		if part.crosses(a, b) && length > 0 {
			at := func(d float32) fyne.Position {
				t := (d - begin) / length
				return fyne.NewPos(a.X+(b.X-a.X)*t, a.Y+(b.Y-a.Y)*t)
			}
			low, high := float32(0), float32(1) // of the piece, what is as high as the part
			if dy := b.Y - a.Y; dy != 0 {
				one, two := (part.top-a.Y)/dy, (part.bottom-a.Y)/dy
				low, high = max(0, min(one, two)), min(1, max(one, two))
			}
			for n := int((begin + low*length) / (dash + space)); float32(n)*(dash+space) < begin+high*length; n++ {
				from := float32(n) * (dash + space)
				if from, to := max(begin, from), min(end, from+dash); from < to {
					see(at(from), at(to))
				}
			}
		}
		begin = end
	}
}

// piece draws a straight piece between two places of the scene.
func (p *painter) piece(a, b fyne.Position, ink color.Color, width float32) {
	if p.used == len(p.lines) {
		p.lines = append(p.lines, canvas.NewLine(nil))
	}
	line := p.lines[p.used]
	p.used++
	top := look.Scaled(headHeight)
	line.Position1, line.Position2 = p.view.inView(a).SubtractXY(0, top), p.view.inView(b).SubtractXY(0, top)
	line.StrokeColor, line.StrokeWidth = ink, width
}

// drawDot marks where a link that stands out arrives.
func (p *painter) drawDot(l *link) {
	if p.view.z() < shapeZoom || len(l.line) == 0 {
		return
	}
	if p.dotted == len(p.dots) {
		p.dots = append(p.dots, canvas.NewCircle(nil))
	}
	dot := p.dots[p.dotted]
	p.dotted++
	const side = 7
	at := p.view.inView(l.line[len(l.line)-1]).SubtractXY(side/2, side/2+look.Scaled(headHeight))
	dot.FillColor = p.colors.lit
	dot.Resize(fyne.NewSquareSize(side))
	dot.Move(at)
}

// drawRubber draws the link that is being made.
func (p *painter) drawRubber(objects []fyne.CanvasObject) []fyne.CanvasObject {
	from, to, on := p.view.rubber()
	if !on {
		return objects
	}
	top := look.Scaled(headHeight)
	p.rubber.Position1, p.rubber.Position2 = from.SubtractXY(0, top), to.SubtractXY(0, top)
	p.rubber.StrokeColor, p.rubber.StrokeWidth = p.colors.lit, 2
	return append(objects, p.rubber)
}

// layer shows objects as they are; moving its corner has the window drawn again
// without any picture being made anew.
type layer struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
	pulse   *canvas.Rectangle
}

func newLayer() *layer {
	l := &layer{pulse: canvas.NewRectangle(nil)}
	l.ExtendBaseWidget(l)
	l.objects = []fyne.CanvasObject{}
	return l
}

func (l *layer) show(objects []fyne.CanvasObject) {
	l.objects = append(objects, l.pulse)
	l.pulse.Move(fyne.NewPos(1-l.pulse.Position().X, 0))
}

// CreateRenderer is for Fyne.
func (l *layer) CreateRenderer() fyne.WidgetRenderer { return layerRenderer{l} }

type layerRenderer struct{ layer *layer }

func (r layerRenderer) Destroy()                     {}
func (r layerRenderer) Layout(fyne.Size)             {}
func (r layerRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r layerRenderer) Refresh()                     {}
func (r layerRenderer) Objects() []fyne.CanvasObject { return r.layer.objects }
