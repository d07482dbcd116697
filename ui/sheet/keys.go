package sheet

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// FocusGained shows the ring at the current cell.
func (s *Sheet) FocusGained() {
	s.focused = true
	if s.OnFocus != nil {
		s.OnFocus()
	}
	s.Refresh()
}

// FocusLost hides the ring.
func (s *Sheet) FocusLost() {
	s.focused = false
	s.Refresh()
}

// AcceptsTab is true: Tab goes from cell to cell, and out after the last one.
func (s *Sheet) AcceptsTab() bool { return s.at.row >= 0 }

// AccessibilityLabel reads the current cell.
func (s *Sheet) AccessibilityLabel() string {
	if s.at.row < 0 {
		return ""
	}
	return s.columns[s.at.column].Head + " " + s.Shown(s.at.row, s.at.column) + " " + s.Sentence()
}

// AccessibilityRole is for Fyne.
func (s *Sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// TypedRune begins to type over the current cell.
func (s *Sheet) TypedRune(r rune) {
	switch cell := s.cell(s.at); {
	case s.at.row < 0:
	case cell.Fixed, r == ' ' && cell.Choices != nil:
		s.enter()
	default:
		s.begin(string(r), true)
	}
}

// TypedKey moves, or acts on the current cell.
func (s *Sheet) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		s.step(0, -1)
	case fyne.KeyDown:
		s.step(0, 1)
	case fyne.KeyLeft:
		s.step(-1, 0)
	case fyne.KeyRight:
		s.step(1, 0)
	case fyne.KeyTab:
		s.tab()
	case fyne.KeyHome:
		s.goTo(spot{s.at.row, s.column(0, 1)})
	case fyne.KeyEnd:
		s.goTo(spot{s.at.row, s.column(len(s.columns)-1, -1)})
	case fyne.KeyPageUp:
		s.page(-1)
	case fyne.KeyPageDown:
		s.page(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		s.enter()
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.write("")
	case fyne.KeyEscape:
		if !s.TakeBack() {
			look.PassOn(s, key)
		}
	default:
		look.PassOn(s, key)
	}
}

// TypedShortcut is what is done with Ctrl or Alt.
func (s *Sheet) TypedShortcut(shortcut fyne.Shortcut) {
	switch cut := shortcut.(type) {
	case *fyne.ShortcutCopy:
		s.copy(cut.Clipboard)
	case *fyne.ShortcutCut:
		s.copy(cut.Clipboard)
		s.write("")
	case *fyne.ShortcutPaste:
		s.paste(cut.Clipboard.Content())
	case *desktop.CustomShortcut:
		if !s.command(cut) {
			pass(s, shortcut)
		}
	default:
		pass(s, shortcut)
	}
}

// command does what a key does with Ctrl or Alt, if it does anything.
func (s *Sheet) command(cut *desktop.CustomShortcut) bool {
	control, alt := cut.Modifier == fyne.KeyModifierShortcutDefault, cut.Modifier == fyne.KeyModifierAlt
	switch {
	case control && (cut.KeyName == fyne.KeyReturn || cut.KeyName == fyne.KeyEnter):
		if s.OnNew != nil {
			s.OnNew(s.at.row)
		}
	case control && cut.KeyName == fyne.KeyDelete:
		if s.OnRemove != nil && s.at.row >= 0 {
			s.OnRemove(s.at.row)
		}
	case control && cut.KeyName == fyne.KeyHome:
		s.goTo(spot{s.row(0, 1), s.column(0, 1)})
	case control && cut.KeyName == fyne.KeyEnd:
		s.goTo(spot{s.row(len(s.rows)-1, -1), s.column(len(s.columns)-1, -1)})
	case alt && (cut.KeyName == fyne.KeyUp || cut.KeyName == fyne.KeyDown):
		if s.OnMove != nil && s.at.row >= 0 {
			s.OnMove(s.at.row, map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[cut.KeyName])
		}
	case alt && cut.KeyName == fyne.KeyReturn:
		s.menu(s.at, fyne.CurrentApp().Driver().AbsolutePositionForObject(s).Add(s.below(s.at)))
	default:
		return false
	}
	return true
}

// pass hands a shortcut on to the window.
func pass(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}

// TakeBack takes back what was typed into the current cell and could not be stored;
// false if nothing was.
func (s *Sheet) TakeBack() bool {
	p := place{s.Key(), s.at.column}
	if _, bad := s.wrong[p]; !bad {
		return false
	}
	delete(s.wrong, p)
	s.Refresh()
	return true
}

func (s *Sheet) copy(board fyne.Clipboard) {
	if s.at.row >= 0 {
		board.SetContent(s.Shown(s.at.row, s.at.column))
	}
}

// onePaste is a pasted text without the ends of lines that programs put after it.
func onePaste(text string) string {
	return strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
}

// isTable tells whether a pasted text is for more than one cell.
func isTable(text string) bool { return strings.ContainsAny(onePaste(text), "\t\n") }

// paste writes one cell, or hands a table of cells on.
func (s *Sheet) paste(text string) {
	text = onePaste(text)
	if s.at.row < 0 || text == "" {
		return
	}
	if !isTable(text) {
		s.write(text)
		return
	}
	var cells [][]string
	for line := range strings.SplitSeq(text, "\n") {
		cells = append(cells, strings.Split(line, "\t"))
	}
	if s.OnPaste != nil {
		s.OnPaste(s.at.row, s.at.column, cells)
	}
}

// enter acts on the current cell: its choices, its text, or what opens elsewhere.
func (s *Sheet) enter() {
	cell := s.cell(s.at)
	switch {
	case s.at.row < 0:
	case cell.Fixed:
		if s.OnOpen != nil {
			s.OnOpen(s.at.row, s.at.column)
		}
	case cell.Choices != nil:
		s.choose(cell.Choices())
	default:
		s.Edit()
	}
}

// choose shows what can be chosen below the current cell.
func (s *Sheet) choose(choices []Choice) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(s)
	if canvas == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, choice := range choices {
		item := fyne.NewMenuItem(choice.Label, func() {
			s.write(choice.Text)
			s.Focus()
		})
		item.Checked = choice.On
		items = append(items, item)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), canvas, driver.AbsolutePositionForObject(s).Add(s.below(s.at)))
}

// below is the lower left corner of a cell.
func (s *Sheet) below(at spot) fyne.Position {
	corner, size := s.bounds(at)
	return corner.AddXY(0, size.Height)
}

// tab goes to the next cell, over the end of a row to the next; with Shift back. After
// the last cell it leaves the sheet.
func (s *Sheet) tab() {
	if !s.tabTo(backwards()) {
		canvas := fyne.CurrentApp().Driver().CanvasForObject(s)
		switch {
		case canvas == nil:
		case backwards():
			canvas.FocusPrevious()
		default:
			canvas.FocusNext()
		}
	}
}

func (s *Sheet) tabTo(back bool) bool {
	by, from := 1, 0
	if back {
		by, from = -1, len(s.columns)-1
	}
	if column := s.column(s.at.column+by, by); column >= 0 {
		s.goTo(spot{s.at.row, column})
		return true
	}
	row := s.row(s.at.row+by, by)
	if row >= 0 {
		s.goTo(spot{row, s.column(from, by)})
	}
	return row >= 0
}

// backwards tells whether Shift is held.
func backwards() bool {
	held, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && held.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// column is the first column from one on that can be gone to, -1 if there is none.
func (s *Sheet) column(from, by int) int {
	for c := from; c >= 0 && c < len(s.columns); c += by {
		if !s.columns[c].Action {
			return c
		}
	}
	return -1
}

// row is the same for rows.
func (s *Sheet) row(from, by int) int {
	for r := from; r >= 0 && r < len(s.rows); r += by {
		if s.rows[r].Kind == Line {
			return r
		}
	}
	return -1
}

// step moves by columns or rows, as far as there are any.
func (s *Sheet) step(columns, rows int) {
	to := s.at
	if columns != 0 {
		to.column = s.column(s.at.column+columns, columns)
	}
	if rows != 0 {
		to.row = s.row(s.at.row+rows, rows)
	}
	if to.column >= 0 && to.row >= 0 {
		s.goTo(to)
	}
}

// page moves by about as many rows as are in view.
func (s *Sheet) page(by int) {
	for range max(1, int((s.view.bottom-s.view.top)/(look.TextPitch(look.Body)+2*padY))-3) {
		row := s.row(s.at.row+by, by)
		if row < 0 || s.view.bottom >= 1e6 {
			break
		}
		s.at.row = row
	}
	s.moved()
}

func (s *Sheet) goTo(to spot) {
	if to == s.at || to.row < 0 || to.column < 0 {
		return
	}
	s.at = to
	s.moved()
}

func (s *Sheet) moved() {
	s.reveal()
	s.Refresh()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

// Tapped goes to a cell; in the current one it opens it, with its text marked.
func (s *Sheet) Tapped(event *fyne.PointEvent) {
	at, inside := s.under(event.Position)
	had := s.focused || s.editor.open
	s.Focus()
	switch {
	case !inside:
	case at.row < 0 || s.columns[at.column].Action:
		if s.columns[at.column].Action && s.OnHead != nil {
			s.OnHead(at.column)
		}
	case s.rows[at.row].Kind != Line:
	case at == s.at && had:
		s.enter()
		s.markAll()
	default:
		s.goTo(at)
	}
}

// TappedSecondary goes to a cell and asks for the menu of its row.
func (s *Sheet) TappedSecondary(event *fyne.PointEvent) {
	at, inside := s.under(event.Position)
	if !inside || at.row < 0 || s.rows[at.row].Kind != Line {
		return
	}
	s.Focus()
	if !s.columns[at.column].Action {
		s.goTo(at)
	}
	s.menu(at, event.AbsolutePosition)
}

func (s *Sheet) menu(at spot, position fyne.Position) {
	if s.OnMenu != nil && at.row >= 0 {
		s.OnMenu(at.row, position)
	}
}
