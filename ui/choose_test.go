package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"

	"commonplan/ui/looktest"
)

func TestVersionsBeforeAreNotOfferedBesideTheFileThatIsWorkedOn(t *testing.T) {
	looktest.Theme(t) // with the app that knows files
	folder := t.TempDir()
	for _, name := range []string{"hill.commonplan", "hill (previous).commonplan", "hill (previous 2).commonplan", "lost (previous).commonplan", "hill (old).commonplan", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	filter := withoutPrevious{storage.NewExtensionFileFilter([]string{".commonplan"})}
	for name, want := range map[string]bool{
		"hill.commonplan": true, "hill (previous).commonplan": false, "hill (previous 2).commonplan": false,
		"lost (previous).commonplan": true, "hill (old).commonplan": true, "notes.txt": false,
	} {
		if got := filter.Matches(storage.NewFileURI(filepath.Join(folder, name))); got != want {
			t.Errorf("%s is offered: %v", name, got)
		}
	}
}
