package pdf_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
)

var keep = flag.String("keep", "", "a folder to keep the tests' papers in, to look at them")

var made = time.Date(2026, time.August, 28, 9, 0, 0, 0, time.UTC)

// write makes a PDF and keeps it if asked to.
func write(t testing.TB, name string, doc paper.Document) ([]byte, pdf.Report) {
	t.Helper()
	file, report, err := pdf.Write(doc, pdf.Options{Date: made})
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+".pdf"), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return file, report
}

func TestTheCouncilPaperFillsFourSides(t *testing.T) {
	_, report := write(t, "council", council())
	if report.Pages != 4 {
		t.Errorf("it has %d pages", report.Pages)
	}
}
