package stray_test

import (
	"slices"
	"testing"

	"commonplan/model/stray"
)

func TestAFileInAFolderOfTheMailProgramIsAnAttachment(t *testing.T) {
	const windows, mac, linux = `C:\Users\Ana`, "/Users/ana", "/home/ana"
	for path, home := range map[string]string{
		`C:\Users\Ana\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\8X2K1\Open Door Days.commonplan`:                                      windows,
		`C:\Users\Ana\AppData\Local\Microsoft\Olk\Attachments\ooa-1\Plan.commonplan`:                                                                  windows,
		`C:\Users\Ana\AppData\Local\Packages\microsoft.windowscommunicationsapps_8wekyb3d8bbwe\LocalState\Files\S0\3\Attachments\Plan[12].commonplan`: windows,
		`C:\Users\Ana\AppData\Local\Temp\Plan.commonplan`:                                                                                             windows,
		`C:\Users\Ana\AppData\Local\Temp\Temp1_post.zip\Plan.commonplan`:                                                                              windows,
		`C:\Windows\Temp\Plan.commonplan`:                                                                                                             windows,
		"/Users/ana/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/0F/Plan.commonplan":                                                 mac,
		"/Users/ana/Library/Mail/V10/1F/INBOX.mbox/Attachments/12/2/Plan.commonplan":                                                                  mac,
		"/private/var/folders/zz/x1/T/com.apple.mail/Plan.commonplan":                                                                                 mac,
		"/tmp/mozilla_ana0/Plan.commonplan":                                                                                                           linux,
		"/home/ana/.cache/evolution/tmp/evolution-ana-1/Plan.commonplan":                                                                              linux,
		"/home/ana/snap/thunderbird/common/.cache/Plan.commonplan":                                                                                    linux,
		"/run/user/1000/doc/1a2b/Plan.commonplan":                                                                                                     linux,
		"/home/ana/.var/app/org.mozilla.Thunderbird/cache/tmp/Plan.commonplan":                                                                        linux,
	} {
		if !stray.IsAttachment(path, home) {
			t.Errorf("%s is taken for a file that somebody keeps there", path)
		}
	}
}

func TestAFileAmongSomebodysPapersIsNoAttachment(t *testing.T) {
	for path, home := range map[string]string{
		`C:\Users\Ana\Documents\Plan.commonplan`:                `C:\Users\Ana`,
		`C:\Users\Ana\OneDrive\Circle\Plan.commonplan`:          `C:\Users\Ana\`,
		`D:\Temporary hall\Plan.commonplan`:                     `C:\Users\Ana`,
		"/Users/ana/Desktop/Plan.commonplan":                    "/Users/ana",
		"/home/ana/Downloads/Plan.commonplan":                   "/home/ana",
		"/home/ana/tmp/Plan.commonplan":                         "/home/ana",
		"/tmp/test/home/Plan.commonplan":                        "/tmp/test/home", // a home for a while is a home
		"/media/stick/Plan.commonplan":                          "/home/ana",
		"/home/ana/Library/Mailing the council/Plan.commonplan": "/home/ana",
	} {
		if stray.IsAttachment(path, home) {
			t.Errorf("%s is taken for an attachment", path)
		}
	}
}

func TestASyncProgramsSecondCopyIsKnownByItsName(t *testing.T) {
	conflicts := []string{
		"Plan (Ana's conflicted copy 2026-05-03).commonplan",      // Dropbox
		"Plan (Ana's conflicted copy 2026-05-03 (1)).commonplan",  // Dropbox, the second one
		"Plan (conflicted copy 2026-05-03 101112).commonplan",     // Nextcloud
		"Plan (conflicted copy Ana 2026-05-03 101112).commonplan", // Nextcloud, with a name
		"Plan_conflict-20160503-101112.commonplan",                // ownCloud of old
		"Plan.sync-conflict-20260503-101112-ABCDEF7.commonplan",   // Syncthing
		"Plan-DESKTOP-4K2Q1.commonplan", "Plan-Laptop.commonplan", // OneDrive
		"Plan-DESKTOP-4K2Q1-2.commonplan", "Plan-AnasPC (1).commonplan", // OneDrive, later ones
	}
	others := []string{
		"Plan.commonplan", "Plan B.commonplan", "Plan (2).commonplan", "Plan – copy to send.commonplan",
		"Planning (conflicted copy 2026-05-03 101112).commonplan", "Plan (conflicted copy 2026-05-03 101112).pdf",
		"Plan-2026-05-03.commonplan", "Plan (before version 2).commonplan",
	}

	got := stray.Conflicts("Plan.commonplan", slices.Concat(others, conflicts))

	if !slices.Equal(got, conflicts) {
		t.Errorf("got\n%q, want\n%q", got, conflicts)
	}
}
