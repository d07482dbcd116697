package words

import (
	"testing"

	"commonplan/model"
)

func TestDatesAreWrittenAsPeopleWriteThem(t *testing.T) {
	w := English()
	for stored, want := range map[string]string{
		"": "", "2026": "2026", "2026-03": "March 2026", "2026-09-15": "15 September 2026",
	} {
		d, err := model.ParseDate(stored)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Date(d); got != want {
			t.Errorf("Date(%s) = %q, want %q", stored, got, want)
		}
	}
}

func TestADayIsUnderstoodAsItIsSaidFromToday(t *testing.T) {
	newYear := model.Date{Year: 2027, Month: 1, Day: 1}
	for said, want := range map[string]string{
		"today": "2027-01-01", " Yesterday ": "2026-12-31", "tomorrow": "2027-01-02",
		"this month": "2027-01", "last  month": "2026-12", "Next month": "2027-02",
		"3 May 2026": "3 May 2026", "to": "to", "": "",
	} {
		if got := English().DaySaid(said, newYear); got != want {
			t.Errorf("%q is %q, want %q", said, got, want)
		}
	}
}

func TestAStretchOfTimeSaysItsYearOnlyOnce(t *testing.T) {
	w := English()
	for _, c := range []struct{ from, to, want, bare string }{
		{"2026-01", "2026-06", "January to June 2026", "January to June"},
		{"2026-05-03", "2026-05-09", "3 to 9 May 2026", "3 to 9 May"},
		{"2026-08-28", "2026-09-03", "28 August to 3 September 2026", "28 August to 3 September"},
		{"2025-12", "2026-03", "December 2025 to March 2026", "December to March"},
		{"2025", "2026", "2025 to 2026", ""},
		{"", "2026-03", "March 2026", "March"},
		{"2026-03", "", "March 2026", "March"},
		{"2026-03", "2026-03", "March 2026", "March"},
	} {
		from, _ := model.ParseDate(c.from)
		to, _ := model.ParseDate(c.to)
		if got := w.Dates(from, to); got != c.want {
			t.Errorf("Dates(%s, %s) = %q, want %q", c.from, c.to, got, c.want)
		}
		if from.Month == 0 && to.Month == 0 {
			continue
		}
		if got := w.DatesWithoutYear(from, to); got != c.bare {
			t.Errorf("DatesWithoutYear(%s, %s) = %q, want %q", c.from, c.to, got, c.bare)
		}
	}
}

func TestMonthsHaveNamesAndLetters(t *testing.T) {
	w := English()
	if got := w.Month(11) + w.ShortMonth(9) + w.MonthLetter(2) + w.Month(13); got != "NovemberSeptF" {
		t.Errorf("got %q", got)
	}
}

func TestListsAreJoinedAsASentenceDoes(t *testing.T) {
	w := English()
	for _, c := range []struct {
		items []string
		want  string
	}{
		{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c", "d"}, "a, b, c and d"},
	} {
		if got := w.And(c.items); got != c.want {
			t.Errorf("And(%v) = %q, want %q", c.items, got, c.want)
		}
	}
	if got := w.Commas([]string{"A1", "A3"}) + w.Semicolons([]string{"a", "b"}); got != "A1, A3a; b" {
		t.Errorf("got %q", got)
	}
}

func TestSmallNumbersAreSpeltOut(t *testing.T) {
	w := English()
	if got := Capital(w.Number(5)) + w.Number(12) + w.Number(13); got != "Fivetwelve13" {
		t.Errorf("got %q", got)
	}
}

func TestWelshSaysAnotherAndBeforeAVowel(t *testing.T) {
	w, err := In("cy")
	if err != nil {
		t.Fatal(err)
	}
	for last, want := range map[string]string{
		"te": "llaeth a te", "wyau": "llaeth ac wyau", "ysgol": "llaeth ac ysgol", "yours": "llaeth a yours", "wine": "llaeth a wine",
		"afalau": "llaeth ac afalau", "A1": "llaeth ac A1", "N2": "llaeth ac N2", "P1": "llaeth a P1", "8": "llaeth ac 8", "7": "llaeth a 7", "": "llaeth a ",
	} {
		if got := w.And([]string{"llaeth", last}); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}
