// Package sheet is a table one types into as in a spreadsheet. It knows cells, not
// what they mean: its owner gives it rows and is told what was typed.
//
//	s := sheet.New([]sheet.Column{{Head: "What it pays for"}, {Head: "Year 1, £", Number: true}})
//	s.OnWrite = func(row, column int, text string) string {
//		… // store it and give "", or say in one sentence what to write instead
//	}
//	s.SetRows(rows)
//
// The arrows, Tab, Home and End move; typing replaces a cell, Enter and F2 change it,
// Delete empties it, Esc takes back what was typed. Ctrl+Enter asks for a new row,
// Ctrl+Delete to take one away, Alt with an arrow to move it. A click goes to a cell; a
// click on the cell one is in opens it with all its text marked, so that typing replaces
// it there as well. What its owner refuses stays in the cell as it was typed, with the
// sentence below.
//
// A sheet is as high as its rows and is best put into a scroll. Told what is in view
// ([Sheet.SetView]), it draws only that, and its head stays at the top.
package sheet

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/ui/look"
)

// Column is one column.
type Column struct {
	Head   string
	Number bool    // figures, at the right
	Width  float32 // before the text scale; 0 takes its part of what is left
	Part   float32 // of what is left, beside others without a width; 0 is 1
	Action bool    // its head is a button, and its cells are never gone to
}

// Kind says how a row looks.
type Kind int

// The kinds of row. Only a [Line] can be gone to.
const (
	Line     Kind = iota
	Subtotal      // sunk and semibold
	Total         // the same, under a heavy line
	Remark        // quiet, such as “nothing yet”
)

// Row is one row.
type Row struct {
	Key   string // names the row, however it moves
	Kind  Kind
	Cells []Cell // one a column; those that lack are empty
}

// Cell is what stands in a cell.
type Cell struct {
	Text    string
	Edit    string          // what one changes, if not the text
	Icon    look.Icon       // before the text
	Fixed   bool            // cannot be changed here: Enter opens it elsewhere
	Choices func() []Choice // what can be chosen, besides typing it; nil if nothing can
}

// Choice is one thing that can be chosen for a cell.
type Choice struct {
	Label string // in the menu
	Text  string // what choosing it writes, as if it had been typed
	On    bool   // it is in the cell already
}

// toEdit is the text that changing the cell begins with.
func (c Cell) toEdit() string {
	if c.Edit != "" {
		return c.Edit
	}
	return c.Text
}

// Sheet is the table. Use [New].
type Sheet struct {
	widget.BaseWidget
	// Open leaves out the lines between the columns.
	Open bool
	// OnWrite stores a typed text; it gives "" or the sentence that says what to write.
	OnWrite func(row, column int, text string) (refused string)
	// OnMoved is called when another cell is the current one.
	OnMoved func()
	// OnReveal is asked to bring a part of the sheet into view.
	OnReveal func(top, bottom float32)
	// OnFocus is called when the sheet gains the focus.
	OnFocus func()
	// OnNew is asked for a row below a row, -1 at the end.
	OnNew func(below int)
	// OnOpen is called by Enter in a fixed cell.
	OnOpen func(row, column int)
	// OnPaste is given the rows and cells of a table that is pasted at a cell.
	OnPaste func(row, column int, cells [][]string)
	// OnRemove and OnMove are asked to take a row away, and to move it up (-1) or down (1).
	OnRemove func(row int)
	OnMove   func(row, by int)
	// OnMenu is asked for the menu of a row, at a place on the canvas.
	OnMenu func(row int, at fyne.Position)
	// OnHead is called by a click on the head of an action.
	OnHead func(column int)

	columns []Column
	rows    []Row
	at      spot
	wrong   map[place]mistake
	focused bool
	editor  *editor
	view    span
	fitted  fit
}

// spot is a cell by its row and column.
type spot struct{ row, column int }

// place is a cell by the key of its row, which stays when rows move.
type place struct {
	key    string
	column int
}

// mistake is what was typed and could not be stored, with the sentence about it.
type mistake struct{ text, sentence string }

// span is a part of the sheet's height.
type span struct{ top, bottom float32 }

// New gives a sheet without rows.
func New(columns []Column) *Sheet {
	s := &Sheet{columns: columns, wrong: map[place]mistake{}, view: span{0, 1e6}}
	s.editor = newEditor(s)
	s.ExtendBaseWidget(s)
	return s
}

// SetColumns changes the columns.
func (s *Sheet) SetColumns(columns []Column) {
	s.columns = columns
	s.fitted = fit{}
	s.at.column = min(s.at.column, len(columns)-1)
}

// SetRows shows other rows; the current cell stays in its row, if that is still there.
func (s *Sheet) SetRows(rows []Row) {
	key, keys := s.Key(), map[string]bool{}
	s.rows = rows
	s.fitted = fit{}
	found := false
	for i, row := range rows {
		keys[row.Key] = true
		if row.Kind == Line && row.Key == key && key != "" {
			s.at.row, found = i, true
		}
	}
	for p := range s.wrong {
		if !keys[p.key] {
			delete(s.wrong, p)
		}
	}
	if !found {
		s.editor.close()
		s.at.row = s.nearest(s.at.row)
	}
	s.Refresh()
}

// nearest is the line at a row or next to it, -1 if there is none.
func (s *Sheet) nearest(row int) int {
	for reach := range len(s.rows) + 1 {
		for _, i := range []int{row - reach, row + reach} {
			if i >= 0 && i < len(s.rows) && s.rows[i].Kind == Line {
				return i
			}
		}
	}
	return -1
}

// Row is the current row, -1 if there is none.
func (s *Sheet) Row() int { return s.at.row }

// Column is the current column.
func (s *Sheet) Column() int { return s.at.column }

// Key is the key of the current row, "" if there is none.
func (s *Sheet) Key() string {
	if s.at.row < 0 || s.at.row >= len(s.rows) {
		return ""
	}
	return s.rows[s.at.row].Key
}

// Lines is how many lines there are.
func (s *Sheet) Lines() int {
	n := 0
	for _, row := range s.rows {
		if row.Kind == Line {
			n++
		}
	}
	return n
}

// Choose goes to a cell without taking the focus, telling nobody.
func (s *Sheet) Choose(key string, column int) bool {
	for i, row := range s.rows {
		if row.Kind == Line && row.Key == key {
			s.at = spot{i, max(0, min(column, len(s.columns)-1))}
			s.reveal()
			s.Refresh()
			return true
		}
	}
	return false
}

// Focus gives the sheet the keyboard.
func (s *Sheet) Focus() { look.TakeFocus(s) }

// Wrong keeps a text that could not be stored in a cell, with the sentence about it.
func (s *Sheet) Wrong(key string, column int, text, sentence string) {
	s.wrong[place{key, column}] = mistake{text, sentence}
	s.Refresh()
}

// Shown is what a cell shows: its text, or what was typed and could not be stored.
func (s *Sheet) Shown(row, column int) string {
	if m, bad := s.wrong[place{s.rows[row].Key, column}]; bad {
		return m.text
	}
	return s.cell(spot{row, column}).Text
}

// Tabbed gives heads and rows as spreadsheets read them: a tab between cells.
func (s *Sheet) Tabbed() string {
	var b strings.Builder
	put := func(column int, text string) {
		if column > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(strings.Join(strings.Fields(text), " "))
	}
	for column, c := range s.columns {
		if !c.Action {
			put(column, c.Head)
		}
	}
	for row := range s.rows {
		b.WriteByte('\n')
		for column, c := range s.columns {
			if !c.Action {
				put(column, s.cell(spot{row, column}).Text)
			}
		}
	}
	return b.String()
}

// Sentence is what is wrong with the current cell, "" if nothing is.
func (s *Sheet) Sentence() string { return s.wrong[place{s.Key(), s.at.column}].sentence }

// Editing tells whether somebody is typing in a cell.
func (s *Sheet) Editing() bool { return s.editor.open }

// Edit begins to change the current cell with its text.
func (s *Sheet) Edit() {
	if s.at.row >= 0 {
		s.begin(s.current(), false)
	}
}

// SetView says which part of the sheet is in view.
func (s *Sheet) SetView(top, bottom float32) {
	if next := (span{top, bottom}); s.view != next {
		s.view = next
		s.Refresh()
	}
}

func (s *Sheet) cell(at spot) Cell {
	if at.row < 0 || at.row >= len(s.rows) || at.column >= len(s.rows[at.row].Cells) {
		return Cell{Fixed: true}
	}
	return s.rows[at.row].Cells[at.column]
}

// current is the text that changing the current cell begins with.
func (s *Sheet) current() string {
	if m, bad := s.wrong[place{s.Key(), s.at.column}]; bad {
		return m.text
	}
	return s.cell(s.at).toEdit()
}

// markAll marks the text that is changed, so that typing replaces it.
func (s *Sheet) markAll() {
	if s.editor.open {
		s.editor.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// write hands a text for the current cell on, and tells whether it was stored.
func (s *Sheet) write(text string) bool {
	key, cell := place{s.Key(), s.at.column}, s.cell(s.at)
	_, bad := s.wrong[key]
	if cell.Fixed || !bad && text == cell.toEdit() || s.OnWrite == nil {
		return true
	}
	delete(s.wrong, key) // before the new rows are shown
	if refused := s.OnWrite(s.at.row, s.at.column, text); refused != "" {
		s.wrong[key] = mistake{text, refused}
		s.Refresh()
		return false
	}
	s.Refresh()
	return true
}
