package proposal

import (
	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/resources/fonts"
)

// printing says how the project's papers are printed.
func (m *maker) printing(large float64) paper.Print {
	p := paper.Print{Large: large, Black: m.project.PrintBlack}
	if m.project.PaperFont == model.Atkinson {
		p.Typeface = fonts.Atkinson
	}
	if m.project.PrintDraft {
		p.Draft = m.say("proposal.draft")
	}
	return p
}

// LargeSize is the size of the project's large print in points.
func LargeSize(project *model.Project) float64 {
	if project.LargeSize == 0 {
		return paper.LargeUsual
	}
	return float64(project.LargeSize)
}

// cover puts the title of a paper of several sides on a page of its own.
func cover(blocks []paper.Block) []paper.Block {
	for i, b := range blocks {
		if title, ok := b.(paper.TitleBlock); ok {
			title.Cover = true
			blocks[i] = title
			break
		}
	}
	return blocks
}
