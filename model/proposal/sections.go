package proposal

import (
	"cmp"
	"slices"
	"strconv"

	"commonplan/model"
	"commonplan/model/paper"
)

// SectionChoice is a section of a paper, with what the project says about it.
type SectionChoice struct {
	Key     string // its id in this paper
	Title   string
	Hidden  bool
	Text    string // the group's own words after it
	Movable bool   // false for annexes, which keep their letters
	Open    bool   // says nothing yet: the last section has what is to be decided
}

// arranged puts the sections of a paper in the order the project wants, leaves out those
// it hides, adds the group's own words, and lists them all.
func (m *maker) arranged(p Paper, blocks []paper.Block) ([]paper.Block, []SectionChoice) {
	records := map[string]*model.Section{}
	for _, s := range m.plan.Sections {
		if s.Paper == string(p) && records[s.Key] == nil {
			records[s.Key] = s
		}
	}
	order := inPlace(blocks, records)
	var out []paper.Block
	var choices []SectionChoice
	for _, b := range blocks {
		section, ok := b.(paper.Section)
		if !ok || section.ID == "" {
			out = append(out, b)
			continue
		}
		if movable(section) {
			section, order = order[0], order[1:]
		}
		choice := chosen(section, records)
		choice.Movable = movable(section)
		choice.Open = m.isOpen(section.ID) && len(paragraphs(choice.Text)) == 0
		choices = append(choices, choice)
		if !choice.Hidden && !choice.Open {
			out = append(out, worded(section, choice))
		}
	}
	if last, any := m.lastSection(choices); any {
		choice := chosen(last, records)
		choices = append(choices, choice)
		if !choice.Hidden {
			out = append(out, worded(last, choice))
		}
	}
	return numbered(m.joined(out)), choices
}

// chosen is what the project says about a section.
func chosen(s paper.Section, records map[string]*model.Section) SectionChoice {
	choice := SectionChoice{Key: s.ID, Title: s.Title}
	if r := records[s.ID]; r != nil {
		choice.Hidden, choice.Text = r.Hidden, r.Text
	}
	return choice
}

// worded adds the group's own words to a section.
func worded(s paper.Section, choice SectionChoice) paper.Section {
	for _, words := range paragraphs(choice.Text) {
		s.Blocks = append(s.Blocks, paper.Paragraph{Text: paper.Words(words)})
	}
	return s
}

// numbered counts the sections that have numbers; annexes keep their letters.
func numbered(blocks []paper.Block) []paper.Block {
	number := 0
	for i, b := range blocks {
		section, ok := b.(paper.Section)
		if !ok || section.ID == "" {
			continue
		}
		if _, err := strconv.Atoi(section.Number); err == nil {
			number++
			section.Number = strconv.Itoa(number)
			blocks[i] = section
		}
	}
	return blocks
}

// movable tells that a section may change its place: it has no letter by which other
// papers speak of it.
func movable(s paper.Section) bool {
	_, err := strconv.Atoi(s.Number)
	return s.Number == "" || err == nil
}

// inPlace gives the movable sections in their order: each with a place stands there,
// the others fill the places between as the paper has them.
func inPlace(blocks []paper.Block, records map[string]*model.Section) []paper.Section {
	var all []paper.Section
	for _, b := range blocks {
		if s, ok := b.(paper.Section); ok && s.ID != "" && movable(s) {
			all = append(all, s)
		}
	}
	place := func(s paper.Section) int {
		if r := records[s.ID]; r != nil {
			return r.Place
		}
		return 0
	}
	var out, placed []paper.Section
	for _, s := range all {
		if place(s) > 0 {
			placed = append(placed, s)
		} else {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(placed, func(a, b paper.Section) int { return cmp.Compare(place(a), place(b)) })
	for _, s := range placed {
		out = slices.Insert(out, min(place(s)-1, len(out)), s)
	}
	return out
}
