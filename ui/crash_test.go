package ui

import (
	"testing"

	"commonplan/model/modeltest"
	"commonplan/model/store/crash"
)

func TestACrashIsToldInWordsWithTheWayToItsReport(t *testing.T) {
	r := newRig(t)

	r.window.tellCrash([]crash.Report{{Path: "/old.txt"}, {Ended: modeltest.Now(), Path: "/crash.txt"}})

	if !r.says("28 August 2026") || !r.says("What you had typed until two seconds before was kept") || !r.says("Nothing was sent.") {
		t.Error("it is not told")
	}
	r.press("Show the report")
	if got := <-r.shown; got != "/crash.txt" {
		t.Errorf("shown is %q", got)
	}
}

func TestWithoutACrashNothingIsTold(t *testing.T) {
	r := newRig(t)
	r.window.tellCrash(nil)
	if r.dialogShown() {
		t.Error("a dialog is shown")
	}
}
