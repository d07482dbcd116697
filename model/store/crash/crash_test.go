package crash_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"commonplan/model/store/crash"
	"commonplan/model/words"
)

var about = crash.About{Version: "1.2", System: "linux/amd64", Began: time.Date(2026, 8, 28, 19, 42, 0, 0, time.UTC)}

func nobody(int) bool    { return false }
func everybody(int) bool { return true }

// TestMain lets the tests start this program anew to have it crash, or end well.
func TestMain(m *testing.M) {
	folder := os.Getenv("CRASH_FOLDER")
	if folder == "" {
		os.Exit(m.Run())
	}
	watch, err := crash.Begin(folder, about, words.English(), nobody)
	if err != nil {
		os.Exit(3)
	}
	switch os.Getenv("CRASH_HOW") {
	case "well":
		watch.End()
		os.Exit(0)
	case "at once": // as by a power cut
		os.Exit(1)
	}
	go func() {
		var none []int
		_ = none[len(os.Args)+5]
	}()
	time.Sleep(time.Minute)
}

// run runs a program that ends in one way or the other.
func run(t *testing.T, folder, how string) {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "CRASH_FOLDER="+folder, "CRASH_HOW="+how)
	if err := command.Run(); (err == nil) != (how == "well") {
		t.Fatalf("ending %s gives error %v", how, err)
	}
}

func begin(t *testing.T, folder string, isRunning func(int) bool) []crash.Report {
	t.Helper()
	watch, err := crash.Begin(folder, about, words.English(), isRunning)
	if err != nil {
		t.Fatal(err)
	}
	watch.End()
	return watch.Reports
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return all
}

func TestACrashInAnyGoroutineIsReportedOnceAtTheNextStart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	run(t, folder, "badly")

	reports := begin(t, folder, nobody)

	if len(reports) != 1 {
		t.Fatalf("there are %d reports", len(reports))
	}
	r := reports[0]
	if r.Version != "1.2" || !strings.Contains(r.Reason, "index out of range") || !strings.Contains(r.Trace, "crash_test.go") {
		t.Errorf("the report says %+v", r)
	}
	text, err := os.ReadFile(r.Path)
	if err != nil || !strings.Contains(string(text), "nothing was sent") || !strings.Contains(string(text), r.Reason) {
		t.Errorf("the file says %q, error %v", text, err)
	}
	if again := begin(t, folder, nobody); len(again) != 0 {
		t.Errorf("it is told again: %v", again)
	}
}

func TestACleanEndLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, "well")
	if left := names(t, folder); len(left) != 0 {
		t.Errorf("it leaves %v", left)
	}
}

func TestAnEndWithoutAWordIsNoCrash(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, "at once")
	if reports := begin(t, folder, nobody); len(reports) != 0 || len(names(t, folder)) != 0 {
		t.Errorf("it gives %v and leaves %v", reports, names(t, folder))
	}
}

func TestAnotherRunThatIsGoingOnIsLeftAlone(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, "badly")
	if reports := begin(t, folder, everybody); len(reports) != 0 {
		t.Errorf("it is reported: %v", reports)
	}
	if reports := begin(t, folder, nobody); len(reports) != 1 {
		t.Errorf("once it has ended, there are %d reports", len(reports))
	}
}

func TestOnlyTheLatestReportsAreKept(t *testing.T) {
	folder := t.TempDir()
	for i := range 14 {
		name := filepath.Join(folder, "crash 2026-08-28 19.42."+string(rune('a'+i))+".txt")
		if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	begin(t, folder, nobody)
	if left := names(t, folder); len(left) != 10 || !strings.Contains(left[0], ".e.") {
		t.Errorf("kept are %v", left)
	}
}

func TestAReportIsReadFromWhateverARunLeft(t *testing.T) {
	ended := about.Began.Add(time.Hour)
	for what, c := range map[string]struct {
		dump, reason string
		crashed      bool
	}{
		"nothing":         {"", "", false},
		"only who it was": {"Commonplan\t1.2\tlinux/amd64\t2026-08-28T19:42:00Z\n", "", false},
		"a fault":         {"Commonplan\t1.2\tlinux/amd64\t2026-08-28T19:42:00Z\npanic: oh\n\ngoroutine 1\n", "panic: oh", true},
		"no beginning":    {"fatal error: out of memory\ngoroutine 1\n", "fatal error: out of memory", true},
		"bytes":           {"\xff\xfe", "?", true},
	} {
		r, crashed := crash.Read([]byte(c.dump), ended)
		if crashed != c.crashed || r.Reason != c.reason {
			t.Errorf("%s: %v, %q", what, crashed, r.Reason)
		}
		if crashed && !strings.Contains(r.Text(words.English()), c.reason) {
			t.Errorf("%s: the text says %q", what, r.Text(words.English()))
		}
	}
}
