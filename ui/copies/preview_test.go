package copies_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
	"commonplan/ui/copies"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// preview shows what a copy would bring to a project with ten needs, of which it changes
// some.
func preview(t *testing.T, changed int) (*copies.Preview, *bench) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	b := modeltest.New(t)
	report := merge.Report{Items: 10, Replaced: changed}
	for i := range 10 {
		need := b.Add(&model.Need{})
		if i < changed {
			report.Changes = append(report.Changes, merge.Change{Kind: merge.Changed, Record: need, Type: model.TypeNeed,
				Field: "title", From: `"Old"`, To: `"New"`, Who: "The secretary"})
		}
	}
	bench := &bench{Project: b.Project(), t: t}
	page := copies.NewPreview(bench, bench, &desk.Arrival{Name: "copy.commonplan", Report: report, Before: b.Plan(), After: b.Plan()})
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 800))
	return page, bench
}

func TestACopyThatReplacesMoreThanAFifthIsWarnedOf(t *testing.T) {
	const warning = "of your 10 items. If you did not expect that, ask whoever sent it first."
	for changed, want := range map[int]bool{2: false, 3: true} {
		if page, _ := preview(t, changed); says(page, warning) != want {
			t.Errorf("with %d of 10 items changed, it warns: %v", changed, !want)
		}
	}
}

func TestALongListIsFoldedUntilItIsAskedFor(t *testing.T) {
	page, _ := preview(t, 10)
	if !says(page, "and 2 more") {
		t.Fatal("it is not folded")
	}
	for _, block := range all[*look.Block](page.Object()) {
		if block.AccessibilityLabel() == "and 2 more" {
			test.Tap(block)
		}
	}
	if got := len(all[*look.Block](page.Object())); got != 10 {
		t.Errorf("%d sentences are shown", got)
	}
}

func TestWhileOneChoosesOnlyWhatIsTickedComesIn(t *testing.T) {
	page, b := preview(t, 2)
	button := func(text string) *look.Button {
		for _, button := range all[*look.Button](page.Object()) {
			if button.Text() == text {
				return button
			}
		}
		t.Fatalf("there is no button %q", text)
		return nil
	}

	test.Tap(button("Choose…"))
	test.Tap(all[*look.Block](page.Object())[0])
	test.Tap(button("Bring in 1"))

	if needs := b.Plan().Needs; b.brought[needs[0].ID] || !b.brought[needs[1].ID] {
		t.Errorf("what comes in is %v", b.brought)
	}
}

func TestPressingAChangeShowsBothTextsInPlaceAndLeavesThePage(t *testing.T) {
	page, _ := preview(t, 1)
	if says(page, "Here now") {
		t.Fatal("it is shown already")
	}

	test.Tap(all[*look.Block](page.Object())[0])

	for _, want := range []string{"Here now", "Old", "In the copy", "New", "See it in the plan"} {
		if !says(page, want) && !hasButton(page, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

func hasButton(page *copies.Preview, text string) bool {
	return slices.ContainsFunc(all[*look.Button](page.Object()), func(b *look.Button) bool { return b.Text() == text })
}
