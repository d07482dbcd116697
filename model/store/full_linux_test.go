package store_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/store"
)

// mounted gives a folder on a real, small ext4 disk of its own. Where that cannot be had
// the test is skipped, and says why.
func mounted(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("a disk can be mounted by root only")
	}
	for _, tool := range []string{"mkfs.ext4", "mount", "umount"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not on this computer", tool)
		}
	}
	image, folder := filepath.Join(t.TempDir(), "disk.img"), t.TempDir()
	file, err := os.Create(image)
	if err == nil {
		err = file.Truncate(2 << 20)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mkfs.ext4", "-q", "-F", "-b", "1024", "-O", "^has_journal", "-m", "0", image).CombinedOutput(); err != nil {
		t.Fatalf("making a disk: %v\n%s", err, out)
	}
	if out, err := exec.Command("mount", "-o", "loop", image, folder).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %v: %s", err, bytes.TrimSpace(out))
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("unmounting the disk: %v\n%s", err, out)
		}
	})
	return folder
}

// fill fills a disk but for so many bytes, and gives what makes room again.
func fill(t *testing.T, folder string, but int) (empty func()) {
	t.Helper()
	path := filepath.Join(folder, "filling")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 1024)
	written := int64(0)
	for {
		n, err := file.Write(block)
		written += int64(n)
		if err != nil {
			break
		}
	}
	if err := file.Truncate(max(0, written-int64(but))); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// On a real disk that is really full the old file stays, one sentence says why, and when
// there is room again the save goes through.
func TestARealFullDiskKeepsTheLastSavedVersion(t *testing.T) {
	times := 33
	if text := os.Getenv("COMMONPLAN_FULL"); text != "" {
		var err error
		if times, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	folder := mounted(t)
	path := filepath.Join(folder, "hill.commonplan")
	b := modeltest.New(t)
	seen, err := store.Save(store.OS, path, b.Document(), store.Seen{})
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for n := range times {
		b.Add(&model.Need{Title: fmt.Sprintf("Need %d", n), Detail: fmt.Sprint(modeltest.Random(byte(n)))})
		old := onDisk(t, path)
		empty := fill(t, folder, n*701%12_000)
		now, err := store.Save(store.OS, path, b.Document(), seen)
		switch got := onDisk(t, path); {
		case err == nil && !bytes.Equal(got, encoded(t, b.Document())):
			t.Fatalf("round %d: said to be saved, and is not", n)
		case err != nil && !bytes.Equal(got, old):
			t.Fatalf("round %d: the old file is gone (%v)", n, err)
		case err != nil:
			refused++
			refusedWith(t, err, "problem.save.full")
		}
		empty()
		if err != nil {
			if now, err = store.Save(store.OS, path, b.Document(), seen); err != nil {
				t.Fatalf("round %d: with room again: %v", n, err)
			}
		}
		seen = now
	}
	t.Logf("%d saves on a full disk, %d refused", times, refused)
	if refused == 0 {
		t.Error("the disk was never full: the test cannot fail")
	}
}
