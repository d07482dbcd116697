package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/ui/look"
)

// reach is how far from the end of a bar the pointer still takes that end.
const reach float32 = 7

// MouseDown chooses a row and takes hold of what is under the pointer.
func (c *chart) MouseDown(e *desktop.MouseEvent) {
	look.TakeFocus(c)
	at := c.rowAt(e.Position.Y)
	if at < 0 || c.rows[at].id == "" || e.Button != desktop.MouseButtonPrimary {
		return
	}
	c.choose(c.rows[at].id)
	c.grip = c.gripAt(at, e.Position.X)
}

// gripAt is what of a row there is to hold at a place.
func (c *chart) gripAt(at int, x float32) grip {
	r, month := c.rows[at], c.monthAt(x)
	g := grip{id: r.id, bar: -1, from: month, now: month, before: r, what: last}
	if x < c.left(c.Size().Width) {
		return grip{}
	}
	g.held = true
	if r.stone {
		g.what, g.held = whole, r.month == 0 || abs(x-c.middle(r.month)) <= look.Scaled(14)
		return g
	}
	for i, s := range r.months.Spans() {
		from, to := c.edge(s.First), c.edge(s.Last+1)
		near := min(reach, (to-from)/3)
		switch {
		case x < from-near || x > to+near:
			continue
		case x >= to-near:
			g.bar, g.what, g.from = i, last, s.Last
		case x <= from+near:
			g.bar, g.what, g.from = i, first, s.First
		default:
			g.bar, g.what = i, whole
		}
		g.now = g.from
		return g
	}
	return g
}

func abs(x float32) float32 { return max(x, -x) }

// Dragged moves what is held, to be seen before it is stored.
func (c *chart) Dragged(e *fyne.DragEvent) {
	if !c.grip.held {
		return
	}
	at := c.at(c.grip.id)
	if at < 0 {
		c.grip = grip{}
		return
	}
	c.grip.now = c.monthAt(e.Position.X)
	c.rows[at] = c.grip.result()
	c.Refresh()
}

// result is the row as it would be if the pointer let go now.
func (g grip) result() row {
	r := g.before
	switch {
	case r.stone:
		r.month = g.now
	case g.bar < 0:
		r.months = with(r.months, g.from, g.now)
	default:
		r.months = moved(r.months, g.bar, g.what, g.now-g.from)
	}
	return r
}

// DragEnd stores where it was let go.
func (c *chart) DragEnd() {
	g := c.grip
	if !g.held {
		return
	}
	c.letGo()
	switch r := g.result(); {
	case r.stone && r.month != g.before.month:
		c.onMonth(r.id, r.month, false)
	case !r.stone && r.months != g.before.months:
		c.onMonths(r.id, r.months, false)
	}
}

// letGo leaves the row as it was.
func (c *chart) letGo() {
	if at := c.at(c.grip.id); at >= 0 {
		c.rows[at] = c.grip.before
	}
	c.grip = grip{}
	c.Refresh()
}

// MouseUp is for Fyne; a drag ends with DragEnd.
func (c *chart) MouseUp(*desktop.MouseEvent) {}

// Tapped gives what has no month yet the month that was clicked.
func (c *chart) Tapped(e *fyne.PointEvent) {
	at := c.rowAt(e.Position.Y)
	if at < 0 || e.Position.X < c.left(c.Size().Width) {
		return
	}
	switch r := c.rows[at]; {
	case r.stone && r.month == 0:
		c.onMonth(r.id, c.monthAt(e.Position.X), false)
	case !r.stone && r.id != "" && r.months == "":
		month := c.monthAt(e.Position.X)
		c.onMonths(r.id, with("", month, month), false)
	}
	c.grip = grip{}
}

// DoubleTapped opens the form of a row.
func (c *chart) DoubleTapped(e *fyne.PointEvent) {
	if at := c.rowAt(e.Position.Y); at >= 0 && c.rows[at].id != "" && e.Position.X < c.left(c.Size().Width) {
		c.onOpen(c.rows[at].id)
	}
}
