package look

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestALongTitleOfTheHelpWrapsBesideItsChevron(t *testing.T) {
	newApp(t, 1)
	a := NewAccordion("About outcomes for those who take part, and all others", NewText("What will be different."))
	inWindow(t, Pad(20, 20, VBox(0, a)), 272, 300)

	for _, o := range test.WidgetRenderer(a.head).Objects() {
		if right := o.Position().X + o.Size().Width; o.Visible() && right > 232+4 { // the ring stands 2 outside
			t.Errorf("%T ends at %v, and there are 232", o, right)
		}
	}
	if got, want := a.head.Size().Height, 2*TextPitch(Body)+6; got != want {
		t.Errorf("the title is %v high, want two lines, %v", got, want)
	}
}
