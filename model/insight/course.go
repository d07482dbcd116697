package insight

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"commonplan/model"
)

// CourseStatus tells how a measure stands against the straight line from where it
// started to its target.
type CourseStatus string

// The statuses of a measure. The words for each have the key "insight.course.<status>".
const (
	OnCourse     CourseStatus = "on_course"     // at the line or past it
	LittleBehind CourseStatus = "little_behind" // at least half of the expected change
	Behind       CourseStatus = "behind"
	TooEarly     CourseStatus = "too_early" // nothing to compare with yet
)

// CourseStatuses lists the statuses from the best to the one that says nothing yet.
var CourseStatuses = []CourseStatus{OnCourse, LittleBehind, Behind, TooEarly}

// Level is a value as people wrote it, with the number in it.
type Level struct {
	Text   string
	Number float64
	Known  bool // the text holds a number
}

// CoursePoint is one reading at its time. Months are counted from the plan's start, so
// that the end of the first month is 1; what was read before the start stands at 0.
type CoursePoint struct {
	Level
	Month   float64
	Reading *model.Reading
}

// Course is an indicator on its way from its baseline to its target.
type Course struct {
	Indicator     *model.Indicator
	Start, Target Level
	By            float64       // the month in which the target is due
	Points        []CoursePoint // by time; readings without a number or a date are left out
	Status        CourseStatus
}

// Latest gives the last reading since the plan's start.
func (c Course) Latest() (CoursePoint, bool) {
	if n := len(c.Points); n > 0 && c.Points[n-1].Month > 0 {
		return c.Points[n-1], true
	}
	return CoursePoint{}, false
}

// Falls tells that lower is better.
func (c Course) Falls() bool {
	return c.Start.Known && c.Target.Known && c.Target.Number < c.Start.Number
}

// CoursesOf gives every indicator's course, in the order of the plan.
func CoursesOf(p *model.Plan) []Course {
	readings := map[model.ID][]*model.Reading{}
	for _, r := range p.Readings {
		readings[r.Indicator] = append(readings[r.Indicator], r)
	}
	var all []Course
	for _, i := range p.Indicators {
		c := Course{Indicator: i, Start: levelOf(i.Baseline), Target: levelOf(i.Target), By: dueMonth(p.Project, i.By)}
		for _, r := range readings[i.ID] {
			if level := levelOf(r.Value); level.Known && !r.Date.IsZero() {
				c.Points = append(c.Points, CoursePoint{level, monthOf(p.Project, r.Date), r})
			}
		}
		slices.SortStableFunc(c.Points, func(a, b CoursePoint) int { return cmp.Compare(a.Month, b.Month) })
		c.Status = c.status()
		all = append(all, c)
	}
	return all
}

// status compares the latest reading with where the straight line is at its month.
func (c Course) status() CourseStatus {
	latest, any := c.Latest()
	if !any || !c.Target.Known {
		return TooEarly
	}
	start, from := c.Start.Number, 0.0
	if !c.Start.Known {
		first := slices.IndexFunc(c.Points, func(p CoursePoint) bool { return p.Month > 0 })
		if first == len(c.Points)-1 {
			return TooEarly // one reading and nothing to compare it with
		}
		start, from = c.Points[first].Number, c.Points[first].Month
	}
	whole := c.Target.Number - start
	if whole == 0 {
		if latest.Number == c.Target.Number {
			return OnCourse
		}
		return Behind
	}
	part := 1.0
	if c.By > from {
		part = min(max((latest.Month-from)/(c.By-from), 0), 1)
	}
	done := (latest.Number - start) / whole // of the whole change
	switch {
	case done >= part:
		return OnCourse
	case done >= part/2:
		return LittleBehind
	}
	return Behind
}

func levelOf(text string) Level {
	n, ok := NumberIn(text)
	return Level{Text: strings.Join(strings.Fields(text), " "), Number: n, Known: ok}
}

// NumberIn reads the first number in a text: 41 in "41% (26 of 64)", 1900 in "1,900".
func NumberIn(text string) (float64, bool) {
	first := strings.IndexAny(text, "0123456789")
	if first < 0 {
		return 0, false
	}
	end := first
	for end < len(text) && strings.IndexByte("0123456789.,", text[end]) >= 0 {
		end++
	}
	digits := strings.TrimRight(strings.ReplaceAll(text[first:end], ",", ""), ".")
	if before := strings.TrimRight(text[:first], "£ "); strings.HasSuffix(before, "−") || before == "-" {
		digits = "-" + digits
	}
	n, err := strconv.ParseFloat(digits, 64)
	return n, err == nil && n > -1e12 && n < 1e12
}

// monthOf gives a date as months since the plan's start; a date without a day is the
// end of its month, one without a month the end of its year. It is at least 0.
func monthOf(p *model.Project, date model.Date) float64 {
	if p.Start.Month == 0 || date.Year == 0 {
		return 0
	}
	month := date.Month
	if month == 0 {
		month = 12
	}
	n := float64((date.Year-p.Start.Year)*12 + month - p.Start.Month + 1)
	if date.Day > 0 {
		n += float64(date.Day)/31 - 1
	}
	return max(n, 0)
}

// MonthOf gives the month of the plan, from 1, that a date lies in; 0 if it lies before
// the plan or its start is unknown.
func MonthOf(p *model.Plan, date model.Date) int {
	if date.Month == 0 {
		return 0
	}
	return int(monthOf(p.Project, model.Date{Year: date.Year, Month: date.Month}))
}

// dueMonth reads when a target is due: "month 12", "July", "July 2027". Anything else is
// the end of the plan.
func dueMonth(p *model.Project, by string) float64 {
	end := float64(p.Months)
	if end <= 0 {
		end = 12
	}
	lower := strings.ToLower(strings.Join(strings.Fields(by), " "))
	if number, ok := strings.CutPrefix(lower, "month "); ok {
		if n, err := strconv.Atoi(number); err == nil && n > 0 && n <= model.MaxMonth {
			return float64(n)
		}
	}
	if p.Start.Month == 0 {
		return end
	}
	if date, err := model.ParseDate(by); err == nil && date.Month > 0 {
		if n := monthOf(p, date); n > 0 {
			return min(n, model.MaxMonth)
		}
	}
	if month := monthNamed(lower); month > 0 {
		return float64((month-p.Start.Month+12)%12 + 1)
	}
	return end
}

// monthNamed gives the number of a month that is named by itself, 0 for other words.
func monthNamed(name string) int {
	date, err := model.ParseDate(name + " 2000")
	if err != nil || date.Day != 0 {
		return 0
	}
	return date.Month
}
