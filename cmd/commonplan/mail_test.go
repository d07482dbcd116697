package main

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"testing"

	"commonplan/ui"
)

func TestADraftCarriesTheFilesOfALetter(t *testing.T) {
	folder := t.TempDir()
	plan, paper := filepath.Join(folder, "Warm Hall.commonplan"), filepath.Join(folder, "Warm Hall.pdf")
	for path, holds := range map[string]string{plan: "the plan", paper: "the paper"} {
		if err := os.WriteFile(path, []byte(holds), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	data, err := draft(ui.Letter{Subject: "Warm Hall", Text: "Hello", Files: []string{plan, paper}})

	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"application/vnd.commonplan.project+zip", "application/pdf", `"Warm Hall.commonplan"`,
		base64.StdEncoding.EncodeToString([]byte("the plan")), base64.StdEncoding.EncodeToString([]byte("the paper"))} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the draft does not hold %q", want)
		}
	}
}

func TestAFileThatIsGoneIsNotPassedOverInSilence(t *testing.T) {
	if _, err := draft(ui.Letter{Files: []string{filepath.Join(t.TempDir(), "gone.pdf")}}); err == nil {
		t.Error("a draft is made without its file")
	}
}
