package file

import (
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
)

// known notes the known keys of an object as they come by.
type known struct {
	keys [6]string
	n    int
}

// again tells whether the key was there before.
func (k *known) again(key string) bool {
	if slices.Contains(k.keys[:k.n], key) {
		return true
	}
	k.keys[k.n] = key
	k.n++
	return false
}

// unknown keeps the value of a key that this version does not know.
func (r *reader) unknown(key string, into *map[string]model.Value) error {
	if _, again := (*into)[key]; again {
		return r.twice(key)
	}
	if err := r.counted(); err != nil {
		return err
	}
	value, err := r.value()
	if err != nil {
		return err
	}
	if *into == nil {
		*into = map[string]model.Value{}
	}
	(*into)[key] = value
	return nil
}

// lacks says that a line is without something that it must have.
func (r *reader) lacks(key string) error { return r.fail("problem.file.lacks", "Text", key) }

// filled reads a text that must not be empty.
func (r *reader) filled(key string) (string, error) {
	text, err := r.string()
	if err == nil && text == "" {
		err = r.lacks(key)
	}
	return text, err
}

// whole reads a whole number from 1.
func (r *reader) whole() (uint64, error) {
	text, err := r.number()
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil || n == 0 {
		return 0, r.fail("problem.file.count", "Text", shorten(text))
	}
	return n, nil
}

func (r *reader) stamp() (model.Stamp, error) {
	text, err := r.string()
	if err != nil {
		return model.Stamp{}, err
	}
	stamp, err := model.ParseStamp(text)
	if err != nil {
		return model.Stamp{}, r.fail("problem.file.stamp", "Text", shorten(text))
	}
	return stamp, nil
}

// readProject reads project.json.
func readProject(data []byte) (*model.Document, error) {
	r, err := newReader(partProject, data)
	if err != nil {
		return nil, err
	}
	doc := &model.Document{Records: map[model.ID]*model.Record{}}
	var seen known
	err = r.object(func(key string) (err error) {
		switch key {
		case "format", "needs", "id", "for", "sessions", "records":
			if seen.again(key) {
				return r.twice(key)
			}
		}
		switch key {
		case "format":
			doc.Format, err = r.format()
		case "needs":
			err = r.needs(doc)
		case "id":
			var id string
			id, err = r.filled(key)
			doc.ID = model.ID(id)
		case "for":
			var side string
			side, err = r.string()
			doc.For = model.Side(side)
		case "sessions":
			err = r.sessions(doc)
		case "records":
			err = r.records(doc)
		default:
			err = r.unknown(key, &doc.Unknown)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if doc.Format == 0 {
		return nil, r.lacks("format")
	}
	if doc.ID == "" {
		return nil, r.lacks("id")
	}
	return doc, r.end()
}

func (r *reader) format() (int, error) {
	n, err := r.whole()
	if err == nil && n > 1<<30 {
		err = r.fail("problem.file.count", "Text", strconv.FormatUint(n, 10))
	}
	return int(n), err
}

// needs reads what a program must know. It comes first in the file, so that a file of a
// much newer version is refused for that and not for something in it.
func (r *reader) needs(doc *model.Document) error {
	var seen known
	err := r.object(func(key string) (err error) {
		switch key {
		case "read", "write":
			if seen.again(key) {
				return r.twice(key)
			}
			var words []string
			err = r.array(func() error {
				word, err := r.filled(key)
				words = append(words, word)
				return err
			})
			slices.Sort(words)
			words = slices.Compact(words)
			if key == "read" {
				doc.Needs.Read = words
			} else {
				doc.Needs.Write = words
			}
		default:
			err = r.unknown(key, &doc.Needs.Unknown)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, word := range doc.Needs.Read {
		if !slices.Contains(features, word) {
			return model.NewProblem("problem.file.newer.read", "Text", shorten(word))
		}
	}
	return nil
}

func (r *reader) sessions(doc *model.Document) error {
	err := r.array(func() error {
		if len(doc.Sessions) == maxRecords {
			return r.fail("problem.file.records", "Most", model.GroupThousands(maxRecords))
		}
		session, err := r.session()
		doc.Sessions = append(doc.Sessions, session)
		return err
	})
	if err != nil {
		return err
	}
	slices.SortFunc(doc.Sessions, func(a, b model.SessionInfo) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for i := 1; i < len(doc.Sessions); i++ {
		if doc.Sessions[i].ID == doc.Sessions[i-1].ID {
			return r.twice(string(doc.Sessions[i].ID))
		}
	}
	return nil
}

func (r *reader) session() (s model.SessionInfo, err error) {
	var seen known
	err = r.object(func(key string) (err error) {
		switch key {
		case "began", "id", "who":
			if seen.again(key) {
				return r.twice(key)
			}
			var text string
			text, err = r.string()
			switch key {
			case "began":
				s.Began = text
			case "id":
				s.ID = model.Session(text)
			default:
				s.Who = text
			}
		default:
			err = r.unknown(key, &s.Unknown)
		}
		return err
	})
	if err == nil && s.ID == "" {
		err = r.lacks("id")
	}
	return s, err
}

func (r *reader) records(doc *model.Document) error {
	return r.array(func() error {
		if len(doc.Records) == maxRecords {
			return r.fail("problem.file.records", "Most", model.GroupThousands(maxRecords))
		}
		record, err := r.record()
		if err != nil {
			return err
		}
		if doc.Records[record.ID] != nil {
			return r.twice(string(record.ID))
		}
		doc.Records[record.ID] = record
		return nil
	})
}

func (r *reader) record() (*model.Record, error) {
	record := &model.Record{Context: model.Context{}, Fields: map[string][]model.Live{}}
	var seen known
	err := r.object(func(key string) (err error) {
		switch key {
		case "id", "type", "ctx", "f":
			if seen.again(key) {
				return r.twice(key)
			}
		}
		switch key {
		case "id":
			var id string
			id, err = r.filled(key)
			record.ID = model.ID(id)
		case "type":
			var kind string
			kind, err = r.filled(key)
			record.Type = model.Type(kind)
		case "ctx":
			err = r.context(record.Context)
		case "f":
			err = r.fields(record.Fields)
		default:
			err = r.unknown(key, &record.Unknown)
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case record.ID == "":
		return nil, r.lacks("id")
	case record.Type == "":
		return nil, r.lacks("type")
	}
	return record, nil
}

func (r *reader) context(into model.Context) error {
	return r.object(func(session string) error {
		if _, again := into[model.Session(session)]; again {
			return r.twice(session)
		}
		if err := r.counted(); err != nil {
			return err
		}
		n, err := r.whole()
		into[model.Session(session)] = n
		return err
	})
}

func (r *reader) fields(into map[string][]model.Live) error {
	return r.object(func(field string) error {
		if _, again := into[field]; again {
			return r.twice(field)
		}
		var lives []model.Live
		err := r.array(func() error {
			if err := r.counted(); err != nil {
				return err
			}
			live, err := r.live()
			lives = append(lives, live)
			return err
		})
		if len(lives) > 0 {
			into[field] = sortedLives(lives)
		}
		return err
	})
}

func (r *reader) live() (live model.Live, err error) {
	var seen known
	err = r.object(func(key string) (err error) {
		switch key {
		case "d", "v":
			if seen.again(key) {
				return r.twice(key)
			}
		}
		switch key {
		case "d":
			live.Stamp, err = r.stamp()
		case "v":
			live.Value, err = r.value()
		default:
			err = r.unknown(key, &live.Unknown)
		}
		return err
	})
	return live, r.complete(err, live)
}

func (r *reader) complete(err error, live model.Live) error {
	switch {
	case err != nil:
		return err
	case live.Stamp.N == 0:
		return r.lacks("d")
	case live.Value == "":
		return r.lacks("v")
	}
	return nil
}

// readHistory reads history.json.
func readHistory(data []byte) (map[model.ID][]model.Replaced, error) {
	r, err := newReader(partHistory, data)
	if err != nil {
		return nil, err
	}
	all := map[model.ID][]model.Replaced{}
	var seen known
	err = r.object(func(key string) error {
		if key != "history" {
			return r.fail("problem.file.key", "Text", shorten(key))
		}
		if seen.again(key) {
			return r.twice(key)
		}
		return r.array(func() error {
			if len(all) == maxRecords {
				return r.fail("problem.file.records", "Most", model.GroupThousands(maxRecords))
			}
			id, replaced, err := r.historyOf()
			if err != nil {
				return err
			}
			if _, again := all[id]; again {
				return r.twice(string(id))
			}
			all[id] = replaced
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return all, r.end()
}

func (r *reader) historyOf() (id model.ID, all []model.Replaced, err error) {
	var seen known
	fields := map[string]bool{}
	err = r.object(func(key string) error {
		switch key {
		case "id", "f":
			if seen.again(key) {
				return r.twice(key)
			}
		default:
			return r.fail("problem.file.key", "Text", shorten(key))
		}
		if key == "id" {
			text, err := r.filled(key)
			id = model.ID(text)
			return err
		}
		return r.object(func(field string) error {
			if fields[field] {
				return r.twice(field)
			}
			fields[field] = true
			return r.array(func() error {
				if err := r.counted(); err != nil {
					return err
				}
				replaced, err := r.replaced(field)
				all = append(all, replaced)
				return err
			})
		})
	})
	if err == nil && id == "" {
		err = r.lacks("id")
	}
	model.SortReplaced(all)
	return id, all, err
}

func (r *reader) replaced(field string) (model.Replaced, error) {
	replaced := model.Replaced{Field: field}
	var seen known
	err := r.object(func(key string) (err error) {
		switch key {
		case "by", "d", "v":
			if seen.again(key) {
				return r.twice(key)
			}
		}
		switch key {
		case "by":
			replaced.By, err = r.stamp()
		case "d":
			replaced.Stamp, err = r.stamp()
		case "v":
			replaced.Value, err = r.value()
		default:
			err = r.unknown(key, &replaced.Unknown)
		}
		return err
	})
	return replaced, r.complete(err, replaced.Live)
}
