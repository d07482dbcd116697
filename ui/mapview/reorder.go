package mapview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/ui/look"
)

// A person's own order is kept, in the file too: moving a card gives the cards of its
// column rows. A card moved stays below the card it was put under, and undo puts it back
// under the one it stood under before.

// stand is a card at one of its rows.
type stand struct {
	id  model.ID
	row model.Position
}

// others are the cards of a column from top to bottom, without one of them.
func (s *scene) others(column, without int) []int32 {
	return slices.DeleteFunc(slices.Clone(s.index.columns[column]), func(i int32) bool { return int(i) == without })
}

// slotAt is where a card of a column would stand at a height: below so many of the others.
func (s *scene) slotAt(card int, y float32) int {
	slot := 0
	for _, i := range s.others(s.cards[card].column, card) {
		if s.middle(int(i)) < y {
			slot++
		}
	}
	return slot
}

// slotOf is where a card stands in its column.
func (s *scene) slotOf(card int) int {
	return slices.Index(s.index.columns[s.cards[card].column], int32(card))
}

// slotLine is the line between two cards at which another one would stand.
func (s *scene) slotLine(card, slot int) (from, to fyne.Position) {
	others, c := s.others(s.cards[card].column, card), &s.cards[card]
	y := c.at.Y
	switch gap := rowGap * s.scale / 2; {
	case len(others) == 0:
	case slot == 0:
		y = s.cards[others[0]].at.Y - gap
	case slot == len(others):
		last := &s.cards[others[slot-1]]
		y = last.at.Y + last.size.Height + gap
	default:
		above, below := &s.cards[others[slot-1]], &s.cards[others[slot]]
		y = (above.at.Y + above.size.Height + below.at.Y) / 2
	}
	return fyne.NewPos(c.at.X, y), fyne.NewPos(c.at.X+c.size.Width, y)
}

// reorder moves a card within its column, below so many of the others.
func (p *Page) reorder(card, slot int) {
	s := p.scene
	others := s.others(s.cards[card].column, card)
	if slot = max(0, min(slot, len(others))); slot == s.slotOf(card) {
		return
	}
	id, under := s.cards[card].id, model.ID("")
	if slot > 0 {
		under = s.cards[others[slot-1]].id
	}
	p.rememberStand(id)
	var column []model.ID
	for _, i := range slices.Insert(others, slot, int32(card)) {
		column = append(column, s.cards[i].id)
	}
	item := p.desk.Plan().Item(id)
	err := p.desk.Edit("edit.move."+string(item.Type()), func(c *edit.Change) error {
		if err := c.Arrange(column, id); err != nil {
			return err
		}
		p.under[stand{id, model.RowOf(c.Plan().Item(id))}] = under
		return nil
	})
	if err != nil {
		p.head.refuse(p.words.Explain(err))
		return
	}
	p.Choose(id)
}

// rememberStand keeps in mind under which card one stands, for undo.
func (p *Page) rememberStand(id model.ID) {
	above := model.ID("")
	if next := p.scene.neighbour(p.scene.cardOf[id], -1); next >= 0 {
		above = p.scene.cards[next].id
	}
	p.under[stand{id, model.RowOf(p.desk.Plan().Item(id))}] = above
}

// settle puts the cards whose row, or place in the list, has changed where they belong;
// false if there are none. A card moved in a list goes below the one before it.
func (p *Page) settle(e edit.Event) bool {
	plan, any := p.desk.Plan(), false
	for _, touch := range e.Touched {
		item := plan.Item(touch.Record)
		was := p.stood[touch.Record]
		_, known := p.scene.cardOf[touch.Record] // a new card is put elsewhere
		if !model.IsPlace(touch.Field) || item == nil || !known {
			continue
		}
		any = true
		above, known := p.under[stand{touch.Record, model.RowOf(item)}]
		switch {
		case touch.Field == model.FieldRow && !known:
			continue // its row says where it stands
		case touch.Field == model.FieldPosition:
			above = before(plan, item)
		}
		was.y, was.moved = -1, true
		if other, there := p.stood[above]; there {
			was.y = other.y + 0.25 // cards stand at whole heights
		}
		p.stood[touch.Record] = was
	}
	return any
}

// before is the record before another in the list of its column, "" for the first.
func before(plan *model.Plan, item model.Item) model.ID {
	last := model.ID("")
	for _, other := range plan.List(item.Type()) {
		switch {
		case other.Head().ID == item.Head().ID:
			return last
		case model.ColumnOf(other) == model.ColumnOf(item):
			last = other.Head().ID
		}
	}
	return last
}

// shift moves the card the keys are at up or down in its column.
func (v *view) shift(by int) {
	if at := v.cursorCard(); at >= 0 {
		v.page.reorder(at, v.page.scene.slotOf(at)+by)
	}
}

// drawSlot draws the line at which a card that is dragged would stand.
func (p *painter) drawSlot(objects []fyne.CanvasObject) []fyne.CanvasObject {
	v := p.view
	if !v.drag.on() || v.drag.slot < 0 {
		return objects
	}
	from, to := v.page.scene.slotLine(v.drag.from, v.drag.slot)
	if p.slot == nil {
		p.slot = canvas.NewLine(nil)
	}
	p.slot.Position1, p.slot.Position2 = p.inLayer(from), p.inLayer(to)
	p.slot.StrokeColor, p.slot.StrokeWidth = look.Color(look.Primary), 4
	return append(objects, p.slot)
}
