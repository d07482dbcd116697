package figure

import (
	"strings"

	"commonplan/model"
	"commonplan/model/words"
)

// CardKind is what a blank card asks for.
type CardKind string

// The kinds of card.
const (
	NeedCard     CardKind = "need"
	OutcomeCard  CardKind = "outcome"
	ActivityCard CardKind = "activity"
	StrengthCard CardKind = "strength"
	MeasureCard  CardKind = "measure"
	PartnerCard  CardKind = "partner"
)

// BlankCard is a card to be written on by hand. Its number is the one the record gets
// when the cards are typed in, in their order.
type BlankCard struct {
	Kind   CardKind
	Number string // such as "N6"
}

// The measures of cards in mm.
const (
	cardWide     = 84
	cardHigh     = 74
	cardGap      = 6
	cardCut      = 3 // the cut lines begin so far outside the cards
	cardPad      = 3.9
	cardKindX    = 16.8
	writingGap   = 8.5
	numberSize   = 20 // points
	tickBox      = 3.8
	cutDash      = 1.6
	blankLabelUp = 8.6 // from a writing line down to the words after it
	blankLine    = 7.9 // from words to the writing line under them
)

// cardRow is one row of a card, from the top down.
type cardRow struct {
	lines      int      // writing lines, the first behind begin
	begin      string   // words at the beginning of the first line
	ask        string   // a question over a writing line
	blanks     []blank  // words with a short line to write on, side by side
	boxes      []string // to be ticked; "" leaves a place empty
	objectives bool     // the three objectives, to be ticked
}

// blank is a word and the line behind it; its width is in parts of the row.
type blank struct {
	word string
	part float64
}

// cardRows lists what each kind of card asks.
func (c *chartMaker) cardRows(kind CardKind) []cardRow {
	ask := func(what string) cardRow { return cardRow{ask: c.cardSay(kind, what)} }
	refs := func(what string, letters ...string) cardRow {
		row := cardRow{blanks: []blank{{c.cardSay(kind, what), 0}}}
		for _, letter := range letters {
			row.blanks = append(row.blanks, blank{letter, 1})
		}
		return row
	}
	box := func(what ...string) cardRow {
		row := cardRow{}
		for _, w := range what {
			row.boxes = append(row.boxes, c.cardSay(kind, w))
		}
		return row
	}
	switch kind {
	case NeedCard:
		return []cardRow{{lines: 2}, ask("who"), ask("source"), refs("leads", "A", "A", "A")}
	case OutcomeCard:
		return []cardRow{{lines: 2, begin: c.cardSay(kind, "begin")}, ask("sign"),
			{blanks: []blank{{c.cardSay(kind, "now"), 1}, {c.cardSay(kind, "target"), 1}}}, box("service", "community"), {objectives: true}}
	case ActivityCard:
		return []cardRow{{lines: 2}, ask("where"), ask("when"), refs("leads", "S", "S", "C")}
	case StrengthCard:
		third := box("skill", "money")
		third.boxes = append(third.boxes, "") // stands under the first two
		return []cardRow{{lines: 2}, ask("offer"), box("people", "place", "group"), third, refs("helps", "A", "A", "A")}
	case MeasureCard:
		return []cardRow{{lines: 2}, refs("of", "S", "C"), {blanks: []blank{{c.cardSay(kind, "now"), 1}, {c.cardSay(kind, "target"), 1}}},
			{blanks: []blank{{c.cardSay(kind, "by"), 1}, {c.cardSay(kind, "unit"), 1}}}, ask("how")}
	case PartnerCard:
		return []cardRow{{lines: 1}, ask("offers"), ask("gains"), refs("helps", "A", "A", "A"), box("talking", "agreed")}
	}
	return []cardRow{{lines: 6}}
}

func (c *chartMaker) cardSay(kind CardKind, what string) string {
	return c.say("chart.card." + string(kind) + "." + what)
}

// BlankCards draws cards two in a row, row by row, with lines to cut along between them.
// Where two have no room side by side, as in large print, each card is a picture.
func BlankCards(cards []BlankCard, o ChartOptions) []Picture {
	return inLargePrint(o, func(o ChartOptions) []Picture {
		if c := newChart(o); c.o.Width >= 2*cardWide+cardGap {
			return []Picture{c.cardSheet(cards)}
		}
		var pictures []Picture
		for _, card := range cards {
			c := newChart(o)
			high := c.drawBlank(card, 0, 0, c.o.Width, 0)
			pictures = append(pictures, Picture{Width: c.o.Width, Height: high, Title: c.say("chart.card.title"), Alt: c.cardsAlt([]BlankCard{card}), Shapes: c.shapes})
		}
		return pictures
	})
}

func (c *chartMaker) cardSheet(cards []BlankCard) Picture {
	left := (c.o.Width - 2*cardWide - cardGap) / 2
	rows := (len(cards) + 1) / 2
	high := cardCut + float64(rows)*cardHigh + float64(max(rows-1, 0))*cardGap
	cut := Stroke{Colour: rule, Width: 0.75 * mmPerPoint, Dash: []float64{cutDash, cutDash}}
	c.add(straight(left+cardWide+cardGap/2, 0, left+cardWide+cardGap/2, high, cut))
	for i, card := range cards {
		x := left + float64(i%2)*(cardWide+cardGap)
		y := cardCut + float64(i/2)*(cardHigh+cardGap)
		c.drawInPlace(card, x, y)
		if i%2 == 0 && i > 0 {
			c.add(straight(0, y-cardGap/2, c.o.Width, y-cardGap/2, cut))
		}
	}
	return Picture{Width: c.o.Width, Height: high, Title: c.say("chart.card.title"), Alt: c.cardsAlt(cards), Shapes: c.shapes}
}

// drawInPlace draws a card in its place on a sheet. If its words need more lines than
// usual, its rows move closer together: it is as high as the others.
func (c *chartMaker) drawInPlace(card BlankCard, x, y float64) {
	before := len(c.shapes)
	high := c.drawBlank(card, x, y, cardWide, 0)
	if over := high - cardHigh; over > 0 {
		c.shapes = c.shapes[:before]
		c.drawBlank(card, x, y, cardWide, over/float64(len(c.cardRows(card.Kind))))
	}
}

// drawBlank draws one card and gives its height: the usual, or more if its words need
// more lines. Its rows stand closer to each other than usual by so many mm.
func (c *chartMaker) drawBlank(card BlankCard, x, y, wide, closer float64) float64 {
	frame := len(c.shapes)
	c.add(Rect{}) // the frame: its height is known last
	c.text(x+cardPad, y+8.7, card.Number, numberSize, true, accent, Left)
	kindX := max(cardKindX, cardPad+c.width(card.Number, numberSize, true)+3)
	c.text(x+kindX, y+6.1, c.cardSay(card.Kind, "kind"), c.size, true, ink, Left)
	at := y + 11
	for i, line := range wrap(c.o.Metrics, c.cardSay(card.Kind, "question"), c.size, false, wide-kindX) {
		at = y + 11 + float64(i)*leading(c.size)
		c.text(x+kindX, at, line, c.size, false, ink, Left)
	}
	end := c.drawRows(c.cardRows(card.Kind), x+cardPad, at+0.9, wide-2*cardPad, closer)
	high := max(cardHigh, end-y+cardPad)
	box := Rect{X: x, Y: y, W: wide, H: high, Fill: white, Stroke: Stroke{Colour: ink, Width: 0.3}}
	switch card.Kind {
	case OutcomeCard, MeasureCard:
		box.Radius = 4.4
	case ActivityCard:
		c.add(Rect{X: x, Y: y - 0.15, W: 1.6, H: high + 0.3, Fill: accent})
	}
	c.shapes[frame] = box
	return high
}

// drawRows draws rows to write on under one another from y, closer than usual by so many
// mm, and gives where they end.
func (c *chartMaker) drawRows(rows []cardRow, x, y, wide, closer float64) float64 {
	for _, row := range rows {
		y -= closer
		switch {
		case row.lines > 0:
			c.text(x, y+7, row.begin, c.size+2, true, ink, Left)
			for range row.lines {
				y += writingGap
				c.writingLine(x, y, wide)
			}
		case row.ask != "":
			y += blankLabelUp - leading(c.small)
			for _, line := range wrap(c.o.Metrics, row.ask, c.small, false, wide) {
				y += leading(c.small)
				c.text(x, y, line, c.small, false, mute, Left)
			}
			y += blankLine
			c.writingLine(x, y, wide)
		case row.objectives:
			y = c.objectiveBoxes(x, y+7.6, wide)
		case len(row.boxes) > 0:
			y = c.tickBoxes(row.boxes, x, y+6.2, wide)
		default:
			y += 7.3
			c.drawBlanks(row.blanks, x, y, wide)
		}
	}
	return y
}

func (c *chartMaker) writingLine(x, y, wide float64) {
	c.add(straight(x, y, x+wide, y, Stroke{Colour: rule, Width: 0.75 * mmPerPoint}))
}

// drawBlanks draws words with lines behind them; words without a part only lead in.
func (c *chartMaker) drawBlanks(blanks []blank, x, y, wide float64) {
	const gap = 1.6
	taken, parts := 0.0, 0.0
	for _, b := range blanks {
		taken += c.width(b.word, c.blankSize(b), c.isLetter(b)) + gap
		if b.part > 0 {
			taken += 2 * gap
		}
		parts += b.part
	}
	for _, b := range blanks {
		colour := ink
		if b.part > 0 && !c.isLetter(b) {
			colour = mute
		}
		c.text(x, y, b.word, c.blankSize(b), c.isLetter(b), colour, Left)
		x += c.width(b.word, c.blankSize(b), c.isLetter(b)) + gap
		if b.part > 0 {
			line := min(max((wide-taken)*b.part/parts, 4), 34)
			c.writingLine(x, y+0.9, line)
			x += line + 2*gap
		} else {
			x += gap
		}
	}
}

// isLetter tells that a blank is for the number of a card, behind its letter.
func (c *chartMaker) isLetter(b blank) bool { return len(b.word) == 1 }

func (c *chartMaker) blankSize(b blank) float64 {
	if b.part > 0 && !c.isLetter(b) {
		return c.small
	}
	return c.size
}

// tickBoxes draws boxes with their words, on as many lines as they need, and gives the
// baseline of the last.
func (c *chartMaker) tickBoxes(names []string, x, y, wide float64) float64 {
	left, step := x, wide/max(float64(len(names)), 2)
	for _, name := range names {
		if name == "" {
			continue
		}
		own := tickBox + 1.8 + c.width(name, c.size, false)
		if x > left && x+own > left+wide {
			x, y = left, y+1.4*leading(c.size)
		}
		c.add(Rect{X: x, Y: y - tickBox + 0.5, W: tickBox, H: tickBox, Fill: white, Stroke: Stroke{Colour: ink, Width: 0.3}})
		c.text(x+tickBox+1.8, y, name, c.size, false, ink, Left)
		x += max(step, own+3)
	}
	return y
}

// objectiveBoxes draws the shapes of the objectives as outlines to be ticked, on as many
// lines as they need, and gives the baseline of the last.
func (c *chartMaker) objectiveBoxes(x, y, wide float64) float64 {
	thin := Stroke{Colour: ink, Width: 0.3}
	taken := 0.0
	for _, o := range model.Objectives {
		taken += tickBox + 1 + c.width(c.objectiveName(o), c.size, false)
	}
	left, gap := x, min(max((wide-taken)/float64(len(model.Objectives)-1), 0.8), 6)
	for _, o := range model.Objectives {
		own := tickBox + 1 + c.width(c.objectiveName(o), c.size, false)
		if x > left && x+own > left+wide+0.1 {
			x, y = left, y+1.4*leading(c.size)
		}
		for _, shape := range objectiveShape(string(o), x+tickBox/2, y-middle(c.size), tickBox*0.92, white) {
			switch s := shape.(type) {
			case Rect:
				s.Stroke = thin
				c.add(s)
			case Path:
				s.Stroke = thin
				c.add(s)
			}
		}
		c.text(x+tickBox+1, y, c.objectiveName(o), c.size, false, ink, Left)
		x += own + gap
	}
	return y
}

func (c *chartMaker) objectiveName(o model.Objective) string {
	return strings.ToLower(c.say("choice.objective." + string(o)))
}

// cardsAlt says which cards there are and what each kind asks.
func (c *chartMaker) cardsAlt(cards []BlankCard) string {
	sentences := []string{c.say("chart.card.alt", words.With{"N": len(cards)})}
	var kinds []CardKind
	numbers := map[CardKind][]string{}
	for _, card := range cards {
		if numbers[card.Kind] == nil {
			kinds = append(kinds, card.Kind)
		}
		numbers[card.Kind] = append(numbers[card.Kind], card.Number)
	}
	for _, kind := range kinds {
		sentences = append(sentences, c.say("chart.card.alt.kind", words.With{"Numbers": c.o.Words.And(numbers[kind]),
			"Kind": c.cardSay(kind, "kind"), "Question": c.cardSay(kind, "question")}))
		for _, row := range c.cardRows(kind) {
			if row.ask != "" {
				sentences = append(sentences, row.ask)
			}
		}
	}
	return strings.Join(sentences, " ")
}

// Question is one thing a sheet asks, with so many lines to write on.
type Question struct {
	Number int
	Text   string
	Lines  int
}

// QuestionSheet draws questions with lines to write on, under rows of short blanks such
// as the date. In large print each question is a picture, the first with the blanks.
func QuestionSheet(blanks [][]string, questions []Question, o ChartOptions) []Picture {
	return inLargePrint(o, func(o ChartOptions) []Picture {
		if !o.even {
			return []Picture{newChart(o).questions(blanks, questions)}
		}
		var pictures []Picture
		for i := range questions {
			pictures = append(pictures, newChart(o).questions(blanks, questions[i:i+1]))
			blanks = nil
		}
		return pictures
	})
}

func (c *chartMaker) questions(blanks [][]string, questions []Question) Picture {
	const indent = 8
	y := 0.0
	var said []string
	for _, row := range blanks {
		y = c.longBlanks(row, y)
		said = append(said, c.say("chart.questions.alt.blanks", words.With{"List": c.o.Words.And(row)}))
	}
	if len(blanks) > 0 {
		y += 3
	}
	for _, q := range questions {
		number := c.say("chart.questions.number", words.With{"Number": q.Number})
		y += 7.6
		c.text(0, y, number, c.size, true, accent, Left)
		for k, line := range wrap(c.o.Metrics, q.Text, c.size, true, c.o.Width-indent) {
			if k > 0 {
				y += leading(c.size)
			}
			c.text(indent, y, line, c.size, true, ink, Left)
		}
		for range q.Lines {
			y += writingGap
			c.writingLine(indent, y, c.o.Width-indent)
		}
		said = append(said, c.say("chart.questions.alt", words.With{"Number": number, "Text": q.Text, "N": q.Lines}))
	}
	return Picture{Width: c.o.Width, Height: y + 0.5, Title: c.say("chart.questions.title"), Alt: strings.Join(said, " "), Shapes: c.shapes}
}

// longBlanks shares a row out among words and the lines behind them, or gives each a row
// of its own where that is too narrow. It gives where they end.
func (c *chartMaker) longBlanks(names []string, y float64) float64 {
	const narrow = 70
	step := c.o.Width / float64(max(len(names), 1))
	x := 0.0
	for i, name := range names {
		if i == 0 || step < narrow {
			x, y = 0, y+writingGap
		}
		right := x + step - 4
		if step < narrow {
			right = c.o.Width
		}
		wide := c.width(name, c.size, false) + 2
		c.text(x, y, name, c.size, false, ink, Left)
		c.writingLine(x+wide, y+0.9, max(right-x-wide, 5))
		x += step
	}
	return y
}
