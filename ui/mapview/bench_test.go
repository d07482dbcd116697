package mapview

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"commonplan/model/modeltest"
	"commonplan/ui/look"
)

// sizes are the numbers of cards that are measured.
var sizes = []int{100, 500, 2_000}

func large(b *testing.B, cards int) *bench {
	page, _ := mapOf(b, modeltest.MadeUp(b, 5*cards). /* a fifth are cards */ Project(), look.Light)
	if cards > atOnce {
		(<-page.later)()
	}
	b.ResetTimer()
	return page
}

func eachSize(b *testing.B, run func(b *testing.B, page *bench)) {
	for _, cards := range sizes {
		b.Run(fmt.Sprint(cards), func(b *testing.B) { run(b, large(b, cards)) })
	}
}

// BenchmarkRead reads the cards of a plan: what an edit costs on the screen's goroutine.
func BenchmarkRead(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		gaps := page.Gaps()
		for b.Loop() {
			page.page.reader.read(page.Plan(), gaps)
		}
	})
}

// BenchmarkPlace places the cards and links: elsewhere than on the screen's goroutine.
func BenchmarkPlace(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		scene := page.page.reader.read(page.Plan(), page.Gaps())
		for b.Loop() {
			scene.place()
		}
	})
}

// BenchmarkPan moves the map by a notch of the wheel.
func BenchmarkPan(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		for i := 0; b.Loop(); i++ {
			page.page.view.panBy(0, float32(i%40/20*150-75))
		}
	})
}

// BenchmarkZoom goes from step to step.
func BenchmarkZoom(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		for i := 0; b.Loop(); i++ {
			page.page.view.zoomTo(usualZoom-i%2, fyne.NewPos(400, 300))
		}
	})
}

// BenchmarkFarAway moves the map at the least zoom.
func BenchmarkFarAway(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		page.page.view.zoomTo(0, fyne.NewPos(400, 300))
		for i := 0; b.Loop(); i++ {
			page.page.view.panBy(0, float32(i%40/20*20-10))
		}
	})
}

// BenchmarkChoose lights one line of sight after the other.
func BenchmarkChoose(b *testing.B) {
	eachSize(b, func(b *testing.B, page *bench) {
		for i := 0; b.Loop(); i++ {
			page.page.choose(i % len(page.page.scene.cards))
		}
	})
}

// BenchmarkPlaceAnExample places a map that is small enough to be placed at once.
func BenchmarkPlaceAnExample(b *testing.B) {
	page, _ := openDoorDays(b, look.Light)
	scene := page.page.reader.read(page.Plan(), page.Gaps())
	for b.Loop() {
		scene.place()
	}
}
