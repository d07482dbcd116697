package figure

import (
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// alt says the map in plain sentences, with the words on its cards: which columns it
// has, then for every card where it leads, and for every goal from where it is reached.
func (m *mapMaker) alt() string {
	var heads []string
	for i := range columnNames[m.first-1:] {
		heads = append(heads, m.head(i))
	}
	sentences := []string{m.say("figure.map.alt.columns", words.With{"List": m.o.Words.And(heads)})}
	some, unsaid := false, false
	for _, card := range m.cards {
		if card.item == nil {
			continue
		}
		if card.column == model.GoalColumn {
			sentences = append(sentences, m.reached(card.item))
			continue
		}
		var to []string
		for _, link := range m.leadsTo(card.item) {
			to = append(to, m.endWords(link.To, link))
			some = some || link.Strength == model.Some
			unsaid = unsaid || link.Strength == ""
		}
		key := "figure.map.alt.leads"
		if len(to) == 0 {
			key = "figure.map.alt.nothing"
		}
		sentences = append(sentences, m.say(key, words.With{"Card": m.cardWords(card.item), "List": m.o.Words.And(to)}))
	}
	if some {
		sentences = append(sentences, m.say("figure.map.alt.some"))
	}
	if unsaid {
		sentences = append(sentences, m.say("figure.map.alt.unsaid.some"))
	}
	return strings.Join(sentences, " ")
}

func (m *mapMaker) reached(goal model.Item) string {
	var from []string
	for _, link := range m.drawn(m.plan.To(goal.Head().ID)) {
		from = append(from, m.endWords(link.From, link))
	}
	key := "figure.map.alt.reached"
	if len(from) == 0 {
		key = "figure.map.alt.unreached"
	}
	return m.say(key, words.With{"Card": m.cardWords(goal), "List": m.o.Words.And(from)})
}

// cardWords is a card’s label with its title.
func (m *mapMaker) cardWords(item model.Item) string {
	title := strings.TrimRight(strings.Join(strings.Fields(model.Title(item)), " "), ".")
	if title == "" {
		title = m.say("figure.map.undecided")
	}
	return m.say("figure.map.alt.card", words.With{"Label": m.plan.Label(item.Head().ID), "Title": title})
}

// endWords is the other end of a link, with a remark unless there is strong reason for it.
func (m *mapMaker) endWords(id model.ID, link *model.Link) string {
	return EndOf(m.plan, m.o.Words, id, link)
}

// EndOf is the label of one end of a link, with a remark unless there is strong reason
// to believe the link: "S1 (to be tested)".
func EndOf(plan *model.Plan, w *words.Words, id model.ID, link *model.Link) string {
	switch link.Strength {
	case model.Strong:
		return plan.Label(id)
	case "":
		return w.Say("figure.map.alt.unsaid", words.With{"Label": plan.Label(id)})
	}
	return w.Say("figure.map.alt.tested", words.With{"Label": plan.Label(id)})
}
