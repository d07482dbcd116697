package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/store"
)

func TestADamagedFileIsReadAsFarAsItGoesAndStaysAsItIs(t *testing.T) {
	b := modeltest.MadeUp(t, 200)
	for what, key := range map[string]*file.Key{"without a password": nil, "with a password": keyOf(t, secret)} {
		path := filepath.Join(t.TempDir(), "hill.commonplan")
		data, err := key.Encode(b.Document())
		if err != nil {
			t.Fatal(err)
		}
		cut := data[:len(data)-40]
		if err := os.WriteFile(path, cut, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := store.Open(store.OS, path); !file.CanSalvage(err) {
			t.Errorf("%s: opening gives %v, and no way to save anything", what, err)
		}

		doc, told, _, err := store.Salvage(store.OS, path, secret)

		if err != nil || len(doc.Records) != told.Records || told.Records != len(b.Document().Records) {
			t.Errorf("%s: it tells %+v, error %v", what, told, err)
		}
		if !bytes.Equal(onDisk(t, path), cut) {
			t.Errorf("%s: the damaged file was changed", what)
		}
	}
}

func TestOfWhatIsNoProjectNothingIsOfferedToBeSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.commonplan")
	if err := os.WriteFile(path, []byte("Dear councillor,"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + " gone"} {
		if _, _, err := store.Open(store.OS, name); file.CanSalvage(err) {
			t.Errorf("%v may be saved from", err)
		}
	}
	_, _, _, err := store.Salvage(store.OS, path, "")
	refusedWith(t, err, "problem.salvage.nothing")
}

func TestADamagedProtectedFileWantsItsPassword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hill.commonplan")
	data, err := keyOf(t, secret).Encode(modeltest.New(t).Document())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)-40], 0o644); err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]string{"": "problem.password.needed", "wrong": "problem.password.wrong"} {
		_, _, _, err := store.Salvage(store.OS, path, password)
		refusedWith(t, err, want)
	}
}
