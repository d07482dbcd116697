package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// How high a map may be in mm.
const (
	mapLow         = 118.0 // leaves room for sections 3 and 4 on one side
	mapStep        = 2.0
	mapTall        = 130.0 // where the cards need it
	wholeMapHeight = 235   // in the annex: a side less its heading
)

// drawing is a map with what it leaves out.
type drawing struct {
	picture figure.Picture
	notes   figure.MapNotes
}

// drawings keeps the maps of one plan, so that shortening a paper step by step draws
// each only once.
type drawings map[bool]drawing // by whether the needs are left out

// draw gives the map of section 4, with or without the needs, as low as its cards let it.
func (m *maker) draw(withoutNeeds bool) drawing {
	if d, ok := m.drawn[withoutNeeds]; ok {
		return d
	}
	d := m.drawHigh(mapTall, withoutNeeds)
	if d.notes.Fits {
		for height := mapLow; height < mapTall; height += mapStep {
			lower := m.drawHigh(height, withoutNeeds)
			if lower.notes == d.notes {
				d = lower
				break
			}
		}
	}
	m.drawn[withoutNeeds] = d
	return d
}

func (m *maker) drawHigh(height float64, withoutNeeds bool) drawing {
	picture, notes := figure.Map(m.plan, figure.MapOptions{
		Words: m.words, Metrics: metrics.Of(m.print.Typeface), NoNeeds: withoutNeeds, Height: height})
	return drawing{picture, notes}
}

// lowMap is how high in mm a map is at most that the goals need not stay with: the map
// of a small plan goes where there is room, and at last any map does.
const lowMap = 75

// mapBlocks is the heart of section 4: the map, or where it has no room the outcomes
// in a table. The full paper has both.
func (m *maker) mapBlocks() []paper.Block {
	if m.print.Large > 0 {
		return m.paths(largeHeight)
	}
	d := m.draw(false)
	if m.shorten >= shortMap {
		if without := m.draw(true); !d.notes.Fits || without.picture.Height < d.picture.Height {
			d = without // of a small map they stay where they take no height
		}
	}
	if !d.notes.Fits {
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.say(m.inPaper("proposal.outcomes.moved"))), KeepWithNext: true}, m.outcomeTable(m.full)}
	}
	intro := "proposal.outcomes.intro"
	if d.notes.NeedsLeftOut {
		intro = "proposal.outcomes.intro.short"
	}
	var caption paper.Text
	switch {
	case d.notes.Repeated > 0:
		caption = paper.Words(m.say(m.inPaper("proposal.outcomes.caption.repeated")))
	case m.anyReason():
		caption = paper.Words(m.say(m.inPaper("proposal.outcomes.caption")))
	}
	var blocks []paper.Block
	if m.open == nil || d.notes.NeedsLeftOut { // else the columns of so small a map need no words
		blocks = append(blocks, paper.Paragraph{Text: paper.Words(m.say(intro, with{"Section": m.say("proposal.section.need")})), KeepWithNext: true})
	}
	blocks = append(blocks,
		paper.Figure{Picture: d.picture, Caption: caption, KeepWithNext: m.shorten < shortMap && d.picture.Height > lowMap})
	if m.full {
		blocks = append(blocks, m.outcomeTable(true))
	}
	return blocks
}

// anyReason tells whether somebody has written down why a link is believed, so that
// there is something to look up.
func (m *maker) anyReason() bool {
	return slices.ContainsFunc(m.plan.Links, func(l *model.Link) bool {
		return oneLine(l.Why) != "" || len(m.evidenceFor(l.ID)) > 0
	})
}

// inPaper is a key, or its variant for the full paper, which has the annexes itself.
func (m *maker) inPaper(key string) string {
	if m.full {
		return key + ".full"
	}
	return key
}

// wholeMap is the map with every link, if a side has room for it. Large print has it
// path by path with the outcomes.
func (m *maker) wholeMap() []paper.Block {
	if m.print.Large > 0 {
		return nil
	}
	picture, notes := figure.Map(m.plan, figure.MapOptions{Words: m.words, Metrics: metrics.Of(m.print.Typeface), Every: true, Height: wholeMapHeight})
	if !notes.Fits {
		return []paper.Block{paper.Paragraph{Text: paper.Words(m.say("proposal.links.large"))}}
	}
	figure := paper.Figure{Picture: picture}
	if notes.NeedsLeftOut {
		figure.Caption = paper.Words(m.say("proposal.links.needs"))
	}
	return []paper.Block{figure}
}
