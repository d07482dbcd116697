package edit_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
)

func rowsOf(p *edit.Project, cards []model.ID) []model.Position {
	var rows []model.Position
	for _, id := range cards {
		rows = append(rows, model.RowOf(p.Plan().Item(id)))
	}
	return rows
}

func arrange(t *testing.T, p *edit.Project, cards []model.ID, moved model.ID) {
	t.Helper()
	if err := p.Edit("edit.move.need", func(c *edit.Change) error { return c.Arrange(cards, moved) }); err != nil {
		t.Fatal(err)
	}
}

func TestTheFirstMoveGivesAColumnItsRowsAndALaterOneChangesOneRow(t *testing.T) {
	b := modeltest.New(t)
	cards := b.AddAll(&model.Need{Title: "a"}, &model.Need{Title: "b"}, &model.Need{Title: "c"})
	p := b.Project()

	arrange(t, p, cards, cards[2])
	first := rowsOf(p, cards)
	if !slices.IsSorted(first) || first[0] == "" || first[0] == first[1] {
		t.Fatalf("rows %v", first)
	}

	turned := []model.ID{cards[2], cards[0], cards[1]}
	arrange(t, p, turned, cards[2])
	if rows := rowsOf(p, turned); !slices.IsSorted(rows) || rows[1] != first[0] || rows[2] != first[1] {
		t.Errorf("rows %v, were %v", rows, first)
	}

	p.Undo()
	if rows := rowsOf(p, cards); !slices.Equal(rows, first) {
		t.Errorf("undo leaves %v, was %v", rows, first)
	}
}

func TestAColumnMayBeLeftToTheMapAgain(t *testing.T) {
	b := modeltest.New(t)
	cards := b.AddAll(&model.Goal{Title: "a", Objective: model.Environment}, &model.Goal{Title: "b", Objective: model.Economy})
	p := b.Project()
	arrange(t, p, cards, cards[0])

	if err := p.Edit("edit.map.tidy", func(c *edit.Change) error { return c.Disarrange(cards) }); err != nil {
		t.Fatal(err)
	}

	if rows := rowsOf(p, cards); rows[0] != "" || rows[1] != "" {
		t.Errorf("rows %v", rows)
	}
}
