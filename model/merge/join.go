package merge

import (
	"bytes"
	"maps"
	"slices"

	"commonplan/model"
)

// Join brings two copies of one project together. It is pure: neither copy changes, and
// records that are the same in both are shared with a. If b holds nothing new, the result
// is a itself. The only errors are a [model.Problem] each: the two are not copies of one
// project.
func Join(a, b *model.Document) (*model.Document, error) {
	if a.ID != b.ID {
		return nil, model.NewProblem("problem.merge.other")
	}
	joined := &model.Document{
		ID:       a.ID,
		Format:   max(a.Format, b.Format),
		Needs:    joinNeeds(a.Needs, b.Needs),
		For:      joinFor(a.For, b.For),
		Sessions: joinSessions(a.Sessions, b.Sessions),
		Records:  make(map[model.ID]*model.Record, max(len(a.Records), len(b.Records))),
		History:  make(map[model.ID][]model.Replaced, max(len(a.History), len(b.History))),
		Parts:    joinParts(a.Parts, b.Parts),
		Unknown:  joinUnknown(a.Unknown, b.Unknown),
	}
	for id, mine := range a.Records {
		if err := joinInto(joined, id, mine, b.Records[id], a.History[id], b.History[id]); err != nil {
			return nil, err
		}
	}
	for id, theirs := range b.Records {
		if a.Records[id] != nil {
			continue
		}
		if err := joinInto(joined, id, theirs, nil, b.History[id], a.History[id]); err != nil {
			return nil, err
		}
	}
	joinStrayHistory(joined, a, b)
	if isSame(joined, a) {
		return a, nil
	}
	return joined, nil
}

// isSame tells whether joining a with another copy left it as it was.
func isSame(joined, a *model.Document) bool {
	if joined.Format != a.Format || joined.For != a.For || len(joined.Records) != len(a.Records) || len(joined.History) != len(a.History) || len(joined.Parts) != len(a.Parts) {
		return false
	}
	for id, record := range joined.Records {
		if a.Records[id] != record {
			return false
		}
	}
	for id, history := range joined.History {
		if !sameHistory(history, a.History[id]) {
			return false
		}
	}
	return slices.EqualFunc(joined.Sessions, a.Sessions, sameSession) && sameNeeds(joined.Needs, a.Needs) &&
		maps.Equal(joined.Unknown, a.Unknown) && holdsAll(a.Parts, joined.Parts, bytes.Equal)
}

// joinFor tells what the joined copy asks for: what both ask for. A copy that was sent
// for the council's answers does so no more once it is home.
func joinFor(a, b model.Side) model.Side {
	if a == b {
		return a
	}
	return ""
}

// joinStrayHistory keeps earlier values whose record neither copy has.
func joinStrayHistory(joined, a, b *model.Document) {
	for _, doc := range []*model.Document{a, b} {
		for id, replaced := range doc.History {
			if joined.Records[id] == nil && len(replaced) > 0 {
				joined.History[id] = joinHistory(joined.History[id], replaced)
			}
		}
	}
}

func joinInto(joined *model.Document, id model.ID, mine, theirs *model.Record, earlier, theirEarlier []model.Replaced) error {
	record, dropped, err := joinRecord(mine, theirs)
	if err != nil {
		return err
	}
	joined.Records[id] = record
	history := joinHistory(earlier, theirEarlier)
	if len(dropped) > 0 {
		model.SortReplaced(dropped)
		history = joinHistory(history, dropped)
	}
	if len(history) > 0 {
		joined.History[id] = history
	}
	return nil
}

// joinRecord joins a record with the same record of another copy, which may be nil. It
// gives mine itself if there is nothing new, and besides the values that one copy has and
// the other had seen and replaced.
func joinRecord(mine, theirs *model.Record) (*model.Record, []model.Replaced, error) {
	mine = normal(mine)
	if theirs == nil || theirs == mine {
		return mine, nil, nil
	}
	theirs = normal(theirs)
	if mine.Type != theirs.Type {
		return nil, nil, model.NewProblem("problem.merge.type", "Text", string(mine.ID))
	}
	fields := fieldJoin{mine: mine, fields: mine.Fields}
	fields.join(theirs)
	context, unknown := joinContexts(mine.Context, theirs.Context), joinUnknown(mine.Unknown, theirs.Unknown)
	if !fields.changed && len(context) == len(mine.Context) && maps.Equal(context, mine.Context) && maps.Equal(unknown, mine.Unknown) {
		return mine, fields.dropped, nil
	}
	joined := &model.Record{ID: mine.ID, Type: mine.Type, Context: context, Fields: fields.fields, Unknown: unknown}
	return joined, fields.dropped, nil
}

// fieldJoin joins the fields of a record with those of another copy.
type fieldJoin struct {
	mine    *model.Record
	fields  map[string][]model.Live // mine's own until something changes
	changed bool
	dropped []model.Replaced
}

func (j *fieldJoin) join(theirs *model.Record) {
	for field, lives := range j.mine.Fields {
		others := theirs.Fields[field]
		if sameLives(lives, others) {
			continue
		}
		kept := j.keep(nil, field, lives, others, theirs.Context)
		kept = j.keep(kept, field, others, lives, j.mine.Context)
		if kept = sortLives(kept); !sameLives(kept, lives) {
			j.set(field, kept)
		}
	}
	for field, others := range theirs.Fields {
		if _, both := j.mine.Fields[field]; both {
			continue
		}
		if kept := j.keep(nil, field, others, nil, j.mine.Context); len(kept) > 0 {
			j.set(field, sortLives(kept))
		}
	}
}

// keep appends the values that stay beside the other copy's, and notes those that do not.
func (j *fieldJoin) keep(kept []model.Live, field string, lives, others []model.Live, seen model.Context) []model.Live {
	for _, live := range lives {
		if stays(live, others, seen) {
			kept = append(kept, live)
		} else {
			j.dropped = append(j.dropped, model.Replaced{Field: field, Live: live})
		}
	}
	return kept
}

func (j *fieldJoin) set(field string, lives []model.Live) {
	if !j.changed {
		j.changed = true
		if j.fields = maps.Clone(j.mine.Fields); j.fields == nil {
			j.fields = map[string][]model.Live{}
		}
	}
	if len(lives) == 0 {
		delete(j.fields, field)
		return
	}
	j.fields[field] = lives
}

// stays tells whether a value stays beside another copy's values of the field: that copy
// has a value of the same change, or never saw it.
func stays(l model.Live, others []model.Live, seen model.Context) bool {
	return !seen.Covers(l.Stamp) ||
		slices.ContainsFunc(others, func(o model.Live) bool { return o.Stamp == l.Stamp })
}

// sortLives sorts values in place; the same value of the same change is one.
func sortLives(all []model.Live) []model.Live {
	slices.SortFunc(all, model.Live.Compare)
	return mergeSame(all, func(x, y model.Live) bool { return x.Compare(y) == 0 },
		func(x, y model.Live) model.Live { x.Unknown = joinUnknown(x.Unknown, y.Unknown); return x })
}

// mergeSame joins neighbours that are the same, in place.
func mergeSame[T any](sorted []T, same func(a, b T) bool, join func(a, b T) T) []T {
	if len(sorted) == 0 {
		return sorted
	}
	kept := sorted[:1]
	for _, next := range sorted[1:] {
		if last := &kept[len(kept)-1]; same(*last, next) {
			*last = join(*last, next)
		} else {
			kept = append(kept, next)
		}
	}
	return kept
}

// joinContexts gives a itself if b has seen nothing more.
func joinContexts(a, b model.Context) model.Context {
	joined, own := a, false
	for session, n := range b {
		if n <= joined[session] {
			continue
		}
		if !own {
			if joined, own = maps.Clone(a), true; joined == nil {
				joined = model.Context{}
			}
		}
		joined[session] = n
	}
	return joined
}

// joinHistory unites two lists of earlier values in canonical order; a list that is the
// longer one already is given back as it is. A value of which one copy does not know what
// replaced it is told by the other.
func joinHistory(a, b []model.Replaced) []model.Replaced {
	a, b = normalHistory(a), normalHistory(b)
	if len(b) == 0 || sameHistory(a, b) {
		return a
	}
	if len(a) == 0 {
		return b
	}
	joined := normalHistory(mergeSorted(a, b))
	switch {
	case sameHistory(joined, a):
		return a
	case sameHistory(joined, b):
		return b
	}
	return joined
}

func mergeSorted(a, b []model.Replaced) []model.Replaced {
	all := make([]model.Replaced, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Compare(b[0]) <= 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}
