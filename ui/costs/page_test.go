package costs_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example/exampletest"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/ui/costs"
	"commonplan/ui/forms/formstest"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
	"commonplan/ui/sheet"
)

// desk is an open project, and the window around the page.
type desk struct{ formstest.Desk }

func (d *desk) cost(t *testing.T, line string) *model.Cost {
	t.Helper()
	for _, c := range d.Plan().Costs {
		if c.Line == line {
			return c
		}
	}
	t.Fatalf("there is no cost line %q", line)
	return nil
}

// open shows the page of a project in a window of the size of the drawing.
func open(t *testing.T, project *edit.Project) (*costs.Page, *desk, fyne.Canvas) {
	t.Helper()
	looktest.Theme(t)
	d := &desk{Desk: formstest.Desk{Project: project}}
	page := costs.New(d, d)
	project.Watch(page.Changed)
	return page, d, looktest.Show(t, page.Object(), 1032, 768)
}

// find goes to the row of a sheet that shows a text in a column.
func find(t *testing.T, s *sheet.Sheet, column int, text string) {
	t.Helper()
	s.Focus()
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	for range column {
		looktest.Type(s, fyne.KeyRight)
	}
	for last := -1; s.Row() != last; looktest.Type(s, fyne.KeyDown) {
		if s.Shown(s.Row(), column) == text {
			return
		}
		last = s.Row()
	}
	t.Fatalf("no row shows %q in column %d", text, column)
}

// write types over the current cell and ends with Enter.
func write(c fyne.Canvas, text string) {
	for _, letter := range text {
		c.Focused().TypedRune(letter)
	}
	looktest.Type(c.Focused(), fyne.KeyReturn)
}

func TestTheTableShowsTheCostsAsTheyAreWorkedOut(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]

	find(t, s, 2, "138 × £45")
	if got := fmt.Sprint(s.Shown(s.Row(), 0), s.Shown(s.Row(), 1), s.Shown(s.Row(), 3), s.Shown(s.Row(), 4)); got != "Hall hireA1direct6,210" {
		t.Errorf("the row shows %s", got)
	}
	find(t, s, 2, "32.5% of £24,000")
	for _, sentence := range []string{"£75,404", "Gap £0", "Adds up. £54,000 to confirm.", "120 people: £628.37 each."} {
		if !looktest.Says(page.Object(), sentence) {
			t.Errorf("the page does not say %q", sentence)
		}
	}
}

func TestTheYearsOfALineStandInOneRow(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "our-streets"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]

	find(t, s, 0, "Sessional workers")
	if got := fmt.Sprint(s.Shown(s.Row(), 2), "|", s.Shown(s.Row(), 4), "|", s.Shown(s.Row(), 5)); got != "3 × 4 h × 44 weeks|8,712|8,976" {
		t.Errorf("the row shows %s", got)
	}
	if s.Lines() != 11 || !looktest.Says(page.Object(), "Gap £8,326") {
		t.Errorf("%d lines", s.Lines())
	}
}

func TestTypingAWorkingGivesItsSum(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 2, "138 × £45")

	write(canvas, "140 x £46")

	if c := d.cost(t, "Hall hire"); c.Quantity != "140" || c.Rate != 46_00 {
		t.Errorf("stored is %q × %v", c.Quantity, c.Rate)
	}
	if got := s.Shown(s.Row()-1, 4); got != "6,440" {
		t.Errorf("the sum shows %s", got)
	}
	d.Undo()
	if c := d.cost(t, "Hall hire"); c.Rate != 45_00 {
		t.Error("one undo does not take the cell back")
	}
}

func TestASumTakesThePlaceOfAWorkingUnlessItIsTheSame(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 4, "6,210")

	write(canvas, "6210")
	if c := d.cost(t, "Hall hire"); c.Quantity != "138" {
		t.Fatalf("the same sum left %q × %v", c.Quantity, c.Rate)
	}
	looktest.Type(canvas.Focused(), fyne.KeyUp)
	write(canvas, "£7,000.50")

	if c := d.cost(t, "Hall hire"); c.Quantity != "" || c.Rate != 7000_50 {
		t.Errorf("stored is %q × %v", c.Quantity, c.Rate)
	}
}

func TestASumLeavesANoteThatBeginsWithANumber(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	for _, typed := range []struct{ cell, working, sum string }{{"Hall hire", "138 evenings in the hall, with heating", "6210"}, {"Tools", "2 quotes obtained", "1850"}} {
		find(t, s, 0, typed.cell)
		looktest.Type(s, fyne.KeyRight)
		looktest.Type(s, fyne.KeyRight)
		looktest.Type(canvas.Focused(), fyne.KeyDelete)
		looktest.Type(s, fyne.KeyRight)
		looktest.Type(s, fyne.KeyRight)
		looktest.Type(canvas.Focused(), fyne.KeyDelete)
		find(t, s, 0, typed.cell)
		looktest.Type(s, fyne.KeyRight)
		looktest.Type(s, fyne.KeyRight)
		write(canvas, typed.working)
		find(t, s, 0, typed.cell)
		for range 4 {
			looktest.Type(s, fyne.KeyRight)
		}
		write(canvas, typed.sum)

		c := d.cost(t, typed.cell)
		if c.Working != typed.working || c.Quantity != "" || c.Amount(0).Figures() == "0" {
			t.Errorf("%s: stored is %q × %v, %q", typed.cell, c.Quantity, c.Rate, c.Working)
		}
	}
}

func TestPenceInOneSumShowInAll(t *testing.T) {
	page, _, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 4, "6,210")

	write(canvas, "6,210.50")

	if got := s.Shown(s.Row()-2, 4); got != "10,800.00" {
		t.Errorf("another sum shows %s", got)
	}
}

func TestWhatCannotBeReadStaysInItsCellWithASentence(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 4, "6,210")
	row := s.Row()

	write(canvas, "14 tens")

	if s.Row() != row || s.Shown(row, 4) != "14 tens" || s.Sentence() == "" || !looktest.Says(page.Object(), s.Sentence()) {
		t.Errorf("row %d shows %q and says %q", s.Row(), s.Shown(row, 4), s.Sentence())
	}
	if c := d.cost(t, "Hall hire"); c.Rate != 45_00 {
		t.Error("the plan has changed")
	}
	looktest.Type(canvas.Focused(), fyne.KeyEscape)
	if s.Shown(row, 4) != "6,210" || s.Sentence() != "" {
		t.Errorf("Esc leaves %q", s.Shown(row, 4))
	}
}

func TestControlEnterAddsALineForTheSameActivity(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Tools")

	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	write(canvas, "Water butt")

	find(t, s, 0, "Water butt")
	if above := s.Shown(s.Row()-1, 0); above != "Tools" || s.Shown(s.Row(), 1) != "A3" {
		t.Errorf("it stands below %q for %q", above, s.Shown(s.Row(), 1))
	}
	if c := d.cost(t, "Water butt"); c.Kind != model.Direct || c.Year != 1 {
		t.Errorf("the new line is %+v", c)
	}
}

func TestForAndKindAreReadFromWords(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyRight)

	write(canvas, "a1, A9")
	if s.Sentence() == "" {
		t.Fatal("an activity that is not there was taken")
	}
	looktest.Type(s, fyne.KeyEscape)
	write(canvas, "a1, a3")
	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	write(canvas, "run")

	c := d.cost(t, "Tools")
	if len(c.Activities) != 2 || c.Kind != model.Running {
		t.Errorf("stored is %v, %s", c.Activities, c.Kind)
	}
	if s.Shown(s.Row()-1, 0) != "Tools" {
		t.Error("Enter did not go on from where the line stands now")
	}
}

func TestAPastedTableFillsAndAddsLinesInOneStep(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	before := len(d.Plan().Costs)
	find(t, s, 0, "Evaluation")
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("Evaluation day\tA6\t2 × £800\r\nPrinting\tA6\t\tdirect\t120\r\nBadges\tA7\tgift\tdirect\tmany\r\n")

	canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	if c := d.cost(t, "Evaluation day"); c.Quantity != "2" || c.Rate != 800_00 {
		t.Errorf("the first line is %q × %v", c.Quantity, c.Rate)
	}
	if c := d.cost(t, "Printing"); c.Rate != 120_00 {
		t.Errorf("the second line costs %v", c.Rate)
	}
	find(t, s, 0, "Badges")
	if s.Shown(s.Row(), 1) != "A7" || s.Shown(s.Row(), 4) != "many" || s.Shown(s.Row(), 2) != "gift" {
		t.Error("what cannot be stored does not stand where it was pasted")
	}
	d.Undo()
	if len(d.Plan().Costs) != before {
		t.Error("one undo does not take the paste back")
	}
}

func TestSumsPastedBesideNamesStandWhereSumsStand(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Evaluation")
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("Soil\t£180\nBulbs\t95\nHall hire\t1,720.50\n")

	canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	for line, want := range map[string]model.Pence{"Soil": 180_00, "Bulbs": 95_00} {
		if c := d.cost(t, line); c.Rate != want || c.Quantity != "" {
			t.Errorf("%s costs %q × %v, want %v", line, c.Quantity, c.Rate, want)
		}
	}
}

func TestASumInANewYearIsANewRecordOfTheLine(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "our-streets"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Bike kit")
	looktest.Type(s, fyne.KeyEnd, fyne.KeyDelete)
	if s.Shown(s.Row(), 5) != "" || len(d.Plan().Costs) != 21 {
		t.Fatalf("Delete leaves %q, %d records", s.Shown(s.Row(), 5), len(d.Plan().Costs))
	}

	write(canvas, "950")

	find(t, s, 0, "Bike kit")
	if s.Shown(s.Row(), 4) != "2,600" || s.Shown(s.Row(), 5) != "950" {
		t.Errorf("the years are %s and %s", s.Shown(s.Row(), 4), s.Shown(s.Row(), 5))
	}
}

func TestAYearThatIsAskedForHasItsColumnOnce(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	s.OnHead(5)
	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyEnd)

	write(canvas, "300")

	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyEnd)
	if s.Column() != 5 || s.Shown(s.Row(), 4) != "1,850" || s.Shown(s.Row(), 5) != "300" {
		t.Errorf("the last column is %d, the years are %s and %s", s.Column(), s.Shown(s.Row(), 4), s.Shown(s.Row(), 5))
	}
	if n := len(insight.TotalsOf(d.Plan()).Years); n != 2 {
		t.Errorf("the plan has %d years", n)
	}
}

func TestAShareOfRunningCostsOpensItsForm(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Share of running costs")
	looktest.Type(s, fyne.KeyRight, fyne.KeyRight)
	canvas.Focused().TypedRune('5')

	if page.Chosen() != d.cost(t, "Share of running costs").ID || len(looktest.All[*sheet.Sheet](page.Object())) != 0 {
		t.Fatal("its form is not open")
	}
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Back to the table" {
			test.Tap(button)
			break
		}
	}
	if len(looktest.All[*sheet.Sheet](page.Object())) != 3 || page.Chosen() != d.cost(t, "Share of running costs").ID {
		t.Error("the table is not back at the line")
	}
}

func TestLinesMoveAndGoAndComeBack(t *testing.T) {
	page, d, _ := open(t, exampletest.Project(t, "our-streets"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Bike kit")
	row := s.Row()

	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if s.Row() != row-1 || s.Shown(row-1, 0) != "Bike kit" || s.Shown(row-1, 5) != "800" {
		t.Fatalf("it stands at %d, want %d", s.Row(), row-1)
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDelete, Modifier: fyne.KeyModifierShortcutDefault})
	if s.Lines() != 10 {
		t.Fatalf("%d lines are left", s.Lines())
	}
	d.Undo()
	d.Undo()

	if s.Shown(row, 0) != "Bike kit" || s.Lines() != 11 {
		t.Error("undo did not bring the line back to its place")
	}
}

func TestFundingOfSeveralYearsIsTypedYearByYear(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "our-streets"))
	s := looktest.All[*sheet.Sheet](page.Object())[1]
	find(t, s, 0, "Reserves")
	looktest.Type(s, fyne.KeyEnd)

	write(canvas, "5000")
	if s.Sentence() == "" {
		t.Fatal("one sum for two years was taken")
	}
	looktest.Type(s, fyne.KeyEscape)
	write(canvas, "6,163 + 6,163")

	if f := d.Plan().Funding[3]; f.Amount[1] != 6163_00 || f.Amount[2] != 6163_00 {
		t.Errorf("stored is %v", f.Amount)
	}
	if !looktest.Says(page.Object(), "Gap £0") {
		t.Error("the strip does not follow")
	}
}

func TestGiftsInKindAreTypedInPlace(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[2]
	s.Focus()
	looktest.Type(s, fyne.KeyEnd)

	write(canvas, "50 × £45")

	if c := d.cost(t, "Library room"); c.Quantity != "50" || c.Rate != 45_00 {
		t.Errorf("stored is %q × %v", c.Quantity, c.Rate)
	}
	if got := s.Shown(0, 0); got != "Library room, 50 × £45" {
		t.Errorf("the row shows %q", got)
	}
}

func TestAnEmptyPlanIsToldWhereToBegin(t *testing.T) {
	page, d, canvas := open(t, modeltest.New(t).Project())
	if !looktest.Says(page.Object(), "What has to be paid for?") || !looktest.Says(page.Object(), "No sums yet") {
		t.Fatal("the page does not say how to begin")
	}
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Add a line" {
			test.Tap(button)
			break
		}
	}
	write(canvas, "Hall hire")

	if len(d.Plan().Costs) != 1 || d.Plan().Costs[0].Line != "Hall hire" {
		t.Errorf("the costs are %v", d.Plan().Costs)
	}
}

func TestARecordAndItsFieldAreFoundInTheTable(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "our-streets"))
	s := looktest.All[*sheet.Sheet](page.Object())
	second := d.Plan().Costs[len(d.Plan().Costs)-2] // a line of year 2

	page.Choose(second.ID)
	page.Focus("working")
	if canvas.Focused() != s[0] || s[0].Shown(s[0].Row(), 0) != second.Line || s[0].Column() != 2 {
		t.Errorf("row %d, column %d", s[0].Row(), s[0].Column())
	}
	page.Choose(d.Plan().Funding[1].ID)
	page.Focus("status")
	if canvas.Focused() != s[1] || s[1].Row() != 1 || s[1].Column() != 1 {
		t.Errorf("funding row %d, column %d", s[1].Row(), s[1].Column())
	}
	page.Choose(d.Plan().Options[0].ID)
	if page.Chosen() != d.Plan().Options[0].ID || len(looktest.All[*sheet.Sheet](page.Object())) != 0 {
		t.Error("an option has no form")
	}
}

func TestTheTableIsCopiedAsSpreadsheetsReadIt(t *testing.T) {
	page, _, _ := open(t, exampletest.Project(t, "open-door-days"))
	for _, button := range looktest.All[*look.Button](page.Object()) {
		if button.Text() == "Copy for a spreadsheet" {
			test.Tap(button)
		}
	}

	want := "What it pays for\tFor\tWorking\tKind\tYear 1, £\nCoordinator, 0.6 FTE\tA1\twith on-costs\tdirect\t19,200\n"
	if got := fyne.CurrentApp().Clipboard().Content(); len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("copied is %.120q", got)
	}
}

func BenchmarkShowingAPlanOfAThousandRecordsAnew(b *testing.B) {
	looktest.Theme(b)
	d := &desk{formstest.Desk{Project: modeltest.MadeUp(b, 1000).Project()}}
	page := costs.New(d, d)
	w := test.NewTempWindow(b, page.Object())
	w.Resize(fyne.NewSize(1032, 768))
	for b.Loop() {
		page.Changed(edit.Event{})
	}
}

func TestActivitiesAreChosenFromAMenuByKeyboard(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyRight, fyne.KeyReturn)

	looktest.Type(canvas.Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // all activities, A1

	if got := s.Shown(s.Row(), 1); got != "A1 A3" || len(d.cost(t, "Tools").Activities) != 2 {
		t.Errorf("the line is for %q", got)
	}
}

func TestAnActivityIsTakenOutWhereItWasPutIn(t *testing.T) {
	page, d, canvas := open(t, exampletest.Project(t, "open-door-days"))
	s := looktest.All[*sheet.Sheet](page.Object())[0]
	find(t, s, 0, "Tools")
	looktest.Type(s, fyne.KeyRight, fyne.KeyReturn)

	looktest.Type(canvas.Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // A3

	if got := d.cost(t, "Tools").Activities; s.Shown(s.Row(), 1) != "all" || len(got) != 0 {
		t.Errorf("the line is for %v", got)
	}
}
