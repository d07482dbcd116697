package file

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/words"
)

// A file that would harm a careless reader, or is no project at all. Each is made by
// hand and must be refused with its own sentence, for less than hostileMemory.
type hostile struct {
	what string
	make func(t testing.TB) []byte
	want string
}

const hostileMemory = 300 << 20 // bytes allocated from the first to the last, freed or not

// hostiles lists them, by what they attack.
func hostiles() []hostile {
	var all []hostile
	for _, group := range [][]hostile{hostileArchives(), hostileNames(), hostileLies(), hostileTexts(), hostileNumbers(), hostilePictures(), hostilePasswords(), foreigners()} {
		all = append(all, group...)
	}
	return all
}

func TestHostileFilesAreRefusedWithTheirSentenceAndLittleMemory(t *testing.T) {
	all := hostiles()
	if len(all) < 60 {
		t.Fatalf("only %d files", len(all))
	}
	for _, h := range all {
		t.Run(h.what, func(t *testing.T) {
			data := h.make(t)
			used, doc, err := measured(func() (*model.Document, error) { return openHostile(data) })
			problem, ok := err.(*model.Problem)
			if doc != nil || !ok || problem.Key != h.want {
				t.Fatalf("it gives %v, want %s", err, h.want)
			}
			if used > hostileMemory {
				t.Errorf("refusing it took %d MB", used>>20)
			}
			t.Logf("%d MB: %v", used>>20, words.English().Explain(problem))
			checkSentence(t, problem)
			used, _, err = measured(func() (*model.Document, error) {
				doc, _, err := Salvage(data)
				return doc, err
			})
			if used > 2*hostileMemory || err != nil && !strings.HasPrefix(problemOf(err), "problem.") {
				t.Errorf("saving what can be read, whole and then line by line, took %d MB and gave %v", used>>20, err)
			}
		})
	}
}

// measured tells how many bytes something allocates, freed or not.
func measured(do func() (*model.Document, error)) (used uint64, doc *model.Document, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	doc, err = do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, doc, err
}

// openHostile opens a file as the app does, with a password if it wants one.
func openHostile(data []byte) (*model.Document, error) {
	if !IsProtected(data) {
		return Decode(data)
	}
	key, err := Unlock(data, secret)
	if err != nil {
		return nil, err
	}
	return key.Decode(data)
}

// checkSentence holds what is said of a file to being one line that is short, whole and
// free of signs that could mislead.
func checkSentence(t *testing.T, problem *model.Problem) {
	t.Helper()
	said := words.English().Explain(problem)
	if len(said) > 400 || strings.Contains(said, "problem.") || strings.ContainsAny(said, "\n\x00\u202e\x1b") || !strings.HasSuffix(said, ".") {
		t.Errorf("it says %q", said)
	}
}

// What does no harm is opened: a bomb that nobody sets off, and letters that are cleaned.
func TestWhatOnlyLooksHostileIsOpened(t *testing.T) {
	nested := bomb(t, 20<<20, 20<<20)
	doc, err := Decode(pack(t, crafted(), content{"ext/42.zip", nested}))
	if err != nil || !bytes.Equal(doc.Parts["ext/42.zip"], nested) {
		t.Errorf("an archive within a part of its own was not kept packed: %v", err)
	}
	doc, err = Decode(pack(t, with(partProject, "The yard is hot", `The\u0000 yard \u202eis\u2066 hot`)))
	if err != nil || doc.Records["n1"].Value("title") != `"The yard is hot"` {
		t.Errorf("signs that cannot be seen were not taken out: %v", err)
	}
}

// BenchmarkHostile tells how long refusing each takes: at most two seconds.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostiles() {
		data := h.make(b)
		b.Run(h.what, func(b *testing.B) {
			for b.Loop() {
				if _, err := openHostile(data); err == nil {
					b.Fatal("it was opened")
				}
			}
		})
	}
}

func fixed(data []byte) func(testing.TB) []byte { return func(testing.TB) []byte { return data } }

func packed(extra ...content) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return pack(t, crafted(), extra...) }
}

func hostileArchives() []hostile {
	zeros := func(size, claimed int, behind ...byte) func(t testing.TB) []byte {
		return func(t testing.TB) []byte { return bomb(t, size, claimed, behind...) }
	}
	return []hostile{
		{"a flat bomb", zeros(60<<20, 60<<20), "problem.file.ratio"},
		{"a bomb that says it is small", zeros(60<<20, 100), "problem.file.damaged"},
		{"a part that says it is larger", zeros(1000, 2000), "problem.file.damaged"},
		{"something hidden behind a part", zeros(1000, 1000, []byte("hidden")...), "problem.file.damaged"},
		{"a bomb of many parts that keep the ratio", manyPacked, "problem.file.all"},
		{"two parts that share their bytes", sharedBytes, "problem.file.damaged"},
		{"a part quoted within another", quotedPart, "problem.file.damaged"},
		{"65,000 parts", func(t testing.TB) []byte { return manyParts(t, 65_000) }, "problem.file.parts"},
		{"5,001 parts", func(t testing.TB) []byte { return manyParts(t, maxParts+1) }, "problem.file.parts"},
	}
}

// manyPacked gives an archive whose parts each keep the limits, but not all together.
func manyPacked(t testing.TB) []byte {
	t.Helper()
	part := bytes.Repeat(append(bytes.Repeat([]byte{0}, 150), "yard"...), 50<<20/154)
	return pack(t, crafted(), content{"ext/a", part}, content{"ext/b", part}, content{"ext/c", part}, content{"ext/d", part})
}

func manyParts(t testing.TB, n int) []byte {
	t.Helper()
	parts := crafted()
	for i := len(parts); i < n; i++ {
		parts = append(parts, content{fmt.Sprintf("ext/%d", i), nil})
	}
	data, err := packArchive(parts)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sharedBytes gives an archive in which two names of the list lead to one part.
func sharedBytes(t testing.TB) []byte {
	data := pack(t, crafted(), content{"ext/a", []byte("aaaa")}, content{"ext/b", []byte("aaaa")})
	listB := bytes.LastIndex(data, []byte("ext/b")) - listLength
	localA := bytes.Index(data, []byte("ext/a")) - localLength
	binary.LittleEndian.PutUint32(data[listB+42:], uint32(localA))
	return data
}

// quotedPart gives an archive with a part whose content is another part, header and all,
// to which the list leads as well: what makes a zip bomb of 46 MB into 4.5 PB.
func quotedPart(t testing.TB) []byte {
	inner := pack(t, nil, content{"ext/b", []byte("bbbb")})
	start := bytes.Index(inner, []byte("ext/b")) - localLength
	quoted := inner[start : start+localLength+len("ext/b")+4]
	data := pack(t, crafted(), content{"ext/a", quoted}, content{"ext/b", []byte("bbbb")})
	list := bytes.LastIndex(data, []byte("ext/b")) - listLength
	binary.LittleEndian.PutUint32(data[list+42:], uint32(bytes.Index(data, quoted)))
	return data
}

func hostileNames() []hostile {
	var all []hostile
	for what, name := range map[string]string{
		"a way up and out": "../../.bashrc", "a way up from within": "ext/../../up", "a place of the whole disk": "/etc/passwd",
		"a backslash": `ext\..\up`, "a drive": "C:/autoexec.bat", "NUL in a name": "ext/a\x00.txt", "letters turned round in a name": "ext/\u202egpj.exe",
		"a folder of Windows devices": "ext/a./b", "a hidden file": "ext/.profile", "a name of 60,000 letters": "ext/" + strings.Repeat("a", 60_000),
	} {
		all = append(all, hostile{what, packed(content{name, []byte("x")}), "problem.file.part.name"})
	}
	return append(all,
		hostile{"one name twice", packed(content{"ext/a", []byte("x")}, content{"ext/a", []byte("y")}), "problem.file.part.twice"},
		hostile{"one name in two cases", packed(content{"ext/a", []byte("x")}, content{"ext/A", []byte("y")}), "problem.file.part.twice"},
		hostile{"a second project.json", packed(content{partProject, []byte("{}")}), "problem.file.part.twice"},
		hostile{"a symbolic link", func(t testing.TB) []byte { return special(t, fs.ModeSymlink) }, "problem.file.part.name"},
		hostile{"a device", func(t testing.TB) []byte { return special(t, fs.ModeDevice) }, "problem.file.part.name"},
	)
}

// special gives an archive with a part that is no plain file.
func special(t testing.TB, mode fs.FileMode) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range append(crafted(), content{"ext/a", []byte("/etc/passwd")}) {
		header := &zip.FileHeader{Name: part.name}
		if part.name == "ext/a" {
			header.SetMode(mode | 0o777)
		}
		to, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(part.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lie gives a sound archive of which one place was changed: counted from the end of the
// list of contents, from its line for ext/b, or from that part's own header.
func lie(place string, at int, to ...byte) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		data := pack(t, crafted(), content{"ext/a", []byte("aaaa")}, content{"ext/b", []byte("bbbb")})
		start := map[string]int{
			"end": len(data) - endLength, "list": bytes.LastIndex(data, []byte("ext/b")) - listLength,
			"local": bytes.Index(data, []byte("ext/b")) - localLength,
		}[place]
		copy(data[start+at:], to)
		return data
	}
}

func hostileLies() []hostile {
	most := []byte{0xff, 0xff, 0xff, 0xff}
	return []hostile{
		{"zip64: as many parts as there can be", lie("end", 8, most...), "problem.file.parts"},
		{"zip64: a list somewhere else", lie("end", 16, most...), "problem.file.list"},
		{"zip64: a list of another size", lie("end", 12, most...), "problem.file.list"},
		{"zip64: a part of another size", lie("list", 24, most...), "problem.file.part.large"},
		{"zip64: a packed part of another size", lie("list", 20, most...), "problem.file.part.large"},
		{"zip64: a part somewhere else", lie("list", 42, most...), "problem.file.list"},
		{"fewer parts than noted", lie("end", 8, 99, 0, 99, 0), "problem.file.list"},
		{"another disk", lie("end", 4, 1), "problem.file.list"},
		{"an encrypted part", lie("list", 8, 1), "problem.file.packing"},
		{"a part packed by bzip2", lie("list", 10, 12), "problem.file.packing"},
		{"a part packed by something unknown", lie("list", 10, 99), "problem.file.packing"},
		{"another name in its own header", lie("local", localLength+4, 'c'), "problem.file.damaged"},
		{"another sum in its own header", lie("local", 14, 1, 2, 3, 4), "problem.file.damaged"},
		{"a part that lost its header", lie("local", 0, 0, 0, 0, 0), "problem.file.damaged"},
		{"a changed letter", lie("local", localLength+5, 'X'), "problem.file.damaged"},
		{"something after the end", func(t testing.TB) []byte { return append(pack(t, crafted()), "advert"...) }, "problem.file.cut"},
		{"a program before the beginning", func(t testing.TB) []byte { return append([]byte("MZ\x90"), pack(t, crafted())...) }, "problem.file.foreign"},
	}
}

// put gives a project in which the first record's title became something else.
func put(replacement string) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return pack(t, with(partProject, `"The yard is hot"`, replacement)) }
}

// keys gives a million keys with a value each.
func keys(value string) string {
	var b strings.Builder
	b.WriteString(`{`)
	for i := range 1_000_000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `"%d":%s`, i, value)
	}
	b.WriteString(`}`)
	return b.String()
}

// recordsWith gives a project of many records, each with many fields.
func recordsWith(records, fields int) []byte {
	var b, one bytes.Buffer
	for j := range fields {
		if j > 0 {
			one.WriteByte(',')
		}
		fmt.Fprintf(&one, `"%d":[{"d":"s:1","v":1}]`, j)
	}
	b.WriteString(`{"format":1,"id":"hill","records":[`)
	for i := range records {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"%d","type":"x","f":{%s}}`, i, one.Bytes())
	}
	b.WriteString("]}")
	return b.Bytes()
}

// whole gives a file with another project.json.
func whole(project []byte) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		parts := crafted()
		parts[2].data = project
		return pack(t, parts)
	}
}

func hostileTexts() []hostile {
	deep := strings.Repeat("[", 1_000_000)
	return []hostile{
		{"a million brackets", put(deep + strings.Repeat("]", 1_000_000)), "problem.file.deep"},
		{"a million brackets and nothing more", whole([]byte(deep)), "problem.file.syntax"},
		{"a million objects within each other", put(strings.Repeat(`{"a":`, 1_000_000)), "problem.file.deep"},
		{"a million keys of a value", put(keys("1")), "problem.file.keys"},
		{"a million fields of a record", func(t testing.TB) []byte { return whole(recordsWith(1, 1_000_000))(t) }, "problem.file.keys"},
		{"a million sessions of a record", func(t testing.TB) []byte {
			return pack(t, with(partProject, `"ctx":{"s1":2}`, `"ctx":`+keys("1")))
		}, "problem.file.keys"},
		{"a million values of 20,000 records", func(t testing.TB) []byte { return whole(recordsWith(20_000, 51))(t) }, "problem.file.values"},
		{"200,001 records", func(t testing.TB) []byte { return whole(recordsWith(maxRecords+1, 0))(t) }, "problem.file.records"},
		{"a text of 10 MB", put(`"` + strings.Repeat("yard ", 2<<20) + `"`), "problem.file.long"},
		{"a list of 10 MB", put("[" + strings.Repeat("1,", 5<<20) + "1]"), "problem.file.long"},
		{"a number of 2 MB", put(strings.Repeat("9", 2<<20)), "problem.file.long"},
		{"a key twice", put(`{"a":1,"a":2}`), "problem.file.twice"},
		{"a key twice in disguise", put(`{"a":1,"\u0061":2}`), "problem.file.twice"},
		{"a key twice in two forms of Unicode", put("{\"\u00e9\":1,\"e\u0301\":2}"), "problem.file.twice"},
		{"bytes that are no UTF-8", put("\"\xc0\xaf\""), "problem.file.utf8"},
		{"UTF-16", whole([]byte("\xff\xfe{\x00}\x00")), "problem.file.utf8"},
		{"half a letter", put(`"\ud83c"`), "problem.file.syntax"},
		{"NUL in a text", put("\"a\x00b\""), "problem.file.syntax"},
		{"something after the end of the records", put(`1}]}]}]}{"`), "problem.file.syntax"},
		{"what only a newer version can read", func(t testing.TB) []byte {
			return pack(t, with(partProject, `"read":[]`, `"read":["`+strings.Repeat("budgets", 1000)+`"]`))
		}, "problem.file.newer.read"},
	}
}

func hostileNumbers() []hostile {
	return []hostile{
		{"a count of 2^64", func(t testing.TB) []byte {
			return pack(t, with(partProject, `"ctx":{"s1":2}`, `"ctx":{"s1":18446744073709551616}`))
		}, "problem.file.count"},
		{"a count below zero", func(t testing.TB) []byte { return pack(t, with(partProject, `"ctx":{"s1":2}`, `"ctx":{"s1":-2}`)) }, "problem.file.count"},
		{"a stamp that is none", func(t testing.TB) []byte { return pack(t, with(partProject, `"d":"s1:2"`, `"d":"s1:1e9"`)) }, "problem.file.stamp"},
		{"a format of another century", func(t testing.TB) []byte { return pack(t, with(partProject, `"format":1`, `"format":9999999999`)) }, "problem.file.count"},
	}
}

func hostilePictures() []hostile {
	gif := make([]byte, 34)
	copy(gif, "GIF89a\xff\xff\xff\xff\x80")
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)
	wide := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x06\x00\x00\x00")
	wide = binary.BigEndian.AppendUint32(wide, crc32.ChecksumIEEE(wide[12:]))
	jpeg := []byte("\xff\xd8\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xda\x00\x0c")
	as := func(data []byte, kind string) func(testing.TB) []byte {
		return packed(content{PictureName(data, kind), data})
	}
	return []hostile{
		{"a GIF of 34 bytes that claims 4 GiB", as(gif, "png"), "problem.file.picture"},
		{"a PNG that claims 16 GiB", as(wide, "png"), "problem.file.picture.large"},
		{"a JPEG that claims 12 GiB", as(jpeg, "jpg"), "problem.file.picture.large"},
		{"a program in SVG", as(svg, "png"), "problem.file.picture"},
		{"a picture under another’s name", packed(content{PictureName(gif, "png"), svg}), "problem.file.damaged"},
		{"a picture of another kind", as(gif, "gif"), "problem.file.part.name"},
		{"a PNG that ends at once", as(wide[:10], "png"), "problem.file.picture"},
	}
}

func hostilePasswords() []hostile {
	scrypt := func(effort string) []byte {
		return header("-> scrypt " + strings.Repeat("A", 22) + " " + effort + "\n" + strings.Repeat("A", 43) + "\n")
	}
	with := func(key []byte) func(testing.TB) []byte {
		return func(t testing.TB) []byte { return sealedFile(t, content{partKey, key}, content{partSealed, nil}) }
	}
	recipients := strings.Repeat("-> X25519 "+strings.Repeat("A", 43)+"\n"+strings.Repeat("A", 43)+"\n", 10_000)
	return []hostile{
		{"a password that costs 2^30 rounds", with(scrypt("30")), "problem.password.effort"},
		{"a password that costs 2^19 rounds", with(scrypt("19")), "problem.password.effort"},
		{"a header cut short", with(scrypt("1")[:40]), "problem.file.damaged"},
		{"a key for 10,000 people", with(header(recipients)), "problem.file.damaged"},
		{"a project for 10,000 people", func(t testing.TB) []byte {
			return sealedFile(t, content{partKey, lock(t, secret).wrapped}, content{partSealed, header(recipients)})
		}, "problem.file.damaged"},
		{"a stranger’s part beside a key", func(t testing.TB) []byte {
			return sealedFile(t, content{partKey, lock(t, secret).wrapped}, content{"ext/a", nil})
		}, "problem.file.part.name"},
	}
}

func foreigners() []hostile {
	return []hostile{
		{"nothing", fixed(nil), "problem.file.empty"},
		{"zeros", fixed(make([]byte, 1<<20)), "problem.file.foreign"},
		{"a letter", fixed([]byte("Dear councillor,\n")), "problem.file.foreign"},
		{"a PDF", fixed([]byte("%PDF-1.7\n")), "problem.file.foreign.pdf"},
		{"an old office document", fixed([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), "problem.file.foreign.office"},
		{"10 MB of beginnings", fixed(bytes.Repeat([]byte("PK\x03\x04"), 5<<19)), "problem.file.foreign"},
		{"10 MB of endings", fixed(bytes.Repeat([]byte("PK\x05\x06"), 5<<19)), "problem.file.foreign"},
		{"an archive of archives", func(t testing.TB) []byte { return bomb(t, 20<<20, 20<<20) }, "problem.file.ratio"},
	}
}
