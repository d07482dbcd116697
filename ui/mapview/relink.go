package mapview

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
)

// endReach is how near to the end of a link a drag takes hold of that end.
const endReach float32 = 26

// endAt tells which end of a link is at a place of the widget: 0 where it begins, 1
// where it arrives, -1 for neither.
func (v *view) endAt(link int, p fyne.Position) int {
	if link < 0 {
		return -1
	}
	line := v.page.scene.links[link].line
	if len(line) == 0 {
		return -1
	}
	first, last := v.inView(line[0]), v.inView(line[len(line)-1])
	far := func(at fyne.Position) float32 { return distance(p, at, at) }
	switch {
	case far(last) <= endReach && far(last) <= far(first):
		return 1
	case far(first) <= endReach:
		return 0
	}
	return -1
}

// withEnd gives a link with another card at one of its ends.
func (p *Page) withEnd(link, end, card int) *model.Link {
	was, ok := p.desk.Plan().Item(p.scene.links[link].id).(*model.Link)
	if !ok {
		return nil
	}
	l := model.Clone(was)
	if end == 0 {
		l.From = p.scene.cards[card].id
	} else {
		l.To = p.scene.cards[card].id
	}
	return l
}

// mayMoveEnd tells why a link cannot end at a card; nil if it can.
func (p *Page) mayMoveEnd(link, end, card int) error {
	plan, l := p.desk.Plan(), p.withEnd(link, end, card)
	if l == nil {
		return model.NewProblem("problem.record", "Text", string(p.scene.links[link].id))
	}
	if p.scene.cards[p.scene.cardOf[l.From]].column >= p.scene.cards[p.scene.cardOf[l.To]].column {
		return model.NewProblem("problem.link.direction", "From", plan.Label(l.From), "To", plan.Label(l.To))
	}
	return plan.Check(l, plan.Item(l.ID))
}

// moveEnd has a link begin or arrive at another card; where that cannot be it says why.
func (p *Page) moveEnd(link, end, card int) {
	err := p.mayMoveEnd(link, end, card)
	l := p.withEnd(link, end, card)
	if err == nil {
		err = p.desk.Edit("edit.change.link", func(c *edit.Change) error { return c.Put(l) })
	}
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.Choose(l.ID)
}

// startMove asks for the card at which a link is to arrive instead.
func (p *Page) startMove(id model.ID) {
	i, ok := p.scene.linkOf[id]
	if !ok {
		return
	}
	p.hush()
	p.view.moving, p.view.linking = id, p.scene.cards[p.scene.links[i].from].id
	p.view.setCursor(p.scene.links[i].to)
	p.update()
}
