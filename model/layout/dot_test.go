//go:build dot

package layout_test

import (
	"bytes"
	"fmt"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/layout"
)

// What is compared: so many made-up maps of each size, besides the examples. The best
// of some runs counts, of both, in turn: other programs only ever make a run longer.
const (
	perSize = 7
	runs    = 3
)

// timed are the sizes at which time counts: Place may take half of dot’s whole run.
var timed = []int{500, 2000}

// TestThePlacesAreNotWorseThanGraphviz places the examples and made-up maps with Place
// and with Graphviz’s dot, which keeps the same columns, and prints time and crossings
// of both. It wants dot (Debian’s graphviz): make compare-layout.
func TestThePlacesAreNotWorseThanGraphviz(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Fatal("The comparison needs dot, which is not on this computer. Install graphviz.")
	}
	fmt.Printf("%-26s %6s %6s   %9s %9s   %9s %9s %6s\n", "map", "cards", "links", "crossings", "dot", "ms", "dot", "part")
	for _, name := range example.Names() {
		cards, ties := exampleMap(t, name)
		compare(t, name, cards, ties)
	}
	for _, n := range []int{50, 200, 500, 2000} {
		for seed := range perSize {
			cards, ties := madeUp(n, uint64(seed+1))
			compare(t, fmt.Sprintf("made up %d-%d", n, seed+1), cards, once(ties))
		}
	}
}

// compare prints one line, and fails if ours is worse.
func compare(t *testing.T, name string, cards []layout.Node, ties []layout.Link) {
	t.Helper()
	text := forDot(cards, ties)
	crossings, dotCrossings := 0, countByDot(t, text)
	ours, dots := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range runs {
		begin := time.Now()
		m := layout.Place(cards, ties, window(), layout.Options{})
		ours = min(ours, time.Since(begin))
		crossings = layout.Crossings(m.Routes)
		begin = time.Now()
		checkRanks(t, cards, runDot(t, text, "-Tplain"))
		dots = min(dots, time.Since(begin))
	}
	part := float64(ours) / float64(dots)
	fmt.Printf("%-26s %6d %6d   %9d %9d   %9.1f %9.1f %5.0f%%\n", name, len(cards), len(ties),
		crossings, dotCrossings, ms(ours), ms(dots), 100*part)
	if crossings > dotCrossings {
		t.Errorf("%s has %d crossings, with dot %d", name, crossings, dotCrossings)
	}
	if slices.Contains(timed, len(cards)) && part > 0.5 {
		t.Errorf("%s takes %.1f ms, more than half of dot’s %.1f ms", name, ms(ours), ms(dots))
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// exampleMap gives the cards and links of an example, in the order of its lists.
func exampleMap(t *testing.T, name string) ([]layout.Node, []layout.Link) {
	t.Helper()
	plan := exampletest.Plan(t, name)
	var cards []layout.Node
	for _, of := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, item := range plan.List(of) {
			cards = append(cards, layout.Node{ID: string(item.Head().ID), Column: int(model.ColumnOf(item)), Height: 84})
		}
	}
	var ties []layout.Link
	for _, l := range plan.Links {
		ties = append(ties, layout.Link{From: string(l.From), To: string(l.To)})
	}
	return cards, ties
}

// once leaves out links that are there already: no plan has two between the same cards,
// and dot would count them as one.
func once(ties []layout.Link) []layout.Link {
	seen := map[layout.Link]bool{}
	return slices.DeleteFunc(ties, func(l layout.Link) bool {
		again := seen[l]
		seen[l] = true
		return again
	})
}

// forDot writes a map for dot, with the window’s sizes and a rank for each column.
func forDot(cards []layout.Node, ties []layout.Link) string {
	var b strings.Builder
	b.WriteString("digraph map { rankdir=LR; node [shape=box, fixedsize=true, width=2.33, height=1.17];\n")
	var columns [6][]string
	for _, c := range cards {
		fmt.Fprintf(&b, "%q;\n", c.ID)
		columns[c.Column] = append(columns[c.Column], strconv.Quote(c.ID))
	}
	for _, ids := range columns[1:] {
		fmt.Fprintf(&b, "{ rank=same; %s; }\n", strings.Join(ids, "; "))
	}
	for _, l := range ties {
		fmt.Fprintf(&b, "%q -> %q;\n", l.From, l.To)
	}
	b.WriteString("}\n")
	return b.String()
}

// runDot runs dot on a map and gives what it printed.
func runDot(t *testing.T, text string, flags ...string) string {
	t.Helper()
	dot := exec.Command("dot", flags...)
	var out bytes.Buffer
	dot.Stdin, dot.Stdout, dot.Stderr = strings.NewReader(text), &out, &out
	if err := dot.Run(); err != nil {
		t.Fatalf("dot failed: %v\n%.500s", err, &out)
	}
	return out.String()
}

var mincross = regexp.MustCompile(`mincross map: (\d+) crossings`)

// countByDot asks dot how many crossings its own order has.
func countByDot(t *testing.T, text string) int {
	t.Helper()
	found := mincross.FindStringSubmatch(runDot(t, text, "-v", "-Tplain"))
	if found == nil {
		t.Fatal("dot does not say how many crossings there are")
	}
	n, err := strconv.Atoi(found[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// checkRanks holds dot to the columns: all cards of one stand at the same place from
// left to right, and those of the next further right.
func checkRanks(t *testing.T, cards []layout.Node, plain string) {
	t.Helper()
	at := map[string]string{}
	for line := range strings.Lines(plain) {
		if f := strings.Fields(line); len(f) > 3 && f[0] == "node" {
			at[strings.Trim(f[1], `"`)] = f[2]
		}
	}
	places := map[int]string{}
	for _, c := range cards {
		if before, known := places[c.Column]; known && before != at[c.ID] || at[c.ID] == "" {
			t.Fatalf("dot does not keep card %s in column %d", c.ID, c.Column)
		}
		places[c.Column] = at[c.ID]
	}
	for column := 2; column <= 5; column++ {
		a, errA := strconv.ParseFloat(places[column-1], 64)
		b, errB := strconv.ParseFloat(places[column], 64)
		if errA != nil || errB != nil || a >= b {
			t.Fatalf("dot does not put column %d after the one before", column)
		}
	}
}
