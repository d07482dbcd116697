package model_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"commonplan/model"
)

func TestTextsAreMergedWordByWord(t *testing.T) {
	const base = "The yard is hot and tipped on all summer. Nobody sits there."
	for what, c := range map[string]struct{ a, b, want string }{
		"one side only":        {base + " It smells.", base, base + " It smells."},
		"different places":     {"The paved" + base[3:], base + " It smells.", "The paved" + base[3:] + " It smells."},
		"the same change":      {"The hot" + base[3:], "The hot" + base[3:], "The hot" + base[3:]},
		"taken out, put in":    {strings.Replace(base, " and tipped on", "", 1), base + " Ever.", "The yard is hot all summer. Nobody sits there. Ever."},
		"a new paragraph":      {strings.Replace(base, " Nobody", "\n\nNobody", 1), "A " + base, "A The yard is hot and tipped on all summer.\n\nNobody sits there."},
		"letters of all kinds": {"Tŷ ŵyl: " + base, base + " — “iawn”", "Tŷ ŵyl: " + base + " — “iawn”"},
	} {
		if got, ok := model.MergeTexts(base, c.a, c.b); !ok || got != c.want {
			t.Errorf("%s: %q, %t; want %q", what, got, ok, c.want)
		}
	}
	for what, c := range map[string][2]string{
		"one word, two ways":      {strings.Replace(base, "hot", "warm", 1), strings.Replace(base, "hot", "dusty", 1)},
		"taken out, and changed":  {strings.Replace(base, " Nobody sits there.", "", 1), strings.Replace(base, "sits", "stays", 1)},
		"two endings":             {base + " It smells.", base + " It floods."},
		"words beside each other": {strings.Replace(base, "hot", "warm", 1), strings.Replace(base, " and", " but", 1)},
	} {
		if got, ok := model.MergeTexts(base, c[0], c[1]); ok {
			t.Errorf("%s: merged as %q without asking", what, got)
		}
	}
	if got, ok := model.MergeTexts("", "one text", "another"); ok {
		t.Errorf("texts that came from nothing are merged as %q", got)
	}
}

func TestTheWordsThatDifferAreMarked(t *testing.T) {
	a, b := model.CompareTexts("The yard is hot and dry.", "The yard is paved and very dry.")

	show := func(runs []model.Run) string {
		var s strings.Builder
		for _, run := range runs {
			if run.Differs {
				s.WriteString("[" + run.Text + "]")
			} else {
				s.WriteString(run.Text)
			}
		}
		return s.String()
	}
	if show(a) != "The yard is[ hot] and dry." || show(b) != "The yard is[ paved] and[ very] dry." {
		t.Errorf("marked as %q and %q", show(a), show(b))
	}
}

// retyped gives a text in which some words were taken out, and others, which name their
// writer and are like no other, put in; and what was taken out and put in.
func retyped(chance *rand.Rand, base []string, writer string) (text []string, out, in []string) {
	for i, word := range base {
		switch chance.IntN(12) {
		case 0:
			out = append(out, word)
			continue
		case 1:
			fresh := fmt.Sprintf("%s%d", writer, i)
			text, in = append(text, fresh), append(in, fresh)
		}
		text = append(text, word)
	}
	return text, out, in
}

// TestRandomTextMergesAreSymmetricAndLoseNoWord merges random texts. A long run is asked
// for with COMMONPLAN_TEXTS=100000.
func TestRandomTextMergesAreSymmetricAndLoseNoWord(t *testing.T) {
	t.Parallel()
	texts := 10_000
	if text := os.Getenv("COMMONPLAN_TEXTS"); text != "" {
		var err error
		if texts, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	merged := 0
	for seed := range uint64(texts) {
		chance := rand.New(rand.NewPCG(seed, 9))
		base := make([]string, chance.IntN(40))
		distinct := chance.IntN(2) == 0
		for i := range base {
			base[i] = []string{"the", "yard", "hall", "and", "of", "hot"}[chance.IntN(6)]
			if distinct {
				base[i] += strconv.Itoa(i)
			}
		}
		a, outA, inA := retyped(chance, base, "anna")
		b, outB, inB := retyped(chance, base, "ben")
		texts := []string{strings.Join(base, " "), strings.Join(a, " "), strings.Join(b, " ")}

		got, ok := model.MergeTexts(texts[0], texts[1], texts[2])
		back, okBack := model.MergeTexts(texts[0], texts[2], texts[1])

		if got != back || ok != okBack {
			t.Fatalf("text %d: %q one way, %q the other", seed, got, back)
		}
		if !ok {
			continue
		}
		merged++
		words := strings.Fields(got)
		for _, word := range slices.Concat(inA, inB) {
			if !slices.Contains(words, word) {
				t.Fatalf("text %d: %q is lost of %q and %q:\n%q", seed, word, texts[1], texts[2], got)
			}
		}
		if !distinct {
			continue
		}
		for _, word := range base {
			wanted := !slices.Contains(outA, word) && !slices.Contains(outB, word)
			if slices.Contains(words, word) != wanted {
				t.Fatalf("text %d: %q is there: %t, of %q and %q:\n%q", seed, word, !wanted, texts[1], texts[2], got)
			}
		}
	}
	if merged < texts/20 {
		t.Errorf("only %d of %d texts were merged", merged, texts)
	}
}

func TestChangesThatTouchNoWordInCommonAreNeverAsked(t *testing.T) {
	for seed := range uint64(500) {
		chance := rand.New(rand.NewPCG(seed, 3))
		base := make([]string, 12)
		for i := range base {
			base[i] = "w" + strconv.Itoa(i)
		}
		a, b := slices.Clone(base), slices.Clone(base)
		at := chance.IntN(5)
		a[at], b[at+2+chance.IntN(5)] = "anna", "ben"
		if _, ok := model.MergeTexts(strings.Join(base, " "), strings.Join(a, " "), strings.Join(b, " ")); !ok {
			t.Fatalf("text %d: asked about %q and %q", seed, a, b)
		}
	}
}

func TestVeryDifferentTextsAreComparedInLittleTime(t *testing.T) {
	word := func(prefix string, n int) string {
		var s strings.Builder
		for i := range n {
			fmt.Fprintf(&s, "%s%d ", prefix, i)
		}
		return s.String()
	}
	a, b := "same "+word("a", 50_000)+"end", "same "+word("b", 50_000)+"end"

	inA, inB := model.CompareTexts(a, b)

	if len(inA) != 3 || len(inB) != 3 {
		t.Errorf("%d and %d runs, want the middle marked whole", len(inA), len(inB))
	}
	if _, ok := model.MergeTexts("same end", a, b); ok {
		t.Error("merged without asking")
	}
}
