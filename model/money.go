package model

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

// Pence is a sum of money in whole pence.
type Pence int64

// MaxPence is the largest sum that is accepted: ten thousand million pounds.
const MaxPence Pence = 1_000_000_000_000

// ParsePence reads a sum in pounds as people write it: "£1,200", "1200.50", "1 200",
// "about 1,200".
// What could be meant in two ways ("12k", "1,20", "14 tens") is refused with a
// [Problem] that says how to write it.
func ParsePence(text string) (Pence, error) {
	refused := NewProblem("problem.money", "Text", text)
	t := roughly(text)
	negative := strings.HasPrefix(t, "-") || strings.HasPrefix(t, "−")
	t = strings.TrimLeft(t, "-−")
	t = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(t), "£"))
	pounds, pence, dotted := strings.Cut(t, ".")
	if dotted && (len(pence) != 1 && len(pence) != 2 || !digitsOnly(pence)) {
		return 0, refused
	}
	pounds, ok := ungroup(pounds)
	if !ok || len(pounds) > 13 {
		return 0, refused
	}
	p, err := strconv.ParseInt(pounds, 10, 64)
	if err != nil {
		return 0, refused
	}
	p *= 100
	if dotted {
		if len(pence) == 1 {
			pence += "0"
		}
		part, _ := strconv.ParseInt(pence, 10, 64)
		p += part
	}
	if negative {
		p = -p
	}
	if Pence(p) > MaxPence || Pence(p) < -MaxPence {
		return 0, NewProblem("problem.money.large", "Text", text)
	}
	return Pence(p), nil
}

// roughWords are what people write before a figure that they do not know exactly.
var roughWords = []string{"about ", "around ", "roughly ", "approximately ", "approx. ", "approx ", "circa ", "ca. ", "ca ", "c. ", "some ", "say ", "~"}

// roughly takes such a word off a figure: the figure counts, and can be mended later.
func roughly(text string) string {
	t := strings.TrimSpace(text)
	for _, word := range roughWords {
		if len(t) > len(word) && strings.EqualFold(t[:len(word)], word) {
			return strings.TrimSpace(t[len(word):])
		}
	}
	return t
}

// ungroup takes thousands separators out, if they stand at the thousands.
func ungroup(digits string) (string, bool) {
	groups := strings.FieldsFunc(digits, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	if len(groups) == 0 {
		return "", false
	}
	for i, group := range groups {
		if !digitsOnly(group) || i > 0 && len(group) != 3 || i == 0 && len(groups) > 1 && len(group) > 3 {
			return "", false
		}
	}
	joined := strings.Join(groups, "")
	separators := len([]rune(digits)) - len(joined)
	return joined, separators == len(groups)-1
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// String writes the sum with its pound sign, and pence only if there are any:
// "£1,200", "£628.37", "−£5".
func (p Pence) String() string {
	if p < 0 {
		return "−£" + (-p).Figures()
	}
	return "£" + p.Figures()
}

// Figures writes the sum without a sign for pounds, as tables do: "1,200", "0.11".
func (p Pence) Figures() string {
	if p < 0 {
		return "−" + (-p).Figures()
	}
	whole := GroupThousands(int64(p) / 100)
	if p%100 == 0 {
		return whole
	}
	return whole + "." + strconv.Itoa(int(p%100/10)) + strconv.Itoa(int(p%10))
}

// GroupThousands writes a whole number with commas: "41,000".
func GroupThousands(n int64) string {
	if n < 0 {
		return "−" + GroupThousands(-n)
	}
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Each shares the sum among n, in whole pence, rounded half up; 0 if n is not positive.
func (p Pence) Each(n int) Pence {
	if n <= 0 {
		return 0
	}
	return roundPence(new(big.Rat).SetFrac64(int64(p), int64(n)))
}

// Split shares the sum among n so that the shares add up exactly: they differ by at
// most a penny, the larger ones first.
func (p Pence) Split(n int) []Pence {
	if n <= 0 {
		return nil
	}
	shares := make([]Pence, n)
	base, over := int64(p)/int64(n), int64(p)%int64(n)
	for i := range shares {
		shares[i] = Pence(base)
		switch {
		case int64(i) < over:
			shares[i]++
		case int64(i) < -over:
			shares[i]--
		}
	}
	return shares
}

func roundPence(exact *big.Rat) Pence {
	half := big.NewRat(1, 2)
	if exact.Sign() < 0 {
		return -roundPence(new(big.Rat).Neg(exact))
	}
	sum := new(big.Rat).Add(exact, half)
	whole := new(big.Int).Quo(sum.Num(), sum.Denom())
	if !whole.IsInt64() || whole.Int64() > int64(MaxPence) {
		return MaxPence
	}
	return Pence(whole.Int64())
}

// Decimal is a number such as "1.3", kept exactly as it was typed.
type Decimal string

// ParseDecimal reads a number that is not negative, with at most four decimals.
func ParseDecimal(text string) (Decimal, error) {
	t := strings.TrimSpace(text)
	if t == "" {
		return "", nil
	}
	whole, part, dotted := strings.Cut(t, ".")
	digits, ok := ungroup(whole)
	if !ok || len(digits) > 12 || dotted && (!digitsOnly(part) || len(part) > 4) {
		return "", NewProblem("problem.number", "Text", text)
	}
	digits = strings.TrimLeft(digits, "0")
	if digits == "" {
		digits = "0"
	}
	if dotted {
		return Decimal(digits + "." + part), nil
	}
	return Decimal(digits), nil
}

// Rat gives the exact number; 0 if there is none.
func (d Decimal) Rat() *big.Rat {
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Quantity is how much of something is paid for: factors, each a number with perhaps
// a unit, such as "10 × 12" or "1900 h". "" is one.
type Quantity string

const maxFactors = 6

// ParseQuantity reads factors joined by ×, x or *: "3 × 4 h × 44 wk".
func ParseQuantity(text string) (Quantity, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	parts := splitFactors(text)
	if len(parts) > maxFactors {
		return "", NewProblem("problem.quantity", "Text", text)
	}
	for i, part := range parts {
		number, unit := splitUnit(part)
		d, err := ParseDecimal(number)
		if err != nil || d == "" {
			return "", NewProblem("problem.quantity", "Text", text)
		}
		parts[i] = string(d)
		if unit != "" {
			parts[i] += " " + unit
		}
	}
	return Quantity(strings.Join(parts, " × ")), nil
}

// splitFactors cuts at × and *, and at an x that stands between numbers or spaces, so
// that a unit such as "boxes" keeps its x.
func splitFactors(text string) []string {
	runes := []rune(text)
	var parts []string
	start := 0
	apart := func(i int) bool {
		return i < 0 || i >= len(runes) || unicode.IsSpace(runes[i]) || unicode.IsDigit(runes[i])
	}
	for i, r := range runes {
		if r == '×' || r == '*' || (r == 'x' || r == 'X') && apart(i-1) && apart(i+1) {
			parts = append(parts, strings.TrimSpace(string(runes[start:i])))
			start = i + 1
		}
	}
	return append(parts, strings.TrimSpace(string(runes[start:])))
}

func splitUnit(part string) (number, unit string) {
	end := strings.IndexFunc(part, func(r rune) bool {
		return !unicode.IsDigit(r) && r != '.' && r != ',' && !unicode.IsSpace(r)
	})
	if end < 0 {
		return strings.TrimSpace(part), ""
	}
	return strings.TrimSpace(part[:end]), strings.TrimSpace(part[end:])
}

// Rat gives the exact product of the factors; 1 if there are none.
func (q Quantity) Rat() *big.Rat {
	product := big.NewRat(1, 1)
	if q == "" {
		return product
	}
	for part := range strings.SplitSeq(string(q), " × ") {
		number, _, _ := strings.Cut(part, " ")
		product.Mul(product, Decimal(number).Rat())
	}
	return product
}

// String writes the factors with thousands grouped: "1,900 h", "10 × 12".
func (q Quantity) String() string {
	if q == "" {
		return ""
	}
	var parts []string
	for part := range strings.SplitSeq(string(q), " × ") {
		number, unit, _ := strings.Cut(part, " ")
		whole, decimals, dotted := strings.Cut(number, ".")
		if n, err := strconv.ParseInt(whole, 10, 64); err == nil {
			number = GroupThousands(n)
			if dotted {
				number += "." + decimals
			}
		}
		if unit != "" {
			number += " " + unit
		}
		parts = append(parts, number)
	}
	return strings.Join(parts, " × ")
}

// Times gives quantity × rate in whole pence, rounded half up.
func (q Quantity) Times(rate Pence) Pence {
	if whole, ok := q.smallWhole(); ok && rate >= 0 && rate <= math.MaxInt32 {
		return min(Pence(whole)*rate, MaxPence) // as nearly all are: a plan’s totals ask often
	}
	return roundPence(new(big.Rat).Mul(q.Rat(), new(big.Rat).SetInt64(int64(rate))))
}

// smallWhole gives the product of factors that are all whole, if it has at most 31 bits.
func (q Quantity) smallWhole() (int64, bool) {
	product := int64(1)
	if q == "" {
		return product, true
	}
	for part := range strings.SplitSeq(string(q), " × ") {
		number, _, _ := strings.Cut(part, " ")
		factor, err := strconv.ParseUint(number, 10, 31)
		if product *= int64(factor); err != nil || product > math.MaxInt32 {
			return 0, false
		}
	}
	return product, true
}

// Share gives part ÷ whole, and whether there is such a share.
func (c *Cost) Share() (share *big.Rat, ok bool) {
	if c.Part == "" || c.Whole == "" || c.Whole.Rat().Sign() == 0 {
		return new(big.Rat), false
	}
	return new(big.Rat).Quo(c.Part.Rat(), c.Whole.Rat()), true
}

// Amount gives the line's sum in pence. A share of running costs is taken of the rate,
// or, where the method is [BySpend] and there is no rate, of the year's direct costs.
func (c *Cost) Amount(directOfYear Pence) Pence {
	share, ok := c.Share()
	if c.Kind != Running || !ok {
		return c.Quantity.Times(c.Rate)
	}
	base := c.Rate
	if c.Method == BySpend && c.Rate == 0 {
		base = directOfYear
	}
	exact := new(big.Rat).Mul(share, new(big.Rat).SetInt64(int64(base)))
	if !c.ToPound {
		return roundPence(exact)
	}
	return roundPence(exact.Quo(exact, big.NewRat(100, 1))) * 100
}
