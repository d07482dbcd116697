package file

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/words"
)

// crafted gives the parts of a small project of a later version, with every kind of key
// that this one does not know, in canonical form.
func crafted() []content {
	project := `{"format":1,"needs":{"later":1,"read":[],"write":[]},"id":"hill","for":"council","later":{"a":[1.0,-2e+9],"b":"“x”"},"sessions":[
{"began":"2026-08-28T19:42:00Z","id":"s1","mood":"good","who":"the secretary"}
],"records":[
{"aaa":[],"ctx":{"s1":2},"f":{"title":[{"d":"s1:2","v":"The yard is hot"}]},"id":"n1","nnn":null,"type":"need","zzz":12345678901234567890.10},
{"ctx":{"s1":1},"f":{"shape":[{"d":"s1:1","v":{"x":1}}],"size":[{"d":"s1:1","later":[2],"v":3}]},"id":"w1","type":"wish"}
]}
`
	history := `{"history":[
{"f":{"title":[{"d":"s0:1","v":"Y"},{"by":"s1:2","d":"s1:1","v":"Yard","why":"typing"}]},"id":"n1"}
]}
`
	return []content{
		{partMime, []byte(mimeType)}, {partReadme, []byte(readme)},
		{partProject, []byte(project)}, {partHistory, []byte(history)},
	}
}

// pack gives a file of parts, with their sums.
func pack(t testing.TB, parts []content, extra ...content) []byte {
	t.Helper()
	parts = append(clone(parts), content{partSums, writeSums(append(clone(parts), extra...))})
	data, err := packArchive(append(parts, extra...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func clone(parts []content) []content { return append([]content(nil), parts...) }

// with gives the crafted parts, one of them changed.
func with(name, old, new string) []content {
	parts := crafted()
	for i, part := range parts {
		if part.name == name {
			parts[i].data = []byte(strings.Replace(string(part.data), old, new, 1))
			if bytes.Equal(parts[i].data, part.data) {
				panic(old + " is not in " + name)
			}
		}
	}
	return parts
}

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	cat := image.NewRGBA(image.Rect(0, 0, 2, 2))
	cat.Set(1, 1, color.White)
	if err := png.Encode(&b, cat); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// refused makes sure that a file is refused for a reason, in one whole sentence.
func refused(t *testing.T, what string, data []byte, key string) {
	t.Helper()
	doc, err := Decode(data)
	var problem *model.Problem
	if !errors.As(err, &problem) || problem.Key != key || doc != nil {
		t.Errorf("%s: the error is %v, want %s", what, err, key)
		return
	}
	said := words.English().Explain(err)
	if said == key || strings.Contains(said, "no value") || strings.Contains(said, "\n") || !strings.HasPrefix(said, "This ") {
		t.Errorf("%s is said as %q", what, said)
	}
}

func TestWhatANewerVersionWroteIsKeptByteForByte(t *testing.T) {
	cat := picture(t)
	extra := []content{{"ext/plans/2.bin", []byte{0, 1, 2}}, {"ext/notes.txt", []byte(strings.Repeat("a note ", 9))}}
	parts := append(crafted(), content{PictureName(cat, "png"), cat})
	data := pack(t, parts, extra[1], extra[0])

	doc, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}

	again, err := Encode(doc)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("saving it again gives other bytes (error %v)", err)
	}
	if !bytes.Equal(doc.Parts["ext/plans/2.bin"], extra[0].data) || !bytes.Equal(doc.Parts[PictureName(cat, "png")], cat) {
		t.Error("parts were lost")
	}
	if doc.Records["n1"].Unknown["zzz"] != "12345678901234567890.10" {
		t.Errorf("a number is not exact any more: %s", doc.Records["n1"].Unknown["zzz"])
	}
}

func TestTheOrderOfKeysAndSpacesDoNotMatter(t *testing.T) {
	want, err := Decode(pack(t, crafted()))
	if err != nil {
		t.Fatal(err)
	}
	parts := crafted()
	parts[2].data = []byte(`
	{ "records" : [
		{"type":"wish","id":"w1","f":{"size":[{"v":3,"later":[ 2],"d":"s1:1"}],"shape":[{"v": { "x" : 1 },"d":"s1:1"}],"gone":[]},"ctx":{"s1":1}},
		{"zzz":12345678901234567890.10,"type":"n\u0065ed","nnn":null,"id":"n1","f":{"title":[{"d":"s1:2","v":"The yard is hot"}]},"ctx":{"s1":2},"aaa":[ ]}
	], "sessions":[{"who":"the secretary","mood":"good","id":"s1","began":"2026-08-28T19:42:00Z"}],
	"later":{"b":"\u201cx\u201D","a":[1.0,-2e+9]}, "id":"hill","needs":{"write":[],"read":[],"later":1},"for":"council","format":1 }`)

	got, err := Decode(pack(t, parts))

	if err != nil {
		t.Fatal(err)
	}
	if State(got) != State(want) {
		a, _ := writeProject(got)
		t.Errorf("the state differs:\n%s", a)
	}
}

func TestAFileThatNeedsANewerVersionIsRefusedBeforeAnythingElseInIt(t *testing.T) {
	parts := with(partProject, `"read":[]`, `"read":["maps-3"]`)
	parts[2].data = append(parts[2].data[:60], []byte(` whatever comes in format 9`)...)
	refused(t, "needs.read", pack(t, parts), "problem.file.newer.read")

	doc, err := Decode(pack(t, with(partProject, `"write":[]`, `"write":["maps-3"]`)))
	if err != nil || MayWrite(doc) == nil {
		t.Errorf("needs.write: error %v, may write: %v", err, MayWrite(doc) == nil)
	}
}
