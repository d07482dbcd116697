package check_test

import (
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/proposal"
)

var made = time.Date(2026, time.August, 28, 9, 0, 0, 0, time.FixedZone("BST", 3600))

func plan(t testing.TB, name string) *model.Plan {
	t.Helper()
	doc, err := example.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return model.ReadPlan(doc, nil)
}

func TestEveryPaperOfEveryExamplePasses(t *testing.T) {
	for _, name := range example.Names() {
		p := plan(t, name)
		for _, kind := range proposal.Papers() {
			t.Run(name+"/"+string(kind), func(t *testing.T) {
				doc, err := proposal.Make(p, proposal.Options{Paper: kind, Date: model.DateOf(made)})
				if err != nil {
					t.Fatal(err)
				}
				data, report, err := pdf.Write(doc, pdf.Options{Date: made})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range check.File(data) {
					t.Errorf("%s (of %d pages)", f, report.Pages)
				}
			})
		}
	}
}
