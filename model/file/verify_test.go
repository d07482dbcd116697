package file

import (
	"bytes"
	"maps"
	"testing"

	"commonplan/model"
)

func TestVerifyingFindsWhateverWentMissing(t *testing.T) {
	for _, key := range []*Key{nil, lock(t, secret)} {
		doc, _ := hill(t, key)
		picture := PictureName([]byte("no picture at all"), "jpg")
		for what, spoil := range map[string]func(*model.Document){
			"a record":          func(d *model.Document) { delete(d.Records, "n1") },
			"a value":           func(d *model.Document) { d.Records["n1"] = record("n1", "The yard is cold") },
			"what was replaced": func(d *model.Document) { d.History = nil },
			"a later part":      func(d *model.Document) { delete(d.Parts, "ext/a") },
			"a byte of a part":  func(d *model.Document) { d.Parts["ext/a"] = []byte("abd") },
			"an unknown key":    func(d *model.Document) { d.Unknown = nil },
			"what it is for":    func(d *model.Document) { d.For = "citizens" },
			"a picture":         func(d *model.Document) { d.Parts[picture] = []byte("not what its name says") },
		} {
			encoded, err := key.Prepare(full(doc))
			if err != nil {
				t.Fatal(err)
			}
			spoilt := full(doc)
			spoil(spoilt)
			if encoded.data, err = key.Encode(spoilt); err != nil {
				t.Fatal(err)
			}

			if encoded.Verify() == nil {
				t.Errorf("%s was not missed, protected: %v", what, key != nil)
			}
		}
		encoded, err := key.Prepare(full(doc))
		if err != nil {
			t.Fatal(err)
		}
		if err := encoded.Verify(); err != nil {
			t.Errorf("of a whole file: %v", err)
		}
	}
}

// full gives a copy of a document with something of everything.
func full(doc *model.Document) *model.Document {
	next := doc.Clone()
	next.Records, next.Parts = maps.Clone(doc.Records), map[string][]byte{"ext/a": bytes.Clone(doc.Parts["ext/a"])}
	next.Records["n1"] = record("n1", "The yard is hot")
	next.Unknown = map[string]model.Value{"later": "[1]"}
	next.History = map[model.ID][]model.Replaced{"n1": {{Field: "title",
		Live: model.Live{Stamp: model.Stamp{Session: "s1", N: 1}, Value: `"It is hot"`}, By: model.Stamp{Session: "s1", N: 2}}}}
	return next
}

func record(id model.ID, title string) *model.Record {
	return &model.Record{ID: id, Type: model.TypeNeed, Context: model.Context{"s1": 2},
		Fields: map[string][]model.Live{"title": {{Stamp: model.Stamp{Session: "s1", N: 2}, Value: model.TextValue(title)}}}}
}
