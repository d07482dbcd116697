package mapview

import (
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// typist is the line below the outline in which a plan is typed fast: Enter adds a card
// and waits for the next one, Tab goes deeper (need, activity, outcome, goal) and Shift
// with Tab back. Each card is led to by the last one that stands further left.
type typist struct {
	page   *Page
	object *fyne.Container
	field  *look.Field
	shape  *look.Shape
	says   *look.Text
	column int
	thread [columns]model.ID // the card that was typed or chosen last in each column, "" for none
}

func newTypist(p *Page) *typist {
	t := &typist{page: p, field: look.NewField(""), shape: look.NewShape(look.IconNeed, look.Muted, 20), says: look.NewText("").Caption().In(look.Muted).AtMost(1)}
	t.field.OnEnter = t.enter
	t.field.OnEscape = func() { p.lines.takeFocus() }
	t.field.OnTab(func() {
		if p.view.withShift() {
			t.level(t.column - 1)
		} else {
			t.level(t.column + 1)
		}
	})
	t.field.OnPaste(t.paste)
	t.object = look.VBox(4, t.says, look.HBox(look.Gap, t.shape, look.Stretch(t.field)))
	t.level(0)
	return t
}

// level goes to a column.
func (t *typist) level(column int) {
	t.column = max(0, min(column, columns-1))
	kind := look.Need + look.Kind(t.column)
	t.shape.Set(kind.Icon(), kind.Color())
	t.field.Placeholder(t.page.say("new." + columnKeys[t.column]))
	t.tell()
}

// tell says what the line stands for, and what the keys do.
func (t *typist) tell() {
	p, kind := t.page, t.page.say("typing."+columnKeys[t.column])
	if from := t.parent(t.page.desk.Plan()); from != "" {
		kind = p.say("typing.under", words.With{"Kind": kind, "Name": insight.NameOf(p.words, p.desk.Plan(), from)})
	}
	t.says.SetText(p.say("typing", words.With{"Kind": kind}))
}

// parent is the card that leads to the one that is typed, "" for none.
func (t *typist) parent(plan *model.Plan) model.ID {
	for column := t.column - 1; column >= 0; column-- {
		if id := t.thread[column]; id != "" && plan.Item(id) != nil {
			return id
		}
	}
	return ""
}

// follow takes up the thread of a row of the outline: what is typed next stands beside it.
func (t *typist) follow(ids []model.ID) {
	t.thread = [columns]model.ID{}
	for _, id := range ids {
		if i, ok := t.page.scene.cardOf[id]; ok {
			t.column = t.page.scene.cards[i].column
			t.thread[t.column] = id
		}
	}
	t.level(t.column)
}

// reached keeps in mind that a card was typed.
func (t *typist) reached(column int, id model.ID) {
	t.thread[column] = id
	for deeper := column + 1; deeper < columns; deeper++ {
		t.thread[deeper] = ""
	}
}

// enter adds what was typed. An empty line goes back to the level above.
func (t *typist) enter() {
	title := t.field.Trimmed()
	if title == "" {
		t.level(t.column - 1)
		return
	}
	t.write([]typed{{t.column, title}})
}

// paste takes a list of lines, each of which is a card; what is further in stands
// deeper. One line alone is text like any other.
func (t *typist) paste(text string) bool {
	lines := typedLines(text, t.column)
	if len(lines) < 2 {
		return false
	}
	if len(lines) > mostPasted {
		t.page.head.refuse(t.page.say("paste_many", words.With{"N": len(lines), "Most": mostPasted}))
		return true
	}
	t.write(lines)
	return true
}

// typed is a line of an outline.
type typed struct {
	column int
	title  string
}

// typedLines reads an indented list; its first line is in a column.
func typedLines(text string, column int) []typed {
	var lines []typed
	first := -1
	for line := range strings.Lines(text) {
		title := model.ListedLine(line)
		if title == "" {
			continue
		}
		line = strings.ReplaceAll(line, "\t", "    ")
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		if first < 0 {
			first = depth
		}
		lines = append(lines, typed{depth - first, title})
	}
	return inColumns(lines, column)
}

// inColumns turns how far lines are indented into columns: each further one is one deeper.
func inColumns(lines []typed, column int) []typed {
	var open []int // the indents above, from the outermost
	for i, line := range lines {
		for len(open) > 0 && open[len(open)-1] >= line.column {
			open = open[:len(open)-1]
		}
		lines[i].column = min(column+len(open), columns-1)
		open = append(open, line.column)
	}
	return lines
}

// write adds lines in one step. A card of this title that is there already is led to
// once more instead of being there twice.
func (t *typist) write(lines []typed) {
	p := t.page
	name := "edit.map.paste"
	if len(lines) == 1 {
		name = "edit.add." + string(newIn(lines[0].column, "").Type())
	}
	before, column := t.thread, t.column
	err := p.desk.Edit(name, func(c *edit.Change) error {
		for _, line := range lines {
			t.column = line.column
			id, err := cardCalled(c, line)
			if err != nil {
				return err
			}
			if from := t.parent(c.Plan()); from != "" {
				if err := linkOnce(c, from, id); err != nil {
					return err
				}
			}
			t.reached(line.column, id)
		}
		return nil
	})
	if err != nil {
		t.thread, t.column = before, column
		p.head.refuse(p.words.Explain(err))
		return
	}
	t.field.SetText("")
	thread, column := t.thread, t.column
	p.lines.showThread(thread)
	t.thread = thread // of a large map the outline may not have the new cards yet
	t.level(column)
	p.Choose(thread[column])
	t.field.Focus()
}

// cardCalled gives the card of a column that has a title, and adds it if there is none.
func cardCalled(c *edit.Change, line typed) (model.ID, error) {
	fresh := newIn(line.column, line.title)
	for _, item := range c.Plan().List(fresh.Type()) {
		if model.ColumnOf(item) == model.ColumnOf(fresh) && strings.EqualFold(model.Title(item), line.title) {
			return item.Head().ID, nil
		}
	}
	return c.Add(fresh)
}

func linkOnce(c *edit.Change, from, to model.ID) error {
	for _, l := range c.Plan().From(from) {
		if l.To == to {
			return nil
		}
	}
	_, err := c.Add(&model.Link{From: from, To: to, Strength: model.Some})
	return err
}
