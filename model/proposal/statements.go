package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/paper"
)

// The width of one of two columns of text, and the gap between them, in mm.
const (
	halfWidth = 84
	halfGap   = 6
)

// statements says how people, place and learning are looked after: in two columns on
// the council paper, under headings with their review dates in the full one.
func (m *maker) statements() []paper.Block {
	if m.full {
		return m.statementsInFull()
	}
	var all []paper.Block
	var lengths []int
	for _, s := range m.written() {
		text := oneLine(s.Text)
		if m.shorten >= shortStatements {
			text = firstSentence(text)
		}
		all = append(all, paper.Paragraph{Text: paper.Text{
			paper.Strong(m.statementLead(s.Kind)), paper.Plain(" "), paper.Plain(text)}})
		lengths = append(lengths, len([]rune(text))+20)
	}
	if len(all) == 0 {
		return []paper.Block{m.notYet("proposal.statements.decide")}
	}
	if unwritten := m.unwritten(); len(unwritten) > 0 {
		missing := m.lead("proposal.not_yet", m.say("proposal.statements.missing", with{"N": len(unwritten), "List": m.words.And(unwritten)}))
		all = append(all, missing)
		lengths = append(lengths, len([]rune(missing.Text.String())))
	}
	cut := balance(lengths)
	return []paper.Block{paper.Columns{Gap: halfGap, Keep: true, Cols: []paper.Column{
		{Width: halfWidth, Blocks: all[:cut]}, {Width: halfWidth, Blocks: all[cut:]}}}}
}

// written lists the statements that say something, in the fixed order of their kinds.
func (m *maker) written() []*model.Statement {
	all := slices.DeleteFunc(slices.Clone(m.plan.Statements), func(s *model.Statement) bool { return oneLine(s.Text) == "" })
	_, kinds := model.StatementKind("").Choices()
	place := func(s *model.Statement) int {
		if i := slices.Index(kinds, string(s.Kind)); i >= 0 {
			return i
		}
		return len(kinds)
	}
	slices.SortStableFunc(all, func(a, b *model.Statement) int { return place(a) - place(b) })
	return all
}

// unwritten names the kinds of statement that nobody has written.
func (m *maker) unwritten() []string {
	var all []string
	_, kinds := model.StatementKind("").Choices()
	written := m.written()
	for _, kind := range kinds {
		if !slices.ContainsFunc(written, func(s *model.Statement) bool { return string(s.Kind) == kind }) {
			all = append(all, m.say("proposal.statements.about."+kind))
		}
	}
	return all
}

func (m *maker) statementTitle(k model.StatementKind) string {
	if key := "proposal.statements.title." + string(k); m.words.Has(key) {
		return m.say(key)
	}
	return m.say("proposal.statements.title.other")
}

func (m *maker) statementLead(k model.StatementKind) string {
	return m.say("proposal.statements.lead", with{"Title": m.statementTitle(k)})
}

// balance says after how many paragraphs two columns are most alike in height.
func balance(lengths []int) int {
	all := 0
	for _, n := range lengths {
		all += n
	}
	before, best, cut := 0, all, len(lengths)
	for i, n := range lengths {
		before += n
		if off := max(2*before-all, all-2*before); off < best || i == 0 {
			best, cut = off, i+1
		}
	}
	return cut
}

func (m *maker) statementsInFull() []paper.Block {
	var blocks []paper.Block
	var undated []string
	written := m.written()
	_, kinds := model.StatementKind("").Choices()
	for _, s := range written {
		blocks = append(blocks, paper.Heading{Level: 3, Text: paper.Words(m.statementTitle(s.Kind))})
		for _, p := range paragraphs(s.Text) {
			blocks = append(blocks, paper.Paragraph{Text: paper.Words(p)})
		}
		if review := m.words.Date(s.Review); review != "" {
			blocks = append(blocks, m.lead("proposal.statements.review", review))
		} else {
			undated = append(undated, m.statementTitle(s.Kind))
		}
	}
	for _, kind := range kinds {
		if !slices.ContainsFunc(written, func(s *model.Statement) bool { return string(s.Kind) == kind }) {
			blocks = append(blocks,
				paper.Heading{Level: 3, Text: paper.Words(m.statementTitle(model.StatementKind(kind)))},
				m.notYet("proposal.statements.decide."+kind))
		}
	}
	if len(undated) > 0 {
		blocks = append(blocks, paper.Paragraph{Text: paper.Text{paper.Strong(m.say("proposal.statements.review.none")), paper.Plain(" "),
			paper.Plain(m.sentence(m.words.Commas(undated)))}})
	}
	return blocks
}
