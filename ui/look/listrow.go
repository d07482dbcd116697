package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// RowData is what a row of a list shows of a record.
type RowData struct {
	Kind   Kind   // its shape and colour; NoKind shows Icon instead
	Icon   Icon   // a line icon, for what has no kind
	Number string // such as "N5"
	Title  string // wraps, so that the row grows
	Second string // a quiet line
	Gap    string // what is missing, in words, with a triangle: "2 missing"
	Note   string // at the right when there is no gap, such as "3 goals"
	Mark   Icon   // before the note, such as WinWin(true, true, true)
}

func (d RowData) icon() (Icon, fyne.ThemeColorName) {
	if d.Kind != NoKind {
		return d.Kind.Icon(), d.Kind.Color()
	}
	return d.Icon, Muted
}

// side is what stands at the right: an icon, words and their colours.
func (d RowData) side() (icon Icon, tone fyne.ThemeColorName, words string, ink fyne.ThemeColorName) {
	if d.Gap != "" {
		return IconAttention, Attention, d.Gap, Attention
	}
	return d.Mark, Primary, d.Note, Ink
}

// rowFace is what a row shows and how it is drawn, without the keyboard and the mouse.
type rowFace struct {
	data    RowData
	joined  bool
	boxed   bool
	inside  bool // the ring stands inside, where a list would cut it off
	chosen  bool
	divider bool
	hovered bool
	ring    bool // the row has the focus, or the list that holds it has
	known   rowHeight
}

// rowHeight keeps a height with what it was worked out for.
type rowHeight struct {
	width, scale float32
	data         RowData
	height       float32
}

// ListRow shows a record in a list: shape and number, title, a second line, and at the
// right what is missing. A joined row has its shape at the left and stands in a panel
// with others (NewRows), parted by lines.
type ListRow struct {
	pressable
	// OnTapped is called by a click, Enter or Space.
	OnTapped func()

	face rowFace
}

// NewListRow gives a row as it stands in a list beside a form.
func NewListRow(data RowData, tapped func()) *ListRow {
	return newListRow(rowFace{data: data}, tapped)
}

// NewJoinedRow gives a row for NewRows, such as a piece of evidence in a form.
func NewJoinedRow(data RowData, tapped func()) *ListRow {
	return newListRow(rowFace{data: data, joined: true}, tapped)
}

// NewBoxedRow gives a row with a border of its own and a semibold title, such as a file
// to carry on with.
func NewBoxedRow(data RowData, tapped func()) *ListRow {
	return newListRow(rowFace{data: data, joined: true, boxed: true}, tapped)
}

func newListRow(face rowFace, tapped func()) *ListRow {
	r := &ListRow{face: face, OnTapped: tapped}
	r.act = func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	}
	r.extend(r)
	return r
}

// Set shows another record.
func (r *ListRow) Set(data RowData) {
	if r.face.data != data {
		r.face.data = data
		r.Refresh()
	}
}

// Data is what the row shows.
func (r *ListRow) Data() RowData { return r.face.data }

// SetChosen shows the row as the one whose form is open.
func (r *ListRow) SetChosen(chosen bool) {
	if r.face.chosen != chosen {
		r.face.chosen = chosen
		r.Refresh()
	}
}

// WithDivider draws a line under the row, unless it is chosen.
func (r *ListRow) WithDivider(divider bool) *ListRow {
	if r.face.divider != divider {
		r.face.divider = divider
		r.Refresh()
	}
	return r
}

// AccessibilityLabel reads the row out.
func (r *ListRow) AccessibilityLabel() string {
	d := r.face.data
	return d.Number + " " + d.Title + ". " + d.Second + " " + d.Gap + d.Note
}

// AccessibilityRole is for Fyne.
func (r *ListRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// HeightFor is the height at a width, with the title wrapped.
func (r *ListRow) HeightFor(width float32) float32 { return r.face.heightFor(width) }

// CreateRenderer is for Fyne.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer {
	return r.face.renderer(r, func() {
		r.face.hovered, r.face.ring = r.hovered && r.OnTapped != nil, r.focused
	})
}

func (r *rowFace) looks() boxLook {
	l := boxLook{fill: Clear, radius: RadiusCard, focused: r.ring}
	if r.joined {
		l.radius = RadiusField
	}
	if r.boxed {
		l = boxLook{fill: Paper, edge: Line, border: 1, radius: RadiusCard, focused: r.ring}
	}
	switch {
	case r.chosen && r.boxed:
		l.fill = PrimaryTint
	case r.chosen:
		l.fill, l.edge, l.border = PrimaryTint, Primary, 1
	case r.hovered:
		l.fill = Sunk
	}
	return l
}

// rowPlaces says where the parts of a row stand at a width.
type rowPlaces struct {
	left, right             float32 // of the texts
	title, second, height   float32 // tops and the whole
	titleIndent, sideMiddle float32
	iconX, iconMiddle       float32
}

const (
	rowLeft   float32 = 17
	rowRight  float32 = 13
	rowTop    float32 = 9
	joinedTop float32 = 6
)

func (r *rowFace) places(width float32) rowPlaces {
	if r.joined {
		return r.joinedPlaces(width)
	}
	p := rowPlaces{left: rowLeft, right: width - rowRight, iconX: rowLeft}
	y := rowTop
	d := r.data
	if icon, _ := d.icon(); icon != NoIcon || d.Number != "" {
		p.iconMiddle = y + TextPitch(Caption)/2
		p.sideMiddle = p.iconMiddle
		y += TextPitch(Caption) + 3
	} else {
		p.sideMiddle = y + TextPitch(Body)/2
		p.right -= r.sideWidth()
	}
	p.title = y
	y += float32(len(r.titleLines(p.right-p.left))) * TextPitch(Body)
	p.second = y + 1
	if d.Second != "" {
		y = p.second + float32(len(Wrap(d.Second, p.right-p.left, theme.Size(Caption), false)))*TextPitch(Caption)
	}
	p.height = y + rowTop
	return p
}

func (r *rowFace) joinedPlaces(width float32) rowPlaces {
	d := r.data
	p := rowPlaces{left: 13, iconX: 13, right: width - rowRight - r.sideWidth()}
	if icon, _ := d.icon(); icon != NoIcon {
		p.left += Scaled(18) + 12
	}
	if d.Number != "" {
		p.titleIndent = TextWidth(d.Number, theme.Size(Caption), true) + 8
	}
	top := joinedTop
	if r.boxed {
		p.left, p.iconX, top = p.left+2, p.iconX+2, 11
	}
	p.title = top
	y := p.title + float32(len(r.titleLines(p.right-p.left)))*TextPitch(Body)
	p.second = y
	if d.Second != "" {
		y += float32(len(Wrap(d.Second, p.right-p.left, theme.Size(Caption), false))) * TextPitch(Caption)
	}
	p.height = y + top + 1
	p.iconMiddle, p.sideMiddle = p.height/2, p.height/2
	return p
}

func (r *rowFace) titleLines(width float32) []string {
	if r.joined && r.data.Number != "" {
		width -= TextWidth(r.data.Number, theme.Size(Caption), true) + 8
	}
	return Wrap(r.data.Title, max(width, Scaled(60)), theme.Size(Body), false)
}

func (r *rowFace) sideWidth() float32 {
	icon, _, words, _ := r.data.side()
	if words == "" && icon == NoIcon {
		return 0
	}
	width := TextWidth(words, theme.Size(Caption), true) + 8
	if icon != NoIcon {
		width += Scaled(16) + 6
	}
	return width
}

func (r *rowFace) heightFor(width float32) float32 {
	if known := (rowHeight{width, Scale(), r.data, r.known.height}); r.known != known {
		known.height = r.places(width).height
		r.known = known
	}
	return r.known.height
}

// renderer draws the face for a widget; sync brings the widget's state into the face.
func (r *rowFace) renderer(w fyne.Widget, sync func()) fyne.WidgetRenderer {
	p := &rowParts{
		row: r, frame: newBox(),
		bar: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		icon: newGlyph(16), sideIcon: newGlyph(16),
		number: canvas.NewText("", nil), side: canvas.NewText("", nil),
		title: NewText(""), second: NewText("").Caption().In(Muted),
	}
	p.frame.inside = r.inside || r.joined && !r.boxed
	p.bar.CornerRadius = 2
	if r.joined {
		p.icon.side = 18
	}
	objects := append(p.frame.objects(), p.line, p.bar, p.icon.Image, p.sideIcon.Image, p.number, p.side, p.title, p.second)
	return (&painting{
		widget: w, objects: objects, arrange: p.arrange,
		paint: func() {
			sync()
			p.paint()
		},
		min: func() fyne.Size {
			return fyne.NewSize(Scaled(120), r.heightFor(w.Size().Width))
		},
	}).start()
}

// rowParts are the drawn parts of a row.
type rowParts struct {
	row            *rowFace
	frame          *box
	bar, line      *canvas.Rectangle
	icon, sideIcon *glyph
	number, side   *canvas.Text
	title, second  *Text
}

func (p *rowParts) paint() {
	r, d := p.row, p.row.data
	p.frame.paint(r.looks())
	p.bar.FillColor, p.line.FillColor = theme.Color(Primary), theme.Color(Line)
	p.bar.Hidden, p.line.Hidden = !r.chosen || r.boxed, r.chosen || !r.divider
	icon, tone := d.icon()
	if r.boxed {
		tone = Primary
	}
	p.icon.show(icon, tone)
	icon, tone, words, ink := d.side()
	if r.boxed {
		ink = Muted
	}
	p.sideIcon.show(icon, tone)
	setText(p.side, words, theme.Size(Caption), !r.boxed, ink)
	setText(p.number, d.Number, theme.Size(Caption), true, Ink)
	p.title.SetText(d.Title)
	plain := d.Number == "" && d.Kind == NoKind && d.Icon == NoIcon
	p.title.setSemibold(r.boxed || r.chosen && plain)
	p.second.SetText(d.Second)
	p.second.Hidden = d.Second == ""
}

func (p *rowParts) arrange(size fyne.Size) {
	at := p.row.places(size.Width)
	p.frame.arrange(fyne.Position{}, size)
	p.bar.Move(fyne.NewPos(6, 11))
	p.bar.Resize(fyne.NewSize(4, size.Height-22))
	p.line.Move(fyne.NewPos(0, size.Height-1))
	p.line.Resize(fyne.NewSize(size.Width, 1))
	p.icon.place(at.iconX, at.iconMiddle)
	numberX, numberMiddle := at.left+p.icon.span()+5, at.iconMiddle
	if p.row.joined {
		numberX, numberMiddle = at.left, at.title+TextPitch(Body)/2
	} else if p.icon.span() == 0 {
		numberX = at.left
	}
	setMiddle(p.number, numberX, numberMiddle)
	sideX := size.Width - rowRight - p.side.Size().Width
	setMiddle(p.side, sideX, at.sideMiddle)
	p.sideIcon.place(sideX-p.sideIcon.span()-6, at.sideMiddle)
	p.title.Move(fyne.NewPos(at.left+at.titleIndent, at.title))
	p.title.Resize(fyne.NewSize(at.right-at.left-at.titleIndent, at.second-at.title))
	p.second.Move(fyne.NewPos(at.left, at.second))
	p.second.Resize(fyne.NewSize(at.right-at.left, max(0, at.height-at.second)))
}
