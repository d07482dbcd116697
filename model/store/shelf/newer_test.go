package shelf_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"testing"
)

// newer gives a project file as a newer version would write it.
func newer(t testing.TB, data []byte) []byte {
	t.Helper()
	old, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	made := zip.NewWriter(&out)
	sums := map[string]string{}
	for _, part := range old.File {
		content := contentOf(t, part)
		if part.Name == "project.json" {
			content = bytes.Replace(content, []byte(`"write":[]`), []byte(`"write":["budgets"]`), 1)
		}
		if part.Name == "sums.json" {
			if content, err = json.Marshal(sums); err != nil {
				t.Fatal(err)
			}
		} else {
			sums[part.Name] = fmt.Sprintf("%x", sha256.Sum256(content))
		}
		w, err := made.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func contentOf(t testing.TB, part *zip.File) []byte {
	t.Helper()
	from, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	content, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
