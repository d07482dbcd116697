package proposal_test

import (
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
)

// BenchmarkPrint is from a plan to the bytes of its PDF, as print and the window do it.
func BenchmarkPrint(b *testing.B) {
	for _, kind := range []proposal.Paper{proposal.Council, proposal.Full} {
		for _, name := range example.Names() {
			b.Run(string(kind)+"/"+name, func(b *testing.B) { benchmarkPrint(b, kind, exampletest.Plan(b, name)) })
		}
		b.Run(string(kind)+"/1000", func(b *testing.B) { benchmarkPrint(b, kind, modeltest.MadeUp(b, 1000).Plan()) })
	}
}

func benchmarkPrint(b *testing.B, kind proposal.Paper, plan *model.Plan) {
	sides := 0
	for b.Loop() {
		doc, _, err := proposal.Fit(plan, proposal.Options{Paper: kind, Date: day}, pages)
		if err != nil {
			b.Fatal(err)
		}
		_, report, err := pdf.Write(doc, pdf.Options{})
		if err != nil {
			b.Fatal(err)
		}
		sides = report.Pages
	}
	b.ReportMetric(float64(sides), "sides")
}
