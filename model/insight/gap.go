package insight

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// Gap is something that is missing or does not fit. It never stops anybody.
type Gap struct {
	Key    string     // what kind of gap, such as "activity.lead"; its words begin "insight.gap."
	With   words.With // what its sentences put in
	Step   Step       // where it is mended
	Type   model.Type // of the record it is about, or of the record to add
	Record model.ID   // the record it is about; "" if a record has to be added
	Field  string     // the field to fill, or one of the Field constants
	Choice string     // of a record to add: the value of its kind, such as "do_nothing"
	Cards  []model.ID // the cards of the map that show it
	Paper  bool       // the council paper prints “not decided yet” for it, or a figure that does not fit
}

// What a gap's Field names when the gap is mended by another record beside the one it
// is about.
const (
	FieldLinks         = "links"
	FieldEvidence      = "evidence"
	FieldIndicators    = "indicators"
	FieldCosts         = "costs"
	FieldContributions = "contributions"
)

// Kind is the first part of the key: nearly always the type of record, such as "activity".
func (g Gap) Kind() string {
	kind, _, _ := strings.Cut(g.Key, ".")
	return kind
}

// Title is the gap in a few words, for a card: "No lead yet".
func (g Gap) Title(w *words.Words) string { return g.say(w, "title") }

// Sentence says the gap by itself: "A4 “Six short courses” has no lead yet."
func (g Gap) Sentence(w *words.Words) string { return g.say(w, "sentence") }

// Hint says what to do about it: "Name the person or group who will see to it."
func (g Gap) Hint(w *words.Words) string { return g.say(w, "hint") }

func (g Gap) say(w *words.Words, form string) string {
	with := words.With{}
	for name, value := range g.With {
		with[name] = value
	}
	label, _ := g.With["Label"].(string)
	title, _ := g.With["Title"].(string)
	with["Name"] = nameOf(w, g.Type, label, title)
	return w.Say("insight.gap."+g.Key+"."+form, with)
}

// ForPaper gives the gaps that the council paper shows.
func ForPaper(gaps []Gap) []Gap {
	return only(gaps, func(g Gap) bool { return g.Paper })
}

// At gives the gaps of one step.
func At(gaps []Gap, step Step) []Gap {
	return only(gaps, func(g Gap) bool { return g.Step == step })
}

// Of gives the gaps that a record shows: its own, and those of what belongs to its card.
func Of(gaps []Gap, id model.ID) []Gap {
	return only(gaps, func(g Gap) bool { return g.Record == id || slices.Contains(g.Cards, id) })
}

// only gives the gaps that are wanted.
func only(gaps []Gap, wanted func(Gap) bool) []Gap {
	var some []Gap
	for _, gap := range gaps {
		if wanted(gap) {
			some = append(some, gap)
		}
	}
	return some
}

// Group is gaps of one kind, to be shown as one thing to do.
type Group struct {
	Key  string
	Gaps []Gap
}

// Together puts gaps of one kind together, in the order of the first of each.
func Together(gaps []Gap) []Group {
	var groups []Group
	at := map[string]int{}
	for _, gap := range gaps {
		i, ok := at[gap.Key]
		if !ok {
			i = len(groups)
			at[gap.Key] = i
			groups = append(groups, Group{Key: gap.Key})
		}
		groups[i].Gaps = append(groups[i].Gaps, gap)
	}
	return groups
}

// Title is the title of one gap, or of several, with the cards they are about: "No lead
// yet: A4 and A6", "Who says so? N5".
func (g Group) Title(w *words.Words, p *model.Plan) string {
	title := g.Gaps[0].Title(w)
	var labels []string
	for _, gap := range g.Gaps {
		about := []model.ID{gap.Record}
		if p.Label(gap.Record) == "" {
			about = gap.Cards
		}
		for _, id := range about {
			if label := p.Label(id); label != "" && !slices.Contains(labels, label) {
				labels = append(labels, label)
			}
		}
	}
	switch {
	case len(labels) > 0 && strings.HasSuffix(title, "?"):
		return w.Say("insight.gaps.asked_of", words.With{"Title": title, "Labels": w.And(labels)})
	case len(labels) > 0:
		return w.Say("insight.gaps.of", words.With{"Title": title, "Labels": w.And(labels)})
	}
	return w.Say("insight.gaps.times", words.With{"Title": title, "N": len(g.Gaps)})
}

// Hint is what to do about them.
func (g Group) Hint(w *words.Words) string { return g.Gaps[0].Hint(w) }
