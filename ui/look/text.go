package look

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is words in one of the four sizes, wrapped to the width it is given, with no
// padding of its own: its first line starts at its very corner. It grows in height
// and tells so by HeightFor. Its setters give the text back, so that they chain:
//
//	look.NewText("What is not right now.").Caption().In(look.Muted)
type Text struct {
	widget.BaseWidget
	runs      []Run
	size      fyne.ThemeSizeName
	color     fyne.ThemeColorName
	semibold  bool
	align     fyne.TextAlign
	oneLine   bool
	maxLines  int
	tight     bool
	underline bool

	wrapped wrappedText
	drawn   bool // there is a renderer: before that, a change has nothing to draw anew
}

// wrappedText keeps the last result of wrapping with what it was made from.
type wrappedText struct {
	lines       [][]Run
	width, size float32
	minWidth    float32 // the longest word at this size, negative until it is asked for
	oneLine     float32 // the width on one line, if it was asked for at this size
	valid       bool
}

// NewText gives a text in the body size, in ink, that wraps.
func NewText(text string) *Text {
	return NewRichText(Run{Text: text})
}

// NewRichText gives a text of several runs, such as a semibold name in a sentence.
func NewRichText(runs ...Run) *Text {
	t := &Text{runs: runs, size: Body, color: Ink}
	t.ExtendBaseWidget(t)
	return t
}

// Sized sets one of the four text sizes.
func (t *Text) Sized(name fyne.ThemeSizeName) *Text { t.size = name; return t.changed() }

// Caption sets the smallest size, 13.
func (t *Text) Caption() *Text { return t.Sized(Caption) }

// Subheading sets size 18, semibold.
func (t *Text) Subheading() *Text { return t.Sized(Subheading).Semibold() }

// Heading sets size 26, semibold: the title of a page.
func (t *Text) Heading() *Text { return t.Sized(Heading).Semibold() }

// Semibold sets the weight 600.
func (t *Text) Semibold() *Text { t.semibold = true; return t.changed() }

// In sets the colour.
func (t *Text) In(name fyne.ThemeColorName) *Text { t.color = name; return t.changed() }

// Aligned sets leading, centred or trailing lines.
func (t *Text) Aligned(align fyne.TextAlign) *Text { t.align = align; return t.changed() }

// OneLine stops the wrapping: the text is as wide as its words are.
func (t *Text) OneLine() *Text { t.oneLine = true; return t.changed() }

// AtMost cuts the text after so many lines; use it only where the full text stands
// beside it. None are cut at 0.
func (t *Text) AtMost(lines int) *Text { t.maxLines = lines; return t.changed() }

// tightened sets the lines of a card closer than those of a page.
func (t *Text) tightened() *Text { t.tight = true; return t.changed() }

// underlined shows that the words act.
func (t *Text) underlined() *Text { t.underline = true; return t.changed() }

func (t *Text) pitch() float32 {
	if t.tight {
		return tightPitch(theme.Size(t.size))
	}
	return TextPitch(t.size)
}

// SetText changes the words.
func (t *Text) SetText(text string) {
	if len(t.runs) == 1 && t.runs[0] == (Run{Text: text}) {
		return
	}
	t.SetRuns(Run{Text: text})
}

// SetRuns changes the words, with weights and colours within.
func (t *Text) SetRuns(runs ...Run) {
	if slices.Equal(t.runs, runs) {
		return
	}
	t.runs = runs
	t.changed()
}

// SetColor changes the colour of a text that is shown already.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	if t.color != name {
		t.In(name)
	}
}

// setSemibold changes the weight of a text that is shown already.
func (t *Text) setSemibold(semibold bool) {
	if t.semibold != semibold {
		t.semibold = semibold
		t.changed()
	}
}

// String is the plain text.
func (t *Text) String() string {
	var all string
	for _, run := range t.runs {
		all += run.Text
	}
	return all
}

func (t *Text) changed() *Text {
	t.wrapped.valid = false
	if t.drawn {
		t.Refresh()
	}
	return t
}

// lines wraps at a width; 0 is on one line.
func (t *Text) lines(width float32) [][]Run {
	size := theme.Size(t.size)
	if t.oneLine || width <= 0 {
		width = 1e6
	}
	if t.wrapped.valid && t.wrapped.width == width && t.wrapped.size == size {
		return t.wrapped.lines
	}
	if !t.wrapped.valid || t.wrapped.size != size {
		t.wrapped.minWidth, t.wrapped.oneLine = -1, 0
	}
	runs := t.runs
	if t.semibold {
		runs = slices.Clone(runs)
		for i := range runs {
			runs[i].Semibold = true
		}
	}
	// Widths are measured word by word; half a unit covers the difference to the whole line.
	t.wrapped.lines = wrapRuns(runs, width+0.5, size)
	if t.maxLines > 0 && len(t.wrapped.lines) > t.maxLines {
		t.wrapped.lines = t.wrapped.lines[:t.maxLines]
	}
	t.wrapped.width, t.wrapped.size, t.wrapped.valid = width, size, true
	return t.wrapped.lines
}

// longest is the width of the word with the most letters, at most ten letters' worth: a
// longer word is broken rather than let it widen the window.
func (t *Text) longest(size float32) float32 {
	var widest float32
	for _, run := range t.runs {
		longest := ""
		for word := range strings.FieldsSeq(run.Text) {
			if len(word) > len(longest) {
				longest = word
			}
		}
		widest = max(widest, TextWidth(longest, size, run.bold() || t.semibold))
	}
	return min(widest, 10*size)
}

// HeightFor is the height the text needs at a width.
func (t *Text) HeightFor(width float32) float32 {
	return float32(len(t.lines(width))) * t.pitch()
}

// WidthOnOneLine is the width the text would take without wrapping.
func (t *Text) WidthOnOneLine() float32 {
	size := theme.Size(t.size)
	if t.wrapped.valid && t.wrapped.size == size && t.wrapped.oneLine > 0 {
		return t.wrapped.oneLine
	}
	var widest float32
	for _, line := range wrapRuns(t.runs, 1e6, size) {
		widest = max(widest, t.lineWidth(line))
	}
	if t.wrapped.valid && t.wrapped.size == size {
		t.wrapped.oneLine = widest
	}
	return widest
}

func (t *Text) lineWidth(line []Run) float32 {
	var width float32
	for _, run := range line {
		width += TextWidth(run.Text, theme.Size(t.size), run.bold() || t.semibold)
	}
	return width
}

// Resize wraps anew when the width has changed.
func (t *Text) Resize(size fyne.Size) {
	if size == t.Size() {
		return
	}
	t.BaseWidget.Resize(size)
	t.Refresh()
}

// CreateRenderer is for Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.drawn = true
	return Standing(t, &textRenderer{text: t})
}

type textRenderer struct {
	text    *Text
	pieces  []*canvas.Text
	rules   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Layout(fyne.Size)             { r.arrange() }

func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	width := t.Size().Width
	height := t.HeightFor(width)
	if t.oneLine {
		return fyne.NewSize(t.WidthOnOneLine(), height)
	}
	if t.wrapped.minWidth < 0 {
		t.wrapped.minWidth = t.longest(t.wrapped.size)
	}
	return fyne.NewSize(t.wrapped.minWidth, height)
}

func (r *textRenderer) Refresh() {
	r.arrange()
	canvas.Refresh(r.text)
}

// arrange sets one canvas.Text for each run of each line, reusing those there are.
func (r *textRenderer) arrange() {
	t := r.text
	size, pitch := theme.Size(t.size), t.pitch()
	used, ruled := 0, 0
	for row, line := range t.lines(t.Size().Width) {
		x := float32(0)
		switch t.align {
		case fyne.TextAlignCenter:
			x = (t.Size().Width - t.lineWidth(line)) / 2
		case fyne.TextAlignTrailing:
			x = t.Size().Width - t.lineWidth(line)
		}
		for _, run := range line {
			piece := r.piece(used)
			used++
			r.paint(piece, run, size)
			piece.Move(fyne.NewPos(x, float32(row)*pitch-textLift))
			switch {
			case t.underline:
				r.underline(ruled, piece, piece.Color, 1)
				ruled++
			case run.Marked:
				r.underline(ruled, piece, theme.Color(Attention), 2)
				ruled++
			}
			x += TextWidth(run.Text, size, piece.TextStyle.Bold)
		}
	}
	r.objects = r.objects[:used]
	for i := range ruled {
		r.objects = append(r.objects[:used+i:used+i], r.rules[i])
	}
}

// underline draws the n-th line under a piece.
func (r *textRenderer) underline(n int, piece *canvas.Text, c color.Color, thick float32) {
	for n >= len(r.rules) {
		r.rules = append(r.rules, canvas.NewRectangle(nil))
	}
	r.rules[n].FillColor = c
	placeUnderline(r.rules[n], piece, thick)
}

func (r *textRenderer) piece(i int) *canvas.Text {
	if i == len(r.pieces) {
		r.pieces = append(r.pieces, canvas.NewText("", nil))
	}
	if i >= len(r.objects) {
		r.objects = append(r.objects[:i:i], r.pieces[i])
	}
	return r.pieces[i]
}

func (r *textRenderer) paint(piece *canvas.Text, run Run, size float32) {
	name := r.text.color
	if run.Color != "" {
		name = run.Color
	}
	setText(piece, run.Text, size, run.bold() || r.text.semibold, name)
}

// setText changes a piece of text and redraws it only where something differs.
func setText(piece *canvas.Text, text string, size float32, semibold bool, name fyne.ThemeColorName) {
	c := theme.Color(name)
	if piece.Text == text && piece.TextSize == size && piece.TextStyle.Bold == semibold && piece.Color == c {
		return
	}
	piece.Text, piece.TextSize, piece.TextStyle.Bold, piece.Color = text, size, semibold, c
	piece.FontSource = Typeface(text, semibold)
	piece.Resize(fyne.NewSize(TextWidth(text, size, semibold), LineHeight(size, semibold)))
	piece.Refresh()
}

// textLift brings letters up to where the drawings have them: Fyne rounds the height
// above the base line up.
const textLift float32 = 1

// setMiddle puts a piece of text with its left at x and its middle at the height y.
func setMiddle(piece *canvas.Text, x, y float32) {
	piece.Move(fyne.NewPos(x, y-LineHeight(piece.TextSize, piece.TextStyle.Bold)/2-textLift))
}

// placeUnderline puts a line under a piece of text. Fyne's own touches the letters.
func placeUnderline(rule *canvas.Rectangle, piece *canvas.Text, thick float32) {
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(piece.Text, piece.TextSize, piece.TextStyle, piece.FontSource)
	rule.Move(piece.Position().AddXY(0, float32(math.Ceil(float64(baseline)))+2))
	rule.Resize(fyne.NewSize(size.Width, thick))
}
