package file

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"commonplan/model"
)

func TestValuesHaveOneCanonicalForm(t *testing.T) {
	for given, want := range map[string]string{
		`  true `:                      `true`,
		`{"b":1,"a":{"d":2,"c":3}}`:    `{"a":{"c":3,"d":2},"b":1}`,
		`[ 1 , 2.50, -0, 1E400 ]`:      `[1,2.50,-0,1E400]`,
		`"\u0041\/\u00e9\ud83c\udf33"`: `"A/é🌳"`,
		`"e` + "\u0301" + `"`:          `"é"`,
		`"a\r\nb\u0000\u202ec"`:        `"a\nbc"`,
		`"\"\\\t"`:                     `"\"\\\t"`,
		`[]`:                           `[]`,
		`{}`:                           `{}`,
	} {
		got, err := canonical(model.Value(given), 0)
		if err != nil || string(got) != want {
			t.Errorf("%s becomes %s (error %v), want %s", given, got, err, want)
		}
		if again, err := canonical(got, 0); err != nil || again != got {
			t.Errorf("%s is not canonical: it becomes %s", got, again)
		}
	}
}

func TestWhatIsNoStrictJSONIsRefused(t *testing.T) {
	for given, key := range map[string]string{
		``: "problem.file.syntax", `{`: "problem.file.syntax", `{"a"}`: "problem.file.syntax", `{"a":1,}`: "problem.file.syntax",
		`[1 2]`: "problem.file.syntax", `[1,]`: "problem.file.syntax", `01`: "problem.file.syntax", `1.`: "problem.file.syntax",
		`.5`: "problem.file.syntax", `+1`: "problem.file.syntax", `1e`: "problem.file.syntax", `NaN`: "problem.file.syntax",
		`tru`: "problem.file.syntax", `'a'`: "problem.file.syntax", `"a`: "problem.file.syntax", `"\x"`: "problem.file.syntax",
		`"\u12"`: "problem.file.syntax", `"\ud800"`: "problem.file.syntax", `"\udc00\ud800"`: "problem.file.syntax",
		"\"a\nb\"": "problem.file.syntax", `1 1`: "problem.file.syntax", `{} {}`: "problem.file.syntax", "\ufeff1": "problem.file.syntax",
		`"\`: "problem.file.syntax", `{a:1}`: "problem.file.syntax", `"\u+123"`: "problem.file.syntax",
		`{"a":1,"a":1}`: "problem.file.twice", `{"a":1,"\u0061":1}`: "problem.file.twice",
		`{"` + "\u00e9" + `":1,"e` + "\u0301" + `":1}`: "problem.file.twice",
		"\"\xc3\"": "problem.file.utf8", "\"\xed\xa0\x80\"": "problem.file.utf8",
		strings.Repeat("[", 33) + strings.Repeat("]", 33):   "problem.file.deep",
		`"` + strings.Repeat("a", maxText+1) + `"`:          "problem.file.long",
		`"` + strings.Repeat("\U0001D160", maxText/5) + `"`: "problem.file.long", // grows in its normal form
		strings.Repeat("9", maxText+1):                      "problem.file.long",
	} {
		_, err := canonical(model.Value(given), 0)
		if given == "" { // no value is a value here
			_, err = readProject(nil)
		}
		if problem, ok := err.(*model.Problem); !ok || problem.Key != key {
			t.Errorf("%s gives %v, want %s", shorten(given), err, key)
		}
	}
	for _, fine := range []string{strings.Repeat("[", 32) + strings.Repeat("]", 32), `"` + strings.Repeat("a", maxText) + `"`} {
		if _, err := canonical(model.Value(fine), 0); err != nil {
			t.Errorf("%s gives %v", shorten(fine), err)
		}
	}
}

func TestCasesOfKeysAreToldApart(t *testing.T) {
	doc, err := Decode(pack(t, with(partProject, `"id":"hill"`, `"id":"hill","ID":"other","Records":1`)))
	if err != nil || doc.ID != "hill" || doc.Unknown["ID"] != `"other"` || doc.Unknown["Records"] != "1" {
		t.Errorf("read as %v, %v (error %v)", doc.ID, doc.Unknown, err)
	}
}

// Whatever encoding/json writes is read, and means the same after it was made canonical.
func TestCanonicalValuesMeanTheSame(t *testing.T) {
	text := rapid.Map(rapid.String(), model.CleanText)
	leaf := rapid.OneOf(rapid.Just[any](nil), rapid.Map(rapid.Bool(), asAny[bool]), rapid.Map(text, asAny[string]),
		rapid.Map(rapid.Int64(), asAny[int64]), rapid.Map(rapid.Float64(), asAny[float64]))
	list := rapid.Map(rapid.SliceOfN(leaf, 0, 4), asAny[[]any])
	thing := rapid.Map(rapid.MapOfN(text, rapid.OneOf(leaf, list), 0, 4), asAny[map[string]any])
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.OneOf(leaf, list, thing).Draw(t, "value")
		plain, err := json.Marshal(value)
		if err != nil {
			t.Skip("no JSON can say this")
		}

		got, err := canonical(model.Value(plain), 0)

		if err != nil || !utf8.ValidString(string(got)) {
			t.Fatalf("%s becomes %s (error %v)", plain, got, err)
		}
		var back any
		if err := json.Unmarshal([]byte(got), &back); err != nil {
			t.Fatalf("%s is no JSON: %v", got, err)
		}
		var want any
		if err := json.Unmarshal(plain, &want); err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(back)
		b, _ := json.Marshal(want)
		if string(a) != string(b) {
			t.Errorf("%s became %s", plain, got)
		}
		if again, err := canonical(got, 0); err != nil || again != got {
			t.Errorf("%s is not canonical: %s (error %v)", got, again, err)
		}
		if isPlain(model.Value(plain)) && string(plain) != string(got) {
			t.Errorf("%s passes for canonical, but is %s", plain, got)
		}
	})
}

func asAny[T any](value T) any { return value }
