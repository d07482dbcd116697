package insight

import (
	"math/big"
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// NameOf gives a record as a sentence names it: "A4 “Six short courses”", or the kind of
// record where it has no words yet.
func NameOf(w *words.Words, p *model.Plan, id model.ID) string {
	item := p.Item(id)
	if item == nil {
		return ""
	}
	return nameOf(w, item.Type(), p.Label(id), model.Title(item))
}

func nameOf(w *words.Words, t model.Type, label, title string) string {
	title, _, _ = strings.Cut(strings.TrimSpace(title), "\n")
	title = words.Shorten(title, mostOfTitle)
	switch {
	case title == "" && label == "":
		return w.Say("insight.name.untitled", words.With{"Type": w.Say("type." + string(t))})
	case title == "":
		return label
	case label == "" && t == model.TypeProject:
		return title
	case label == "":
		return w.Say("insight.name.titled", words.With{"Title": bare(title)})
	}
	return w.Say("insight.name.labelled", words.With{"Label": label, "Title": bare(title)})
}

// mostOfTitle is how many letters of a title stand within a sentence.
const mostOfTitle = 90

// bare takes off the quotation marks of a title that is somebody’s words, since the
// sentence sets its own.
func bare(title string) string {
	inner, ok := strings.CutPrefix(title, "“")
	if !ok {
		return title
	}
	if inner, ok = strings.CutSuffix(inner, "”"); ok && !strings.ContainsAny(inner, "“”") {
		return inner
	}
	return title
}

// LabelsOf gives the labels of some records as a list: "A2, A3 and A4".
func LabelsOf(w *words.Words, p *model.Plan, ids []model.ID) string {
	labels := make([]string, len(ids))
	for i, id := range ids {
		labels[i] = p.Label(id)
	}
	return w.And(labels)
}

// Percent writes a share with at most one decimal, rounded half up: "32.5%", "12%".
func Percent(share *big.Rat) string {
	hundred := new(big.Rat).Mul(share, big.NewRat(100, 1))
	return strings.TrimSuffix(hundred.FloatString(1), ".0") + "%"
}

// count says a number of things; all tells how many there are, so that "both goals" or
// "all 3 goals" can be said; 0 leaves that out.
func count(w *words.Words, what string, n, all int) string {
	switch {
	case n == 0:
		return w.Say("insight.none." + what)
	case n == all && n == 2:
		return w.Say("insight.both." + what)
	case n == all && n > 1:
		return w.Say("insight.all."+what, words.With{"N": n})
	}
	return w.Say("insight.count."+what, words.With{"N": n})
}
