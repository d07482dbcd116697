//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"commonplan/model"
)

// Where things stand on the pages about copies; see plan_test.go.
const (
	checklistY, shareY   = 619, 706  // the steps
	theirSideX           = 1117      // the button that sends the council its side
	theirSideY           = 176       //
	halfWayX, halfWayY   = 376, 408  // an answer to one question
	becauseX, becauseY   = 640, 566  // what it is because of
	sendBackX, sendBackY = 1156, 735 // saves and sends back
	bringInX, bringInY   = 763, 614  // the button that asks for a copy
	firstX, firstY       = 522, 240  // the first file in the dialog
	openX, openY         = 1013, 676 // opens it
	listX, listY         = 300, 356  // the checklist among the papers
)

// fakeMailer stands in for the person's mail program: it keeps what it was to send.
const fakeMailer = "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$HOME/letter\"\n"

// The group asks the council for its side; both change the plan meanwhile, and even the
// same title; the copy comes home, what differs is settled, and the checklist printed.
func TestTheCouncilsCopyGoesOutComesHomeAndIsSettledAndPrinted(t *testing.T) {
	tools := t.TempDir()
	if err := os.WriteFile(filepath.Join(tools, "xdg-email"), []byte(fakeMailer), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", tools+":"+os.Getenv("PATH"))
	group, council := NewDesk(t), NewDesk(t)
	plan := filepath.Join(group.Home(), "Open Door Days.commonplan")
	sent := filepath.Join(group.Home(), "Open Door Days – the council’s side.commonplan")

	app := group.Start(group.Program("commonplan"))
	app.Window("Commonplan").Click(exampleX, exampleY)
	home := app.Window("Open Door Days").Key("ctrl+s").Pause(400 * time.Millisecond).Key("Return")
	group.Until("the plan is saved", func() bool { return exists(plan) })
	home.Click(navX, checklistY).Click(theirSideX, theirSideY).Pause(300 * time.Millisecond).Type("Ana").Key("Return").
		Pause(500 * time.Millisecond).Key("Return")
	group.Until("the council’s copy is made", func() bool { return exists(sent) })
	home.Pause(600 * time.Millisecond).Screenshot("copies-1-sent").Key("Return")
	group.Until("a message is begun", func() bool { return strings.Contains(mailed(group), sent) })
	home.Click(navX, needsY).Click(titleX, titleY).Key("ctrl+a").Type("Shut two days a week").Key("ctrl+s")

	theirs := filepath.Join(council.Home(), "Their side.commonplan")
	carry(t, sent, theirs)
	officer := council.Start(council.Program("commonplan"), theirs)
	away := officer.Window("Open Door Days").Pause(400*time.Millisecond).Screenshot("copies-2-asked").
		Click(halfWayX, halfWayY).Click(becauseX, becauseY).Key("ctrl+a").Type("Agreed in July.").
		Click(sendBackX, sendBackY).Pause(300 * time.Millisecond).Type("The officer").Key("Return").
		Pause(800 * time.Millisecond).Screenshot("copies-3-answered").Key("Return")
	council.Until("a message back is begun", func() bool { return strings.Contains(mailed(council), theirs) })
	away.Key("ctrl+2").Pause(300*time.Millisecond).Click(titleX, titleY).Key("ctrl+a").Type("Closed on Mondays").Key("ctrl+s").
		Pause(300 * time.Millisecond)
	council.Until("the council’s change is saved", func() bool { return readPlan(t, theirs).Needs[0].Title == "Closed on Mondays" })
	away.Close()
	officer.Ended()

	carry(t, theirs, filepath.Join(group.Home(), "A copy from the council.commonplan"))
	home.Click(navX, shareY).Pause(500*time.Millisecond).Click(bringInX, bringInY).Pause(600*time.Millisecond).
		Click(firstX, firstY).Click(openX, openY).Pause(800 * time.Millisecond).Screenshot("copies-4-preview").
		Key("Return").Pause(800 * time.Millisecond).Screenshot("copies-5-to-settle").
		Key("4").Key("ctrl+a").Type("Shut Monday, Tuesday").Key("Return").Pause(300 * time.Millisecond).Screenshot("copies-6-settled").
		Key("ctrl+s")
	group.Until("what was settled is saved", func() bool { return readPlan(t, plan).Needs[0].Title == "Shut Monday, Tuesday" })
	home.Click(navX, papers).Pause(time.Second).Click(listX, listY).Pause(time.Second).Click(makeX, makeY).
		Pause(400 * time.Millisecond).Key("Return")
	paper := filepath.Join(group.Home(), "Open Door Days – Checklist.pdf")
	group.Until("the checklist is made", func() bool { return exists(paper) })
	home.Pause(300 * time.Millisecond).Screenshot("copies-7-printed").Close()
	app.Ended()

	saved := readPlan(t, plan)
	if a, ok := saved.Item(model.KeyedID(model.TypeAnswer, "outcomes_1", "council")).(*model.Answer); !ok || a.Where != model.HalfWay {
		t.Errorf("the council’s answer came home as %+v", a)
	}
	if saved.Project.Contact == "" {
		t.Error("the contact, which the copy came without, is gone")
	}
	if printed := readPaper(t, paper); !strings.Contains(printed, "Agreed in July.") {
		t.Error("the printed checklist does not say what the council said")
	}
}

// mailed is what was handed to the mail program, "" if nothing was.
func mailed(d *Desk) string {
	said, err := os.ReadFile(filepath.Join(d.Home(), "letter"))
	if err != nil {
		return ""
	}
	return string(said)
}

// carry brings a file to another desk, as mail would.
func carry(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
