package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// wordKey is a text in a typeface and size. The width of one that Fyne has to measure is
// kept, because shaping text costs far more than looking a number up.
type wordKey struct {
	word string
	size float32
	bold bool
}

const keptWords = 20_000

var wordWidths = make(map[wordKey]float32)

// TextWidth is the width of a text on one line. UI goroutine only: Fyne, too, keeps what
// it has measured without a lock.
func TextWidth(text string, size float32, semibold bool) float32 {
	if width, known := widthsOf(semibold).textWidth(text, size); known {
		return width
	}
	key := wordKey{text, size, semibold}
	if width, known := wordWidths[key]; known {
		return width
	}
	if len(wordWidths) >= keptWords {
		clear(wordWidths)
	}
	width := measure(text, size, semibold).Width
	wordWidths[key] = width
	return width
}

// lineKey is a line in a typeface and size; all that are alike are as high.
type lineKey struct {
	size float32
	bold bool
}

var lineHeights = make(map[lineKey]float32)

// LineHeight is how high Fyne draws a text on one line. UI goroutine only.
func LineHeight(size float32, semibold bool) float32 {
	key := lineKey{size, semibold}
	height, known := lineHeights[key]
	if !known {
		height = measure(" ", size, semibold).Height
		lineHeights[key] = height
	}
	return height
}

// Wrap breaks a text into lines no wider than width, at spaces where it can. A word
// that is wider than a line is broken inside. Newlines in the text are kept. There is
// always at least one line. UI goroutine only.
func Wrap(text string, width, size float32, semibold bool) []string {
	lines := wrapRuns([]Run{{Text: text, Semibold: semibold}}, width, size)
	out := make([]string, len(lines))
	for i, line := range lines {
		var b strings.Builder
		for _, part := range line {
			b.WriteString(part.Text)
		}
		out[i] = b.String()
	}
	return out
}

// Run is a stretch of text in one weight and colour. An empty colour is that of the
// text around it.
type Run struct {
	Text     string
	Semibold bool
	Color    fyne.ThemeColorName
	Marked   bool // underlined, and semibold: words that differ from another text
}

func (r Run) bold() bool { return r.Semibold || r.Marked }

// wrapper fills lines word by word.
type wrapper struct {
	width, size float32
	lines       [][]Run
	used        float32 // width of the last line so far
	gap         float32 // width of the space that waits before the next word
}

func wrapRuns(runs []Run, width, size float32) [][]Run {
	w := &wrapper{width: width, size: size, lines: [][]Run{nil}}
	for _, run := range runs {
		for i, paragraph := range strings.Split(run.Text, "\n") {
			if i > 0 {
				w.newLine()
			}
			w.addParagraph(run, paragraph)
		}
	}
	return w.lines
}

func (w *wrapper) newLine() {
	w.lines = append(w.lines, nil)
	w.used, w.gap = 0, 0
}

func (w *wrapper) addParagraph(run Run, text string) {
	if w.used == 0 && w.addWhole(run, text) {
		return
	}
	space := TextWidth(" ", w.size, run.bold())
	for text != "" {
		if text[0] == ' ' {
			w.gap += space
			text = text[1:]
			continue
		}
		word, _, _ := strings.Cut(text, " ")
		text = text[len(word):]
		for afterHyphen := false; word != ""; afterHyphen = true {
			head := untilHyphen(word)
			w.addWord(run, word[:head], afterHyphen)
			word = word[head:]
		}
	}
}

// narrow is less than the width of a letter on average, as a share of the text's size.
const narrow = 0.4

// addWhole puts a text on an empty line if it fits there as it is: that is known by
// measuring once, and not each word. A text that is too long by far is not tried.
func (w *wrapper) addWhole(run Run, text string) bool {
	if text == "" || text[0] == ' ' || text[len(text)-1] == ' ' || float32(len(text))*w.size*narrow > w.width {
		return false
	}
	wide := TextWidth(text, w.size, run.bold())
	if wide > w.width {
		return false
	}
	w.put(run, text)
	w.used, w.gap = wide, 0
	return true
}

// untilHyphen is the length of a word up to and with its first hyphen inside.
func untilHyphen(word string) int {
	at := strings.IndexAny(word, "-/")
	if at <= 0 || at == len(word)-1 {
		return len(word)
	}
	return at + 1
}

func (w *wrapper) addWord(run Run, word string, afterHyphen bool) {
	wide := TextWidth(word, w.size, run.bold())
	if w.used > 0 && w.used+w.gap+wide > w.width && (w.gap > 0 || afterHyphen) {
		w.newLine()
	}
	for wide > w.width && w.used == 0 {
		head := w.fitting(word, run.bold())
		if head == len(word) {
			break
		}
		w.put(run, word[:head])
		w.newLine()
		word = word[head:]
		wide = TextWidth(word, w.size, run.bold())
	}
	if w.used > 0 && w.gap > 0 {
		w.putSpace(run)
		w.used += w.gap
	}
	w.put(run, word)
	w.used += wide
	w.gap = 0
}

// putSpace puts the space before a word; the first of marked words is not marked with it.
func (w *wrapper) putSpace(run Run) {
	line := w.lines[len(w.lines)-1]
	if run.Marked && !line[len(line)-1].Marked {
		run = line[len(line)-1]
	}
	w.put(run, strings.Repeat(" ", w.spaces(run)))
}

func (w *wrapper) spaces(run Run) int {
	return max(1, int(w.gap/TextWidth(" ", w.size, run.bold())+0.5))
}

// fitting is how many bytes of a word, at least its first letter, fit on a line.
func (w *wrapper) fitting(word string, semibold bool) int {
	end := 0
	for i, letter := range word {
		next := i + len(string(letter))
		if end > 0 && TextWidth(word[:next], w.size, semibold) > w.width {
			break
		}
		end = next
	}
	return end
}

func (w *wrapper) put(run Run, text string) {
	last := len(w.lines) - 1
	line := w.lines[last]
	if n := len(line); n > 0 && line[n-1].Semibold == run.Semibold && line[n-1].Color == run.Color && line[n-1].Marked == run.Marked {
		line[n-1].Text += text
		return
	}
	w.lines[last] = append(line, Run{Text: text, Semibold: run.Semibold, Color: run.Color, Marked: run.Marked})
}

// pitchOf is the distance from line to line: the font's own, in whole units.
func pitchOf(size float32) float32 { return float32(int(size*1.424 + 0.05)) }

// TextPitch is the distance from line to line for one of the four text sizes.
func TextPitch(name fyne.ThemeSizeName) float32 { return pitchOf(theme.Size(name)) }

// tightPitch is the closer distance from line to line on a card.
func tightPitch(size float32) float32 { return float32(int(size*1.3 + 0.5)) }
