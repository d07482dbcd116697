package news

import (
	"slices"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/words"
)

// Told is a change, with those that only go along with it.
type Told struct {
	merge.Change
	Along []merge.Change // what went into the bin with the record
}

// Gather puts changes into the order of the plan, and what went into the bin along with a
// record under that record's own change, so that one removal is told once. That an answer
// which changed is of another day goes without saying.
func (t *Teller) Gather(changes []merge.Change) []Told {
	removed := map[model.ID]int{}
	var all []Told
	for i, c := range changes {
		if c.Type == model.TypeAnswer && c.Kind == merge.Changed && c.Field == "date" && besides(changes, i) {
			continue
		}
		if c.Kind == merge.Removed && c.With == "" {
			removed[c.Record] = len(all)
		}
		if c.With == "" || c.Kind != merge.Removed {
			all = append(all, Told{Change: c})
		}
	}
	for _, c := range changes {
		if c.Kind != merge.Removed || c.With == "" {
			continue
		}
		if at, ok := removed[c.With]; ok {
			all[at].Along = append(all[at].Along, c)
		} else {
			all = append(all, Told{Change: c}) // it went with what was gone already
		}
	}
	types := model.Types()
	slices.SortStableFunc(all, func(a, b Told) int {
		if a.Type != b.Type {
			return slices.Index(types, a.Type) - slices.Index(types, b.Type)
		}
		return t.placeOf(a.Change) - t.placeOf(b.Change)
	})
	return all
}

// besides tells whether something else on the same record changed.
func besides(changes []merge.Change, at int) bool {
	for i, c := range changes {
		if i != at && c.Record == changes[at].Record {
			return true
		}
	}
	return false
}

// placeOf tells where a record stands: an answer by its question, any other in its list.
func (t *Teller) placeOf(c merge.Change) int {
	for _, plan := range []*model.Plan{t.after, t.before} {
		if answer, ok := plan.Item(c.Record).(*model.Answer); ok {
			return numberOf(answer.Question)
		}
		at := slices.IndexFunc(plan.List(c.Type), func(i model.Item) bool { return i.Head().ID == c.Record })
		if at >= 0 {
			return at
		}
	}
	return -1
}

// TellAll says a change, and what goes along with it: how many of each kind, and of costs
// the sum.
func (t *Teller) TellAll(told Told) Sentence {
	sentence := t.Tell(told.Change)
	if len(told.Along) == 0 {
		return sentence
	}
	n, sum := map[string]int{}, model.Pence(0)
	var kinds []string
	for _, c := range told.Along {
		kind := string(c.Type)
		if !t.words.Has("news.along." + kind) {
			kind = "other"
		}
		if n[kind]++; n[kind] == 1 {
			kinds = append(kinds, kind)
		}
		if cost, ok := t.before.Item(c.Record).(*model.Cost); ok {
			totals := insight.TotalsOf(t.before)
			sum += totals.Amount(cost)
		}
	}
	slices.Sort(kinds)
	what := make([]string, len(kinds))
	for i, kind := range kinds {
		what[i] = t.words.Say("news.along."+kind, words.With{"N": n[kind], "Sum": sum.String()})
	}
	return append(sentence, Piece{Text: " " + t.words.Say("news.along", words.With{"What": t.words.And(what)})})
}
