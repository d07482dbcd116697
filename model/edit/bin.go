package edit

import (
	"slices"

	"commonplan/model"
)

// A deletion says what its writer had seen of the record. When undo or redo removes a
// record again, that is seen afresh; but a dispute, where one copy removed what another
// changed, comes back as it was. So a step remembers a deletion without what it had
// seen, unless it was disputed.

// valuesOf gives the values of a field as a step remembers them: what it says if that is
// settled, and otherwise all that it might say.
func valuesOf(doc *model.Document, record *model.Record, field string) []model.Value {
	lives := record.Fields[field]
	if field != model.FieldDeleted && len(lives) > 1 {
		if value, settled := doc.Reading(record.ID, field); settled {
			if value == "" {
				return nil
			}
			return []model.Value{value}
		}
	}
	values := make([]model.Value, len(lives))
	forget := field == model.FieldDeleted && !record.Disputed()
	for i, live := range lives {
		if values[i] = live.Value; forget && model.IsDeletion(live.Value) {
			values[i] = live.Value.Afresh(nil)
		}
	}
	return values
}

// deletions gives remembered values of the field "deleted" as they are to be written.
func deletions(record *model.Record, values []model.Value) []model.Value {
	next := make([]model.Value, len(values))
	for i, value := range values {
		if next[i] = value; model.IsDeletion(value) && !value.TellsSeen() {
			seen := record.Context
			if seen == nil {
				seen = model.Context{}
			}
			next[i] = value.Afresh(seen)
		}
	}
	return next
}

// inOrder gives writes in the order in which their values are written again. Any deletion
// comes after all else, so that it has seen the other values; a dispute, and what takes a
// record out of the bin, come before.
func inOrder(writes []write, values func(write) []model.Value) []write {
	rank := func(w write) int {
		if w.field != model.FieldDeleted {
			return 0
		}
		for _, v := range values(w) {
			if model.IsDeletion(v) && !v.TellsSeen() {
				return 1
			}
		}
		return -1
	}
	ordered := slices.Clone(writes)
	slices.SortStableFunc(ordered, func(a, b write) int { return rank(a) - rank(b) })
	return ordered
}
