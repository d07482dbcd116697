package file_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
)

func encode(t testing.TB, doc *model.Document) []byte {
	t.Helper()
	data, err := file.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decode(t testing.TB, data []byte) *model.Document {
	t.Helper()
	doc, err := file.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// someText is what people type, and what they should not.
var someText = rapid.OneOf(
	rapid.SampledFrom([]string{"", "The yard is hot", "“Tŷ ŵyl”, £12", "a\nb\tc", `C:\plans "new"`, "e\u0301te\u0301", "\x00\x1b[31m", "\u202e gpj", "</script>"}),
	rapid.String())

// anyEdit makes one random edit, as a volunteer might.
func anyEdit(t *rapid.T, p *edit.Project) {
	var all []model.Item
	for _, kind := range model.Types() {
		all = append(all, p.Plan().List(kind)...)
	}
	some := all[rapid.IntRange(0, len(all)-1).Draw(t, "which")]
	what := rapid.IntRange(0, 5).Draw(t, "what")
	// An edit that breaks a rule changes nothing, which is as good a step as any.
	_ = p.Edit("edit.any", func(c *edit.Change) error {
		switch what {
		case 0:
			_, err := c.Add(&model.Need{Title: someText.Draw(t, "title")})
			return err
		case 1:
			_, err := c.Add(&model.Partner{Name: someText.Draw(t, "name"), Contact: someText.Draw(t, "contact")})
			return err
		case 2:
			_, err := c.Add(&model.Outcome{Title: "A change", Tags: []model.Tag{model.Tag(someText.Draw(t, "tag"))}})
			return err
		case 3:
			return c.Remove(some.Head().ID)
		}
		item := model.Clone(some)
		schema, _ := model.SchemaOf(item.Type())
		field := schema.Fields[rapid.IntRange(1, len(schema.Fields)-1).Draw(t, "field")]
		if err := model.SetText(item, field.Name, someText.Draw(t, "text")); err != nil {
			return err
		}
		return c.Put(item)
	})
	if rapid.IntRange(0, 4).Draw(t, "undo") == 0 {
		p.Undo()
	}
}

func TestAnyHistoryIsSavedAndReadBackTheSameByteForByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, err := edit.New(modeltest.Source(5))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			anyEdit(t, p)
		}

		data, err := file.Encode(p.Document())
		if err != nil {
			t.Fatal(err)
		}
		doc, err := file.Decode(data)
		if err != nil {
			t.Fatal(err)
		}

		again, err := file.Encode(doc)
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("saving what was read gives other bytes (error %v)", err)
		}
		if encoded, err := (*file.Key)(nil).Prepare(p.Document()); err != nil || !bytes.Equal(encoded.Bytes(), data) || encoded.Verify() != nil {
			t.Errorf("it does not stand up to being read back (error %v)", err)
		}
		same(t, modeltest.Facts(model.ReadPlan(doc, nil)), modeltest.Facts(p.Plan()))
	})
}

// same compares two plans as they are stored: the names of tags are cleaned on the way.
func same(t *rapid.T, got, want map[model.ID]map[string]model.Value) {
	if len(got) != len(want) {
		t.Fatalf("%d records were read, %d were saved", len(got), len(want))
	}
	for id, fields := range want {
		for field, value := range fields {
			if got[id][model.CleanText(field)] != value {
				t.Errorf("%s of %s reads %s, was %s", field, id, got[id][field], value)
			}
		}
	}
}

func TestAnEmptyDocumentCanBeSaved(t *testing.T) {
	doc := decode(t, encode(t, &model.Document{ID: "x"}))
	if doc.ID != "x" || doc.Format != model.Format || len(doc.Records) != 0 {
		t.Errorf("read back as %+v", doc)
	}
}

func TestEqualPlansHaveOneStateAndOtherPlansAnother(t *testing.T) {
	b := modeltest.New(t)
	before := file.State(b.Document())
	if got := file.State(decode(t, encode(t, b.Document()))); got != before || len(got) != 64 {
		t.Errorf("the state is %q, and %q after saving and reading", before, got)
	}
	b.Add(&model.Need{})
	if file.State(b.Document()) == before {
		t.Error("a new need did not change the state")
	}
}

func TestTwoValuesOfAFieldAreKeptInOneOrder(t *testing.T) {
	values := func(stamps ...model.Stamp) []byte {
		lives := make([]model.Live, len(stamps))
		for i, stamp := range stamps {
			lives[i] = model.Live{Stamp: stamp, Value: model.TextValue(stamp.String())}
		}
		return encode(t, &model.Document{ID: "x", Records: map[model.ID]*model.Record{
			"n": {ID: "n", Type: model.TypeNeed, Fields: map[string][]model.Live{"title": lives}}}})
	}
	a, b := model.Stamp{Session: "aa", N: 2}, model.Stamp{Session: "bb", N: 1}
	if !bytes.Equal(values(a, b), values(b, a)) {
		t.Error("the order of two values shows in the file")
	}
	if !bytes.Equal(values(a, b, a), values(a, b)) {
		t.Error("one value is kept twice")
	}
	doc := decode(t, values(b, a))
	if got := doc.Records["n"].Fields["title"]; len(got) != 2 || got[0].Stamp != a {
		t.Errorf("read back as %v", got)
	}
}

func TestADocumentOfANewerVersionIsReadButNotWritten(t *testing.T) {
	doc := modeltest.New(t).Document().Clone()
	if err := file.MayWrite(doc); err != nil {
		t.Errorf("a document of our own may not be written: %v", err)
	}
	doc.Needs.Write = []string{"budgets-2"}
	if file.MayWrite(doc) == nil {
		t.Error("what needs a newer version may be written")
	}
	if data, err := file.Encode(doc); err == nil || data != nil {
		t.Error("what needs a newer version was encoded")
	}
}

func TestBrokenValuesAreNotWritten(t *testing.T) {
	for _, value := range []model.Value{"{", `"half`, "01", "nul", `{"a":1,"a":2}`, "1 2", "\"\xff\""} {
		doc := &model.Document{ID: "x", Unknown: map[string]model.Value{"later": value}}
		if _, err := file.Encode(doc); err == nil {
			t.Errorf("%s was written", value)
		}
	}
}
