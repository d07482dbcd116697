package shelf_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/journal"
	"commonplan/model/store/shelf"
)

// photo is how many bytes a picture of a project has, as they are at import.
const photo = 250_000

// large gives a project of so many records and photographs.
func large(b *testing.B, records, photos int) *edit.Project {
	b.Helper()
	doc := modeltest.MadeUp(b, records).Document().Clone()
	doc.Parts = map[string][]byte{}
	for n := range photos {
		var picture bytes.Buffer
		if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 1600, 1200)), nil); err != nil {
			b.Fatal(err)
		}
		if _, err := io.CopyN(&picture, modeltest.Random(byte(n)), int64(photo-picture.Len())); err != nil {
			b.Fatal(err)
		}
		doc.Parts[file.PictureName(picture.Bytes(), "jpg")] = picture.Bytes()
	}
	project, err := edit.Open(doc, modeltest.Source(3))
	if err != nil {
		b.Fatal(err)
	}
	return project
}

// sizes are the two that are promised for.
func sizes(b *testing.B, run func(b *testing.B, project *edit.Project)) {
	for _, size := range []struct{ records, photos int }{{1000, 0}, {10_000, 60}} {
		b.Run(fmt.Sprintf("%d records, %d photos", size.records, size.photos), func(b *testing.B) {
			run(b, large(b, size.records, size.photos))
			b.ReportMetric(peak(b), "MB-peak")
		})
	}
}

// peak is the most memory that this process ever had, in MB; 0 where nobody says.
func peak(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	kilobytes := 0.0
	for line := range strings.Lines(string(status)) {
		if size, found := strings.CutPrefix(line, "VmHWM:"); found {
			if _, err := fmt.Sscan(size, &kilobytes); err != nil {
				b.Fatal(err)
			}
		}
	}
	return kilobytes / 1000
}

// BenchmarkOpen is from a file on the disk to the plan, with a look for journals; the
// ratio is to encoding/json and archive/zip with the same data in the same run.
func BenchmarkOpen(b *testing.B) {
	sizes(b, func(b *testing.B, project *edit.Project) {
		path := filepath.Join(b.TempDir(), "hill.commonplan")
		if _, err := store.Save(store.OS, path, project.Document(), store.Seen{}); err != nil {
			b.Fatal(err)
		}
		plain := writePlain(b, project.Document())
		s := shelf.New(store.OS, b.TempDir(), shelf.Owner{}, time.Now)
		var ours, theirs time.Duration
		for b.Loop() {
			began := time.Now()
			opened, err := s.Open(path, "")
			if err != nil {
				b.Fatal(err)
			}
			model.ReadPlan(opened.Doc, nil)
			ours += time.Since(began)
			b.StopTimer()
			s.Leave(path)
			began = time.Now()
			readPlain(b, plain)
			theirs += time.Since(began)
			b.StartTimer()
		}
		b.ReportMetric(float64(ours)/float64(theirs), "x-plain")
	})
}

// BenchmarkSave is from a changed project to the disk's word that it will outlast a power
// cut: verified, the previous version kept, read again. The second ratio is to the least
// that a program may do which cares: plain, but synced and put in place in one step.
func BenchmarkSave(b *testing.B) {
	sizes(b, func(b *testing.B, project *edit.Project) {
		path := filepath.Join(b.TempDir(), "hill.commonplan")
		seen, err := store.Save(store.OS, path, project.Document(), store.Seen{})
		if err != nil {
			b.Fatal(err)
		}
		var ours, theirs, synced time.Duration
		for n := 0; b.Loop(); n++ {
			b.StopTimer()
			if err := project.SetText("N1", "title", fmt.Sprint("The yard is hot ", n)); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			began := time.Now()
			if seen, err = store.Save(store.OS, path, project.Document(), seen); err != nil {
				b.Fatal(err)
			}
			ours += time.Since(began)
			b.StopTimer()
			began = time.Now()
			plain := writePlain(b, project.Document())
			theirs += time.Since(began)
			makeSure(b, plain)
			synced += time.Since(began)
			b.StartTimer()
		}
		b.ReportMetric(float64(ours)/float64(theirs), "x-plain")
		b.ReportMetric(float64(ours)/float64(synced), "x-synced")
	})
}

// BenchmarkKeystroke is from a letter typed to the disk's word that it is in the journal.
func BenchmarkKeystroke(b *testing.B) {
	sizes(b, func(b *testing.B, project *edit.Project) {
		doc := project.Document()
		j := journal.Begin(store.OS, b.TempDir(), journal.Header{Project: doc.ID}, doc, nil, time.Now)
		for n := 0; b.Loop(); n++ {
			b.StopTimer()
			if err := project.SetText("N1", "title", fmt.Sprint("The yard is hot ", n%10)); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if err := j.Write(project.Document()); err != nil {
				b.Fatal(err)
			}
		}
		b.StopTimer()
		if err := j.Remove(); err != nil {
			b.Fatal(err)
		}
	})
}

// plainRecord is what encoding/json would be given, without checks or canonical form.
type plainRecord struct {
	ID   model.ID                `json:"id"`
	Type model.Type              `json:"type"`
	Ctx  model.Context           `json:"ctx"`
	F    map[string][]model.Live `json:"f"`
}

// writePlain writes the same data without any care for the disk, and gives the file.
func writePlain(b *testing.B, doc *model.Document) string {
	b.Helper()
	var records []plainRecord
	for _, r := range doc.Records {
		records = append(records, plainRecord{r.ID, r.Type, r.Context, r.Fields})
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	part, err := archive.Create("project.json")
	if err == nil {
		err = json.NewEncoder(part).Encode(records)
	}
	for name, content := range doc.Parts {
		if err != nil {
			break
		}
		if part, err = archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil {
			_, err = part.Write(content)
		}
	}
	if err == nil {
		err = archive.Close()
	}
	path := filepath.Join(b.TempDir(), "plain.zip")
	if err == nil {
		err = os.WriteFile(path, out.Bytes(), 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// makeSure has a plain file outlast a power cut under another name, without a look at what
// the disk made of it and without a version kept.
func makeSure(b *testing.B, plain string) {
	b.Helper()
	f, err := os.OpenFile(plain, os.O_RDWR, 0)
	if err == nil {
		err = errors.Join(f.Sync(), f.Close())
	}
	if err == nil {
		err = store.OS.Replace(plain, plain+".saved")
	}
	if err == nil {
		err = store.OS.SyncFolder(filepath.Dir(plain))
	}
	if err != nil {
		b.Fatal(err)
	}
}

func readPlain(b *testing.B, path string) {
	b.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		b.Fatal(err)
	}
	defer archive.Close()
	var records []plainRecord
	for _, part := range archive.File {
		from, err := part.Open()
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(from)
		if err == nil && part.Name == "project.json" {
			err = json.Unmarshal(data, &records)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
