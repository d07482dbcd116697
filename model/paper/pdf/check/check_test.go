package check_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/papertest"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/resources/fonts"
)

var made = time.Date(2026, time.August, 28, 9, 0, 0, 0, time.FixedZone("BST", 3600))

// prints are the ways to print a paper.
var prints = map[string]paper.Print{
	"":      {},
	"large": {Large: paper.LargeUsual, Typeface: fonts.Atkinson},
	"black": {Black: true, Draft: "Draft"},
}

// passes writes a paper and checks its file.
func passes(t *testing.T, doc paper.Document) {
	t.Helper()
	data, report, err := pdf.Write(doc, pdf.Options{Date: made})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.File(data) {
		t.Errorf("%s (of %d pages)", f, report.Pages)
	}
}

func TestEveryPaperOfEveryExamplePasses(t *testing.T) {
	papers := papertest.Papers(t)
	for _, name := range slices.Sorted(maps.Keys(papers)) {
		for way, p := range prints {
			t.Run(strings.TrimSpace(name+" "+way), func(t *testing.T) {
				doc := papers[name]
				doc.Print = p
				passes(t, doc)
			})
		}
	}
}

func TestEveryWelshPaperOfEveryExamplePassesAndSaysItsLanguage(t *testing.T) {
	papers, w := papertest.Welsh(t)
	for _, name := range slices.Sorted(maps.Keys(papers)) {
		for _, way := range []string{"", "large"} {
			t.Run(strings.TrimSpace(name+" "+way), func(t *testing.T) {
				doc := papers[name]
				doc.Print = prints[way]
				data, _, err := pdf.Write(doc, pdf.Options{Date: made, Words: w})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range check.File(data) {
					t.Error(f)
				}
				file, err := pdfread.Open(data)
				if err != nil {
					t.Fatal(err)
				}
				if got := file.Catalog()["Lang"]; got != pdfread.String("cy") {
					t.Errorf("its language is %v", got)
				}
			})
		}
	}
}

func TestPostersPass(t *testing.T) {
	for _, size := range []proposal.Size{proposal.A4, proposal.A3} {
		doc, err := proposal.Make(papertest.Plan(t, "our-streets"), proposal.Options{Paper: proposal.Map, Size: size, Poster: true})
		if err != nil {
			t.Fatal(err)
		}
		passes(t, doc)
	}
}

func TestPapersWithWelshWordsPass(t *testing.T) {
	doc := papertest.EveryBlock("Tŷ Agored Penŵyn")
	doc.Blocks = append(doc.Blocks, paper.Paragraph{Text: paper.Text{
		paper.Plain("The house is called "), {Text: "Tŷ Agored", Language: "cy"}, paper.Plain(" by all.")}})
	passes(t, doc)
}

func TestPapersOfHostileWordsPass(t *testing.T) {
	for what, hostile := range papertest.Hostile() {
		for way, p := range prints {
			t.Run(what+" "+way, func(t *testing.T) {
				doc := papertest.EveryBlock(hostile)
				doc.Print = p
				passes(t, doc)
			})
		}
	}
}

func TestPapersOfAnyWordsPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringN(0, 60, -1).Draw(t, "words")
		table := papertest.Table(words, figure.Picture{Width: 20, Height: 7, Alt: words})
		doc := paper.Document{Title: words, Language: words, Blocks: []paper.Block{
			paper.TitleBlock{Title: words}, paper.Contents{Title: words},
			paper.Section{Title: words, Blocks: []paper.Block{
				paper.Paragraph{Text: paper.Text{{Text: words, Note: words}, {Text: words, Link: "https://" + words}, {Text: words, Language: words}}},
				paper.List{Items: []paper.Text{paper.Words(words)}}, table}}}}
		data, _, err := pdf.Write(doc, pdf.Options{Date: made})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range check.File(data) {
			t.Error(f)
		}
	})
}

func TestWhatIsNoPaperIsAFindingAndNoPanic(t *testing.T) {
	data, _, err := pdf.Write(papertest.EveryBlock("words"), pdf.Options{Date: made})
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(data); n += 997 {
		if len(check.File(data[:n])) == 0 {
			t.Errorf("the first %d bytes pass", n)
		}
	}
	flipped := 0
	for n := 0; n < len(data); n += 1499 {
		bad := slices.Clone(data)
		bad[n] ^= 0x55
		if len(check.File(bad)) > 0 {
			flipped++
		}
	}
	if flipped == 0 {
		t.Error("no damage was found")
	}
}

func TestEveryFindingHasItsSentence(t *testing.T) {
	keys, err := words.Keys("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range check.Rules {
		if !slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, "check."+rule.Name+".") }) {
			t.Errorf("no sentence for the rule %q", rule.Name)
		}
		if rule.What == "" || rule.Clauses == "" {
			t.Errorf("the rule %q is not explained", rule.Name)
		}
	}
}
