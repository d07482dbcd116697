package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"commonplan/model/insight"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

func TestAPageThatWasNotShownFollowsTheColours(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	r.window.GoTo(insight.StepPlace)

	r.window.setVariant(look.Dark)
	r.window.GoTo(insight.StepNeeds)

	ink, found := theme.Color(look.Ink), false
	looktest.Walk(r.window.middle, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "The need, in one sentence" {
			found = true
			if text.Color != ink {
				t.Errorf("the label has the colour %v, want %v", text.Color, ink)
			}
		}
	})
	if !found {
		t.Error("the form of a need is not shown")
	}
}

func TestGoingBackToAPageShowsItWhereItBelongs(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	r.window.GoTo(insight.StepWinWin) // here the help folds, so that the page is wider
	wide := r.window.middle.Size()
	r.window.GoTo(insight.StepNeeds)

	page := r.window.middle.Objects[0]
	if page.Size() != r.window.middle.Size() || !(wide.Width > page.Size().Width) {
		t.Errorf("the page is %v wide in an area of %v; beside the folded help it was %v", page.Size(), r.window.middle.Size(), wide)
	}
}

func TestTheLineAtTheFootStandsWhollyInTheWindowAtEveryTextSize(t *testing.T) {
	r := newRig(t).example()
	r.window.GoTo(insight.StepNeeds)
	for _, step := range []int{1, 1, 1, 1, 1, -1, -1, 0} {
		r.window.scaleText(step)

		foot, frame := r.window.status.object, r.window.frame.Size()
		if low := foot.Position().Y + foot.Size().Height; low > frame.Height || foot.Size().Height < foot.MinSize().Height {
			t.Errorf("at %v, it ends at %v of %v and is %v high, wanting %v", look.Scale(), low, frame.Height, foot.Size().Height, foot.MinSize().Height)
		}
		looktest.Walk(foot, func(o fyne.CanvasObject) {
			if text, ok := o.(*canvas.Text); ok && text.Visible() && text.Size().Height < text.MinSize().Height-.5 {
				t.Errorf("at %v, %q is %v high, wanting %v", look.Scale(), text.Text, text.Size().Height, text.MinSize().Height)
			}
		})
	}
}
