package pdf

import (
	"strings"
	"testing"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/typeset"
	"commonplan/resources/fonts"
)

func TestWidthsAreThoseThatAreWritten(t *testing.T) {
	checked := 0
	for n := range typefaces() {
		typeface, bold := fonts.Typeface(n/2), n%2 == 1
		var b book
		f, family := b.face(typeface, bold), metrics.Of(typeface)
		for r := rune(' '); r < 0x2800; r++ {
			want, ok := family.Width(r, bold)
			if !ok || family.Face(r, bold) != typeface {
				continue
			}
			p := f.place(r)
			if p == nowhere {
				t.Errorf("%c (%s): measured, but not to be written", r, f.name)
			} else if got := f.font.Width(f.fonts[p.font-1].glyphs[p.code]); got != want {
				t.Errorf("%c (%s): %d is written, %d was measured", r, f.name, got, want)
			}
			checked++
		}
	}
	if checked < 3000 {
		t.Errorf("only %d letters were compared", checked)
	}
}

func TestAFileOfAnotherFormIsAnErrorAndNoPanic(t *testing.T) {
	b := newGofpdf(210, 297)
	b.page()
	b.text(figure.Text{String: "a", Size: 10}, fonts.SourceSans)
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

func TestAPanicOnTheWayIsAnErrorOfThePaper(t *testing.T) {
	set := typeset.Result{Width: 210, Height: 297, Elements: []typeset.Element{{Role: typeset.RoleDocument, Parent: -1}},
		Pages: []typeset.Page{{Items: []typeset.Item{{Element: 7, Shape: figure.Rect{W: 1, H: 1, Fill: figure.Hex(0)}}}}}}
	if file, _, err := WritePages(paper.Document{}, set, Options{}); err == nil || file != nil {
		t.Errorf("%d bytes, %v", len(file), err)
	}
}

func TestATextThatGoesOnWhereTheLastEndedIsNotMovedTo(t *testing.T) {
	var c content
	c.height = 297
	c.newPage()
	c.begin("/P<</MCID 0>>BDC ", true)
	ink := figure.Hex(0)
	width := 0.0
	for _, r := range "Costs" {
		width += float64(typefaces()[1].font.Width(typefaces()[1].font.Glyph(r)))
	}
	x := 10 + width*12/1000*25.4/72
	c.text(figure.Text{X: 10, Y: 20, Size: 12, Bold: true, String: "Costs", Colour: ink}, fonts.SourceSans)
	c.text(figure.Text{X: x, Y: 20, Size: 12, String: " ", Colour: figure.Hex(0x555555)}, fonts.SourceSans)
	c.text(figure.Text{X: 10, Y: 25, Size: 12, Bold: true, String: "are shared", Colour: ink}, fonts.SourceSans)
	c.end()
	if got := string(c.ops); strings.Count(got, "Tf") != 1 || !strings.Contains(got, "(Costs )Tj") {
		t.Errorf("got %s", got)
	}
}

func TestALongTextIsNotCutWithinALetter(t *testing.T) {
	for _, before := range []string{"", "x"} {
		got := literal(before + strings.Repeat("\U0001F333", 10_000))
		if !strings.HasSuffix(got, "D83CDF332026>") {
			t.Errorf("it ends with %s", got[len(got)-20:])
		}
	}
}
