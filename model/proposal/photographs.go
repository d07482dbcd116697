package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/paper"
)

// Two photographs stand side by side.
const (
	photographWidth = 84
	photographGap   = 6
	logoWidth       = 40
)

// photographsIn says in which section of the full paper the pictures of a record stand,
// by the record's type.
var photographsIn = map[model.Type]string{
	model.TypeNeed: "need", model.TypeAsset: "need", model.TypeEvidence: "need", model.TypeListening: "involved",
	model.TypeOutcome: "outcomes", model.TypeGoal: "outcomes", model.TypeQuality: "outcomes", model.TypeActivity: "activities", model.TypeMilestone: "activities",
	model.TypeIndicator: "measures", model.TypeReading: "measures", model.TypePartner: "partners", model.TypeContribution: "partners",
	model.TypeCost: "costs", model.TypeFunding: "costs", model.TypeOption: "options", model.TypeRisk: "risks",
	model.TypeStatement: "statements", model.TypeReview: "reviews", model.TypeProject: "summary",
}

// logo is the first picture on the project itself; nil if there is none to print.
func (m *maker) logo() *paper.Picture {
	if p := m.logoRecord(); p != nil {
		picture := m.photograph(p)
		picture.Caption, picture.Width = nil, logoWidth
		return &picture
	}
	return nil
}

func (m *maker) logoRecord() *model.Picture {
	i := slices.IndexFunc(m.plan.Pictures, func(p *model.Picture) bool { return !p.Private && p.On == m.project.ID })
	if i < 0 {
		return nil
	}
	return m.plan.Pictures[i]
}

// photographs are the pictures of a section, in pairs, but for the logo. A picture on
// what is private is private too.
func (m *maker) photographs(section string) []paper.Block {
	var all []paper.Block
	logo := m.logoRecord()
	for _, p := range m.plan.Pictures {
		on := m.on(p)
		if p == logo || p.Private || on == nil || photographsIn[on.Type()] != section || private(on) {
			continue
		}
		all = append(all, m.photograph(p))
	}
	if m.print.Large > 0 {
		return all
	}
	var blocks []paper.Block
	for pair := range slices.Chunk(all, 2) {
		columns := paper.Columns{Gap: photographGap, Keep: true}
		for _, one := range pair {
			columns.Cols = append(columns.Cols, paper.Column{Width: photographWidth, Blocks: []paper.Block{one}})
		}
		if len(pair) == 1 {
			columns.Cols = append(columns.Cols, paper.Column{Width: photographWidth})
		}
		blocks = append(blocks, columns)
	}
	return blocks
}

// on is the record a picture is on; nil if it is gone.
func (m *maker) on(p *model.Picture) model.Item {
	if p.On == m.project.ID {
		return m.project
	}
	return m.plan.Item(p.On)
}

// private tells whether a record is kept out of papers.
func private(item model.Item) bool {
	switch r := item.(type) {
	case *model.Evidence:
		return r.Private
	case *model.Listening:
		return r.Private
	}
	return false
}

// photograph is a picture with its words: the number of its record and the caption.
func (m *maker) photograph(p *model.Picture) paper.Picture {
	out := paper.Picture{Data: m.parts[p.Media], Alt: oneLine(p.Alt), Width: photographWidth}
	if label := m.plan.Label(p.On); label != "" {
		out.Caption = paper.Text{paper.ID(label)}
		if out.Alt == "" {
			out.Alt = m.say("proposal.photograph.of", with{"Label": label})
		}
	}
	if caption := oneLine(p.Caption); caption != "" {
		if len(out.Caption) > 0 {
			out.Caption = append(out.Caption, paper.Plain(" "))
		}
		out.Caption = append(out.Caption, paper.Plain(caption))
	}
	return out
}
