//go:build journey

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"commonplan/model/file"
	"commonplan/model/modeltest"
)

// longRun is how long all gestures on one map may take.
const longRun = 3 * time.Minute

// BenchmarkFrames opens made-up projects in the real window and works on their maps. It
// gives, in ms, how long the first map takes after opening, and for each gesture the
// median and the 95th percentile from frame to frame, of which 16.7 is the least, and
// the work of the processors on a frame; and the memory in MB. The gestures “bare” and
// “rectangles” are of a window with one plain rectangle and with 250: what the same
// computer can do at that hour. One run is enough: it measures hundreds of frames.
func BenchmarkFrames(b *testing.B) {
	for _, cards := range []int{100, 500, 2000} {
		b.Run(fmt.Sprint(cards), func(b *testing.B) {
			plan := madeUpFile(b, cards)
			for b.Loop() {
				desk := NewDesk(b)
				app := desk.Start(desk.Program("frames"), plan)
				app.running.endsWithin(longRun)
				app.Ended()
				reportFrames(b, app.Output())
			}
			b.ReportMetric(0, "ns/op") // of everything together, which says nothing
		})
	}
}

// BenchmarkSteps goes through all steps of a made-up project of 1,000 records in the real
// window, and tells how long each thing that is done there holds the window up: in ms of
// the processor’s work, so that it does not matter what else the computer does.
func BenchmarkSteps(b *testing.B) {
	const most = 10 // ms
	plan := madeUpFile(b, 200)
	over, longest := 0, 0.0
	for b.Loop() {
		desk := NewDesk(b)
		app := desk.Start(desk.Program("frames"), "-steps", plan)
		app.running.endsWithin(longRun)
		app.Ended()
		for line := range strings.Lines(app.Output()) {
			var name string
			var held float64
			if n, _ := fmt.Sscan(line, &name, &held); n < 2 {
				continue // something that Fyne says
			}
			longest = max(longest, held)
			if held > most {
				over++
				b.Logf("%s holds the window up for %.1f ms", name, held)
			}
		}
		b.Logf("all is in %s", desk.keep("steps.txt", app.Output()))
	}
	b.ReportMetric(longest, "longest-ms")
	b.ReportMetric(0, "ns/op") // of everything together, which says nothing
	b.ReportMetric(float64(over), "over-10-ms")
}

// madeUpFile writes a project with so many cards on its map, and five times as many
// records.
func madeUpFile(b *testing.B, cards int) string {
	b.Helper()
	data, err := file.Encode(modeltest.MadeUp(b, 5*cards).Document())
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "made-up.commonplan")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// reportFrames reads what the program frames prints, a line for each figure.
func reportFrames(b *testing.B, output string) {
	b.Helper()
	units := map[string][]string{"first-map": {"-ms"}, "memory": {"-MB"}}
	lines := 0
	for line := range strings.Lines(output) {
		f := strings.Fields(line)
		suffixes := []string{"-ms", "-p95-ms", "-work-ms"}
		if one, other := units[f[0]]; other {
			suffixes = one
		}
		if len(f) != len(suffixes)+1 {
			continue // something that Fyne says
		}
		for i, suffix := range suffixes {
			value, err := strconv.ParseFloat(f[i+1], 64)
			if err != nil {
				continue
			}
			b.ReportMetric(value, f[0]+suffix)
			lines++
		}
	}
	if lines == 0 {
		b.Fatalf("frames measured nothing:\n%s", output)
	}
}
