package proposal_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/typeset"
	"commonplan/model/proposal"
)

// papers is where to put the papers of the examples, to look at them:
// go test ./model/proposal -run Sides -papers ../../build/papers
var papers = flag.String("papers", "", "folder to write the examples' papers to")

var day = model.Date{Year: 2026, Month: 8, Day: 28}

func pages(doc paper.Document) (int, error) { return len(pdf.Layout(doc, pdf.Options{}).Pages), nil }

func TestEachPaperOfEachExampleHasNoMoreSidesThanItMay(t *testing.T) {
	for _, name := range example.Names() {
		plan := exampletest.Plan(t, name)
		for _, kind := range proposal.Papers() {
			doc, fitted, err := proposal.Fit(plan, proposal.Options{Paper: kind, Date: day}, pages)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %s: %d pages, shortened %d", name, kind, fitted.Pages, fitted.Level)
			if fitted.Over > 0 {
				t.Errorf("%s, %s: %d pages too many", name, kind, fitted.Over)
			}
			if *papers != "" {
				write(t, filepath.Join(*papers, name+"-"+string(kind)+".pdf"), doc)
				whole, _ := proposal.Make(plan, proposal.Options{Paper: kind, Date: day})
				write(t, filepath.Join(*papers, name+"-"+string(kind)+"-0.pdf"), whole)
			}
		}
	}
}

func write(t *testing.T, name string, doc paper.Document) {
	t.Helper()
	file, report, err := pdf.Write(doc, pdf.Options{Date: time.Date(2026, 8, 28, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range report.Changes {
		t.Errorf("%s: %q became %q", name, change.Was, change.Became)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, file, 0o644); err != nil {
		t.Fatal(err)
	}
}

// wordsOf is what an item of a page says.
func wordsOf(item typeset.Item) string {
	if text, ok := item.Shape.(figure.Text); ok {
		return text.String
	}
	return ""
}
