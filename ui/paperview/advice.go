package paperview

import (
	"math"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// fewLines is how short the text on the last side is at most for the page to say that
// shortening would save that side.
const fewLines = 12

// linesLeft is about how many lines of running text would still go on the last side.
func (d *draft) linesLeft() int {
	if len(d.set.Pages) == 0 {
		return 0
	}
	return int(d.set.Pages[len(d.set.Pages)-1].Free / d.set.Line)
}

// linesAfter is about how many lines of running text stand after so many sides.
func linesAfter(set typeset.Result, sides int) int {
	sum := 0.0
	for _, page := range set.Pages[min(sides, len(set.Pages)):] {
		sum += set.Room - page.Free
	}
	return int(math.Ceil(sum / set.Line))
}

// longest finds the section that takes most room; false if the paper has none.
func longest(set typeset.Result) (section typeset.Section, found bool) {
	for _, s := range set.Sections {
		if s.Height > section.Height {
			section, found = s, true
		}
	}
	return section, found
}

// lines are about how many lines of running text each section takes, by its key.
func (d *draft) lines() map[string]int {
	lines := map[string]int{}
	for _, s := range d.set.Sections {
		lines[s.ID] = int(math.Ceil(s.Height / d.set.Line))
	}
	return lines
}

// advise says which section is the longest and what shortening it would give, and
// whether the paper is too long.
func (p *Page) advise() {
	d := p.draft
	section, found := longest(d.set)
	long := int(math.Ceil(section.Height / d.set.Line))
	with := func(n, lines int) words.With {
		return words.With{"N": n, "Lines": lines, "Section": section.Title, "Long": long}
	}
	p.warning.Objects = nil
	if signs := lost(p.desk.Plan(), d.set.Changes, p.words); signs != "" {
		p.warning.Add(look.NewAttentionBanner(p.say("lost", words.With{"Signs": signs})))
	}
	for _, refused := range d.set.Refused[:min(len(d.set.Refused), mostFaults)] {
		p.warning.Add(look.NewAttentionBanner(refused.Sentence(p.words)))
	}
	said := ""
	pages := len(d.set.Pages)
	written := d.doc.Format == paper.ForReading || d.doc.Format == paper.ForWorking // not drawn, or left blank to write on
	switch last := linesAfter(d.set, pages-1); {
	case d.fitted.Over > 0:
		p.room.SetText("")
		p.warning.Add(look.NewAttentionBanner(p.say("over", with(d.fitted.Over, linesAfter(d.set, d.most)))))
		p.sayLeftOut()
	case d.fitted.Level > 0:
		p.warning.Add(look.NewBanner(look.IconInfo, look.Primary, p.say("shortened", with(d.tooLong, d.tooLong))))
		p.sayLeftOut()
	case !written || pages == 1:
	case last <= fewLines:
		p.warning.Add(look.NewBanner(look.IconInfo, look.Primary, p.say("nearly", with(last, last))))
	case found && last < long:
		said = p.say("longest.saves", with(last, last))
	case found:
		said = p.say("longest", with(0, 0))
	}
	p.longest.SetText(said)
	shown(p.longest, said != "")
}

// fewSentences is how many sentences on what is left out stand there unasked, where there
// is room.
const fewSentences = 2

// sayLeftOut says what was left out so that the paper fits: at once, or where that would
// take the page's room, when it is asked for.
func (p *Page) sayLeftOut() {
	sentences := p.draft.fitted.LeftOut(p.words)
	if len(sentences) == 0 {
		return
	}
	said := look.VBox(2)
	ask := len(sentences) > fewSentences || p.tight
	if ask {
		key := "left_out.show"
		if p.leftOut {
			key = "left_out.hide"
		}
		said.Add(look.HBox(0, look.NewLink(p.say(key), func() {
			p.leftOut = !p.leftOut
			p.advise()
			p.object.Refresh()
		})))
	}
	if !ask || p.leftOut {
		for _, sentence := range sentences {
			said.Add(look.NewText(sentence).Caption().In(look.Muted))
		}
	}
	row := look.HBox(16, look.Stretch(said))
	if button := p.takeBack(); button != nil {
		row.Add(button)
	}
	p.warning.Add(look.Inset(6, 0, 0, 43, row))
}

// takeBack gives the button that allows as many sides as the whole paper takes; nil where
// no number of sides would do.
func (p *Page) takeBack() *look.Button {
	if p.paper != proposal.Council {
		return nil
	}
	wants := p.draft.whole
	if p.desk.Plan().Project.PrintCover {
		wants-- // it is not counted among the sides
	}
	i := slices.IndexFunc(sidesOffered, func(sides int) bool { return sides >= wants })
	if i < 0 {
		return nil
	}
	sides := sidesOffered[i]
	return look.NewButton(p.say("take_back", words.With{"N": sides}), func() {
		p.change(func(project *model.Project) { project.Sides = sides })
	}).Small()
}

// lost lists the characters that no paper can print, such as a smiling face, and where
// they stand in the plan.
func lost(plan *model.Plan, changes []typeset.Change, w *words.Words) string {
	var signs []string
	for _, change := range changes {
		signs = append(signs, change.Was)
	}
	return strings.Join(proposal.Signs(plan, signs, w), "; ")
}
