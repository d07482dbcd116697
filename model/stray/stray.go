// Package stray tells from a file's path alone when a copy of a plan is not where people
// keep their papers: an attachment that a mail program put into a folder it will clear,
// or a second copy that a sync program laid beside the first when both had changed.
//
// Paths of Windows, macOS and Linux are all understood everywhere.
package stray

import (
	"regexp"
	"strings"
)

// mailFolders are the folders within a person's home where mail programs keep what is
// opened from a message, and where the system keeps what it will clear. In lower case,
// with slashes; a * stands for one name.
var mailFolders = []string{
	// Windows: Outlook, the new Outlook, Mail, and Thunderbird and zip folders in Temp
	"appdata/local/microsoft/windows/inetcache",
	"appdata/local/microsoft/windows/temporary internet files",
	"appdata/local/microsoft/olk",
	"appdata/local/packages/*/localstate/files",
	"appdata/local/packages/*/ac/inetcache",
	"appdata/local/temp",
	"local settings/temp",
	"local settings/temporary internet files",
	// macOS: Mail and Outlook
	"library/containers/com.apple.mail",
	"library/mail downloads",
	"library/mail",
	"library/containers/com.microsoft.outlook",
	"library/caches",
	// Linux: Evolution, Geary, KMail, Claws, Thunderbird, also from a snap or a flatpak
	".cache",
	".claws-mail",
	".sylpheed-2.0",
	".thunderbird",
	"snap/*/common/.cache",
	"snap/*/common/.thunderbird",
	".var/app/*/cache",
}

// systemFolders are the folders outside a home that the system clears. The last is where
// a flatpak is shown single files.
var systemFolders = []string{"/tmp", "/var/tmp", "/private/tmp", "/var/folders", "/private/var/folders", "/run/user/*/doc", "*:/windows/temp"}

// IsAttachment tells whether a file lies where a mail program, or the system, will clear
// it away. Home is the person's home folder.
func IsAttachment(path, home string) bool {
	path, home = plain(path), strings.TrimSuffix(plain(home), "/")
	if home != "" && within(path, home) {
		rest := path[len(home)+1:]
		for _, folder := range mailFolders {
			if within(rest, folder) {
				return true
			}
		}
		return false
	}
	for _, folder := range systemFolders {
		if within(path, folder) {
			return true
		}
	}
	return false
}

// plain gives a path in lower case with slashes.
func plain(path string) string { return strings.ToLower(strings.ReplaceAll(path, `\`, "/")) }

// within tells whether a path lies in a folder, whose names may be *.
func within(path, folder string) bool {
	names, wanted := strings.Split(path, "/"), strings.Split(folder, "/")
	if len(names) <= len(wanted) {
		return false
	}
	for i, want := range wanted {
		drive := strings.HasPrefix(want, "*") && strings.HasSuffix(names[i], strings.TrimPrefix(want, "*"))
		if want != names[i] && !drive {
			return false
		}
	}
	return true
}

// marks are what sync programs add to the name of a second copy, before its ending.
var marks = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^ \(.*conflicted copy.*\)$`),                        // Dropbox, Nextcloud, ownCloud
	regexp.MustCompile(`(?i)^ \(.*case conflict.*\)$`),                          // Dropbox
	regexp.MustCompile(`(?i)^_conflict-\d{8}-\d{6}$`),                           // ownCloud before 2.6
	regexp.MustCompile(`^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]{7})?$`),          // Syncthing
	regexp.MustCompile(`^-[\pL\pN]*\p{Lu}[\pL\pN]*(-[\pL\pN]+)*(\s?\(\d+\))?$`), // OneDrive: the PC's name
}

// Conflicts gives those of the names in a folder that a sync program gave to a second
// copy of a file there. It goes by the names alone: who offers them looks inside first.
func Conflicts(name string, beside []string) []string {
	stem, ending := name, ""
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		stem, ending = name[:dot], name[dot:]
	}
	var found []string
	for _, other := range beside {
		mark, begins := strings.CutPrefix(other, stem)
		mark, ends := strings.CutSuffix(mark, ending)
		if !begins || !ends {
			continue
		}
		for _, m := range marks {
			if m.MatchString(mark) {
				found = append(found, other)
				break
			}
		}
	}
	return found
}
