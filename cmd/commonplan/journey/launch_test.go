//go:build journey

package journey

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkLaunch starts Commonplan and a bare Fyne window in turn, each from the
// command to the first frame on the screen. What counts is how much longer Commonplan
// takes: the times of both depend on the computer.
func BenchmarkLaunch(b *testing.B) {
	desk := NewDesk(b)
	ours, bare := desk.Program("commonplan"), desk.Program("bare")
	desk.launch(ours) // the first time the files are still on the disk
	desk.launch(bare)
	var oursTook, bareTook []time.Duration
	for b.Loop() {
		oursTook = append(oursTook, desk.launch(ours))
		bareTook = append(bareTook, desk.launch(bare))
	}
	b.ReportMetric(0, "ns/op") // of both together, with the clearing up between them
	b.ReportMetric(float64(median(oursTook).Milliseconds()), "commonplan-ms")
	b.ReportMetric(float64(median(bareTook).Milliseconds()), "bare-ms")
	b.ReportMetric(float64(median(oursTook))/float64(median(bareTook)), "ratio")
}

// launch starts a program on an empty desk, waits for its first frame and stops it.
func (d *Desk) launch(program string) time.Duration {
	d.t.Helper()
	empty := d.middle()
	begin := time.Now()
	running := d.run(program)
	for d.middle() == empty {
		if running.endsWithin(time.Millisecond) || time.Since(begin) > patience {
			d.t.Fatalf("%s shows nothing: %s", program, running.output)
		}
	}
	took := time.Since(begin)
	running.stop()
	d.Until("the desk is empty again", func() bool { return d.middle() == empty })
	return took
}

// middle gives the colour in the middle of the screen, straight from the X server's
// memory: asking in any other way would cost more time than is measured. The file is
// an X window dump, whose head says in words of four bytes where things are.
func (d *Desk) middle() [4]byte {
	d.t.Helper()
	var color [4]byte
	screen, err := os.Open(filepath.Join(d.screen, "Xvfb_screen0"))
	if err != nil {
		d.t.Fatalf("The screen cannot be read: %v", err)
	}
	defer screen.Close()
	var head [25]uint32
	if err := binary.Read(screen, binary.BigEndian, &head); err != nil {
		d.t.Fatalf("The screen cannot be read: %v", err)
	}
	size, line, colors := int64(head[0]), int64(head[12]), int64(head[19])
	const perColor, perPixel = 12, 4
	if _, err := screen.ReadAt(color[:], size+colors*perColor+Height/2*line+Width/2*perPixel); err != nil {
		d.t.Fatalf("The screen cannot be read: %v", err)
	}
	return color
}

func median(all []time.Duration) time.Duration { return slices.Sorted(slices.Values(all))[len(all)/2] }
