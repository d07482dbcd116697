package timeline

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/ui/forms/formstest"
	"commonplan/ui/looktest"
)

// desk is an open project, and the window around the page.
type desk struct {
	formstest.Desk
	page *Page
}

func (d *desk) EditRecord(id model.ID) { d.page.Choose(id); d.page.Focus("") }

// open shows an example's time line in a window.
func open(t *testing.T, name string) *desk {
	t.Helper()
	return show(t, exampletest.Project(t, name))
}

func show(t *testing.T, project *edit.Project) *desk {
	t.Helper()
	looktest.Theme(t)
	d := &desk{Desk: formstest.Desk{Project: project}}
	d.page = New(d, d)
	project.Watch(d.page.Changed)
	looktest.Show(t, d.page.Object(), 1032, 736)
	return d
}

// activity finds an activity by its number.
func (d *desk) activity(t *testing.T, label string) *model.Activity {
	t.Helper()
	id, _ := d.Plan().Labelled(label)
	a, ok := d.Plan().Item(id).(*model.Activity)
	if !ok {
		t.Fatalf("there is no activity %s", label)
	}
	return a
}

func (d *desk) milestone(t *testing.T, title string) *model.Milestone {
	t.Helper()
	for _, m := range d.Plan().Milestones {
		if m.Title == title {
			return m
		}
	}
	t.Fatalf("there is no milestone %q", title)
	return nil
}

// drag takes hold in the middle of a row at a place and lets go in the middle of a month.
func (d *desk) drag(id model.ID, x float32, month int) {
	c := d.page.chart
	tops, at := c.tops(c.Size().Width), c.at(id)
	y := (tops[at] + tops[at+1]) / 2
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.middle(month), y)}})
	c.DragEnd()
}

func TestTheEndOfABarIsDragged(t *testing.T) {
	d := open(t, "open-door-days")
	a := d.activity(t, "A1") // months 2 to 12

	d.drag(a.ID, d.page.chart.edge(13)-2, 9)

	if got := d.activity(t, "A1").Months; got != "2-9" {
		t.Errorf("it takes months %s", got)
	}
}

func TestABarIsDraggedWholeAndUndoneInOneStep(t *testing.T) {
	d := open(t, "open-door-days")
	before := d.activity(t, "A4").Months // 4-5,7-8,10-11

	d.drag(d.activity(t, "A4").ID, d.page.chart.edge(5), 6)
	after := d.activity(t, "A4").Months
	d.Undo()

	if after != "5-8,10-11" || d.activity(t, "A4").Months != before {
		t.Errorf("%s became %s and, undone, %s", before, after, d.activity(t, "A4").Months)
	}
}

func TestADiamondIsDragged(t *testing.T) {
	d := open(t, "open-door-days")
	m := d.milestone(t, "Council review")

	d.drag(m.ID, d.page.chart.middle(m.Month), 10)

	if got := d.milestone(t, "Council review").Month; got != 10 {
		t.Errorf("it is in month %d", got)
	}
}

func TestEscLeavesABarWhereItWas(t *testing.T) {
	d := open(t, "open-door-days")
	c, a := d.page.chart, d.activity(t, "A1")
	tops, at := c.tops(c.Size().Width), c.at(a.ID)
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.edge(13)-2, tops[at]+4)}, Button: desktop.MouseButtonPrimary})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(c.middle(5), tops[at]+4)}})

	looktest.Type(c, fyne.KeyEscape)
	c.DragEnd()

	if got := d.activity(t, "A1").Months; got != a.Months || c.rows[at].months != a.Months {
		t.Errorf("it takes months %s and shows %s", got, c.rows[at].months)
	}
}

func TestArrowsMoveARowAndDeleteTakesItsMonthsAway(t *testing.T) {
	d := open(t, "open-door-days")
	c := d.page.chart
	looktest.Type(c, fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight) // A3, months 4 to 12
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	moved := d.activity(t, "A3").Months

	looktest.Type(c, fyne.KeyDelete)

	if moved != "6-13" || d.activity(t, "A3").Months != "" {
		t.Errorf("it took months %s, then %q", moved, d.activity(t, "A3").Months)
	}
}

func TestMonthsAreTypedAsNames(t *testing.T) {
	d := open(t, "open-door-days") // begins in November
	d.page.Choose(d.activity(t, "A2").ID)
	d.page.foot.typeOver("March to July")

	looktest.Type(fyne.CurrentApp().Driver().CanvasForObject(d.page.chart).Focused(), fyne.KeyReturn)

	if got := d.activity(t, "A2").Months; got != "5-9" || d.page.foot.months.Text() != "5-9" {
		t.Errorf("it takes months %s, the field says %s", got, d.page.foot.months.Text())
	}
}

func TestWhatIsNoMonthStaysInTheFieldWithASentence(t *testing.T) {
	d := open(t, "open-door-days")
	before := d.milestone(t, "Report").Month
	d.page.Choose(d.milestone(t, "Report").ID)
	d.page.foot.typeOver("soon")

	looktest.Type(fyne.CurrentApp().Driver().CanvasForObject(d.page.chart).Focused(), fyne.KeyReturn)

	if f := d.page.foot.months; f.Error() == "" || f.Text() != "soon" || d.milestone(t, "Report").Month != before {
		t.Errorf("the field holds %q with the sentence %q", f.Text(), f.Error())
	}
}

func TestAClickGivesWhatHasNoMonthsItsMonth(t *testing.T) {
	m := modeltest.New(t)
	id := m.Add(&model.Activity{Title: "Garden"})
	d := show(t, m.Project())
	c := d.page.chart

	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.middle(3), c.tops(c.Size().Width)[c.at(id)]+4)})

	if got := m.Plan().Item(id).(*model.Activity).Months; got != "3" {
		t.Errorf("it takes months %q", got)
	}
}

func TestTheReviewWithTheCouncilIsNamed(t *testing.T) {
	d := open(t, "open-door-days")
	at := d.page.chart.at(d.milestone(t, "Council review").ID)

	if r := d.page.chart.rows[at]; !r.strong || r.beside != "Panel chair · with the council" || r.says != "Council review: June 2027" {
		t.Errorf("it is shown as %+v", r)
	}
}

func TestAMilestoneIsAddedWithTheCursorInItsForm(t *testing.T) {
	d := open(t, "open-door-days")

	d.page.add()

	added, ok := d.Plan().Item(d.page.Chosen()).(*model.Milestone)
	if !ok || added.Title != "" || !d.page.behind {
		t.Errorf("the page is at %v", d.Plan().Item(d.page.Chosen()))
	}
}

func TestAnEmptyTimelineSaysWhatBelongsHere(t *testing.T) {
	d := show(t, modeltest.New(t).Project())

	if !d.page.empty() || d.page.foot.object.Visible() || d.page.Hint() != "" {
		t.Error("it shows a chart of nothing")
	}
}

func TestTheMonthsStayInViewOverRowsThatAreScrolledAway(t *testing.T) {
	d := open(t, "open-door-days")
	c := d.page.chart
	y := headHeight() + 4 // on the first row
	before := c.rowAt(y)

	c.scrolled(20)

	if before != 0 || c.rowAt(y) != -1 {
		t.Errorf("there was row %d, and now row %d below the head", before, c.rowAt(y))
	}
}
