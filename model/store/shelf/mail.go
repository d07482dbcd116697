package shelf

import (
	"path/filepath"
	"regexp"
	"strings"
)

// mailFolders are where mail programs and browsers put what was opened without being
// saved. What is changed there is lost when they tidy up.
var mailFolders = regexp.MustCompile(`(?i)/(content\.outlook|inetcache|temporary internet files|mail downloads|\.cache/(thunderbird|evolution)|` +
	`microsoft\.windowscommunicationsapps[^/]*|olk)/`)

// unpackedIn are what mail programs, browsers and archivers call their folders below the
// system's temporary one.
var unpackedIn = regexp.MustCompile(`(?i)^(mozilla|moz_|pid-\d|evolution|kmail|geary|temp\d+_|7z|rar\$|wz|bnz)`)

// isFromMail tells whether a file lies where a mail program put it for a moment.
func isFromMail(path, temporary string) bool {
	plain := strings.ReplaceAll(path, `\`, "/")
	if mailFolders.MatchString(plain) {
		return true
	}
	temporary = strings.TrimSuffix(strings.ReplaceAll(temporary, `\`, "/"), "/")
	rest, inside := cutFold(plain, temporary+"/")
	if !inside {
		return false
	}
	first, _, deeper := strings.Cut(rest, "/")
	return !deeper || unpackedIn.MatchString(filepath.Base(first))
}

func cutFold(text, prefix string) (rest string, ok bool) {
	if len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) {
		return text, false
	}
	return text[len(prefix):], true
}
