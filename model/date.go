package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Date is a civil date, without a time or a zone. Day, or Day and Month, may be 0
// where only the month or the year is known. The zero Date means: not said.
type Date struct{ Year, Month, Day int }

var monthNames = []string{"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december"}

// ParseDate reads "2026-03-14", "14 March 2026", "14/3/2026", "Mar 2026", "2026-03" or
// "2026"; "" is the zero Date. What is no date is refused with a [Problem].
func ParseDate(text string) (Date, error) {
	t := strings.ToLower(strings.TrimSpace(text))
	if t == "" {
		return Date{}, nil
	}
	refused := NewProblem("problem.date", "Text", text)
	parts := strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune(" -/.,", r) })
	if len(parts) == 0 || len(parts) > 3 {
		return Date{}, refused
	}
	if len(parts[0]) != 4 || !digitsOnly(parts[0]) { // day first, as the British write
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
	}
	var d Date
	for i, part := range parts {
		var err error
		switch i {
		case 0:
			d.Year, err = strconv.Atoi(part)
		case 1:
			d.Month, err = parseMonth(part)
		case 2:
			d.Day, err = strconv.Atoi(strings.TrimRight(part, "sthndr"))
		}
		if err != nil {
			return Date{}, refused
		}
	}
	if !d.valid() {
		return Date{}, refused
	}
	return d, nil
}

func parseMonth(text string) (int, error) {
	for i, name := range monthNames {
		if len(text) >= 3 && strings.HasPrefix(name, text) {
			return i + 1, nil
		}
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > 12 {
		return 0, fmt.Errorf("no month: %q", text)
	}
	return n, nil
}

func (d Date) valid() bool {
	if d.Year < 1800 || d.Year > 2999 || d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Month == 0 && d.Day > 0 {
		return false
	}
	if d.Day == 0 {
		return true
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}

// IsZero tells whether no date was said.
func (d Date) IsZero() bool { return d == Date{} }

// String gives the date as it is stored: "2026-03-14", "2026-03", "2026" or "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates; an unknown day or month stands before a known one.
func (d Date) Compare(other Date) int { return strings.Compare(d.String(), other.String()) }

// AddMonths gives the month that lies n months later, without a day.
func (d Date) AddMonths(n int) Date {
	if d.Month == 0 {
		return d
	}
	months := d.Year*12 + d.Month - 1 + n
	return Date{Year: months / 12, Month: months%12 + 1}
}

// MonthsSince gives how many months lie between an earlier date and this one; a
// missing month counts as the last of its year, so nothing looks older than it is.
func (d Date) MonthsSince(earlier Date) int {
	month := func(x Date) int {
		if x.Month == 0 {
			return x.Year*12 + 12
		}
		return x.Year*12 + x.Month
	}
	return month(d) - month(earlier)
}

// DateOf gives the civil date of a time in its own zone.
func DateOf(t time.Time) Date { return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()} }

// Months are months of the plan, counted from 1: "2-12", "4-5,7-8". "" is none.
type Months string

// Span is a run of months of the plan, both ends included.
type Span struct{ First, Last int }

// MaxMonth is the last month a plan may have.
const MaxMonth = 120

// ParseMonths reads "2-12", "2 to 12", "from 2 till 12", "4, 5, 7-8"; the result is in order, without doubles.
func ParseMonths(text string) (Months, error) {
	t := strings.NewReplacer("–", "-", "—", "-", " to ", "-", " till ", "-", " until ", "-", " through ", "-", "from ", "", ";", ",", " and ", ",").Replace(strings.ToLower(text))
	refused := NewProblem("problem.months", "Text", text)
	var chosen [MaxMonth + 2]bool
	for part := range strings.SplitSeq(t, ",") {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "month"))
		part = strings.TrimSpace(strings.TrimPrefix(part, "s "))
		if part == "" {
			continue
		}
		from, to, ranged := strings.Cut(part, "-")
		first, err := strconv.Atoi(strings.TrimSpace(from))
		last := first
		if err == nil && ranged {
			last, err = strconv.Atoi(strings.TrimSpace(to))
		}
		if err != nil || first < 1 || last > MaxMonth || first > last {
			return "", refused
		}
		for m := first; m <= last; m++ {
			chosen[m] = true
		}
	}
	var spans []string
	for m := 1; m <= MaxMonth; m++ {
		if !chosen[m] {
			continue
		}
		first := m
		for chosen[m+1] {
			m++
		}
		if first == m {
			spans = append(spans, strconv.Itoa(first))
		} else {
			spans = append(spans, fmt.Sprintf("%d-%d", first, m))
		}
	}
	return Months(strings.Join(spans, ",")), nil
}

// Spans gives the runs of months in order.
func (m Months) Spans() []Span {
	var spans []Span
	for part := range strings.SplitSeq(string(m), ",") {
		from, to, ranged := strings.Cut(part, "-")
		first, err := strconv.Atoi(from)
		if err != nil {
			continue
		}
		last := first
		if ranged {
			if last, err = strconv.Atoi(to); err != nil {
				continue
			}
		}
		spans = append(spans, Span{first, last})
	}
	return spans
}

// Last gives the last month, 0 if there is none.
func (m Months) Last() int {
	spans := m.Spans()
	if len(spans) == 0 {
		return 0
	}
	return spans[len(spans)-1].Last
}

// MonthsByName puts months of the plan for names of months, so that people can write
// "November to March": the first time each comes after the plan's start. Without a
// start, and for what is no name of a month, the text is given back as it is.
func MonthsByName(text string, start Date) string {
	if start.Month == 0 {
		return text
	}
	var out strings.Builder
	last := 0 // a later name is a later month
	for rest := text; rest != ""; {
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		if end == 0 {
			out.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		word := rest[:end]
		if month, err := parseMonth(strings.ToLower(word)); err == nil && len(word) >= 3 {
			n := (month-start.Month+12)%12 + 1
			for n < last {
				n += 12
			}
			last = n
			word = strconv.Itoa(n)
		}
		out.WriteString(word)
		rest = rest[end:]
	}
	return out.String()
}
