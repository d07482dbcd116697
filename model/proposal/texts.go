package proposal

import (
	"strings"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// with is what is put into a sentence.
type with = words.With

func (m *maker) say(key string, w ...with) string { return m.words.Say(key, w...) }

// oneLine puts a text of several lines on one, without doubled spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// paragraphs cuts a long text at its line ends.
func paragraphs(text string) []string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// undecided is what stands where something is missing.
func (m *maker) undecided() paper.Run { return paper.Muted(m.say("proposal.undecided")) }

// cell holds a text, or says that it is not decided yet.
func (m *maker) cell(text string) paper.Cell {
	if text = oneLine(text); text == "" {
		return paper.TextCell(m.undecided())
	}
	return paper.WordsCell(text)
}

// strongCell is [maker.cell] in semibold.
func (m *maker) strongCell(text string) paper.Cell {
	if text = oneLine(text); text == "" {
		return paper.TextCell(m.undecided())
	}
	return paper.TextCell(paper.Strong(text))
}

// labelCell holds a record's number, such as N1.
func (m *maker) labelCell(id model.ID) paper.Cell { return paper.TextCell(paper.ID(m.plan.Label(id))) }

// notYet is all that a section with nothing in it says: that it is not decided yet,
// and what belongs to it. A paper states facts to its reader: what its writers could do
// is said beside it in the app.
func (m *maker) notYet(key string) paper.Paragraph {
	return paper.Paragraph{Text: paper.Text{
		paper.Strong(m.say("proposal.not_yet")), paper.Plain(" "), paper.Plain(m.say(key))}}
}

// lead is a paragraph that opens with words in semibold.
func (m *maker) lead(key, text string) paper.Paragraph {
	t := paper.Text{paper.Strong(m.say(key)), paper.Plain(" ")}
	if text = oneLine(text); text == "" {
		return paper.Paragraph{Text: append(t, m.undecided())}
	}
	return paper.Paragraph{Text: append(t, paper.Plain(text))}
}

// leads are paragraphs that open with words in semibold, each a pair of key and text.
// Those in a row that say nothing yet share a line.
func (m *maker) leads(pairs ...[2]string) []paper.Block {
	var blocks []paper.Block
	var open paper.Text // what is not decided yet, and has no paragraph so far
	closeOpen := func() {
		if len(open) > 0 {
			blocks = append(blocks, paper.Paragraph{Text: open})
		}
		open = nil
	}
	for _, pair := range pairs {
		if oneLine(pair[1]) == "" && m.leave(strings.TrimPrefix(pair[0], "proposal.")) {
			continue
		}
		p := m.lead(pair[0], pair[1])
		if oneLine(pair[1]) != "" || m.print.Large > 0 {
			closeOpen()
			blocks = append(blocks, p)
			continue
		}
		if len(open) > 0 {
			open = append(open, paper.Plain(m.say("proposal.dot")))
		}
		open = append(open, p.Text...)
	}
	closeOpen()
	return blocks
}

// small is a note in the smaller size.
func small(text string) paper.Paragraph {
	return paper.Paragraph{Text: paper.Words(text), Small: true}
}

// dots joins short texts with points in the middle of the line.
func (m *maker) dots(items []string) string {
	said := ""
	for i, item := range items {
		if i == 0 {
			said = item
			continue
		}
		said = m.say("proposal.dots", with{"Before": said, "Item": item})
	}
	return said
}

// labels lists the numbers of records: "A1, A3".
func (m *maker) labels(ids []model.ID) string { return m.words.Commas(m.labelsOf(ids)) }

func (m *maker) labelsOf(ids []model.ID) []string {
	var all []string
	for _, id := range ids {
		if label := m.plan.Label(id); label != "" {
			all = append(all, label)
		}
	}
	return all
}

// splitLead cuts a title at its natural break, the end of its first clause; rest is
// empty if it has none.
func splitLead(title string) (lead, rest string) {
	title = oneLine(title)
	best := -1
	for _, end := range []string{"; ", ". "} {
		if i := strings.Index(title, end); i > 0 && (best < 0 || i < best) {
			best = i
		}
	}
	if best < 0 {
		return title, ""
	}
	return title[:best+1], title[best+2:]
}

// firstSentence cuts a text after its first sentence.
func firstSentence(text string) string {
	text = oneLine(text)
	for i, r := range text {
		if !strings.ContainsRune(".?!", r) {
			continue
		}
		end := i + 1
		for _, closing := range []string{"”", "’", ")"} {
			if strings.HasPrefix(text[end:], closing) {
				end += len(closing)
				break
			}
		}
		if strings.HasPrefix(text[end:], " ") && !abbreviation(text[:i]) {
			return text[:end]
		}
	}
	return text
}

// abbreviation tells that a point after a text ends no sentence, as in "e.g." and "Dr.".
func abbreviation(before string) bool {
	last := before[strings.LastIndexAny(before, " (.")+1:]
	return len(last) <= 2
}

// saysNumber tells whether a text holds a number as a whole word.
func saysNumber(text, number string) bool {
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return r != ',' && (r < '0' || r > '9')
	}) {
		if strings.Trim(field, ",") == number {
			return true
		}
	}
	return false
}
