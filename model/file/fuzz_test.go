package file

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"

	"commonplan/model"
)

// The fuzz targets: their seeds run with every test, make fuzz looks further. Whatever
// comes in, reading never panics, refuses with a problem, and reads back what it wrote.

func FuzzContainer(f *testing.F) {
	for _, s := range smalls(f) {
		f.Add(s.data)
		f.Add(s.data[:len(s.data)/2])
	}
	f.Add(quotedPart(f))
	f.Add(sharedBytes(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Decode(data)
		if err != nil {
			mustBeProblem(t, err)
			return
		}
		again, err := Encode(doc)
		if MayWrite(doc) != nil {
			return // of a newer version: it is only read
		}
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		back, err := Decode(again)
		if err != nil || !same(back, doc) {
			t.Fatalf("what was written reads differently (error %v)", err)
		}
	})
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{`{"b":[1.0,-2e+9,true,null],"a":{"é":"\u0041\ud83c\udf33"}}`, `[]`, `"\`, `{"a":1,"a":1}`, "\"\xff\"", `-0.0e-0`, ` [ ] `} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, err := canonical(model.Value(text), 0)
		if err != nil {
			mustBeProblem(t, err)
			return
		}
		if text != "" && !json.Valid([]byte(text)) {
			t.Errorf("%q is no JSON, but read as %s", text, value)
		}
		if again, err := canonical(value, 0); err != nil || again != value {
			t.Errorf("%q became %s, and then %s (error %v)", text, value, again, err)
		}
	})
}

func FuzzRecords(f *testing.F) {
	parts := crafted()
	f.Add(parts[2].data, parts[3].data)
	f.Add([]byte(`{"format":1,"id":"x","records":[{"id":"a","type":"need","f":{"t":[{"d":"s:1","v":1},{"d":"r:1","v":2}]}}]}`), []byte(`{"history":[]}`))
	f.Add([]byte(`{}`), []byte(`{}`))
	f.Fuzz(func(t *testing.T, project, history []byte) {
		doc, err := readProject(project)
		if err != nil {
			mustBeProblem(t, err)
			return
		}
		if doc.History, err = readHistory(history); err != nil {
			mustBeProblem(t, err)
			return
		}
		said, err := writeProject(doc)
		if err != nil {
			return // such as two keys that are one in their clean form
		}
		also, err := writeHistory(doc)
		if err != nil {
			return
		}
		back, err := readProject(said)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, said)
		}
		if back.History, err = readHistory(also); err != nil {
			t.Fatalf("the history written cannot be read: %v\n%s", err, also)
		}
		if !same(back, doc) {
			t.Errorf("what was written reads differently:\n%s\n%s", said, also)
		}
		model.ReadPlan(doc, nil) // and any records make some plan
	})
}

func FuzzPicture(f *testing.F) {
	for _, h := range hostilePictures() {
		f.Add(h.make(f))
	}
	f.Add(picture(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, kind := range []string{"jpg", "png"} {
			if err := checkPicture(PictureName(data, kind), hashOf(data), data); err != nil {
				mustBeProblem(t, err)
			}
		}
	})
}

func FuzzKey(f *testing.F) {
	f.Add(lock(f, secret).wrapped)
	f.Add(header("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"))
	f.Add([]byte("age-encryption.org/v1\n"))
	f.Fuzz(func(t *testing.T, wrapped []byte) {
		const slow = 12 // 2^12 rounds: more is only worked through in earnest
		if effortOf(wrapped) > slow && effortOf(wrapped) <= maxEffort {
			return
		}
		data := sealedFile(t, content{partKey, wrapped}, content{partSealed, wrapped})
		key, err := Unlock(data, secret)
		if err == nil {
			_, err = key.Decode(data)
		}
		if err != nil {
			mustBeProblem(t, err)
		}
	})
}

// effortOf gives how hard a key part asks to work; 0 if that cannot be told.
func effortOf(wrapped []byte) int {
	_, rest, _ := bytes.Cut(wrapped, []byte("-> scrypt "))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	_, effort, _ := bytes.Cut(line, []byte(" "))
	n, _ := strconv.Atoi(string(effort))
	return n
}

func mustBeProblem(t *testing.T, err error) {
	t.Helper()
	if _, ok := err.(*model.Problem); !ok {
		t.Fatalf("%v is no sentence", err)
	}
}
