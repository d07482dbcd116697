package pdf

import (
	"math"
	"testing"

	"commonplan/model/paper/metrics"
)

func TestWidthsAreThoseTheLibraryWrites(t *testing.T) {
	b := newGofpdf(210, 297)
	b.page()
	checked := 0
	for _, bold := range []bool{false, true} {
		b.font(bold, 10)
		for r := rune(' '); r < 0x2800; r++ {
			thousandths, ok := metrics.SourceSans().Width(r, bold)
			if !ok || thousandths == 0 {
				continue
			}
			if got, want := b.f.GetStringWidth(string(r)), float64(thousandths)/100*25.4/72; math.Abs(got-want) > 1e-9 {
				t.Errorf("%c (bold %v): the library has %.4f mm, we have %.4f", r, bold, got, want)
			}
			checked++
		}
	}
	if checked < 1000 {
		t.Errorf("only %d letters were compared", checked)
	}
}

func TestAFileOfAnotherFormIsAnErrorAndNoPanic(t *testing.T) {
	b := newGofpdf(210, 297)
	b.page()
	b.font(false, 10)
	raw, err := b.output()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parse(raw); err != nil {
		t.Fatalf("a regular file: %v", err)
	}
	for _, bad := range [][]byte{nil, []byte("startxref\n"), []byte("startxref\n-4\n"), []byte("xref\n0 2\n0\n9\nstartxref\n0\n"), raw[:len(raw)/2], raw[50:]} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%.30q was read", bad)
		}
	}
}
