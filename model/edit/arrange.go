package edit

import "commonplan/model"

// Arrange gives the cards of a column of the map their rows, from top to bottom, where
// a person has moved one of them. Where the others have rows in this order already,
// only the moved one gets another: two people who move two cards do not meet.
func (c *Change) Arrange(cards []model.ID, moved model.ID) error {
	if c.arranged(cards, moved) {
		var above, below model.Position
		for i, id := range cards {
			if id != moved {
				continue
			}
			if i > 0 {
				above = c.row(cards[i-1])
			}
			if i+1 < len(cards) {
				below = c.row(cards[i+1])
			}
		}
		return c.putRow(moved, above, below)
	}
	last := model.Position("")
	for _, id := range cards {
		if err := c.putRow(id, last, ""); err != nil {
			return err
		}
		last = c.row(id)
	}
	return nil
}

// Disarrange takes the rows of cards away: the map may place them as is best.
func (c *Change) Disarrange(cards []model.ID) error {
	for _, id := range cards {
		if c.row(id) == "" {
			continue
		}
		if err := c.setRow(id, ""); err != nil {
			return err
		}
	}
	return nil
}

// arranged tells whether the cards but one have rows that rise.
func (c *Change) arranged(cards []model.ID, but model.ID) bool {
	last := model.Position("")
	for _, id := range cards {
		if id == but {
			continue
		}
		row := c.row(id)
		if row <= last {
			return false
		}
		last = row
	}
	return true
}

func (c *Change) row(id model.ID) model.Position { return model.RowOf(c.Plan().Item(id)) }

func (c *Change) putRow(id model.ID, above, below model.Position) error {
	row, err := model.Between(above, below, c.project.source.Random)
	if err != nil {
		return err
	}
	return c.setRow(id, row)
}

func (c *Change) setRow(id model.ID, row model.Position) error {
	item := c.Plan().Item(id)
	if item == nil {
		return model.NewProblem("problem.record", "Text", string(id))
	}
	changed := model.Clone(item)
	if err := model.SetText(changed, model.FieldRow, string(row)); err != nil {
		return err
	}
	c.writeItem(changed, item)
	return nil
}
