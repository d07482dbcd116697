package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// navigation is the column of steps at the left.
type navigation struct {
	object fyne.CanvasObject
	rows   map[insight.Step]*look.NavRow
	order  []*look.NavRow
}

// newNavigation gives the column; goTo is called with the step that was chosen.
func newNavigation(w *words.Words, goTo func(insight.Step), toStart func()) *navigation {
	n := &navigation{rows: map[insight.Step]*look.NavRow{}}
	start := look.NewNavRow(w.Say("nav.start"), toStart)
	n.add(start)
	parts := []fyne.CanvasObject{start}
	for _, phase := range phases {
		var rows []fyne.CanvasObject
		for _, step := range phase.steps {
			row := look.NewNavRow(w.Say("insight.step."+string(step)), func() { goTo(step) })
			n.rows[step] = row
			n.add(row)
			rows = append(rows, row)
		}
		parts = append(parts, look.NewNavGroup(w.Say("nav."+phase.key), rows...))
	}
	rows := look.Inset(11, 0, 8, 0, look.VBox(0, parts...))
	n.object = container.New(navigationWidth{rows}, look.NewArea(look.Sunk, look.NewScroll(rows)))
	return n
}

// navigationWidth gives the column its usual width, and more where larger text would push
// the marks of the rows out of sight.
type navigationWidth struct{ rows fyne.CanvasObject }

func (l navigationWidth) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(look.NavWidth, l.rows.MinSize().Width), 0)
}

func (l navigationWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// add puts a row at the end of those the arrow keys walk through.
func (n *navigation) add(row *look.NavRow) {
	at := len(n.order)
	row.OnArrow = func(step int) {
		if next := at + step; next >= 0 && next < len(n.order) {
			n.order[next].Focus()
		}
	}
	n.order = append(n.order, row)
}

// choose shows which step is open.
func (n *navigation) choose(step insight.Step) {
	for s, row := range n.rows {
		row.SetChosen(s == step)
	}
}

// mark shows how far each step is.
func (n *navigation) mark(marks func(insight.Step) insight.Mark) {
	looks := map[insight.Mark]look.Progress{
		insight.NotBegun: look.NotBegun, insight.OnTheWay: look.OnTheWay, insight.Ready: look.ReadyForPaper,
	}
	for step, row := range n.rows {
		row.SetProgress(looks[marks(step)])
	}
}

// focus gives the keyboard to the step that is open.
func (n *navigation) focus() {
	for _, row := range n.order {
		if row.Chosen() {
			row.Focus()
			return
		}
	}
	n.order[0].Focus()
}
