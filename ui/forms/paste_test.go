package forms

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// pasteTitle pastes a text into the title of a page's first record.
func pasteTitle(t *testing.T, b *bench, step insight.Step, text string) *Page {
	t.Helper()
	page := NewPage(b, b, step)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	b.Watch(page.Changed)
	page.Focus("title")
	board := fyne.CurrentApp().Clipboard()
	board.SetContent(text)
	titleField(page).Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	return page
}

func titleField(p *Page) *look.Field { return p.form.inputs["title"].object.(*look.Field) }

func titles(plan *model.Plan, kind model.Type) (all []string) {
	for _, item := range plan.List(kind) {
		all = append(all, model.Title(item))
	}
	return all
}

func TestAListPastedIntoATitleBecomesOneRecordForEachLineAndOneStep(t *testing.T) {
	made := modeltest.New(t)
	made.Add(&model.Need{})
	b := newBench(t, made)
	if err := b.SetText("N1", "title", ""); err != nil {
		t.Fatal(err)
	}

	page := pasteTitle(t, b, insight.StepNeeds, "•\tNo lighting\r\n•\tOlder plot holders\r\no\tThe gate sticks\r\n")

	want := []string{"No lighting", "Older plot holders", "The gate sticks"}
	if got := titles(b.Plan(), model.TypeNeed); !slices.Equal(got, want) || titleField(page).Text() != want[0] {
		t.Errorf("the needs are %q, the field says %q", got, titleField(page).Text())
	}
	b.Undo()
	if got := titles(b.Plan(), model.TypeNeed); !slices.Equal(got, []string{""}) || titleField(page).Text() != "" {
		t.Errorf("one undo leaves %q, the field says %q", got, titleField(page).Text())
	}
}

func TestOutcomesOfAPastedListAreOnTheLevelOfTheFirst(t *testing.T) {
	made := modeltest.New(t)
	made.Add(&model.Outcome{Level: model.Community})
	b := newBench(t, made)
	page := NewPage(b, b, insight.StepOutcomes)
	page.Choose(b.Plan().Outcomes[0].ID)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("1. Neighbours meet\n2. Streets are safer")

	titleField(page).Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	if all := b.Plan().Outcomes; len(all) != 2 || all[1].Level != model.Community || all[1].Title != "Streets are safer" {
		t.Errorf("the outcomes are %q", titles(b.Plan(), model.TypeOutcome))
	}
}

func TestOnePastedLineLosesItsBulletAndGoesInAtTheCursor(t *testing.T) {
	made := modeltest.New(t)
	made.Add(&model.Asset{Title: "We have "})
	b := newBench(t, made)
	page := NewPage(b, b, insight.StepStrengths)
	test.NewTempWindow(t, page.Object()).Resize(fyne.NewSize(900, 700))
	field := titleField(page)
	field.Focus()
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("- a hall\tand a yard\n")

	field.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})

	if got := titles(b.Plan(), model.TypeAsset); !slices.Equal(got, []string{"We have a hall and a yard"}) {
		t.Errorf("the strengths are %q", got)
	}
}

func TestAListTooLongToBePastedIsRefusedAndNothingChanges(t *testing.T) {
	made := modeltest.New(t)
	made.Add(&model.Need{Title: "The yard"})
	b := newBench(t, made)

	pasteTitle(t, b, insight.StepNeeds, strings.Repeat("A line\n", mostPasted+1))

	if got := titles(b.Plan(), model.TypeNeed); b.trouble == nil || !slices.Equal(got, []string{"The yard"}) {
		t.Errorf("the needs are %q, the trouble %v", got, b.trouble)
	}
}
