package look_test

import (
	"testing"

	"commonplan/ui/look"
)

func TestAroundWhatIsHiddenThereIsNoSpace(t *testing.T) {
	page := look.NewPageHead("Needs", "What is not right now.")
	inset := look.Inset(16, 24, 12, 24, page)
	page.Hide()

	if height := look.HeightFor(inset, 400); height != 0 || inset.MinSize().Height != 0 {
		t.Errorf("it is %.0f high, and at least %.0f", height, inset.MinSize().Height)
	}
}
