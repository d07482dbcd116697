package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/news"
	"commonplan/model/store"
)

// merged is what scripts are told of a merge. New, changed and removed count records.
type merged struct {
	NothingNew bool     `json:"nothing_new"` // for a merge; some of it may have been taken back
	NotKept    int      `json:"not_kept"`    // fields and records that the copy says, and that were taken back
	New        int      `json:"new"`
	Changed    int      `json:"changed"`
	Removed    int      `json:"removed"`
	ToSettle   int      `json:"to_settle"` // because of this copy
	Unsettled  int      `json:"unsettled"` // in all
	Many       bool     `json:"many"`      // more than a fifth of the records say something else
	Who        string   `json:"who"`       // worked last in the copy
	Changes    []change `json:"changes"`
}

// change is one thing that the copy brought.
type change struct {
	Says   string          `json:"says"` // the sentence that people are shown
	Kind   merge.Kind      `json:"kind"`
	Record model.ID        `json:"record"`
	Type   model.Type      `json:"type"`
	Field  string          `json:"field,omitempty"`
	Member string          `json:"member,omitempty"`
	From   json.RawMessage `json:"from,omitempty"`
	To     json.RawMessage `json:"to,omitempty"`
	Other  json.RawMessage `json:"other,omitempty"`
	Came   []string        `json:"came,omitempty"`
	Went   []string        `json:"went,omitempty"`
	Who    string          `json:"who,omitempty"`
}

// merge brings a copy home, and tells what it brought, as JSON.
func (c *cli) merge(typed call) error {
	mine, seen, err := c.open(typed.words[0])
	if err != nil {
		return err
	}
	theirs, err := c.read(typed.words[1])
	if err != nil {
		return err
	}
	joined, err := merge.Join(mine, theirs)
	if err != nil {
		return aboutFile(err, typed.words[1])
	}
	out := typed.flags["-o"]
	if sameFile(out, typed.words[0]) {
		if joined != mine {
			_, err = store.Save(store.OS, whole(out), joined, seen)
		}
	} else {
		err = c.saveOver(out, joined, joined)
	}
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	teller := news.NewTeller(c.words, model.ReadPlan(mine, nil), model.ReadPlan(joined, nil))
	told := tell(merge.Explain(mine, theirs, joined), joined, teller)
	told.NotKept = len(edit.NotKept(joined, theirs))
	return encoder.Encode(told)
}

func tell(r merge.Report, joined *model.Document, teller *news.Teller) merged {
	m := merged{
		NothingNew: r.NothingNew(), New: r.Count(merge.New), Changed: r.Count(merge.Changed), Removed: r.Count(merge.Removed),
		ToSettle: r.ToSettle(), Unsettled: len(merge.Unsettled(joined)), Many: r.Many(), Who: r.Copy.Who, Changes: []change{},
	}
	for _, ch := range r.Changes {
		m.Changes = append(m.Changes, change{
			Says: teller.Tell(ch).String(), Kind: ch.Kind, Record: ch.Record, Type: ch.Type, Field: ch.Field, Member: ch.Member, From: json.RawMessage(ch.From),
			To: json.RawMessage(ch.To), Other: json.RawMessage(ch.Alternative), Came: ch.Came, Went: ch.Went, Who: ch.Who,
		})
	}
	return m
}

// aboutFile gives a problem the name of the file that it is about.
func aboutFile(err error, name string) error {
	var problem *model.Problem
	if errors.As(err, &problem) {
		problem.With["File"] = filepath.Base(name)
	}
	return err
}

// saveOver writes a copy of a project to a file. One that is there may be replaced only
// if nothing in it would be lost: it is an older copy, and all it holds is known.
func (c *cli) saveOver(name string, doc, known *model.Document) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return c.create(name, doc)
	}
	old, seen, err := c.open(name)
	if err != nil {
		return err
	}
	if joined, err := merge.Join(known, old); err != nil || joined != known {
		return c.create(name, doc) // which refuses, in a sentence
	}
	_, err = store.Save(store.OS, whole(name), doc, seen)
	return err
}

// sameFile tells whether two names lead to one file.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
