package insight_test

import (
	"testing"

	"commonplan/model/insight"
	"commonplan/model/modeltest"
)

// What the window asks after each edit, on a plan of 1,000 records.
func BenchmarkThousandRecords(b *testing.B) {
	p := modeltest.MadeUp(b, 1000).Plan()
	need := p.Needs[0].ID
	for name, ask := range map[string]func(){
		"totals":   func() { insight.TotalsOf(p) },
		"gaps":     func() { insight.Gaps(p, today) },
		"progress": func() { insight.ProgressOf(p, insight.Gaps(p, today)) },
		"sight":    func() { insight.LineOfSight(p, need) },
		"winwin":   func() { insight.WinWinOf(p) },
		"balance":  func() { insight.BalanceOf(p) },
		"paths":    func() { insight.PathsToGoals(p, need, 100) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ask()
			}
		})
	}
}
