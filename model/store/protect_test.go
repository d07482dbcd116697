package store_test

import (
	"path/filepath"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
)

const secret = "Tŷ’r Bryn 1907"

func keyOf(t *testing.T, password string) *file.Key {
	t.Helper()
	key, err := file.NewKey(password, file.LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestAProtectedProjectIsOpenedWithItsPasswordAndSavedWithTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hill.commonplan")
	b := modeltest.New(t)
	if _, err := store.Save(store.OS, path, b.Document(), store.Seen{}.WithKey(keyOf(t, secret))); err != nil {
		t.Fatal(err)
	}
	_, _, err := store.Open(store.OS, path)
	refusedWith(t, err, "problem.password.needed")
	_, _, err = store.OpenLocked(store.OS, path, "wrong")
	refusedWith(t, err, "problem.password.wrong")
	_, seen, err := store.OpenLocked(store.OS, path, secret)
	if err != nil {
		t.Fatal(err)
	}

	b.Add(&model.Need{})
	if _, err := store.Save(store.OS, path, b.Document(), seen); err != nil {
		t.Fatal(err)
	}

	doc, _, err := store.OpenLocked(store.OS, path, secret)
	if err != nil || file.State(doc) != file.State(b.Document()) {
		t.Errorf("opened another project than was saved, error %v", err)
	}
}

func TestOnceThereIsAPasswordNoVersionStaysWithoutIt(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "hill.commonplan")
	b := modeltest.New(t)
	seen, err := store.Save(store.OS, path, b.Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	b.Add(&model.Need{})
	if seen, err = store.Save(store.OS, path, b.Document(), seen); err != nil { // a previous version is kept
		t.Fatal(err)
	}

	if _, err := store.Save(store.OS, path, b.Document(), seen.WithKey(keyOf(t, secret))); err != nil {
		t.Fatal(err)
	}

	for _, name := range namesIn(t, folder) {
		if !file.IsProtected(onDisk(t, filepath.Join(folder, name))) {
			t.Errorf("%s can be read without the password", name)
		}
		if _, _, err := store.OpenLocked(store.OS, filepath.Join(folder, name), secret); err != nil {
			t.Errorf("%s cannot be opened with the password: %v", name, err)
		}
	}
}

func TestAPasswordIsTakenOffBySavingWithoutAKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hill.commonplan")
	b := modeltest.New(t)
	seen, err := store.Save(store.OS, path, b.Document(), store.Seen{}.WithKey(keyOf(t, secret)))
	if err != nil {
		t.Fatal(err)
	}

	if _, err := store.Save(store.OS, path, b.Document(), seen.WithKey(nil)); err != nil {
		t.Fatal(err)
	}

	if doc, _, err := store.Open(store.OS, path); err != nil || file.State(doc) != file.State(b.Document()) {
		t.Errorf("opened another project than was saved, error %v", err)
	}
}

func TestAProtectedProjectThatIsReplacedIsKeptUnread(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "hill.commonplan")
	if _, err := store.Save(store.OS, path, modeltest.New(t).Document(), store.Seen{}.WithKey(keyOf(t, secret))); err != nil {
		t.Fatal(err)
	}

	if _, err := store.Save(store.OS, path, modeltest.New(t).Document(), store.Overwriting()); err != nil {
		t.Fatal(err)
	}

	if _, _, err := store.OpenLocked(store.OS, filepath.Join(folder, "hill (previous).commonplan"), secret); err != nil {
		t.Error(err)
	}
}

func TestAPaperIsNotWrittenOverAProtectedProject(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hill.commonplan")
	if _, err := store.Save(store.OS, path, modeltest.New(t).Document(), store.Seen{}.WithKey(keyOf(t, secret))); err != nil {
		t.Fatal(err)
	}
	refusedWith(t, store.WriteOutput(store.OS, path, []byte("%PDF")), "problem.save.project")
}
