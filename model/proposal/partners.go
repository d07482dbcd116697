package proposal

import (
	"slices"

	"commonplan/model"
	"commonplan/model/paper"
)

func (m *maker) partners() []paper.Block {
	if len(m.plan.Partners) == 0 {
		if oneLine(m.project.WhyUs) == "" && m.print.Large == 0 {
			return []paper.Block{m.notYet("proposal.partners.decide.why")}
		}
		return []paper.Block{m.notYet("proposal.partners.decide"), m.lead("proposal.partners.why", m.project.WhyUs)}
	}
	t := paper.Table{Name: m.say("proposal.partners.table"), Cols: []paper.Col{
		{Head: m.say("proposal.partners.col.who"), Width: 52, Names: true},
		{Head: m.say("proposal.partners.col.what")},
		{Head: m.say("proposal.partners.col.for"), Width: 20},
		{Head: m.say("proposal.partners.col.status"), Width: 22},
	}}
	if m.full {
		t.Cols[0].Width = 42
		t.Cols = slices.Insert(t.Cols, 2, paper.Col{Head: m.say("proposal.partners.col.gains"), Width: 42})
	}
	for _, p := range m.plan.Partners {
		row := paper.Row{Cells: []paper.Cell{m.cell(p.Name), m.cell(m.offers(p)), m.cell(m.labels(m.helps(p))), m.partnerStatus(p.Status)}}
		if m.full {
			row.Cells = slices.Insert(row.Cells, 2, m.cell(p.Gains))
		}
		t.Rows = append(t.Rows, row)
	}
	m.widen(&t, len(t.Cols)-2, len(t.Cols)-1)
	fitColumns(&t, columnsFrom(0, len(t.Cols)-2)...)
	open := map[int]string{1: "partners.what", 2: "partners.for", 3: "partners.status"}
	return append([]paper.Block{m.leaveEmpty(t, open)}, m.leadOr("partners.why", "proposal.partners.why", m.project.WhyUs)...)
}

// offers is what a partner does: what it says it offers, else its parts in the work.
func (m *maker) offers(p *model.Partner) string {
	var roles []string
	for _, c := range m.plan.Contributions {
		if role := oneLine(c.Role); c.Partner == p.ID && role != "" && !slices.Contains(roles, role) {
			roles = append(roles, role)
		}
	}
	offers := oneLine(p.Offers)
	if offers != "" && !m.full {
		return offers
	}
	if offers != "" {
		roles = slices.Insert(slices.DeleteFunc(roles, func(r string) bool { return r == offers }), 0, offers)
	}
	return m.words.Semicolons(roles)
}

// helps lists the activities and outcomes that a partner has a part in, in their order.
func (m *maker) helps(p *model.Partner) []model.ID {
	in := map[model.ID]bool{}
	for _, c := range m.plan.Contributions {
		if c.Partner == p.ID {
			in[c.To] = true
		}
	}
	var all []model.ID
	for _, a := range m.plan.Activities {
		if in[a.ID] {
			all = append(all, a.ID)
		}
	}
	for _, o := range m.plan.Outcomes {
		if in[o.ID] {
			all = append(all, o.ID)
		}
	}
	return all
}

func (m *maker) partnerStatus(s model.PartnerStatus) paper.Cell {
	switch s {
	case model.Agreed:
		return paper.TextCell(paper.Marked(paper.MarkTick, m.say("proposal.partners.agreed")))
	case model.Talking:
		return paper.WordsCell(m.say("proposal.partners.talking"))
	case model.Declined:
		return paper.WordsCell(m.say("proposal.partners.declined"))
	}
	return m.cell("")
}
