package costs

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/ui/sheet"
)

// part is one of the tables of the page, with what its rows are made of.
type part struct {
	page  *Page
	sheet *sheet.Sheet
	kind  model.Type
	ids   [][]model.ID // of each row; none for sums
	above []offset     // of all that it stands in, and its own

	put   func(w writer, ids []model.ID, column int, text string) ([]model.ID, error)
	fresh func(below []model.ID) model.Item // a new record, below a row
	sums  int                               // the column where a sum stands, the first of several
}

// offset tells how far down something stands in what it is in.
type offset func() float32

// newPart joins a sheet to what it writes.
func (p *Page) newPart(kind model.Type, columns []sheet.Column) *part {
	t := &part{page: p, kind: kind, sheet: sheet.New(columns)}
	s := t.sheet
	s.OnWrite = t.write
	s.OnPaste = t.paste
	s.OnNew = t.add
	s.OnRemove = t.remove
	s.OnMove = t.move
	s.OnMenu = t.menu
	s.OnOpen = func(row, _ int) { p.openForm(t.ids[row][0]) }
	s.OnMoved = p.chose
	s.OnFocus = func() { p.use(t) }
	s.OnReveal = func(top, bottom float32) { p.reveal(t, top, bottom) }
	return t
}

// set shows rows and remembers what they are made of.
func (t *part) set(rows []sheet.Row, ids [][]model.ID) {
	t.ids = ids
	t.sheet.SetRows(rows)
}

// chosen is the record of the current row, "" if there is none.
func (t *part) chosen() model.ID {
	if row := t.sheet.Row(); row >= 0 && row < len(t.ids) && len(t.ids[row]) > 0 {
		return t.ids[row][0]
	}
	return ""
}

// row is the row that holds a record, -1 if none does.
func (t *part) row(id model.ID) int {
	return slices.IndexFunc(t.ids, func(ids []model.ID) bool { return slices.Contains(ids, id) })
}

func (t *part) edit(what string, change func(w writer) error) error {
	name := "edit." + what + "." + string(t.kind)
	return t.page.desk.Edit(name, func(c *edit.Change) error { return change(writer{c, t.page.words}) })
}

// write stores what was typed into a cell, or says why it cannot be.
func (t *part) write(row, column int, text string) string {
	err := t.edit("change", func(w writer) error {
		_, err := t.put(w, t.ids[row], column, text)
		return err
	})
	if err != nil {
		return t.page.words.Explain(err)
	}
	return ""
}

// refused is a cell that could not be stored as it was pasted.
type refused struct {
	key            model.ID
	column         int
	text, sentence string
}

// paste stores a table of cells from a cell on, and adds the rows there are too few of.
// What cannot be stored stays in its cell as it was pasted; nothing is emptied.
func (t *part) paste(row, column int, cells [][]string) {
	var lines [][]model.ID
	for _, ids := range t.ids[row:] {
		if len(ids) == 0 {
			break // below a sum stand lines of another kind, which nobody meant
		}
		lines = append(lines, ids)
	}
	at := t.placed(column, cells)
	var wrong []refused
	err := t.page.desk.Edit("costs.edit.paste", func(c *edit.Change) error {
		wrong = nil
		w := writer{c, t.page.words}
		var last []model.ID
		for i, texts := range cells {
			if i < len(lines) {
				last = lines[i]
			} else {
				id, err := w.insert(t.fresh(last), last)
				if err != nil {
					return err
				}
				last = []model.ID{id}
			}
			for j, text := range texts {
				if text == "" {
					continue
				}
				ids, err := t.put(w, last, at(j), text)
				if err != nil {
					wrong = append(wrong, refused{last[0], at(j), text, t.page.words.Explain(err)})
					continue
				}
				last = ids
			}
		}
		return nil
	})
	if err != nil {
		t.page.shell.Trouble(err)
		return
	}
	for _, cell := range wrong {
		t.sheet.Wrong(string(cell.key), cell.column, cell.text, cell.sentence)
	}
}

// placed tells in which column of the table each column of a pasted one goes: in its
// order from the current one on, but sums beside names go where sums stand.
func (t *part) placed(column int, cells [][]string) func(int) int {
	if column != 0 || !sumsBesideNames(cells) {
		return func(pasted int) int { return column + pasted }
	}
	return func(pasted int) int { return pasted * t.sums }
}

// sumsBesideNames tells whether a table is names with a sum beside them, and nothing else.
func sumsBesideNames(cells [][]string) bool {
	sums := 0
	for _, row := range cells {
		if len(row) < 2 || len(row) == 2 && strings.TrimSpace(row[1]) == "" {
			continue
		}
		if _, err := model.ParsePence(row[1]); err != nil || len(row) > 2 {
			return false
		}
		sums++
	}
	return sums > 0
}

// insert adds a record below the first one of a row.
func (w writer) insert(item model.Item, below []model.ID) (model.ID, error) {
	id, err := w.change.Add(item)
	if err == nil && len(below) > 0 {
		err = w.change.Move(id, below[0])
	}
	return id, err
}

// add puts a new row below a row, or at the end for -1, and begins to type in it.
func (t *part) add(below int) {
	var ids []model.ID
	if below >= 0 && below < len(t.ids) {
		ids = t.ids[below]
	}
	var id model.ID
	err := t.edit("add", func(w writer) (err error) {
		id, err = w.insert(t.fresh(ids), ids)
		return err
	})
	if err != nil {
		t.page.shell.Trouble(err)
		return
	}
	t.page.use(t)
	t.sheet.Choose(string(id), 0)
	t.sheet.Edit()
	t.page.chose()
}

// remove takes a row away; undo brings it back.
func (t *part) remove(row int) {
	err := t.edit("remove", func(w writer) error {
		for _, id := range t.ids[row] {
			if err := w.change.Remove(id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.page.shell.Trouble(err)
	}
	t.page.chose()
}

// move puts a row one up (-1) or down (1), among those of its kind.
func (t *part) move(row, by int) {
	to := row + by
	if to < 0 || to >= len(t.ids) || len(t.ids[to]) == 0 || len(t.ids[row]) == 0 {
		return
	}
	upper, lower := t.ids[row], t.ids[to]
	if by < 0 {
		upper, lower = lower, upper
	}
	err := t.edit("move", func(w writer) error {
		for _, id := range upper {
			if err := w.change.Move(id, w.sameYear(id, lower)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.page.shell.Trouble(err)
	}
}

// sameYear finds among records the one of the same year, else the first.
func (w writer) sameYear(id model.ID, among []model.ID) model.ID {
	of, ok := w.change.Plan().Item(id).(*model.Cost)
	for _, other := range among {
		if c, same := w.change.Plan().Item(other).(*model.Cost); ok && same && yearOf(c) == yearOf(of) {
			return other
		}
	}
	return among[0]
}
