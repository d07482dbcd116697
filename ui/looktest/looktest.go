// Package looktest looks at what a page draws and uses it, as a person would: for tests.
//
//	canvas := looktest.Show(t, page.Object(), 1032, 768)
//	looktest.Press(t, page.Object(), "Add a comment")
//	if !looktest.Says(page.Object(), "Is this still so?") { … }
package looktest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/ui/look"
)

// Show puts a page into a window of a size, in the light theme at usual text size, and
// gives the window's canvas.
func Show(t testing.TB, page fyne.CanvasObject, width, height float32) fyne.Canvas {
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w.Canvas()
}

// Theme begins an app in the light theme at usual text size. It comes before the page
// is made.
func Theme(t testing.TB) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
}

// Walk visits an object and all that it draws, in the order of drawing.
func Walk(root fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(root)
	switch o := root.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Walk(child, visit)
		}
	}
}

// All lists everything of a kind that is drawn, in its order.
func All[T fyne.CanvasObject](root fyne.CanvasObject) []T {
	var found []T
	Walk(root, func(o fyne.CanvasObject) {
		if one, ok := o.(T); ok {
			found = append(found, one)
		}
	})
	return found
}

// Texts lists the texts that are drawn.
func Texts(root fyne.CanvasObject) []string {
	var texts []string
	for _, text := range All[*look.Text](root) {
		texts = append(texts, text.String())
	}
	return texts
}

// Reading gives all texts that are drawn, a line each.
func Reading(root fyne.CanvasObject) string { return strings.Join(Texts(root), "\n") }

// Says tells whether one of the texts is this sentence.
func Says(root fyne.CanvasObject, sentence string) bool {
	return slices.Contains(Texts(root), sentence)
}

// SaysWithin tells whether a sentence stands in one of the texts.
func SaysWithin(root fyne.CanvasObject, sentence string) bool {
	return slices.ContainsFunc(Texts(root), func(text string) bool { return strings.Contains(text, sentence) })
}

// Button gives the first button with a text; without one, the test fails.
func Button(t testing.TB, root fyne.CanvasObject, text string) *look.Button {
	t.Helper()
	return first(t, root, "button", text, func(b *look.Button) bool { return b.Text() == text })
}

// Press taps the first button with a text.
func Press(t testing.TB, root fyne.CanvasObject, text string) {
	t.Helper()
	test.Tap(Button(t, root, text))
}

// Field gives the first field with a label.
func Field(t testing.TB, root fyne.CanvasObject, label string) *look.Field {
	t.Helper()
	return first(t, root, "field", label, func(f *look.Field) bool { return f.Label() == label })
}

// Chip gives the first chip with a text.
func Chip(t testing.TB, root fyne.CanvasObject, text string) *look.Chip {
	t.Helper()
	return first(t, root, "chip", text, func(c *look.Chip) bool { return c.AccessibilityLabel() == text })
}

func first[T fyne.CanvasObject](t testing.TB, root fyne.CanvasObject, kind, name string, is func(T) bool) T {
	t.Helper()
	all := All[T](root)
	at := slices.IndexFunc(all, is)
	if at < 0 {
		t.Fatalf("there is no %s %q", kind, name)
	}
	return all[at]
}

// Type presses keys, one after the other.
func Type(on interface{ TypedKey(*fyne.KeyEvent) }, keys ...fyne.KeyName) {
	for _, key := range keys {
		on.TypedKey(&fyne.KeyEvent{Name: key})
	}
}
