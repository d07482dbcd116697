package file

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"commonplan/model"
)

// many gives a project of so many needs, with a history and a picture, and its file.
func many(t testing.TB, n int) (*model.Document, []byte) {
	t.Helper()
	var records, history strings.Builder
	for i := range n {
		if i > 0 {
			records.WriteString(",")
			history.WriteString(",")
		}
		fmt.Fprintf(&records, "\n"+`{"ctx":{"s1":2},"f":{"title":[{"d":"s1:2","v":"Need %d of the yard, which is %x"}]},"id":"n%03d","type":"need"}`, i, i*7919, i)
		fmt.Fprintf(&history, "\n"+`{"f":{"title":[{"by":"s1:2","d":"s1:1","v":"Yard %d"}]},"id":"n%03d"}`, i, i)
	}
	cat := picture(t)
	data := pack(t, []content{
		{partMime, []byte(mimeType)}, {partReadme, []byte(readme)},
		{partProject, []byte(`{"format":1,"needs":{"read":[],"write":[]},"id":"hill","sessions":[` + "\n" +
			`{"began":"2026-08-28T19:42:00Z","id":"s1","who":"the secretary"}` + "\n],\"records\":[" + records.String() + "\n]}\n")},
		{partHistory, []byte(`{"history":[` + history.String() + "\n]}\n")},
		{PictureName(cat, "png"), cat},
	})
	doc, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc, data
}

// onlyAsItWas holds what was saved to what there was.
func onlyAsItWas(t *testing.T, got, want *model.Document, how string) {
	t.Helper()
	for id, record := range got.Records {
		was := want.Records[id]
		if was == nil || record.Value("title") != was.Value("title") || record.Context["s1"] != was.Context["s1"] {
			t.Fatalf("%s: the record %s is %v", how, id, record)
		}
	}
	for name, data := range got.Parts {
		if !bytes.Equal(data, want.Parts[name]) {
			t.Fatalf("%s: the part %s is another one", how, name)
		}
	}
}

func TestOfACutFileEverythingBeforeTheCutIsSaved(t *testing.T) {
	want, data := many(t, 40)
	best := 0
	for n := range data {
		got, told, err := Salvage(data[:n])
		if err != nil {
			if problemOf(err) != "problem.salvage.nothing" || best > 0 {
				t.Fatalf("cut at %d: %v, after %d records were saved before", n, err, best)
			}
			continue
		}
		onlyAsItWas(t, got, want, fmt.Sprint("cut at ", n))
		if told.Records != len(got.Records) || told.Records < best {
			t.Fatalf("cut at %d: %d records saved and %d told, %d were saved before", n, len(got.Records), told.Records, best)
		}
		if told.Records < len(want.Records) && told.RecordsLost == 0 {
			t.Fatalf("cut at %d: records are missing, and nothing is told", n)
		}
		best = told.Records
	}
	if best != len(want.Records) {
		t.Errorf("at most %d of %d records were saved", best, len(want.Records))
	}
}

func TestADamagedRecordCostsNoOther(t *testing.T) {
	want, data := many(t, 40)
	parts, _, err := readFile(data)
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range parts {
		if part.name == partProject {
			parts[i].data = bytes.Replace(part.data, []byte(`{"ctx":{"s1":2},"f":{"title":[{"d":"s1:2","v":"Need 7 `), []byte(`{"ctx":{"s1":2},"f":{"titl\x00":[{"d":"s1:2","v":"Need 7 `), 1)
		}
	}
	damagedFile, err := packArchive(parts) // the sums are those of the whole parts
	if err != nil {
		t.Fatal(err)
	}

	got, told, err := Salvage(damagedFile)

	if err != nil {
		t.Fatal(err)
	}
	onlyAsItWas(t, got, want, "a damaged record")
	if told.Records != 39 || told.RecordsLost != 1 || told.Pictures != 1 || told.HistoryLost {
		t.Errorf("it tells %+v", told)
	}
}

func TestLettersThatMayHaveChangedAreToldOf(t *testing.T) {
	_, data := many(t, 40)
	at := bytes.Index(data, []byte(partProject)) + len(partProject) + 600
	data = bytes.Clone(data)
	data[at] ^= 0x10
	if _, err := Decode(data); err == nil {
		t.Fatal("the damage does no harm")
	}
	if _, told, err := Salvage(data); err == nil && !told.Unsure {
		t.Errorf("it tells %+v", told)
	}
}

func TestADamagedPictureIsLeftOut(t *testing.T) {
	_, data := many(t, 3)
	at := bytes.Index(data, []byte("IHDR"))
	data = bytes.Clone(data)
	data[at+5] ^= 1
	got, told, err := Salvage(data)
	if err != nil || told.Records != 3 || told.Pictures != 0 || told.PicturesLost != 1 || len(got.Parts) != 0 {
		t.Errorf("it tells %+v, error %v", told, err)
	}
}

func TestAWholeFileIsSavedWhole(t *testing.T) {
	want, data := many(t, 3)
	got, told, err := Salvage(data)
	if err != nil || told != (Salvaged{Records: 3, Pictures: 1}) {
		t.Fatalf("it tells %+v, error %v", told, err)
	}
	got.ID = want.ID
	if !same(got, want) {
		t.Error("something is missing")
	}
}

func TestOfADamagedProtectedFileWhatStandsBeforeTheDamageIsSaved(t *testing.T) {
	key := lock(t, secret)
	want, _ := many(t, 8000)
	data, err := key.Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	cut := data[:len(data)*3/4]

	got, told, again, err := SalvageLocked(cut, secret)

	if err != nil || told.Records < 500 || told.RecordsLost == 0 || told.Unsure || again == nil {
		t.Fatalf("it tells %+v, error %v", told, err)
	}
	onlyAsItWas(t, got, want, "a cut protected file")
	if _, _, _, err := SalvageLocked(cut, "wrong"); problemOf(err) != "problem.password.wrong" {
		t.Errorf("with a wrong password: %v", err)
	}
	if _, _, _, err := SalvageLocked(data[:400], secret); err == nil {
		t.Error("without its key it was read")
	}
}

func TestSalvageOfAnythingGivesAProjectThatCanBeSaved(t *testing.T) {
	_, data := many(t, 40)
	random := rand.New(rand.NewPCG(3, 0))
	saved := 0
	for range 1000 {
		doc, _, err := Salvage(damage(damage(bytes.Clone(data), data, random), data, random))
		if err != nil {
			if problemOf(err) != "problem.salvage.nothing" {
				t.Fatal(err)
			}
			continue
		}
		saved++
		doc.ID = "new"
		encoded, err := (*Key)(nil).Prepare(doc)
		if err == nil {
			err = encoded.Verify()
		}
		if err != nil {
			t.Fatalf("what was saved cannot be kept: %v", err)
		}
	}
	if saved < 500 {
		t.Errorf("only %d of 1,000 files gave anything", saved)
	}
}

func TestHeadersUponHeadersDoNotKeepASalvageBusy(t *testing.T) {
	used, _, err := measured(func() (*model.Document, error) {
		doc, _, err := Salvage(headersUponHeaders(t))
		return doc, err
	})
	if problemOf(err) != "problem.salvage.nothing" || used > hostileMemory {
		t.Errorf("it takes %d MB and gives %v", used>>20, err)
	}
}

// headersUponHeaders gives 20 MB in which a large part seems to begin every 40 bytes.
func headersUponHeaders(t testing.TB) []byte {
	one := pack(t, crafted(), content{"ext/a", bytes.Repeat([]byte("yard"), 1<<18)})
	start := bytes.Index(one, []byte("ext/a")) - localLength
	header := bytes.Clone(one[start : start+localLength+len("ext/a")])
	copy(header[18:], "\xff\xff\xff\x00\xff\xff\xff\x00")
	return bytes.Repeat(header, 20<<20/len(header))
}
