package pdfread_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/pdfread"
)

func TestDrawingGivesEveryOperatorWithItsValues(t *testing.T) {
	const content = "q % a remark\n1 0 .5 -2.25 re\n/F0 11 Tf (a\\(b\\)\\\\\\r) Tj <FEFF0175> Tj\n" +
		"/P <</MCID 3 /Lang (cy) /A [1 true null /N#20x]>> BDC EMC"
	type step struct {
		Op   pdfread.Operator
		Args []any
	}
	var got []step
	if err := pdfread.Draw([]byte(content), func(op pdfread.Operator, args []any) {
		got = append(got, step{op, append([]any(nil), args...)})
	}); err != nil {
		t.Fatal(err)
	}
	want := []step{
		{"q", nil}, {"re", []any{1, 0, .5, -2.25}},
		{"Tf", []any{pdfread.Name("F0"), 11}}, {"Tj", []any{pdfread.String("a(b)\\\r")}}, {"Tj", []any{pdfread.String("\xfe\xff\x01\x75")}},
		{"BDC", []any{pdfread.Name("P"), pdfread.Dict{"MCID": 3, "Lang": pdfread.String("cy"),
			"A": pdfread.Array{1, true, nil, pdfread.Name("N x")}}}}, {"EMC", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStringsAreReadAsTheirWords(t *testing.T) {
	for in, want := range map[pdfread.String]string{"": "", "caf\xe9": "café", "\xfe\xff\x01\x75\xd8\x3c\xdf\x75": "ŵ🍵"} {
		if got := in.Text(); got != want {
			t.Errorf("%q is read as %q", string(in), got)
		}
	}
}

func TestALetterTableTellsWhatEachCodeStandsFor(t *testing.T) {
	got, err := pdfread.Letters([]byte("2 beginbfchar\n<01> <0041>\n<FF> <D83CDF75>\nendbfchar\n1 beginbfchar\n<02> <00660069>\nendbfchar"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[byte]string{1: "A", 255: "🍵", 2: "fi"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsNoContentIsAnError(t *testing.T) {
	for _, bad := range []string{"(open", "<F", "<FFF>", "<GG> Tj", "[1 2", "<</A 1", "<</A 1 /A 2>> Do", "<<1 2>> Do", ") Tj", "1 2",
		"(\\7) Tj", "1e5 w", strings.Repeat("[", 500), "/N#zz gs"} {
		if err := pdfread.Draw([]byte(bad), func(pdfread.Operator, []any) {}); err == nil {
			t.Errorf("%.30q was read", bad)
		}
	}
}

func TestNoFileMakesTheReaderPanic(t *testing.T) {
	whole, _, err := pdf.Write(paper.Document{Blocks: []paper.Block{paper.Paragraph{Text: paper.Words("words")}}}, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pdfread.Open(whole); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		data := append([]byte(nil), whole...)
		for range rapid.IntRange(1, 20).Draw(t, "changes") {
			data[rapid.IntRange(0, len(data)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "to")
		}
		data = data[rapid.IntRange(0, 20).Draw(t, "from"):]
		if f, err := pdfread.Open(data); err == nil {
			_, _ = f.Pages() // an error is as good as a page
		}
	})
}
