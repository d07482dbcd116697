package mapview

import (
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// light says which cards and links stand out; the rest is faded.
type light struct {
	on    bool // false: nothing is faded
	sight bool // it is a line of sight: strong borders and lines
	cards map[model.ID]bool
	links map[model.ID]bool
}

// filter is what the map is asked to show, as long as no card is chosen.
type filter struct {
	show       show
	objective  model.Objective // these five: "" for any
	theme      string
	partner    model.ID
	prevention model.Prevention
	way        model.Way
	goals      [2]model.ID
	activity   model.ID
	query      string
}

type show int

const (
	everything show = iota
	withGaps
	winWin
	narrowed  // by objective, theme, partner, prevention and way
	bothGoals // what serves two goals
	without   // what only one activity reaches
	cheapest  // the cheapest set that reaches every outcome
	found
)

// shine works out what stands out: the line of sight of a chosen card, or else what
// the filter asks for.
func (p *Page) shine() light {
	if from := p.lit(); from != "" {
		if p.sight.From != from || p.sightOf != p.scene.plan {
			p.sight, p.sightOf = insight.LineOfSight(p.scene.plan, from), p.scene.plan
		}
		// Where a card leads nowhere yet, fading all the others would tell nothing.
		return light{on: len(p.sight.Links) > 0, sight: true, cards: p.sight.Cards, links: p.sight.Links}
	}
	if p.filter.show == everything || p.picked != "" || p.several != nil {
		return light{}
	}
	l := light{on: true, cards: map[model.ID]bool{}, links: map[model.ID]bool{}}
	switch p.filter.show {
	case narrowed:
		p.lightNarrowed(l)
	case bothGoals, without, cheapest:
		p.lightWeighed(l)
	default:
		for i := range p.scene.cards {
			if c := &p.scene.cards[i]; p.filter.wants(c) {
				l.cards[c.id] = true
			}
		}
	}
	for _, link := range p.scene.links {
		if l.cards[p.scene.cards[link.from].id] && l.cards[p.scene.cards[link.to].id] {
			l.links[link.id] = true
		}
	}
	return l
}

func (f filter) wants(c *card) bool {
	switch f.show {
	case withGaps:
		return c.data.Gap != ""
	case winWin:
		return c.data.Mark != look.NoIcon
	case found:
		return strings.EqualFold(c.data.Number, f.query) || strings.Contains(strings.ToLower(c.data.Title), strings.ToLower(f.query))
	}
	return true
}

// count counts the cards a filter would show.
func (p *Page) count(f filter) int {
	n := 0
	for i := range p.scene.cards {
		if f.wants(&p.scene.cards[i]) {
			n++
		}
	}
	return n
}

// matches are the cards found, column by column from top to bottom.
func (p *Page) matches() []int {
	var all []int
	for _, cards := range p.scene.index.columns {
		for _, i := range cards {
			if p.filter.wants(&p.scene.cards[i]) {
				all = append(all, int(i))
			}
		}
	}
	return all
}

// sentence says in words what the map shows, for those who cannot see the lines.
func (p *Page) sentence() (look.Icon, look.CardData, []look.Run) {
	plan, w := p.scene.plan, p.words
	plain := func(text string) []look.Run { return []look.Run{{Text: text}} }
	switch {
	case p.view.linking != "":
		return look.IconLink, look.CardData{}, plain(p.say("linking", words.With{"From": plan.Label(p.view.linking)}))
	case p.picked != "":
		return look.IconLink, look.CardData{}, p.linkSentence()
	case p.several != nil:
		return look.IconCheck, look.CardData{}, plain(p.severalSentence())
	case p.chosen != "":
		if i, ok := p.scene.cardOf[p.chosen]; ok {
			data := p.scene.cards[i].data
			return data.Kind.Icon(), data, []look.Run{{Text: data.Title, Semibold: true}, {Text: " " + p.sight.Says(w, plan)}}
		}
	}
	switch p.filter.show {
	case withGaps:
		return look.IconAttention, look.CardData{}, plain(p.say("gaps_sentence", words.With{"N": p.count(p.filter)}))
	case winWin:
		return look.WinWin(true, true, true), look.CardData{}, plain(p.winWinSentence())
	case bothGoals, without, cheapest:
		return look.WinWin(true, true, true), look.CardData{}, plain(p.weighedSentence())
	case narrowed:
		return look.IconEye, look.CardData{}, plain(p.narrowedSentence())
	case found:
		return look.IconSearch, look.CardData{}, plain(p.say("found", words.With{"N": p.count(p.filter), "Text": p.filter.query}))
	}
	return look.IconEye, look.CardData{}, plain(p.say("everything_sentence"))
}

func (p *Page) winWinSentence() string {
	var ids []model.ID
	for _, a := range p.scene.plan.Activities {
		if i, ok := p.scene.cardOf[a.ID]; ok && p.scene.cards[i].data.Mark != look.NoIcon {
			ids = append(ids, a.ID)
		}
	}
	if len(ids) == 0 {
		return p.say("winwin_none")
	}
	if len(ids) > 12 {
		return p.say("winwin_many", words.With{"N": len(ids)})
	}
	return p.say("winwin_sentence", words.With{"N": len(ids), "Labels": insight.LabelsOf(p.words, p.scene.plan, ids)})
}

// linkSentence names the chosen link, how strong it is and why it is believed.
func (p *Page) linkSentence() []look.Run {
	plan := p.scene.plan
	l, ok := plan.Item(p.picked).(*model.Link)
	if !ok {
		return nil
	}
	name := p.words.Say("form.link.name", words.With{"From": plan.Label(l.From), "To": plan.Label(l.To)})
	strength := p.say("strength_unknown")
	if l.Strength != "" {
		strength = p.say("strength_is", words.With{"Strength": p.words.Say("choice.strength." + string(l.Strength))})
	}
	why := l.Why
	if why == "" {
		why = p.say("why_unknown")
	}
	return []look.Run{{Text: name, Semibold: true}, {Text: " " + p.say("link_sentence", words.With{"Strength": strength, "Why": why})}}
}
