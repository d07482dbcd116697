// Package costs is the page of costs and funding: tables that behave like a
// spreadsheet, and below them a strip that says at all times whether the money adds up.
//
// A row is a cost over all years, which the plan holds as one record a year (see
// linesOf). What is typed is read by readWorking, readSum and their like and stored by a
// writer, as one edit a cell; a sum is never kept beside its working, it follows from
// it. The forms of package forms are behind the tables for what has no column.
package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/forms"
	"commonplan/ui/look"
)

// Page is the page. Use [New].
type Page struct {
	desk   forms.Desk
	shell  forms.Shell
	words  *words.Words
	object *fyne.Container
	table  fyne.CanvasObject
	forms  *forms.Page // nil until it is first wanted
	behind bool        // the forms are shown
	narrow bool        // the window is

	costs, funding, inKind *part
	active                 *part
	begun                  bool // somebody has been in the table of costs
	years                  int  // how many have a column
	planned                int  // how many the plan has
	asked                  int  // how many somebody asked for
	pence                  bool // a sum is not in whole pounds

	copied *look.Button
	scroll *look.Scroll
	body   *fyne.Container // what scrolls
	left   *fyne.Container
	right  *fyne.Container
	strip  *fyne.Container
}

// New gives the page.
func New(desk forms.Desk, shell forms.Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), object: container.NewStack()}
	p.costs = p.newCosts()
	p.funding = p.newFunding()
	p.inKind = p.newInKind()
	p.active = p.costs
	p.build()
	p.fill()
	p.object.Objects = []fyne.CanvasObject{p.table}
	return p
}

// build puts the parts of the page together.
func (p *Page) build() {
	var this *look.Button
	this = look.NewButton(p.words.Say("costs.this_line"), func() { p.menuUnder(this) }).Small().WithTail(look.IconChevronDown)
	p.copied = look.NewButton(p.words.Say("costs.copy"), p.copy).Small().WithIcon(look.IconChart)
	add := look.NewButton(p.words.Say("costs.add"), p.addLine).Small().WithIcon(look.IconPlus)
	head := look.NewPageHead(p.words.Say("insight.step.costs"), "", this, add, p.copied)
	p.left, p.right = look.VBox(12), look.VBox(16)
	p.body = container.NewStack()
	p.scroll = look.NewScroll(look.Inset(scrollTop, look.Margin, look.Margin, look.Margin, p.body))
	p.scroll.OnScrolled = func(fyne.Position) { p.showViews() }
	p.strip = container.NewStack()
	view := container.New(viewLayout{p}, p.scroll)
	p.table = look.Frame(look.Inset(16, look.Margin, 8, look.Margin, head), p.strip, nil, nil, view)
	at := func(o fyne.CanvasObject) offset { return func() float32 { return o.Position().Y } }
	p.costs.above = []offset{at(p.left), at(p.costs.sheet)}
	p.funding.above = []offset{at(p.right), at(p.funding.sheet)}
	p.inKind.above = []offset{at(p.right), at(p.inKind.sheet)}
}

// viewLayout tells the tables which part of them is in view.
type viewLayout struct{ page *Page }

func (l viewLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l viewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
	l.page.showViews()
}

// scrollTop is the space above the tables in what scrolls.
const scrollTop float32 = 4

func (t *part) top() float32 {
	top := scrollTop
	for _, get := range t.above {
		top += get()
	}
	return top
}

func (p *Page) parts() []*part { return []*part{p.costs, p.funding, p.inKind} }

func (p *Page) showViews() {
	for _, t := range p.parts() {
		top := p.scroll.Offset.Y - t.top()
		t.sheet.SetView(top, top+p.scroll.Size().Height)
	}
}

// reveal scrolls so that a part of a table is in view.
func (p *Page) reveal(t *part, top, bottom float32) {
	offset, height := p.scroll.Offset.Y, p.scroll.Size().Height
	if low := t.top() + bottom + look.Gap - height; offset < low {
		offset = low
	}
	if high := max(0, t.top()+top); offset > high {
		offset = high
	}
	if offset != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Hint says which keys do what, for the foot of the window.
func (p *Page) Hint() string {
	if p.behind {
		return ""
	}
	return p.words.Say("costs.hint")
}

// Areas are the parts of the page that F6 goes to.
func (p *Page) Areas() []func() {
	if p.behind {
		return p.forms.Areas()
	}
	return []func(){p.costs.sheet.Focus, p.funding.sheet.Focus, p.inKind.sheet.Focus}
}

// SetNarrow tells the forms whether the window is narrow; the tables find out themselves.
func (p *Page) SetNarrow(narrow bool) {
	if p.narrow = narrow; p.forms != nil {
		p.forms.SetNarrow(narrow)
	}
}

// Chosen is the record of the current row, or that whose form is shown.
func (p *Page) Chosen() model.ID {
	if p.behind {
		return p.forms.Chosen()
	}
	return p.active.chosen()
}

// Choose goes to the row of a record; what has none is shown as a form.
func (p *Page) Choose(id model.ID) {
	if p.behind {
		p.forms.Choose(id)
		return
	}
	for _, t := range p.parts() {
		if row := t.row(id); row >= 0 {
			if t.ids[row][0] != t.chosen() || t != p.active {
				p.use(t)
				t.sheet.Choose(string(t.ids[row][0]), t.sheet.Column())
			}
			t.sheet.Focus()
			return
		}
	}
	p.openForm(id)
}

// columns says in which column of a table a field is changed; the sums are apart.
var columns = map[string]int{
	"": nameColumn, "line": nameColumn, "activities": forColumn, "quantity": workingColumn, "working": workingColumn,
	"kind": kindColumn, "rate": firstYear, "year": firstYear, "source": 0, "status": statusColumn, "amount": amountColumn,
}

// Focus goes to the cell where a field of the current record is changed, or to its form.
func (p *Page) Focus(field string) {
	column, known := columns[field]
	if id := p.active.chosen(); !p.behind && !known && id != "" {
		p.openForm(id)
	}
	if p.behind {
		p.forms.Focus(field)
		return
	}
	if p.active == p.inKind {
		column = min(column, 1)
	}
	p.active.sheet.Choose(p.active.sheet.Key(), column)
	p.active.sheet.Focus()
}

// use makes a table the one that commands are about.
func (p *Page) use(t *part) {
	p.begun = p.begun || t == p.costs
	if p.active != t {
		p.active = t
		p.chose()
	}
}

// chose tells the window that another record is the current one.
func (p *Page) chose() {
	p.copied.SetText(p.words.Say("costs.copy"))
	p.shell.Chose()
}

// openForm shows the forms behind the tables, with that of a record.
func (p *Page) openForm(id model.ID) {
	if p.forms == nil {
		p.forms = forms.NewPage(p.desk, p.shell, insight.StepCosts)
	} else {
		p.forms.Changed(edit.Event{})
	}
	p.behind = true
	p.forms.SetNarrow(p.narrow)
	back := look.NewButton(p.words.Say("costs.back"), p.closeForm).Small().WithIcon(look.IconChevronLeft)
	p.object.Objects = []fyne.CanvasObject{look.Frame(look.Inset(16, look.Margin, 0, look.Margin, look.HBox(0, back)), nil, nil, nil, p.forms.Object())}
	p.object.Refresh()
	if id != "" {
		p.forms.Choose(id)
	}
	p.shell.Chose()
}

// closeForm shows the tables again, at the record whose form was open.
func (p *Page) closeForm() {
	id := p.forms.Chosen()
	p.behind = false
	p.object.Objects = []fyne.CanvasObject{p.table}
	p.object.Refresh()
	p.fill()
	for _, t := range p.parts() {
		if t.row(id) >= 0 {
			p.Choose(id)
			return
		}
	}
	p.active.sheet.Focus()
}

// Changed brings the page up to date.
func (p *Page) Changed(e edit.Event) {
	if p.behind {
		p.forms.Changed(e)
		return
	}
	p.fill()
}

// addLine adds a line below the current one, or at the end.
func (p *Page) addLine() {
	if p.begun {
		p.costs.add(p.costs.sheet.Row())
		return
	}
	p.costs.add(-1)
}

// menuUnder shows what can be done with the current line, under a button.
func (p *Page) menuUnder(button fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	p.active.menu(p.active.sheet.Row(), driver.AbsolutePositionForObject(button).AddXY(0, button.Size().Height+2))
}

// menu shows what can be done with a row.
func (t *part) menu(row int, at fyne.Position) {
	p := t.page
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if canvas == nil {
		return
	}
	item := func(key string, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(p.words.Say("costs.menu."+key), do)
		i.Disabled = row < 0
		return i
	}
	then := func(do func()) func() { return func() { do(); t.sheet.Focus() } }
	add := item("new", func() { t.add(row) })
	add.Disabled = false
	items := []*fyne.MenuItem{item("form", func() { p.openForm(t.ids[row][0]) }), add,
		item("up", then(func() { t.move(row, -1) })), item("down", then(func() { t.move(row, 1) })),
		item("remove", then(func() { t.remove(row) }))}
	if p.years < insight.MaxYears {
		year := fyne.NewMenuItem(p.words.Say("costs.menu.year"), p.addYear)
		items = append(items, fyne.NewMenuItemSeparator(), year)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), canvas, at)
}

// addYear gives one more year a column.
func (p *Page) addYear() {
	p.asked = p.years + 1
	p.fill()
	p.costs.sheet.Focus()
}
