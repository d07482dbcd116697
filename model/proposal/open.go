package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// The council paper of a small plan is two calm sides. What is not decided yet, whole
// sections and single facts, is gathered in its last section, which says what is still
// to be decided; nothing of it stands in the sections and tables before.

// mostSmall is how many needs, activities and outcomes a small plan has at most.
const mostSmall = 8

// mostFact is how many letters a paragraph has at most that stands without a heading of
// its own: about three lines.
const mostFact = 300

// openID is the last section, which gathers what is not decided yet.
const openID = "open"

// isSmall tells whether a plan is small but a plan: something is not right, something is
// done about it, something will be different.
func isSmall(p *model.Plan) bool {
	return len(p.Needs) > 0 && len(p.Activities) > 0 && len(p.Outcomes) > 0 &&
		len(p.Needs)+len(p.Activities)+len(p.Outcomes) <= mostSmall
}

// gathers tells that a paper leaves what is not decided yet for its last section.
func gathers(p *model.Plan, o Options) bool {
	return o.Paper == Council && o.Large == 0 && isSmall(p)
}

// openPoints gathers what is not decided yet, each under the section it belongs to.
type openPoints struct {
	section string // that is being made
	whole   map[string]string
	points  map[string][]string
}

// leaveSection begins a section. It is true if the section says nothing yet and is left
// for the last one.
func (m *maker) leaveSection(id string) bool {
	if m.open == nil {
		return false
	}
	m.open.section = id
	if nothing, decide := m.nothingIn(id); nothing {
		m.open.whole[id] = m.say("proposal." + decide)
	}
	return m.isOpen(id)
}

// nothingIn tells whether nothing is decided of a section, and names the words for what is
// to be decided.
// Those that every small plan fills are not among them, nor are the costs, which a
// council looks for.
func (m *maker) nothingIn(id string) (nothing bool, decide string) {
	switch id {
	case "involved":
		return len(m.heard()) == 0, "involved.decide"
	case "measures":
		return len(m.plan.Indicators) == 0, "measures.decide"
	case "partners":
		return len(m.plan.Partners) == 0 && oneLine(m.project.WhyUs) == "", "partners.decide.why"
	case "options":
		return len(m.plan.Options) == 0, "options.decide"
	case "risks":
		return len(m.plan.Risks) == 0, "risks.decide"
	case "statements":
		return len(m.written()) == 0, "statements.decide"
	}
	return false, ""
}

// isOpen tells that a section says nothing yet, and is left to the last one.
func (m *maker) isOpen(id string) bool { return m.open != nil && m.open.whole[id] != "" }

// leave notes something of the section being made for the last one, in the words of a
// key. It is false where the paper says such things in their own places.
func (m *maker) leave(key string) bool {
	if m.open == nil {
		return false
	}
	said := m.say("proposal.open." + key)
	if all := m.open.points[m.open.section]; !slices.Contains(all, said) {
		m.open.points[m.open.section] = append(all, said)
	}
	return true
}

// leadOr is a paragraph that opens with words in semibold. If it says nothing yet, it is
// left for the last section, under the key open.
func (m *maker) leadOr(open, key, text string) []paper.Block {
	if oneLine(text) == "" && m.leave(open) {
		return nil
	}
	return []paper.Block{m.lead(key, text)}
}

// leaveEmpty drops the columns of a table, by their places, in which nothing is decided
// yet, and leaves each for the last section under its key. A table of which one column
// is left becomes a sentence.
func (m *maker) leaveEmpty(t paper.Table, columns map[int]string) paper.Block {
	if m.open == nil {
		return t
	}
	var drop []int
	for c := range t.Cols {
		if key := columns[c]; key != "" && m.isUndecided(t, c) {
			m.leave(key)
			drop = append(drop, c)
		}
	}
	for _, c := range slices.Backward(drop) {
		dropColumn(&t, c)
	}
	if len(t.Cols) > 1 {
		return t
	}
	var all []string
	for _, row := range t.Rows {
		all = append(all, row.Cells[0].Lines[0].String())
	}
	return paper.Paragraph{Text: paper.Words(m.sentence(m.dots(all)))}
}

// isUndecided tells whether nothing is decided in a column. Cells that span columns do
// not count.
func (m *maker) isUndecided(t paper.Table, column int) bool {
	return !slices.ContainsFunc(t.Rows, func(row paper.Row) bool {
		at := 0
		for _, cell := range row.Cells {
			if at == column && cell.Span <= 1 && !m.saysNothing(cell) {
				return true
			}
			at += max(cell.Span, 1)
		}
		return false
	})
}

func (m *maker) saysNothing(c paper.Cell) bool {
	if len(c.Lines) != 1 {
		return len(c.Lines) == 0
	}
	said := c.Lines[0].String()
	return said == "" || said == m.undecided().Text
}

// dropColumn takes a column out of a table. Its width goes to the column of names, but
// for one without a width of its own.
func dropColumn(t *paper.Table, column int) {
	gone := t.Cols[column].Width
	t.Cols = slices.Delete(slices.Clone(t.Cols), column, column+1)
	if i := slices.IndexFunc(t.Cols, func(c paper.Col) bool { return c.Names && c.Width > 0 }); i >= 0 {
		t.Cols[i].Width += gone
	}
	for r, row := range t.Rows {
		at := 0
		for i, cell := range row.Cells {
			span := max(cell.Span, 1)
			if column < at || column >= at+span {
				at += span
				continue
			}
			cells := slices.Clone(row.Cells)
			if span > 1 {
				cells[i].Span--
			} else {
				cells = slices.Delete(cells, i, i+1)
			}
			t.Rows[r].Cells = cells
			break
		}
	}
}

// lastSection says what is not decided yet, for the sections that are printed; false if
// everything is decided.
func (m *maker) lastSection(choices []SectionChoice) (paper.Section, bool) {
	section := paper.Section{ID: openID, Number: "0", Title: m.say("proposal.section.open")}
	if m.open == nil {
		return section, false
	}
	var l paper.List
	var points []string
	for _, c := range choices {
		if c.Hidden {
			continue
		}
		if c.Open {
			l.Items = append(l.Items, paper.Text{
				paper.Strong(m.say("proposal.open.fact", with{"Section": c.Title})), paper.Plain(" "), paper.Plain(m.open.whole[c.Key])})
		}
		points = append(points, m.open.points[c.Key]...)
	}
	if len(points) > 0 {
		said := m.sentence(m.words.Semicolons(points))
		item := paper.Words(words.Capital(said))
		if len(l.Items) > 0 {
			item = paper.Text{paper.Strong(m.say("proposal.open.also")), paper.Plain(" "), paper.Plain(said)}
		}
		l.Items = append(l.Items, item)
	}
	section.Blocks = []paper.Block{l}
	return section, len(l.Items) > 0
}

// joined puts the sections of a small plan that are a sentence or two under one heading,
// where the last of them stands.
func (m *maker) joined(blocks []paper.Block) []paper.Block {
	if m.open == nil {
		return blocks
	}
	var short []int
	for i, b := range blocks {
		if s, ok := b.(paper.Section); ok && isShort(s) {
			short = append(short, i)
		}
	}
	if len(short) < 2 {
		return blocks
	}
	var titles []string
	var facts []paper.Block
	for i, at := range short {
		s := blocks[at].(paper.Section)
		facts = append(facts, m.fact(s)...)
		if i > 0 {
			s.Title = m.uncapital(s.Title)
		}
		titles = append(titles, s.Title)
	}
	last := short[len(short)-1]
	section := blocks[last].(paper.Section)
	section.Title, section.Break, section.Blocks = m.words.And(titles), paper.RunOn, facts
	var out []paper.Block
	for i, b := range blocks {
		if i == last {
			out = append(out, section)
		} else if !slices.Contains(short, i) {
			out = append(out, b)
		}
	}
	return out
}

// isShort tells that a section is a sentence or two.
func isShort(s paper.Section) bool {
	return len(s.Blocks) > 0 && len(s.Blocks) <= 2 && !slices.ContainsFunc(s.Blocks, func(b paper.Block) bool {
		p, ok := b.(paper.Paragraph)
		return !ok || len(p.Text.String()) > mostFact
	})
}

// fact is a short section behind its title, as paragraphs.
func (m *maker) fact(s paper.Section) []paper.Block {
	blocks := slices.Clone(s.Blocks)
	first := blocks[0].(paper.Paragraph)
	first.Text = append(paper.Text{paper.Strong(m.say("proposal.open.fact", with{"Section": s.Title})), paper.Plain(" ")}, first.Text...)
	blocks[0] = first
	return blocks
}
