package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/ui/look"
)

// row is one line of the chart: an activity with its bars, or a milestone in its month.
type row struct {
	id     model.ID // "" for a line of words between the two
	label  string
	title  string
	months model.Months // of an activity
	month  int          // of a milestone, 0 if it has none
	stone  bool         // it is a milestone
	beside string       // said beside the months
	gap    bool         // what is said is missing
	strong bool         // the council takes part: the month is marked in all rows
	says   string       // for those who cannot see it
}

// chart draws the rows over the months of the plan. It is one stop of the Tab key: up
// and down choose a row, left and right move it by a month, with Shift its end, with Alt
// its beginning; Delete takes the months away. Bars and diamonds can be dragged, a bar
// by its ends, too; where there is none, dragging draws one.
type chart struct {
	widget.BaseWidget
	onChosen func()
	onMonths func(id model.ID, months model.Months, burst bool)
	onMonth  func(id model.ID, month int, burst bool)
	onType   func(text string) // somebody types the months; "" to change those there are
	onOpen   func(id model.ID)
	onDelete func(id model.ID)
	onReveal func(top, bottom float32)

	rows    []row
	heads   []string // of each month
	numbers []string
	chosen  model.ID
	focused bool
	grip    grip
	above   float32 // how much of the chart is scrolled away: the head stays in view
}

// grip is what the pointer holds.
type grip struct {
	held   bool
	id     model.ID
	bar    int // of the row's bars; -1 draws a new one
	what   end
	from   int // the month in which it was taken
	now    int
	before row
}

func newChart() *chart {
	c := &chart{}
	c.ExtendBaseWidget(c)
	return c
}

// set shows other rows; the choice stays where its row is still there.
func (c *chart) set(rows []row, heads, numbers []string) {
	c.rows, c.heads, c.numbers = rows, heads, numbers
	if c.at(c.chosen) < 0 {
		c.chosen = ""
		for _, r := range rows {
			if r.id != "" {
				c.chosen = r.id
				break
			}
		}
	}
	c.Refresh()
}

// scrolled tells how much of the chart is out of view at the top.
func (c *chart) scrolled(above float32) {
	if above = max(0, above); c.above != above {
		c.above = above
		c.Refresh()
	}
}

func (c *chart) at(id model.ID) int {
	for i, r := range c.rows {
		if r.id == id && id != "" {
			return i
		}
	}
	return -1
}

// choose makes a row the one that keys and commands are about.
func (c *chart) choose(id model.ID) {
	if at := c.at(id); at >= 0 && c.chosen != id {
		c.chosen = id
		top := c.tops(c.Size().Width)
		c.onReveal(top[at], top[at+1])
		c.onChosen()
		c.Refresh()
	}
}

// step goes to the next row that can be chosen.
func (c *chart) step(by int) {
	for i := c.at(c.chosen) + by; i >= 0 && i < len(c.rows); i += by {
		if c.rows[i].id != "" {
			c.choose(c.rows[i].id)
			return
		}
	}
}

// FocusGained shows the ring.
func (c *chart) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides it.
func (c *chart) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune begins to type the months of the row.
func (c *chart) TypedRune(r rune) {
	if r != ' ' && c.chosen != "" {
		c.onType(string(r))
	}
}

// TypedKey moves the choice, or what is chosen.
func (c *chart) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeyHome:
		c.chosenFrom(0, 1)
	case fyne.KeyEnd:
		c.chosenFrom(len(c.rows)-1, -1)
	case fyne.KeyLeft:
		c.nudge(-1, withShift())
	case fyne.KeyRight:
		c.nudge(1, withShift())
	case fyne.KeyF2, fyne.KeyReturn, fyne.KeyEnter:
		c.onType("")
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.clear()
	case fyne.KeyEscape:
		if c.grip.held {
			c.letGo()
			return
		}
		look.PassOn(c, key)
	default:
		look.PassOn(c, key)
	}
}

func (c *chart) chosenFrom(i, by int) {
	for ; i >= 0 && i < len(c.rows); i += by {
		if c.rows[i].id != "" {
			c.choose(c.rows[i].id)
			return
		}
	}
}

// TypedShortcut moves the beginning of a bar; the rest is the window's.
func (c *chart) TypedShortcut(shortcut fyne.Shortcut) {
	if s, ok := shortcut.(*desktop.CustomShortcut); ok && s.Modifier == fyne.KeyModifierAlt {
		switch s.KeyName {
		case fyne.KeyLeft:
			c.bend(first, -1)
			return
		case fyne.KeyRight:
			c.bend(first, 1)
			return
		}
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(c).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

func withShift() bool {
	held, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && held.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// nudge moves the chosen row by a month; what has no month yet begins in the first.
func (c *chart) nudge(by int, onlyEnd bool) {
	at := c.at(c.chosen)
	if at < 0 {
		return
	}
	switch r := c.rows[at]; {
	case r.stone:
		c.onMonth(r.id, min(max(r.month+by, 1), model.MaxMonth), true)
	case r.months == "":
		c.onMonths(r.id, with("", 1, 1), true)
	case onlyEnd:
		c.bend(last, by)
	default:
		c.onMonths(r.id, allMoved(r.months, by), true)
	}
}

// bend moves the beginning of the first bar, or the end of the last.
func (c *chart) bend(what end, by int) {
	at := c.at(c.chosen)
	if at < 0 || c.rows[at].stone {
		return
	}
	bar := 0
	if what == last {
		bar = len(c.rows[at].months.Spans()) - 1
	}
	c.onMonths(c.chosen, moved(c.rows[at].months, bar, what, by), true)
}

// clear takes the months of a row away.
func (c *chart) clear() {
	at := c.at(c.chosen)
	switch {
	case at < 0:
	case c.rows[at].stone:
		c.onDelete(c.chosen)
	default:
		c.onMonths(c.chosen, "", false)
	}
}

// AccessibilityLabel says the chosen row in words.
func (c *chart) AccessibilityLabel() string {
	if at := c.at(c.chosen); at >= 0 {
		return c.rows[at].says
	}
	return ""
}
