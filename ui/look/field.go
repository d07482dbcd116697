package look

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is a question in a form with a place to write the answer: its label above, a
// hint or what is wrong below. Dates, numbers and money are fields with a Check.
//
// Typing calls OnChanged at each letter; leaving the field or Enter calls OnCommit,
// once, if the text is not what it was. Esc brings back what was there before a text that
// could not be stored, or that is not handed on yet.
type Field struct {
	widget.BaseWidget
	// Entry is what one types into: it takes the focus and the shortcuts of editing.
	Entry *Entry
	// OnChanged is called with the text as it is typed.
	OnChanged func(text string)
	// OnCommit is called with the finished text, if it has changed and Check allows it.
	OnCommit func(text string)
	// OnEscape is called after Esc, when it has brought an old text back if there is one to bring.
	OnEscape func()
	// OnEnter is called by Enter, after OnCommit.
	OnEnter func()
	// OnFocus is called when the field gains and loses the focus.
	OnFocus func(focused bool)
	// Lasting keeps what is typed from Esc, where nothing hands it on but the page around.
	Lasting bool
	// Check says in one sentence what to write instead, or "" when the text can be stored.
	Check func(text string) string

	label, hint, wrong string
	icon               Icon
	rows               int // the least shown; 1 is a single line
	focused            bool
	quiet              bool
	committed          string
	suffix             string
}

// NewField gives a field of one line. The label may be empty where a head stands above.
func NewField(label string) *Field { return newField(label, 1) }

// NewTextArea gives a field of several lines that grows with its text, from so many rows.
func NewTextArea(label string, rows int) *Field { return newField(label, max(2, rows)) }

func newField(label string, rows int) *Field {
	f := &Field{label: label, rows: rows, Entry: newEntry(rows > 1)}
	f.Entry.OnChanged = f.typed
	f.Entry.onFocus = f.focusMoved
	f.Entry.onEnter = f.enter
	f.Entry.onCommit = f.Commit
	f.Entry.onTakeBack = f.takeBack
	f.Entry.onEscape = f.escape
	f.ExtendBaseWidget(f)
	return f
}

// Placeholder shows a quiet example while the field is empty.
func (f *Field) Placeholder(text string) *Field { f.Entry.SetPlaceHolder(text); return f }

// Hint puts a quiet sentence under the field.
func (f *Field) Hint(text string) *Field { f.hint = text; f.Refresh(); return f }

// WithIcon shows an icon at the left inside, such as the magnifier of a search.
func (f *Field) WithIcon(icon Icon) *Field { f.icon = icon; f.Refresh(); return f }

// WithSuffix shows quiet words at the right inside, such as "people".
func (f *Field) WithSuffix(text string) *Field { f.suffix = text; f.Refresh(); return f }

// Secret hides what is typed, or shows it again: for passwords. The check that switches
// it stands in the form, because Fyne's own, inside the entry, is out of the keyboard's reach.
func (f *Field) Secret(hidden bool) *Field {
	f.Entry.Password = hidden
	f.Entry.ActionItem = canvas.NewRectangle(color.Transparent) // in place of Fyne's own
	f.Entry.Refresh()
	return f
}

// Changed sets OnChanged, to chain.
func (f *Field) Changed(changed func(string)) *Field { f.OnChanged = changed; return f }

// Committed sets OnCommit, to chain.
func (f *Field) Committed(commit func(string)) *Field { f.OnCommit = commit; return f }

// Checked sets Check, to chain.
func (f *Field) Checked(check func(string) string) *Field { f.Check = check; return f }

// OnTab has Tab do something instead of going on to the next field.
func (f *Field) OnTab(do func()) { f.Entry.onTab = do }

// OnPaste is asked first what to do with a text from the clipboard; true if it used it.
func (f *Field) OnPaste(use func(text string) bool) { f.Entry.onPaste = use }

// Insert puts a text in at the cursor, in place of what is selected, telling nobody.
func (f *Field) Insert(text string) {
	f.quiet = true
	f.Entry.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: inHand(text)})
	f.quiet = false
	f.Refresh()
}

// inHand is a text that is pasted without being in the clipboard.
type inHand string

// Content is the text.
func (t inHand) Content() string { return string(t) }

// SetContent does nothing: an entry does not copy when it pastes.
func (inHand) SetContent(string) {}

// SetLabel changes the question.
func (f *Field) SetLabel(label string) { f.label = label; f.Refresh() }

// Label is the question.
func (f *Field) Label() string { return f.label }

// Text is what stands in the field now.
func (f *Field) Text() string { return f.Entry.Text }

// SetText shows a text without telling anybody, and takes away an error.
func (f *Field) SetText(text string) {
	f.committed = text
	f.wrong = ""
	if f.Entry.Text != text {
		f.quiet = true
		f.Entry.SetText(text)
		f.quiet = false
	}
	f.Refresh()
}

// SetError shows what is wrong, in one sentence that says what to write; "" takes it away.
// The typed text stays.
func (f *Field) SetError(sentence string) {
	if f.wrong != sentence {
		f.wrong = sentence
		f.Refresh()
	}
}

// Error is the sentence shown, or "".
func (f *Field) Error() string { return f.wrong }

// Focus puts the cursor into the field.
func (f *Field) Focus() { takeFocus(f.Entry) }

// Commit checks the text and hands it on, if it has changed since it was set.
func (f *Field) Commit() {
	text := f.Entry.Text
	if f.Check != nil {
		f.SetError(f.Check(text))
		if f.wrong != "" {
			return
		}
	}
	if text == f.committed {
		return
	}
	f.committed = text
	if f.OnCommit != nil {
		f.OnCommit(text)
	}
}

func (f *Field) typed(text string) {
	if f.quiet {
		return
	}
	// A mistake is only pointed out when the field is left, but taken back at once.
	if f.wrong != "" && (f.Check == nil || f.Check(text) == "") {
		f.SetError("")
	}
	if f.OnChanged != nil {
		f.OnChanged(text)
	}
	if f.rows > 1 {
		f.Refresh()
	}
}

func (f *Field) focusMoved(focused bool) {
	f.focused = focused
	f.Refresh()
	if !focused {
		f.Commit()
	}
	if f.OnFocus != nil {
		f.OnFocus(focused)
	}
}

// enter hands the text on, and tells the dialog around the field, if there is one.
func (f *Field) enter() {
	f.Commit()
	if f.OnEnter != nil {
		f.OnEnter()
		return
	}
	enterIn(f.Entry)
}

// takeBack puts the old text in place of one that could not be stored.
func (f *Field) takeBack() bool {
	if f.wrong == "" {
		return false
	}
	f.SetText(f.committed)
	return true
}

func (f *Field) escape() {
	if escapeFrom(f.Entry) {
		return
	}
	// Words that count at each letter are not wiped by a key: undo takes them back. A
	// sum or a date that is not finished is.
	if !f.Lasting && (f.wrong != "" || f.OnChanged == nil && f.rows == 1) {
		f.SetText(f.committed)
	}
	if f.OnEscape != nil {
		f.OnEscape()
	}
}

// Tapped puts the cursor into the field from its label, too.
func (f *Field) Tapped(*fyne.PointEvent) { f.Focus() }

// HeightFor is the height at a width, with the rows the text fills there.
func (f *Field) HeightFor(width float32) float32 {
	_, _, height := f.measure(width)
	return height
}

const (
	fieldInset   float32 = 3 // the entry stands this far inside its box at the sides
	belowLabel   float32 = 4
	aboveMessage float32 = 4
)

// measure gives the top and height of the box, and the height of it all.
func (f *Field) measure(width float32) (top, box, all float32) {
	top = labelHeight(f.label, width)
	box = f.boxHeight(width)
	all = top + box
	if message := f.message(); message != "" {
		room := width
		if f.wrong != "" {
			room -= Scaled(14) + 6
		}
		lines := 1
		if room > 0 {
			lines = len(Wrap(message, room, theme.Size(Caption), f.wrong != ""))
		}
		all += aboveMessage + float32(lines)*TextPitch(Caption)
	}
	return top, box, all
}

func (f *Field) message() string {
	if f.wrong != "" {
		return f.wrong
	}
	return f.hint
}

func (f *Field) boxHeight(width float32) float32 {
	if f.rows == 1 {
		return TextPitch(Body) + 15
	}
	return f.textHeight(width-2*fieldInset) + 17
}

// textHeight is the height of the rows that the text fills in an entry of a width.
func (f *Field) textHeight(width float32) float32 {
	rows := f.rows
	size := theme.Size(Body)
	if room := width - 2*theme.InnerPadding() - 1; room > size {
		rows = max(rows, len(Wrap(f.Entry.Text, room, size, false)))
	}
	return float32(rows) * fyne.MeasureText("M", size, fyne.TextStyle{}).Height
}

func (f *Field) looks() boxLook {
	l := boxLook{fill: Surface, edge: Edge, border: 1, radius: RadiusField, focused: f.focused}
	if f.wrong != "" {
		l.edge, l.border = Error, 2
	}
	if f.Entry.Disabled() {
		l.fill, l.edge = Paper, Line
	}
	return l
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	frame, relay := newBox(), newWheelRelay()
	lead, sign := newGlyph(16), newGlyph(14)
	label := NewText("").Caption().Semibold()
	suffix := NewText("").In(Muted).OneLine()
	message := NewText("").Caption()
	objects := append(frame.objects(), label, lead.Image, suffix, f.Entry, sign.Image, message, relay)
	paint := func() {
		frame.paint(f.looks())
		label.SetText(f.label)
		label.Hidden = f.label == ""
		suffix.SetText(f.suffix)
		lead.show(f.icon, Muted)
		message.SetText(f.message())
		message.Hidden = f.message() == ""
		tone, icon := Muted, NoIcon
		if f.wrong != "" {
			tone, icon = Error, IconAttention
		}
		sign.show(icon, tone)
		message.SetColor(tone)
		message.setSemibold(f.wrong != "")
	}
	return (&painting{
		widget: f, objects: objects, paint: paint,
		arrange: func(size fyne.Size) {
			top, box, _ := f.measure(size.Width)
			label.Resize(fyne.NewSize(size.Width, max(0, top-belowLabel)))
			frame.arrange(fyne.NewPos(0, top), fyne.NewSize(size.Width, box))
			left := fieldInset
			if f.icon != NoIcon {
				lead.place(12, top+box/2)
				left += 8 + lead.span()
			}
			right := fieldInset
			if f.suffix != "" {
				wide := suffix.WidthOnOneLine()
				suffix.Resize(fyne.NewSize(wide, TextPitch(Body)))
				suffix.Move(fyne.NewPos(size.Width-wide-13, top+(box-TextPitch(Body))/2))
				right += wide + 8
			}
			f.placeEntry(top, box, left, size.Width-left-right)
			relay.Move(fyne.NewPos(0, top))
			relay.Resize(fyne.NewSize(size.Width, box))
			below := top + box + aboveMessage
			sign.place(0, below+TextPitch(Caption)/2)
			indent := float32(0)
			if sign.span() > 0 {
				indent = sign.span() + 6
			}
			message.Move(fyne.NewPos(indent, below))
			message.Resize(fyne.NewSize(size.Width-indent, message.HeightFor(size.Width-indent)))
		},
		min: func() fyne.Size {
			return fyne.NewSize(Scaled(64), f.HeightFor(f.Size().Width))
		},
	}).start()
}

// placeEntry centres a line in its box; Fyne's entry has more padding than ours shows.
func (f *Field) placeEntry(top, box, left, width float32) {
	height := f.Entry.MinSize().Height
	if f.rows > 1 {
		height = f.textHeight(width) + 2*(theme.InnerPadding()+theme.Size(theme.SizeNameInputBorder))
	}
	f.Entry.Move(fyne.NewPos(left, top+(box-height)/2-textLift))
	f.Entry.Resize(fyne.NewSize(width, height))
}

// Trimmed is the text without spaces at its ends, as it is best stored.
func (f *Field) Trimmed() string { return strings.TrimSpace(f.Entry.Text) }
