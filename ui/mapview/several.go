package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Several cards can be chosen at once: to remove, to duplicate and to copy them.

// heldKeys gives the modifiers held down now.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// withShift tells whether Shift is held down.
func (v *view) withShift() bool { return v.held()&fyne.KeyModifierShift != 0 }

// selection lists the chosen cards, column by column from top to bottom.
func (p *Page) selection() []model.ID {
	if p.chosen != "" {
		return []model.ID{p.chosen}
	}
	if p.scene.index == nil {
		return nil
	}
	var ids []model.ID
	for _, cards := range p.scene.index.columns {
		for _, i := range cards {
			if id := p.scene.cards[i].id; p.several[id] {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// chooseAll chooses these cards in place of others; one alone shows its line of sight.
// Cards that are not on the map yet are chosen as soon as they are.
func (p *Page) chooseAll(ids []model.ID) {
	p.pendingAll = nil
	for _, id := range ids {
		if _, there := p.scene.cardOf[id]; !there {
			p.pendingAll = ids
			return
		}
	}
	p.hush()
	p.chosen, p.picked, p.several = "", "", nil
	switch len(ids) {
	case 0:
	case 1:
		p.Choose(ids[0])
		return
	default:
		p.several = map[model.ID]bool{}
		for _, id := range ids {
			p.several[id] = true
		}
		p.view.cursor = ids[0]
	}
	p.update()
}

// alsoChoose adds a card to those chosen, or takes it away again.
func (p *Page) alsoChoose(card int) {
	id := p.scene.cards[card].id
	var ids []model.ID
	found := false
	for _, other := range p.selection() {
		if other == id {
			found = true
			continue
		}
		ids = append(ids, other)
	}
	if !found {
		ids = append(ids, id)
	}
	p.chooseAll(ids)
	if len(ids) > 1 {
		p.view.cursor = id
		p.view.draw()
	}
}

// keepSeveral lets go of chosen cards that are gone.
func (p *Page) keepSeveral() {
	for id := range p.several {
		if _, there := p.scene.cardOf[id]; !there {
			delete(p.several, id)
		}
	}
	if len(p.several) < 2 {
		p.several = nil
	}
}

// everyCard chooses all cards.
func (p *Page) everyCard() {
	var ids []model.ID
	for i := range p.scene.cards {
		ids = append(ids, p.scene.cards[i].id)
	}
	p.chooseAll(ids)
}

// inBox adds the cards that a box in the widget touches to those chosen.
func (p *Page) inBox(a, b fyne.Position) {
	from, to := p.view.onScene(a), p.view.onScene(b)
	box := rect{min(from.X, to.X), min(from.Y, to.Y), max(from.X, to.X), max(from.Y, to.Y)}
	ids := p.selection()
	known := map[model.ID]bool{}
	for _, id := range ids {
		known[id] = true
	}
	p.scene.cardsIn(box, func(i int) {
		if id := p.scene.cards[i].id; !known[id] {
			ids = append(ids, id)
		}
	})
	p.chooseAll(ids)
}

// removeSeveral puts the chosen cards into the bin, in one step.
func (p *Page) removeSeveral(ids []model.ID) {
	plan := p.desk.Plan()
	err := p.desk.Edit("edit.map.remove", func(c *edit.Change) error {
		for _, id := range ids {
			if err := c.Remove(id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.shell.Chose()
	p.head.tell(insight.Removal(p.words, plan, p.desk.Plan(), ids...))
}

// duplicate adds the chosen cards once more, each below its own, with the links among them.
func (p *Page) duplicate() {
	plan, ids := p.desk.Plan(), p.selection()
	if len(ids) == 0 {
		return
	}
	cards := make([]model.Item, len(ids))
	below := make([]wish, len(ids))
	number := map[model.ID]int{}
	for i, id := range ids {
		cards[i] = plan.Item(id)
		below[i] = p.stood[id]
		below[i].y, below[i].moved = below[i].y+0.25, true // cards stand at whole heights
		number[id] = i
	}
	var links []joined
	for _, id := range ids {
		for _, l := range plan.From(id) {
			if to, ok := number[l.To]; ok {
				links = append(links, joined{number[id], to, l})
			}
		}
	}
	p.addSeveral("edit.map.duplicate", cards, links, below)
}

// joined is a link between two of several cards, which are named by their place.
type joined struct {
	from, to int
	link     *model.Link
}

// addSeveral adds copies of cards and links in one step, and chooses them. The cards
// stand where they are wished, or else at the end of their columns.
func (p *Page) addSeveral(name string, cards []model.Item, links []joined, at []wish) {
	var added []model.ID
	err := p.desk.Edit(name, func(c *edit.Change) error {
		var err error
		if added, err = c.AddAll(afresh(cards)...); err != nil {
			return err
		}
		for i, w := range at {
			p.stood[added[i]] = w
		}
		between := make([]model.Item, len(links))
		for i, l := range links {
			copied := model.Clone(l.link)
			copied.From, copied.To = added[l.from], added[l.to]
			between[i] = copied
		}
		_, err = c.AddAll(afresh(between)...)
		return err
	})
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.chooseAll(added)
}

// afresh gives copies without id and place, so that they get their own.
func afresh(items []model.Item) []model.Item {
	copies := make([]model.Item, len(items))
	for i, item := range items {
		copies[i] = model.Clone(item)
		copies[i].Head().ID, copies[i].Head().Position = "", ""
		if model.ColumnOf(item) != model.NoColumn {
			_ = model.SetText(copies[i], model.FieldRow, "") // every card has the field
		}
	}
	return copies
}

// severalSentence says which cards are chosen, and what can be done with them.
func (p *Page) severalSentence() string {
	ids := p.selection()
	if len(ids) > 12 {
		return p.say("several_many", words.With{"N": len(ids)})
	}
	return p.say("several", words.With{"N": len(ids), "Labels": insight.LabelsOf(p.words, p.scene.plan, ids)})
}

// drawBox draws the box that is drawn around cards to choose them.
func (p *painter) drawBox(objects []fyne.CanvasObject) []fyne.CanvasObject {
	d := p.view.drag
	if !d.box {
		return objects
	}
	if p.box == nil {
		p.box = canvas.NewRectangle(nil)
	}
	left, top := min(d.began.X, d.at.X), min(d.began.Y, d.at.Y)
	p.box.StrokeColor, p.box.StrokeWidth = look.Color(look.Primary), 2
	p.box.Move(fyne.NewPos(left, top-look.Scaled(headHeight)))
	p.box.Resize(fyne.NewSize(max(d.began.X, d.at.X)-left, max(d.began.Y, d.at.Y)-top))
	return append(objects, p.box)
}
