package instance_test

import (
	"errors"
	"os"
	"os/exec"
	"testing"
	"time"

	"commonplan/model/store"
	"commonplan/model/store/instance"
)

const patience = 10 * time.Second

func TestTheSecondStartHandsItsFileToTheFirst(t *testing.T) {
	folder := t.TempDir()
	first, err := instance.Claim(store.OS, folder)
	if err != nil {
		t.Fatal(err)
	}
	opened := make(chan string, 10)
	first.Watch(func(path string) { opened <- path })

	if _, err := instance.Claim(store.OS, folder); !errors.Is(err, instance.ErrRunning) {
		t.Fatalf("the second is first, too: %v", err)
	}
	for _, path := range []string{`C:\Users\Anna\Tŷ’r Bryn.commonplan`, ""} {
		if err := instance.HandOver(store.OS, folder, path, patience); err != nil {
			t.Fatal(err)
		}
		if got := <-opened; got != path {
			t.Errorf("%q was opened, want %q", got, path)
		}
	}

	first.Close()
	third, err := instance.Claim(store.OS, folder)
	if err != nil {
		t.Fatalf("after the first has ended: %v", err)
	}
	third.Close()
}

func TestAFirstThatHangsIsFoundOut(t *testing.T) {
	folder := t.TempDir()
	first, err := instance.Claim(store.OS, folder) // and does not watch
	if err != nil {
		t.Fatal(err)
	}
	if err := instance.HandOver(store.OS, folder, "/hill", 300*time.Millisecond); !errors.Is(err, instance.ErrNoAnswer) {
		t.Errorf("the error is %v", err)
	}
	opened := make(chan string, 1)
	first.Watch(func(path string) { opened <- path })
	select {
	case path := <-opened:
		t.Errorf("%s was opened twice", path)
	case <-time.After(600 * time.Millisecond):
	}
	first.Close()
}

// The lock of a process that was killed is free at once.
func TestAFirstThatWasKilledMakesRoom(t *testing.T) {
	if folder := os.Getenv("COMMONPLAN_CLAIM"); folder != "" { // the process to be killed
		if _, err := instance.Claim(store.OS, folder); err != nil {
			os.Exit(1)
		}
		_, _ = os.Stdout.WriteString("claimed")
		time.Sleep(time.Minute)
		return
	}
	folder := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	other := exec.Command(program, "-test.run", "^TestAFirstThatWasKilledMakesRoom$")
	other.Env = append(os.Environ(), "COMMONPLAN_CLAIM="+folder)
	out, err := other.StdoutPipe()
	if err == nil {
		err = other.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 7)); err != nil {
		t.Fatal(err)
	}
	if _, err := instance.Claim(store.OS, folder); !errors.Is(err, instance.ErrRunning) {
		t.Errorf("while it lives: %v", err)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait() // it was killed
	first, err := instance.Claim(store.OS, folder)
	if err != nil {
		t.Fatalf("after it was killed: %v", err)
	}
	first.Close()
}
