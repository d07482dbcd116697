package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/store"
)

func onDisk(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func TestOnARealDiskAProjectIsSavedOpenedAndItsPreviousVersionKept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "Tŷ’r Bryn.commonplan")
	b := modeltest.New(t)
	seen, err := store.Save(store.OS, path, b.Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	first := onDisk(t, path)

	for range 2 {
		first = onDisk(t, path)
		b.Add(&model.Need{})
		if seen, err = store.Save(store.OS, path, b.Document(), seen); err != nil {
			t.Fatal(err)
		}
	}

	doc, again, err := store.Open(store.OS, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Save(store.OS, path, doc, again); err != nil {
		t.Fatalf("what was just opened counts as changed by others: %v", err)
	}
	modeltest.Same(t, "the plan", modeltest.Facts(model.ReadPlan(doc, nil)), modeltest.Facts(b.Plan()))
	if !bytes.Equal(onDisk(t, filepath.Join(folder, "Tŷ’r Bryn (previous).commonplan")), first) {
		t.Error("the previous version is another one")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v (error %v), want the old file's", info.Mode(), err)
	}
	if names := namesIn(t, folder); len(names) != 2 {
		t.Errorf("the folder holds %v", names)
	}
}

func TestALinkToAProjectStaysALink(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "hill.commonplan"), filepath.Join(folder, "link.commonplan")
	b := modeltest.New(t)
	if _, err := store.Save(store.OS, path, b.Document(), store.Seen{}); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip("this disk has no symbolic links:", err)
	}
	_, seen, err := store.Open(store.OS, link)
	if err != nil {
		t.Fatal(err)
	}
	b.Add(&model.Need{})

	if _, err := store.Save(store.OS, link, b.Document(), seen); err != nil {
		t.Fatal(err)
	}

	if target, err := os.Readlink(link); err != nil || target != path {
		t.Errorf("the link leads to %q (error %v)", target, err)
	}
	if !bytes.Equal(onDisk(t, path), encoded(t, b.Document())) {
		t.Error("the project itself was not saved")
	}
}

func TestARealDiskRefusesInOneSentence(t *testing.T) {
	folder := t.TempDir()
	doc := modeltest.New(t).Document()
	if err := os.WriteFile(filepath.Join(folder, "there"), []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, key := range map[string]string{
		filepath.Join(folder, "missing", "hill.commonplan"):             "problem.save.gone",
		filepath.Join(folder, "there", "hill.commonplan"):               "problem.save.gone",
		filepath.Join(folder, strings.Repeat("long", 80)+".commonplan"): "problem.save.name",
		filepath.Join(folder, "there"):                                  "problem.save.exists",
		folder:                                                          "problem.save.irregular",
	} {
		_, err := store.Save(store.OS, path, doc, store.Seen{})
		refusedWith(t, err, key)
	}
	refusedWith(t, store.WriteOutput(store.OS, folder, nil), "problem.save.irregular")
	if names := namesIn(t, folder); len(names) != 1 {
		t.Errorf("something is left over: %v", names)
	}
}

func TestAnOutputReplacesTheOneBefore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "paper.pdf")
	for _, text := range []string{"first, which is longer", "second"} {
		if err := store.WriteOutput(store.OS, path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := string(onDisk(t, path)); got != text {
			t.Errorf("the paper is %q, want %q", got, text)
		}
	}
}
