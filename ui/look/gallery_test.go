package look

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// gallery is where the pictures go that are made to be looked at, not compared.
const gallery = "../../build/gallery"

// shoot draws an object at a size and writes it to the gallery.
func shoot(t *testing.T, name string, size fyne.Size, object fyne.CanvasObject) {
	t.Helper()
	window := test.NewTempWindow(t, object)
	window.SetPadded(false)
	window.Resize(size)
	focusFirst(window.Canvas(), object)
	if err := os.MkdirAll(gallery, 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(gallery, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// focusFirst focuses the field that wants it, as a drawing shows one with focus.
func focusFirst(c fyne.Canvas, object fyne.CanvasObject) {
	switch o := object.(type) {
	case *Field:
		if o.Label() == "With focus" || o.Label() == "The need, in one sentence" {
			c.Focus(o.Entry)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			focusFirst(c, child)
		}
	case *Scroll:
		focusFirst(c, o.Content)
	}
}

// eachVariant runs a test in light and in dark.
func eachVariant(t *testing.T, run func(t *testing.T, name string)) {
	for name, variant := range map[string]Variant{"light": Light, "dark": Dark} {
		t.Run(name, func(t *testing.T) {
			app := test.NewTempApp(t)
			app.Settings().SetTheme(NewTheme(variant, 1))
			run(t, name)
		})
	}
}

func TestGalleryOfAListWithItsForm(t *testing.T) {
	eachVariant(t, func(t *testing.T, name string) {
		shoot(t, "needs-"+name, fyne.NewSize(1280, 768), needsScreen())
	})
}

func needsScreen() fyne.CanvasObject {
	nav := Frame(nil, nil, nil, NewColumnLine(), NewArea(Sunk, Wide(NavWidth-1, navigation())))
	list := VBox(0)
	for i, d := range []RowData{
		{Kind: Need, Number: "N1", Title: "Day centre closed two days a week; people are alone for long spells", Second: "1 piece of evidence · 2 activities"},
		{Kind: Need, Number: "N2", Title: "People who leave hospital lose touch within weeks", Second: "1 piece of evidence · 2 activities"},
		{Kind: Need, Number: "N4", Title: "Few steps between day centre and work or courses", Second: "2 pieces of evidence · 1 activity"},
		{Kind: Need, Number: "N5", Title: "Yard behind the hall is paved, hot and tipped on", Second: "2 pieces of evidence · 1 activity", Gap: "2 missing"},
	} {
		row := NewListRow(d, func() {}).WithDivider(i < 2)
		row.SetChosen(i == 3)
		list.Add(row)
	}
	list.Add(Inset(8, 0, 0, 0, HBox(0, NewButton("Add a need", nil).WithIcon(IconPlus), Spring())))
	form := needForm()
	head := Inset(12, 0, 0, 8, NewPageHead("Needs", "What is not right now. Five so far, all of them lead to an activity."))
	body := Columns(16, []float32{264, 480}, list, form)
	return Frame(nil, nil, nav, nil, Inset(0, 24, 0, 16, VBox(12, head, body)))
}

func navigation() fyne.CanvasObject {
	row := func(title string, p Progress, chosen bool) *NavRow {
		r := NewNavRow(title, func() {})
		r.SetProgress(p)
		r.SetChosen(chosen)
		return r
	}
	return Inset(11, 0, 0, 0, VBox(0,
		row("Start", NoProgress, false),
		NewNavGroup("Insight", row("Place and people", ReadyForPaper, false), row("Listening", OnTheWay, false),
			row("Needs", OnTheWay, true), row("Strengths", ReadyForPaper, false), row("Evidence", OnTheWay, false)),
		NewNavGroup("Plan", row("Outcomes", ReadyForPaper, false), row("Map", NoProgress, false)),
		NewNavGroup("Deliver and learn", row("Reviews", NotBegun, false)),
	))
}

func needForm() fyne.CanvasObject {
	title := NewField("The need, in one sentence")
	title.SetText("Yard behind the hall is paved, hot and tipped on")
	who := NewField("Who is touched by it?")
	who.SetText("Members and neighbours of the hall")
	many := NewField("How many people?").Placeholder("not said yet")
	detail := NewTextArea("In more detail", 2).Placeholder("What would you see if you stood there?")
	return VBox(16,
		NewRecordHead(Need, "Need N5", NewButton("See on the map", nil).Small().WithIcon(IconEye)),
		title,
		Columns(16, []float32{312, 152}, who, many),
		detail,
		NewFormHead("Evidence: who says so?", NewButton("Add evidence", nil).Small().WithIcon(IconPlus)),
	)
}
