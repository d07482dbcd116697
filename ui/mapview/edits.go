package mapview

import (
	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
)

// open opens the form of a card or link.
func (p *Page) open(id model.ID) {
	if p.desk.Plan().Item(id) != nil {
		p.shell.ShowRecord(id)
	}
}

// mayLink tells why a card cannot lead to another; nil if it can.
func (p *Page) mayLink(from, to int) error {
	plan, a, b := p.desk.Plan(), &p.scene.cards[from], &p.scene.cards[to]
	if a.column >= b.column { // said before anything else that may be wrong with it
		return model.NewProblem("problem.link.direction", "From", plan.Label(a.id), "To", plan.Label(b.id))
	}
	return plan.Check(&model.Link{From: a.id, To: b.id}, nil)
}

// link joins two cards; where that cannot be it says why.
func (p *Page) link(from, to int) {
	l := &model.Link{From: p.scene.cards[from].id, To: p.scene.cards[to].id, Strength: model.Some}
	err := p.mayLink(from, to)
	if err == nil {
		err = p.desk.Edit("edit.link", func(c *edit.Change) error {
			_, err := c.Add(l)
			return err
		})
	}
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.Choose(l.From)
}

// startLink asks for the card that another one is to lead to.
func (p *Page) startLink(from model.ID) {
	i, ok := p.scene.cardOf[from]
	if !ok {
		return
	}
	p.hush()
	p.view.linking, p.view.moving = from, ""
	for column := p.scene.cards[i].column + 1; column < columns; column++ {
		if to := p.scene.nearest(column, p.scene.middle(i)); to >= 0 {
			p.view.setCursor(to)
			break
		}
	}
	p.update()
}

// finishLink makes the link that was begun, to a card.
func (p *Page) finishLink(to int) {
	from, ok := p.scene.cardOf[p.view.linking]
	moving, isMoved := p.scene.linkOf[p.view.moving]
	p.view.linking, p.view.moving = "", ""
	if !ok || from == to {
		p.update()
		return
	}
	p.view.cursor = p.scene.cards[from].id
	if isMoved {
		p.moveEnd(moving, 1, to)
	} else {
		p.link(from, to)
	}
	p.view.draw()
}

// newIn gives an empty record of a column.
func newIn(column int, title string) model.Item {
	switch model.Column(column + 1) {
	case model.NeedColumn:
		return &model.Need{Title: title}
	case model.ActivityColumn:
		return &model.Activity{Title: title}
	case model.ServiceColumn:
		return &model.Outcome{Level: model.Service, Title: title}
	case model.CommunityColumn:
		return &model.Outcome{Level: model.Community, Title: title}
	}
	return &model.Goal{Title: title}
}

// titled adds a card with a title to a column, at a height, with a link from another
// card if one is given; or it gives a card there is another title. Without a title
// nothing is added.
func (p *Page) titled(of, from model.ID, at wish, title string) {
	if of != "" {
		p.rename(of, title)
		return
	}
	if title == "" {
		return
	}
	item := newIn(at.column, title)
	p.wish = &at
	defer func() { p.wish = nil }()
	var id model.ID
	err := p.desk.Edit("edit.add."+string(item.Type()), func(c *edit.Change) (err error) {
		if id, err = c.Add(item); err != nil || from == "" {
			return err
		}
		_, err = c.Add(&model.Link{From: from, To: id, Strength: model.Some})
		return err
	})
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.Choose(id)
}

func (p *Page) rename(id model.ID, title string) {
	item := p.desk.Plan().Item(id)
	if item == nil {
		return
	}
	err := p.desk.Edit("edit.change."+string(item.Type()), func(c *edit.Change) error {
		changed, field := model.Clone(c.Plan().Item(id)), "title"
		if item.Type() == model.TypeLink {
			field = "why"
		}
		if err := model.SetText(changed, field, title); err != nil {
			return err
		}
		return c.Put(changed)
	})
	if err != nil {
		p.head.refuse(p.words.Explain(err))
	}
}

// strengthen makes the chosen link a strong one, or one that is only somewhat believed.
func (p *Page) strengthen() {
	was, ok := p.desk.Plan().Item(p.picked).(*model.Link)
	if !ok {
		p.head.refuse(p.say("strengthen_what"))
		return
	}
	l := model.Clone(was)
	if l.Strength = model.Strong; was.Strength == model.Strong {
		l.Strength = model.Some
	}
	if err := p.desk.Edit("edit.change.link", func(c *edit.Change) error { return c.Put(l) }); err != nil {
		p.head.refuse(p.words.Explain(err))
	}
}

// removeChosen puts the chosen card or link into the bin, and offers to take it back.
func (p *Page) removeChosen() {
	if ids := p.selection(); len(ids) > 1 {
		p.removeSeveral(ids)
		return
	}
	id := p.Chosen()
	plan := p.desk.Plan()
	item := plan.Item(id)
	if item == nil {
		return
	}
	if i, ok := p.scene.cardOf[id]; ok {
		for _, step := range []int{1, -1} {
			if next := p.scene.neighbour(i, step); next >= 0 {
				p.view.cursor = p.scene.cards[next].id
				break
			}
		}
	}
	err := p.desk.Edit("edit.remove."+string(item.Type()), func(c *edit.Change) error { return c.Remove(id) })
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.shell.Chose()
	p.head.tell(insight.Removal(p.words, plan, p.desk.Plan(), id))
}

// undo takes the last step back.
func (p *Page) undo() {
	p.hush()
	p.desk.Undo()
}

// hush takes away what was told; false if there was nothing.
func (p *Page) hush() bool { return p.head.hush() }
