package proposal

import (
	"strconv"

	"commonplan/model/figure"
	"commonplan/model/paper"
)

// cardsOfKind is how many cards of a kind a sheet has.
const cardsOfKind = 3

// worksheetsFrame puts into the footer which plan the numbers go on from, and room for
// a name and a date.
func (m *maker) worksheetsFrame(doc *paper.Document) {
	doc.Subject = m.say("papers.worksheets.subject")
	key := "papers.worksheets.goes"
	switch {
	case m.project.Version > 0:
	case m.date.IsZero():
		key += ".undated"
	default:
		key += ".draft"
	}
	doc.Footer.Group = m.say(key, with{"Version": m.project.Version, "Date": m.words.Date(m.date)})
	doc.Footer.Version, doc.Footer.Notes = m.say("papers.worksheets.by"), []string{m.say("papers.worksheets.date")}
}

// worksheets are a sheet of questions and three of blank cards. The cards are numbered
// on from the plan, so that cards typed in by number keep it.
func (m *maker) worksheets() []paper.Block {
	next := len(m.plan.Needs) + 1
	blocks := []paper.Block{
		paper.TitleBlock{Title: m.say("papers.worksheets.session", with{"Number": len(m.plan.Listening) + 1}),
			Subtitle: m.say("papers.worksheets.session.line", with{"Next": next})},
	}
	blocks = append(blocks, m.questionSheet()...)
	for _, sheet := range []struct {
		id          string
		left, right figure.BlankCard // the first of each kind
	}{
		{"needs", m.firstCard(figure.NeedCard, "N", len(m.plan.Needs)), m.firstCard(figure.OutcomeCard, "S", len(m.plan.ServiceOutcomes()))},
		{"activities", m.firstCard(figure.ActivityCard, "A", len(m.plan.Activities)), m.firstCard(figure.StrengthCard, "K", len(m.plan.Assets))},
		{"measures", m.firstCard(figure.MeasureCard, "I", len(m.plan.Indicators)), m.firstCard(figure.PartnerCard, "P", len(m.plan.Partners))},
	} {
		var cards []figure.BlankCard
		for i := range cardsOfKind {
			cards = append(cards, after(sheet.left, i), after(sheet.right, i))
		}
		line := paper.Paragraph{Text: paper.Words(m.say("papers.worksheets." + sheet.id + ".line")), KeepWithNext: true}
		blocks = append(blocks, paper.Section{ID: sheet.id, Title: m.say("papers.worksheets." + sheet.id), Break: paper.NewPage,
			Blocks: append([]paper.Block{line}, figures(figure.BlankCards(cards, m.chart(tableWidth, 0)))...)})
	}
	return blocks
}

// firstCard is the card after the last record of its kind.
func (m *maker) firstCard(kind figure.CardKind, letter string, have int) figure.BlankCard {
	return figure.BlankCard{Kind: kind, Number: letter + strconv.Itoa(have+1)}
}

// after is the card so many places later.
func after(card figure.BlankCard, by int) figure.BlankCard {
	n, err := strconv.Atoi(card.Number[1:])
	if err == nil {
		card.Number = card.Number[:1] + strconv.Itoa(n+by)
	}
	return card
}

// questionSheet is what a session asks.
func (m *maker) questionSheet() []paper.Block {
	var questions []figure.Question
	for i, q := range []struct {
		key   string
		lines int
	}{{"good", 3}, {"wrong", 4}, {"different", 4}, {"do", 4}, {"who", 2}, {"changed", 2}} {
		questions = append(questions, figure.Question{Number: i + 1, Text: m.say("papers.worksheets.ask." + q.key), Lines: q.lines})
	}
	blank := func(key string) string { return m.say("papers.worksheets.blank." + key) }
	blanks := [][]string{{blank("date"), blank("place")}, {blank("who"), blank("many")}, {blank("missing")}}
	return figures(figure.QuestionSheet(blanks, questions, m.chart(tableWidth, 0)))
}
