package file_test

import (
	"bytes"
	"os"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
)

// released gives what a file of testdata holds.
func released(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// holdsFormat1 holds a document to what its people wrote with the first format.
func holdsFormat1(t *testing.T, doc *model.Document) {
	t.Helper()
	plan := model.ReadPlan(doc, nil)
	for what, c := range map[string]struct{ got, want any }{
		"name":        {plan.Project.Name, "Open Door Days"},
		"contact":     {plan.Project.Contact, "Secretary to the Circle, hello@opendoor.example"},
		"needs":       {len(plan.Needs), 5},
		"a wording":   {plan.Needs[0].Title, "Tŷ agored: nowhere to go on two days a week"},
		"activities":  {len(plan.Activities), 6},
		"a choice":    {len(doc.Records[plan.Activities[0].ID].Fields["title"]), 2},
		"risks":       {len(plan.Risks), 2},
		"a comment":   {plan.Comments[0].Text, "Is this 14 or 41?"},
		"a picture":   {plan.Pictures[0].Caption, "The yard in June"},
		"its part":    {len(doc.Parts[plan.Pictures[0].Media]) > 100, true},
		"sessions":    {len(doc.Sessions), 3},
		"later part":  {string(doc.Parts["ext/later/notes.txt"]), "a part of a newer version\n"},
		"later key":   {string(doc.Unknown["later"]), `{"a":[1.0,-2e+9]}`},
		"earlier":     {doc.History[plan.Needs[0].ID][0].Field, "title"},
		"last worked": {doc.WorkedOn().Format("2006-01-02"), "2026-11-26"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", what, c.got, c.want)
		}
	}
}

func TestAFileOfTheFirstFormatOpensForEver(t *testing.T) {
	doc, err := file.Decode(released(t, "format-1.commonplan"))
	if err != nil {
		t.Fatal(err)
	}
	holdsFormat1(t, doc)
}

func TestAProtectedFileOfTheFirstFormatOpensForEver(t *testing.T) {
	data := released(t, "format-1-protected.commonplan")
	key, err := file.Unlock(data, "four words in a row")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := key.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	holdsFormat1(t, doc)
}

func TestWhatANewerVersionWroteOutlastsAnyNumberOfSaves(t *testing.T) {
	doc, err := file.Decode(released(t, "format-1.commonplan"))
	if err != nil {
		t.Fatal(err)
	}
	doc.Needs.Unknown = map[string]model.Value{"print": `["later"]`}
	doc.Records["wish1"] = &model.Record{ID: "wish1", Type: "wish", Unknown: map[string]model.Value{"mood": `"good"`},
		Context: model.Context{"s9": 1}, Fields: map[string][]model.Live{"shape": {{Stamp: model.Stamp{Session: "s9", N: 1}, Value: `{"x":1}`}}}}
	for n := range 5 { // each time by another session, with a change
		project, err := edit.Open(doc, modeltest.Source(byte(n)))
		if err != nil {
			t.Fatal(err)
		}
		if err := project.SetText("N2", "title", string(rune('A'+n))); err != nil {
			t.Fatal(err)
		}
		data, err := file.Encode(project.Document())
		if err != nil {
			t.Fatal(err)
		}
		if doc, err = file.Decode(data); err != nil {
			t.Fatal(err)
		}
	}

	wish := doc.Records["wish1"]
	if doc.Unknown["later"] == "" || doc.Needs.Unknown["print"] != `["later"]` || !bytes.Equal(doc.Parts["ext/later/notes.txt"], []byte("a part of a newer version\n")) {
		t.Errorf("of the file: %v, %v, %d parts", doc.Unknown, doc.Needs.Unknown, len(doc.Parts))
	}
	if wish == nil || wish.Unknown["mood"] != `"good"` || wish.Value("shape") != `{"x":1}` || wish.Type != "wish" {
		t.Errorf("of a record of a type of its own: %+v", wish)
	}
}
