package journal

import (
	"maps"
	"slices"

	"commonplan/model"
)

// changes gives what one state of a document has and an earlier one has not, as a part
// of a document: whole records with all their earlier values, and of the rest only what
// is new.
func changes(before, after *model.Document) *model.Document {
	part := &model.Document{
		ID: after.ID, Format: after.Format, Needs: after.Needs, Unknown: after.Unknown,
		Records: map[model.ID]*model.Record{}, History: map[model.ID][]model.Replaced{}, Parts: map[string][]byte{},
	}
	for id, record := range after.Records { // an unchanged record is the same one
		if before.Records[id] != record {
			part.Records[id] = record
		}
	}
	for id, now := range after.History {
		if !isSame(before.History[id], now) {
			part.History[id] = now
		}
	}
	for name, content := range after.Parts {
		if _, known := before.Parts[name]; !known {
			part.Parts[name] = content
		}
	}
	for _, session := range after.Sessions {
		known := slices.ContainsFunc(before.Sessions, func(s model.SessionInfo) bool {
			return s.ID == session.ID && s.Who == session.Who && s.Began == session.Began
		})
		if !known {
			part.Sessions = append(part.Sessions, session)
		}
	}
	return part
}

// isSame tells whether two lists of earlier values are one: a list never changes.
func isSame(a, b []model.Replaced) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// add puts later changes of the same run of the app on top of earlier ones.
func add(to, later *model.Document) *model.Document {
	if to == nil {
		return later
	}
	sum := to.Clone()
	sum.Format, sum.Needs, sum.Unknown = later.Format, later.Needs, later.Unknown
	maps.Copy(sum.Records, later.Records)
	maps.Copy(sum.History, later.History)
	for _, session := range later.Sessions {
		at := slices.IndexFunc(sum.Sessions, func(s model.SessionInfo) bool { return s.ID == session.ID })
		if at < 0 {
			sum.Sessions = append(sum.Sessions, session)
		} else {
			sum.Sessions[at] = session
		}
	}
	slices.SortFunc(sum.Sessions, func(a, b model.SessionInfo) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	if sum.Parts == nil {
		sum.Parts = map[string][]byte{}
	}
	maps.Copy(sum.Parts, later.Parts)
	return sum
}
