package file_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
)

func BenchmarkEncode(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			doc := modeltest.MadeUp(b, n).Document()
			for b.Loop() {
				if _, err := file.Encode(doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			data := encode(b, modeltest.MadeUp(b, n).Document())
			for b.Loop() {
				if _, err := file.Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkProtected is what a password costs with 10,000 records and 15 MB of pictures:
// much once, when it is typed, and little at each save.
func BenchmarkProtected(b *testing.B) {
	doc := modeltest.MadeUp(b, 10_000).Document().Clone()
	pictures := make([]byte, 15<<20)
	if _, err := io.ReadFull(modeltest.Random(1), pictures); err != nil {
		b.Fatal(err)
	}
	doc.Parts = map[string][]byte{"ext/pictures": pictures}
	key, err := file.NewKey("four words in a row", file.UsualEffort)
	if err != nil {
		b.Fatal(err)
	}
	for what, key := range map[string]*file.Key{"without": nil, "with": key} {
		data, err := key.Encode(doc)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("encode/"+what, func(b *testing.B) {
			for b.Loop() {
				if _, err := key.Encode(doc); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("decode/"+what, func(b *testing.B) {
			for b.Loop() {
				if _, err := key.Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	data, err := key.Encode(&model.Document{ID: "hill"})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("unlock", func(b *testing.B) {
		for b.Loop() {
			if _, err := file.Unlock(data, "four words in a row"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// plainRecord is what encoding/json would be given, without checks or canonical form.
type plainRecord struct {
	ID   model.ID               `json:"id"`
	Type model.Type             `json:"type"`
	Ctx  model.Context          `json:"ctx"`
	F    map[string][]plainLive `json:"f"`
}

type plainLive struct {
	D string          `json:"d"`
	V json.RawMessage `json:"v"`
}

func plainRecords(doc *model.Document) []plainRecord {
	var all []plainRecord
	for _, r := range doc.Records {
		record := plainRecord{r.ID, r.Type, r.Context, map[string][]plainLive{}}
		for field, lives := range r.Fields {
			for _, live := range lives {
				record.F[field] = append(record.F[field], plainLive{live.Stamp.String(), json.RawMessage(live.Value)})
			}
		}
		all = append(all, record)
	}
	return all
}

func encodePlain(b *testing.B, records []plainRecord) []byte {
	b.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	part, err := archive.Create("project.json")
	if err != nil {
		b.Fatal(err)
	}
	if err := json.NewEncoder(part).Encode(records); err != nil {
		b.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkPlain is what the same records cost with encoding/json and archive/zip, for
// comparison.
func BenchmarkPlain(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		records := plainRecords(modeltest.MadeUp(b, n).Document())
		b.Run(fmt.Sprintf("encode/%d", n), func(b *testing.B) {
			for b.Loop() {
				encodePlain(b, records)
			}
		})
		data := encodePlain(b, records)
		b.Run(fmt.Sprintf("decode/%d", n), func(b *testing.B) {
			for b.Loop() {
				archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
				if err != nil {
					b.Fatal(err)
				}
				part, err := archive.Open("project.json")
				if err != nil {
					b.Fatal(err)
				}
				text, err := io.ReadAll(part)
				if err != nil {
					b.Fatal(err)
				}
				var back []plainRecord
				if err := json.Unmarshal(text, &back); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
