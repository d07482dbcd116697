package crash

import (
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/words"
)

// Report tells of one run that crashed.
type Report struct {
	About
	Ended  time.Time
	Reason string // the first line of what the runtime said
	Trace  string // the rest: where in the program it was
	Path   string // of the file that keeps it; "" before it is kept
}

// Read makes a report of what a run left; false if it said nothing.
func Read(dump []byte, ended time.Time) (r Report, crashed bool) {
	first, rest, _ := strings.Cut(strings.ToValidUTF8(string(dump), "?"), "\n")
	about, ok := readAbout(first)
	if !ok { // it could not even say who it was
		rest = first + "\n" + rest
	}
	rest = strings.TrimSpace(rest)
	if rest == "" {
		return Report{}, false
	}
	reason, trace, _ := strings.Cut(rest, "\n")
	return Report{About: about, Ended: ended, Reason: strings.TrimSpace(reason), Trace: strings.TrimSpace(trace)}, true
}

// Text is the report as it is kept: for people first, for those who mend it below.
func (r Report) Text(w *words.Words) string {
	lines := []string{
		w.Say("crash.title", words.With{"Date": w.Date(model.DateOf(r.Ended)), "Time": r.Ended.Format("15:04")}), "",
		w.Say("crash.private"), "",
		w.Say("crash.version", words.With{"Version": r.Version, "System": r.System}),
	}
	if !r.Began.IsZero() {
		lines = append(lines, w.Say("crash.ran", words.With{"Time": r.Ended.Sub(r.Began).Round(time.Second).String()}))
	}
	lines = append(lines, w.Say("crash.reason", words.With{"Reason": r.Reason}), "", r.Trace, "")
	return strings.Join(lines, "\n")
}
