package merge_test

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// play plays one history of up to 30 steps and tells what went wrong; "" if nothing did.
func play(seed uint64, r rules) *world {
	w := newWorld(seed, r)
	for range 10 + w.chance.IntN(21) {
		if w.step(); w.fault != "" {
			return w
		}
	}
	w.end()
	return w
}

// amount reads how many of something to try: a number in the environment for a long run,
// otherwise what is enough for every day.
func amount(t testing.TB, name string, usual int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// TestRandomHistoriesKeepTheLaws plays histories of up to five copies. A long run is
// asked for with COMMONPLAN_HISTORIES=1000000.
func TestRandomHistoriesKeepTheLaws(t *testing.T) {
	t.Parallel()
	histories := amount(t, "COMMONPLAN_HISTORIES", 20_000)
	began := time.Now()
	var next, wrong atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for seed := next.Add(1); seed <= int64(histories); seed = next.Add(1) {
				if w := play(uint64(seed), sound); w.fault != "" && wrong.Add(1) <= 3 {
					t.Errorf("history %d: %s\n%s", seed, w.fault, strings.Join(w.log, "\n"))
				}
				if seed%20_000 == 0 {
					t.Logf("%d histories in %v, %d wrong", seed, time.Since(began).Round(time.Second), wrong.Load())
				}
			}
		})
	}
	wait.Wait()
	t.Logf("%d histories, %d wrong", histories, wrong.Load())
}
