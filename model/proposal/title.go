package proposal

import (
	"strings"

	"commonplan/model/paper"
)

func (m *maker) kicker() string {
	if council := oneLine(m.project.Council); council != "" {
		return m.say("proposal.title.kicker", with{"Council": council})
	}
	return m.say("proposal.title.kicker.bare")
}

// title says who asks whom, where and when. The contact is private: it is printed only
// if the project says so.
func (m *maker) title() paper.Block {
	p := m.project
	facts := []paper.Fact{
		{Label: m.say("proposal.title.from"), Value: m.known(m.pair("proposal.title.pair", p.Lead, p.LeadKind))},
		{Label: m.say("proposal.title.place"), Value: m.known(m.pair("proposal.title.pair", p.Place, p.Ward))},
		{Label: m.say("proposal.title.decision"), Value: m.known(m.pair("proposal.title.pair", p.Committee, m.words.Date(p.Meeting)))},
	}
	if p.PrintContact && strings.TrimSpace(p.Contact) != "" {
		facts = append(facts, paper.Fact{Label: m.say("proposal.title.contact"), Value: paper.Words(oneLine(p.Contact))})
	}
	return paper.TitleBlock{Kicker: m.kicker(), Title: m.name(), Subtitle: oneLine(p.Subtitle), Facts: facts, Logo: m.logo()}
}

func (m *maker) decision() paper.Block {
	sentence := paper.Words(oneLine(m.project.Ask))
	if oneLine(m.project.Ask) == "" {
		sentence = paper.Words(m.say("proposal.ask.decide"))
	}
	return paper.Decision{Label: m.say("proposal.ask"), Sentence: sentence}
}

// pair joins two texts in one sentence; if one is empty, it is the other.
func (m *maker) pair(key, first, second string) string {
	first, second = oneLine(first), oneLine(second)
	switch {
	case first == "":
		return second
	case second == "":
		return first
	}
	return m.say(key, with{"First": first, "Second": second})
}

// known is a text, or says that it is not decided yet.
func (m *maker) known(text string) paper.Text {
	if text == "" {
		return paper.Text{m.undecided()}
	}
	return paper.Words(text)
}
