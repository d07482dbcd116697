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
	"commonplan/ui/looktest"
)

// preview shows what a copy would bring to a project with ten needs, of which it changes
// some.
func preview(t *testing.T, changed int) (*copies.Preview, *bench) {
	t.Helper()
	looktest.Theme(t)
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
		if page, _ := preview(t, changed); looktest.SaysWithin(page.Object(), warning) != want {
			t.Errorf("with %d of 10 items changed, it warns: %v", changed, !want)
		}
	}
}

func TestALongListIsFoldedUntilItIsAskedFor(t *testing.T) {
	page, _ := preview(t, 10)
	if !looktest.SaysWithin(page.Object(), "and 2 more") {
		t.Fatal("it is not folded")
	}
	for _, block := range looktest.All[*look.Block](page.Object()) {
		if block.AccessibilityLabel() == "and 2 more" {
			test.Tap(block)
		}
	}
	if got := len(looktest.All[*look.Block](page.Object())); got != 10 {
		t.Errorf("%d sentences are shown", got)
	}
}

func TestWhileOneChoosesOnlyWhatIsTickedComesIn(t *testing.T) {
	page, b := preview(t, 2)
	button := func(text string) *look.Button {
		for _, button := range looktest.All[*look.Button](page.Object()) {
			if button.Text() == text {
				return button
			}
		}
		t.Fatalf("there is no button %q", text)
		return nil
	}

	test.Tap(button("Choose…"))
	test.Tap(looktest.All[*look.Block](page.Object())[0])
	test.Tap(button("Bring in 1"))

	if needs := b.Plan().Needs; b.brought[needs[0].ID] || !b.brought[needs[1].ID] {
		t.Errorf("what comes in is %v", b.brought)
	}
}

func TestPressingAChangeShowsBothTextsInPlaceAndLeavesThePage(t *testing.T) {
	page, _ := preview(t, 1)
	if looktest.SaysWithin(page.Object(), "Here now") {
		t.Fatal("it is shown already")
	}

	test.Tap(looktest.All[*look.Block](page.Object())[0])

	for _, want := range []string{"Here now", "Old", "In the copy", "New", "See it in the plan"} {
		if !looktest.SaysWithin(page.Object(), want) && !hasButton(page, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}

func hasButton(page *copies.Preview, text string) bool {
	return slices.ContainsFunc(looktest.All[*look.Button](page.Object()), func(b *look.Button) bool { return b.Text() == text })
}
