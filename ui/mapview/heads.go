package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/ui/look"
)

// columnKeys name the words of each column: "map.<key>" and "map.column.<key>".
var columnKeys = [columns]string{"needs", "activities", "service", "community", "goals"}

// heads are the names of the columns. They stay at the top while the cards move.
type heads struct {
	view    *view
	clip    *container.Clip
	layer   *layer
	columns [columns]head
	objects []fyne.CanvasObject
}

// head is the name of a column: its shape, name and line, how many cards it has, and a
// rule in its colour.
type head struct {
	shape             *sign
	name, line, count *canvas.Text
	rule              *canvas.Rectangle
}

func newHeads(v *view) *heads {
	h := &heads{view: v, layer: newLayer()}
	for i := range h.columns {
		h.columns[i] = head{newSign(), canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewRectangle(nil)}
	}
	h.clip = container.NewClip(h.layer)
	h.objects = []fyne.CanvasObject{h.clip}
	return h
}

func (h *heads) draw() {
	h.clip.Resize(fyne.NewSize(h.view.Size().Width, look.Scaled(headHeight)))
	objects := h.layer.objects[:0]
	room := h.room()
	for i := range h.columns {
		objects = h.drawHead(objects, i, room)
	}
	h.layer.show(objects)
}

// room says what all heads have room for, so that they look alike.
type room struct {
	counts, lines bool
	names         fyne.ThemeSizeName // their size, "" for none
}

func (h *heads) room() room {
	width := look.Scaled(look.CardWidth) * h.view.z()
	fits := func(key string, size fyne.ThemeSizeName, bold, counts bool) bool {
		for i, column := range columnKeys {
			need := look.Scaled(28) + look.TextWidth(h.view.page.words.Say("map."+key+column), theme.Size(size), bold)
			if counts {
				need += look.Gap + look.TextWidth(h.count(i), theme.Size(look.Caption), false)
			}
			if need > width {
				return false
			}
		}
		return true
	}
	r := room{lines: fits("column.", look.Caption, false, false)}
	switch {
	case fits("", look.Body, true, true):
		r.names, r.counts = look.Body, true
	case fits("", look.Caption, true, false):
		r.names, r.counts = look.Caption, fits("", look.Caption, true, true)
	default:
		r.counts = width > look.Scaled(60)
	}
	return r
}

func (h *heads) count(column int) string {
	return model.GroupThousands(int64(h.view.page.scene.inColumn(column)))
}

func (h *heads) drawHead(objects []fyne.CanvasObject, column int, fits room) []fyne.CanvasObject {
	v, c := h.view, &h.columns[column]
	s, w := v.page.scene, v.page.words
	kind := look.Need + look.Kind(column)
	left := whole(v.inView(fyne.NewPos(s.columnX(column), 0)).X)
	width := whole(look.Scaled(look.CardWidth) * v.z())

	c.rule.FillColor = look.Color(kind.Color())
	c.rule.Resize(fyne.NewSize(width, 3))
	c.rule.Move(fyne.NewPos(left, look.Scaled(headHeight)-3))
	side, middle := look.Scaled(20), look.Scaled(10)
	c.shape.show(kind.Icon(), kind.Color(), v.paint.theme)
	c.shape.Image.Resize(fyne.NewSquareSize(side))
	c.shape.Image.Move(fyne.NewPos(left, middle-side/2))
	objects = append(objects, c.rule, c.shape.Image)

	put := func(t *canvas.Text, text string, size fyne.ThemeSizeName, bold bool, ink fyne.ThemeColorName, x, middle float32) {
		t.Text, t.TextSize, t.TextStyle.Bold, t.Color = text, theme.Size(size), bold, look.Color(ink)
		t.FontSource = look.Typeface(text, bold)
		t.Resize(fyne.NewSize(look.TextWidth(text, t.TextSize, bold), look.LineHeight(t.TextSize, bold)))
		t.Move(fyne.NewPos(whole(x), whole(middle-t.Size().Height/2-1)))
		objects = append(objects, t)
	}
	if fits.counts {
		count := h.count(column)
		put(c.count, count, look.Caption, false, look.Muted, left+width-look.TextWidth(count, theme.Size(look.Caption), false), middle)
	}
	key, text := columnKeys[column], left+look.Scaled(28)
	if fits.names != "" {
		put(c.name, w.Say("map."+key), fits.names, true, look.Ink, text, middle)
	}
	if fits.lines {
		put(c.line, w.Say("map.column."+key), look.Caption, false, look.Muted, text, look.Scaled(30))
	}
	return objects
}
