package costs

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// working is how a sum is worked out, as somebody typed it: "138 × £45",
// "3 × 4 h × 44 weeks", "with on-costs", or the first with the last.
type working struct {
	quantity model.Quantity
	rate     model.Pence
	rated    bool // a rate was typed
	note     string
}

// readWorking reads a working. What is no calculation is a note, and so is what
// follows a calculation after a comma; only a calculation with a £ that cannot be
// read is refused.
func readWorking(text string) (working, error) {
	text = strings.TrimSpace(text)
	if before, _, found := strings.Cut(text, "="); found && len(factors(before)) > 1 {
		text = strings.TrimSpace(before)
	}
	for end := 0; end < len(text); {
		cut := strings.Index(text[end:], ", ")
		head, note := text, ""
		if cut >= 0 {
			head, note = text[:end+cut], strings.TrimSpace(text[end+cut+2:])
		}
		if found, ok := calculation(head); ok {
			found.note = note
			return found, nil
		}
		if cut < 0 {
			break
		}
		end += cut + 2
	}
	if parts := factors(text); len(parts) > 1 && slices.ContainsFunc(parts, isSum) {
		return working{}, model.NewProblem("costs.problem.working", "Text", text)
	}
	return working{note: text}, nil
}

// People also write a price in words: “30 tools at £40”, “12 visits of £20 each”.
var (
	atPrice = regexp.MustCompile(`(?i)\s+(?:(?:at|@)\s+(£?\d[\d,.]*)|of\s+(£\d[\d,.]*))(?:\s+(?:each|apiece|per \pL+|an? \pL+))?$`)
	each    = regexp.MustCompile(`(?i)(£\d[\d,.]*)\s+(?:each|apiece|per \pL+|an? \pL+)$`)
)

// calculation reads factors: numbers with or without a unit, of which one may be a sum.
// The last of several is taken for the sum if it is a plain number.
func calculation(text string) (working, bool) {
	parts := factors(each.ReplaceAllString(atPrice.ReplaceAllString(text, " × $1$2"), "$1"))
	at := slices.IndexFunc(parts, isSum)
	if at < 0 && len(parts) > 1 && isPlain(parts[len(parts)-1]) {
		at = len(parts) - 1
	}
	var found working
	if at >= 0 {
		rate, err := model.ParsePence(parts[at])
		if err != nil {
			return working{}, false
		}
		found.rate, found.rated = rate, true
		parts = slices.Delete(parts, at, at+1)
	}
	if len(parts) == 0 {
		return found, true
	}
	if slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(part, "£") }) {
		return working{}, false // a sum within words is no quantity
	}
	quantity, err := model.ParseQuantity(strings.Join(parts, " × "))
	found.quantity = quantity
	return found, err == nil && quantity != ""
}

func isSum(part string) bool { return strings.HasPrefix(part, "£") }

// isPlain tells whether a factor is a number without a unit.
func isPlain(part string) bool {
	_, err := model.ParsePence(part)
	return err == nil
}

// factors cuts a text at × and *, and at an x between numbers or spaces.
func factors(text string) []string {
	runes := []rune(text)
	apart := func(i int) bool {
		return i < 0 || i >= len(runes) || unicode.IsSpace(runes[i]) || unicode.IsDigit(runes[i]) || runes[i] == '£'
	}
	var parts []string
	start := 0
	for i, r := range runes {
		if r == '×' || r == '*' || (r == 'x' || r == 'X') && apart(i-1) && apart(i+1) {
			parts = append(parts, strings.TrimSpace(string(runes[start:i])))
			start = i + 1
		}
	}
	return append(parts, strings.TrimSpace(string(runes[start:])))
}

// into changes a record to what was typed. Where no rate was typed, the record keeps
// its rate, or else its sum; a quantity its sum cannot be shared by stays a note.
func (t working) into(c *model.Cost, sum model.Pence) {
	c.Working = t.note
	switch {
	case t.rated:
		c.Quantity, c.Rate = t.quantity, t.rate
	case t.quantity == "":
		c.Quantity, c.Rate = "", sum
	case c.Quantity != "":
		c.Quantity = t.quantity
	default:
		rate, exact := shared(sum, t.quantity)
		if !exact {
			c.Working = pair(t.quantity.String(), t.note)
			c.Rate = sum
			return
		}
		c.Quantity, c.Rate = t.quantity, rate
	}
}

// shared gives the rate at which a quantity comes to a sum, if there is one in whole pence.
func shared(sum model.Pence, quantity model.Quantity) (model.Pence, bool) {
	by := quantity.Rat()
	if by.Sign() == 0 {
		return 0, sum == 0
	}
	rate := new(big.Rat).Quo(new(big.Rat).SetInt64(int64(sum)), by)
	if !rate.IsInt() || !rate.Num().IsInt64() {
		return 0, false
	}
	return model.Pence(rate.Num().Int64()), true
}

// pair puts a calculation and a note on one line, if both are there.
func pair(calculation, note string) string {
	if calculation == "" || note == "" {
		return calculation + note
	}
	return calculation + ", " + note
}

// workingText says how a record’s sum comes about, the way [readWorking] reads it.
func workingText(w *words.Words, c *model.Cost) string {
	said := c.Quantity.String()
	if said != "" && c.Rate != 0 {
		said = w.Say("costs.times", words.With{"Quantity": said, "Rate": c.Rate.String()})
	}
	return pair(said, c.Working)
}

// workingOf says it for a line: once where all years have the same, the quantity alone
// where only the rates differ, else year by year. Edit is what changing it begins with.
func workingOf(w *words.Words, l line) (text, edit string) {
	first := l.first()
	if isShare(first) {
		return shareText(w, first), ""
	}
	edit = workingText(w, first)
	same := func(of func(*model.Cost) string) bool {
		return !slices.ContainsFunc(l.records, func(c *model.Cost) bool { return of(c) != of(first) })
	}
	if same(func(c *model.Cost) string { return workingText(w, c) }) {
		return edit, edit
	}
	withoutRate := func(c *model.Cost) string { return pair(c.Quantity.String(), c.Working) }
	if same(withoutRate) && first.Quantity != "" {
		return withoutRate(first), withoutRate(first)
	}
	var parts []string
	for _, c := range l.records {
		if said := workingText(w, c); said != "" {
			parts = append(parts, w.Say("costs.working.year", words.With{"Year": yearOf(c), "Working": said}))
		}
	}
	return w.Semicolons(parts), edit
}

// shareText says how a share of running costs is worked out.
func shareText(w *words.Words, c *model.Cost) string {
	said := insight.ShareWorking(w, c)
	switch {
	case said == "":
		return w.Say("costs.share.open")
	case c.ToPound && c.Method == model.BySpend && c.Rate == 0:
		share, _ := c.Share()
		return w.Say("costs.share.direct_to_pound", words.With{"Percent": insight.Percent(share)})
	case c.ToPound:
		return w.Say("costs.share.to_pound", words.With{"Share": said})
	}
	return said
}
