package words

import (
	"strconv"
	"strings"
	"time"

	"commonplan/model"
)

// Date writes a date as people do: "15 September 2026", "March 2026", "2026"; "" if
// no date was said.
func (w *Words) Date(d model.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return w.Say("date.month", With{"Month": w.Month(d.Month), "Year": d.Year})
	}
	return w.Say("date.day", With{"Day": d.Day, "Month": w.Month(d.Month), "Year": d.Year})
}

// DaySaid puts a day that is said from today, "today", "yesterday" or "next month", as a
// date that [model.ParseDate] reads. Any other text stays.
func (w *Words) DaySaid(text string, today model.Date) string {
	said := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	for key, days := range map[string]int{"yesterday": -1, "today": 0, "tomorrow": 1} {
		if said == w.Say("date.said."+key) {
			return model.DateOf(time.Date(today.Year, time.Month(today.Month), today.Day+days, 12, 0, 0, 0, time.UTC)).String()
		}
	}
	for key, months := range map[string]int{"last_month": -1, "this_month": 0, "next_month": 1} {
		if said == w.Say("date.said."+key) {
			return model.Date{Year: today.Year, Month: today.Month}.AddMonths(months).String()
		}
	}
	return text
}

// DateWithoutYear writes a date whose year is said elsewhere: "15 September", "March";
// "" if only the year is known.
func (w *Words) DateWithoutYear(d model.Date) string {
	switch {
	case d.Month == 0:
		return ""
	case d.Day == 0:
		return w.Month(d.Month)
	}
	return w.Say("date.day.short", With{"Day": d.Day, "Month": w.Month(d.Month)})
}

// Dates writes a stretch of time: "January to June 2026", "3 to 9 May 2026", "December
// 2025 to March 2026". If one end is not said, or both are the same, it is one date.
func (w *Words) Dates(from, to model.Date) string {
	if from.IsZero() || from == to {
		return w.Date(to)
	}
	if to.IsZero() {
		return w.Date(from)
	}
	first := w.Date(from)
	if from.Year == to.Year && from.Month != 0 && to.Month != 0 {
		first = w.DateWithoutYear(from)
		if from.Month == to.Month && from.Day != 0 && to.Day != 0 {
			first = strconv.Itoa(from.Day)
		}
	}
	return w.Say("date.range", With{"From": first, "To": w.Date(to)})
}

// DatesWithoutYear is [Words.Dates] for a year that is said elsewhere: "January to June".
func (w *Words) DatesWithoutYear(from, to model.Date) string {
	if from.IsZero() || from == to {
		return w.DateWithoutYear(to)
	}
	if to.IsZero() {
		return w.DateWithoutYear(from)
	}
	first := w.DateWithoutYear(from)
	if from.Month == to.Month && from.Day != 0 && to.Day != 0 {
		first = strconv.Itoa(from.Day)
	}
	return w.Say("date.range", With{"From": first, "To": w.DateWithoutYear(to)})
}

// Month gives the name of a month, 1 to 12; "" for any other number.
func (w *Words) Month(month int) string { return w.month("date.name.", month) }

// ShortMonth gives the name of a month in three or four letters: "Sept".
func (w *Words) ShortMonth(month int) string { return w.month("date.short.", month) }

// MonthLetter gives the first letter of a month, for the head of a timeline.
func (w *Words) MonthLetter(month int) string { return w.month("date.letter.", month) }

func (w *Words) month(key string, month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return w.Say(key + strconv.Itoa(month))
}
