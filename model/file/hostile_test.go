package file

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"commonplan/model"
)

func TestAForeignFileIsNamedForWhatItIs(t *testing.T) {
	var letter bytes.Buffer
	w := zip.NewWriter(&letter)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml"} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte("<xml/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var odt bytes.Buffer
	w = zip.NewWriter(&odt)
	part, err := w.CreateHeader(&zip.FileHeader{Name: partMime})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte("application/vnd.oasis.opendocument.text")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for key, data := range map[string][]byte{
		"problem.file.empty":          {},
		"problem.file.foreign":        []byte("Dear councillor,\n"),
		"problem.file.foreign.pdf":    []byte("%PDF-1.7\n"),
		"problem.file.foreign.office": letter.Bytes(),
		"problem.file.large":          make([]byte, MaxFile+1),
	} {
		refused(t, key, data, key)
	}
	refused(t, "a letter of LibreOffice", odt.Bytes(), "problem.file.foreign.office")
	refused(t, "an old letter", []byte("\xd0\xcf\x11\xe0 and so on"), "problem.file.foreign.office")
	refused(t, "zeros", make([]byte, 4096), "problem.file.foreign")
}

func TestAFileThatWasNotCopiedWholeIsSaidToBeCut(t *testing.T) {
	data := pack(t, crafted())
	refused(t, "half", data[:len(data)/2], "problem.file.cut")
	refused(t, "something after the end", append(bytes.Clone(data), "advert"...), "problem.file.cut")
	refused(t, "something before the beginning", append([]byte("#!/bin/sh\n"), data...), "problem.file.foreign")
}

func TestASwappedPartIsFoundByItsSum(t *testing.T) {
	parts := crafted()
	sums := content{partSums, writeSums(parts)}
	parts[2].data = bytes.Replace(parts[2].data, []byte("hot"), []byte("wet"), 1)
	data, err := packArchive(append(parts, sums))
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "a changed record", data, "problem.file.damaged")

	for i, name := range []string{partMime, partReadme, partProject, partHistory} {
		rest := append(clone(crafted()[:i]), crafted()[i+1:]...)
		data, err := packArchive(append(rest, content{partSums, writeSums(crafted())}))
		if err != nil {
			t.Fatal(err)
		}
		key := "problem.file.missing"
		if name == partMime {
			key = "problem.file.foreign"
		}
		refused(t, "without "+name, data, key)
	}
	data, err = packArchive(crafted())
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "without sums", data, "problem.file.missing")
	data, err = packArchive(append(crafted(), content{"ext/a", nil}, content{partSums, writeSums(crafted())}))
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "a part without a sum", data, "problem.file.damaged")
}

func TestHostileContentIsRefused(t *testing.T) {
	record := `{"ctx":{"s1":1},"f":{"shape":[{"d":"s1:1","v":{"x":1}}],"size":[{"d":"s1:1","later":[2],"v":3}]},"id":"w1","type":"wish"}`
	for what, c := range map[string]struct{ old, new, key string }{
		"a key twice":            {`"id":"hill"`, `"id":"hill","id":"dale"`, "problem.file.twice"},
		"a record twice":         {record, record + "," + record, "problem.file.twice"},
		"a session twice":        {`"s1","mood"`, `"s0","mood":1},{"id":"s0"},{"id":"s1","mood"`, "problem.file.twice"},
		"a field twice":          {`{"title":[`, `{"title":[],"title":[{"d":"s1:1","v":1}],"title":[`, "problem.file.twice"},
		"a key of a value twice": {`"later":[2]`, `"later":2,"later":2`, "problem.file.twice"},
		"no id":                  {`"id":"w1",`, ``, "problem.file.lacks"},
		"an empty id":            {`"id":"w1"`, `"id":"\u0007"`, "problem.file.lacks"},
		"no type":                {`,"type":"wish"`, ``, "problem.file.lacks"},
		"no stamp":               {`"d":"s1:1",`, ``, "problem.file.lacks"},
		"no value":               {`,"v":{"x":1}`, ``, "problem.file.lacks"},
		"no project id":          {`"id":"hill",`, ``, "problem.file.lacks"},
		"no format":              {`"format":1,`, ``, "problem.file.lacks"},
		"format 0":               {`"format":1`, `"format":0`, "problem.file.count"},
		"format 1e9":             {`"format":1`, `"format":1e9`, "problem.file.count"},
		"a format too far":       {`"format":1`, `"format":99999999999`, "problem.file.count"},
		"a negative count":       {`"ctx":{"s1":1}`, `"ctx":{"s1":-1}`, "problem.file.count"},
		"a bad stamp":            {`"d":"s1:1"`, `"d":"s1:01"`, "problem.file.stamp"},
		"a text for records":     {`"records":[`, `"records":"","other":[`, "problem.file.syntax"},
		"more after the end":     {"]}\n", "]}{}\n", "problem.file.syntax"},
		"a deep value":           {`{"x":1}`, strings.Repeat(`[`, 27) + strings.Repeat(`]`, 27), "problem.file.deep"},
		"a long text":            {`"The yard`, `"` + strings.Repeat("yard ", maxText/5) + `The yard`, "problem.file.long"},
	} {
		refused(t, what, pack(t, with(partProject, c.old, c.new)), c.key)
	}
	for what, c := range map[string]struct{ old, new, key string }{
		"a key of the history": {`"history"`, `"later":1,"history"`, "problem.file.key"},
		"a key of its lines":   {`,"id":"n1"`, `,"id":"n1","later":1`, "problem.file.key"},
		"two lines of one":     {`"id":"n1"}`, `"id":"n1"},{"id":"n1","f":{}}`, "problem.file.twice"},
		"a field twice":        {`{"title":[`, `{"title":[],"title":[`, "problem.file.twice"},
		"an empty by":          {`"by":"s1:2"`, `"by":""`, "problem.file.stamp"},
	} {
		refused(t, what, pack(t, with(partHistory, c.old, c.new)), c.key)
	}
}

func TestHostilePicturesAreRefused(t *testing.T) {
	cat := picture(t)
	huge := bytes.Clone(cat)
	binary.BigEndian.PutUint32(huge[16:], 50_000)
	binary.BigEndian.PutUint32(huge[20:], 50_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	gif := []byte("GIF89a\xff\xff\xff\xff")
	for what, c := range map[string]struct {
		name string
		data []byte
		key  string
	}{
		"another picture's name": {PictureName(gif, "png"), cat, "problem.file.damaged"},
		"a wrong ending":         {PictureName(cat, "jpg"), cat, "problem.file.picture"},
		"no picture":             {PictureName(gif, "png"), gif, "problem.file.picture"},
		"a picture too large":    {PictureName(huge, "png"), huge, "problem.file.picture.large"},
		"another kind":           {PictureName(gif, "gif"), gif, "problem.file.part.name"},
	} {
		refused(t, what, pack(t, append(crafted(), content{c.name, c.data})), c.key)
	}
}

func TestOnlyPlainNamesAreAllowed(t *testing.T) {
	for _, name := range []string{"Project.json", "../up", "ext/../up", "/etc/passwd", `ext\a`, "ext/.hidden", "ext/a.", "ext//a", "ext", "media/a.png",
		"ext/C:", "ext/a\x00b", "ext/é", "other/a", "__MACOSX/._a", "ext/" + strings.Repeat("a", 200), strings.Repeat("é\x1b", 99)} {
		refused(t, name, pack(t, crafted(), content{name, []byte("x")}), "problem.file.part.name")
	}
	refused(t, "one name twice", pack(t, crafted(), content{"ext/a", []byte("x")}, content{"ext/A", []byte("x")}), "problem.file.part.twice")
	many := make([]content, maxParts)
	for i := range many {
		many[i].name = "ext/" + model.GroupThousands(int64(i)) // not even allowed, but the number comes first
	}
	refused(t, "too many parts", pack(t, crafted(), many...), "problem.file.parts")
}

// places gives where the list of contents notes a part, and where its local header is.
func places(t *testing.T, data []byte, name string) (list, local int) {
	t.Helper()
	list = bytes.LastIndex(data, []byte(name)) - listLength
	local = bytes.Index(data, []byte(name)) - localLength
	if list < 0 || local < 0 || list == local {
		t.Fatalf("%s is not in the archive", name)
	}
	return list, local
}

func TestALyingArchiveIsRefused(t *testing.T) {
	data := pack(t, crafted(), content{"ext/a", []byte("aaaa")}, content{"ext/b", []byte("bbbb")})
	list, local := places(t, data, "ext/b")
	_, localA := places(t, data, "ext/a")
	zeros := pack(t, crafted(), content{"ext/zeros", make([]byte, 3<<20)})
	put := func(of []byte, at int, bytes ...byte) []byte {
		changed := append([]byte(nil), of...)
		copy(changed[at:], bytes)
		return changed
	}
	number := func(n uint32) []byte { return binary.LittleEndian.AppendUint32(nil, n) }
	end := len(data) - endLength
	for what, c := range map[string]struct {
		data []byte
		key  string
	}{
		"overlapping parts":      {put(put(data, list+42, number(uint32(localA))...), localA+localLength+4, 'b'), "problem.file.damaged"},
		"encrypted":              {put(put(data, list+8, 1), local+6, 1), "problem.file.packing"},
		"another packing":        {put(put(data, list+10, 12), local+8, 12), "problem.file.packing"},
		"another name there":     {put(data, local+localLength+4, 'c'), "problem.file.damaged"},
		"a size of its own":      {put(data, local+22, number(3)...), "problem.file.damaged"},
		"stored, but smaller":    {put(data, list+24, number(3)...), "problem.file.damaged"},
		"a part too large":       {put(data, list+24, number(maxPart+1)...), "problem.file.part.large"},
		"a list that is longer":  {put(data, end+12, number(9999)...), "problem.file.list"},
		"a list beyond the end":  {put(data, end+16, number(1<<31)...), "problem.file.list"},
		"fewer parts than noted": {put(data, end+8, 99, 0, 99, 0), "problem.file.list"},
		"another disk":           {put(data, end+4, 1), "problem.file.list"},
		"a header far away":      {put(data, list+42, number(1<<31)...), "problem.file.list"},
	} {
		refused(t, what, c.data, c.key)
	}

	if doc, err := Decode(zeros); err != nil || len(doc.Parts["ext/zeros"]) != 3<<20 {
		t.Errorf("a part that packs too well should be stored as it is: %v", err)
	}
}

// bomb gives an archive of one part, made of zeros, that claims to have another size.
func bomb(t testing.TB, size, claimed int, behind ...byte) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	deflate, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, size)
	if err := deflateInto(&packed, deflate, zeros); err != nil {
		t.Fatal(err)
	}
	packed.Write(behind)
	w := zip.NewWriter(&out)
	part, err := w.CreateRaw(&zip.FileHeader{Name: partMime, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(zeros),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(claimed)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(packed.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAllPartsTogetherAreBounded(t *testing.T) {
	entries := make([]entry, 9)
	for i := range entries {
		entries[i] = entry{name: "ext/" + string(rune('a'+i)), size: maxPart, packed: maxPart}
	}
	if _, err := checkEntries(entries[:8]); err != nil {
		t.Errorf("512 MiB: %v", err)
	}
	_, err := checkEntries(entries)
	if problem, ok := err.(*model.Problem); !ok || problem.Key != "problem.file.all" {
		t.Errorf("more than 512 MiB: %v", err)
	}
}

func TestAFileThatAnotherProgramPackedAnewIsRead(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	parts := append(crafted(), content{partSums, writeSums(crafted())}, content{"media/", nil}, content{"ext/", nil})
	for i := range parts { // in another order, with data descriptors and dates
		part, err := w.Create(parts[len(parts)-1-i].name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(parts[len(parts)-1-i].data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}

	doc, err := Decode(out.Bytes())

	if err != nil || doc.ID != "hill" {
		t.Errorf("error %v", err)
	}
}
