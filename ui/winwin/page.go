// Package winwin is the page that shows which work serves several goals at once.
//
// It only shows: three panels count what the activities put their weight on, a table
// says which activity serves which goal and what it alone adds, and beside it stands the
// cheapest set that still reaches every outcome, with the needs it would leave. All of
// it is asked of package insight; nothing is worked out here.
package winwin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the page asks of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Later(do func()) // does something on this goroutine once there is time
}

// Shell is what the page asks of the window around it.
type Shell interface {
	GoTo(step insight.Step)
	ShowRecord(id model.ID) // opens a record's form
	ShowOnMap(id model.ID)  // opens the map with a record chosen
	Chose()                 // another record is chosen
}

// Page is the page. Use [New].
type Page struct {
	desk   Desk
	shell  Shell
	words  *words.Words
	object *fyne.Container
	scroll *look.Scroll

	serves []insight.Service
	table  *table // nil while there are no activities
	chosen model.ID
}

// New gives the page.
func New(desk Desk, shell Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), object: container.NewStack()}
	p.fill()
	return p
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Chosen is the activity that is chosen in the table.
func (p *Page) Chosen() model.ID { return p.chosen }

// Areas are the parts of the page that F6 goes to.
func (p *Page) Areas() []func() {
	at := p.place(p.chosen)
	if at < 0 {
		return nil
	}
	return []func(){p.table.row(at).Focus}
}

// Choose chooses an activity in the table; any other record is passed over.
func (p *Page) Choose(id model.ID) {
	for i, s := range p.serves {
		if s.Activity == id {
			p.choose(i)
		}
	}
}

// Changed brings the page up to date.
func (p *Page) Changed(edit.Event) {
	focused := p.focused()
	p.fill()
	if at := p.place(p.chosen); focused && at >= 0 {
		p.table.row(at).Focus()
	}
}

// focused tells whether a row of the table has the keyboard.
func (p *Page) focused() bool {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if canvas == nil || p.table == nil {
		return false
	}
	for _, row := range p.table.rows {
		if canvas.Focused() == row {
			return true
		}
	}
	return false
}

// place gives an activity's place in the table, -1 if it is not there.
func (p *Page) place(id model.ID) int {
	for i, s := range p.serves {
		if s.Activity == id {
			return i
		}
	}
	return -1
}

func (p *Page) choose(at int) {
	if p.chosen == p.serves[at].Activity {
		return
	}
	p.chosen = p.serves[at].Activity
	for i, row := range p.table.rows {
		row.SetChosen(i == at)
	}
	p.shell.Chose()
}

func (p *Page) fill() {
	plan := p.desk.Plan()
	p.table, p.serves = nil, nil
	head := look.NewPageHead(p.words.Say("insight.step.winwin"), p.words.Say("winwin.subtitle"))
	parts := []fyne.CanvasObject{head}
	if len(plan.Activities) == 0 {
		p.chosen = ""
		parts = append(parts, p.empty())
	} else {
		found := insight.WinWinOf(plan)
		p.serves = found.Services
		if p.place(p.chosen) < 0 {
			p.chosen = p.serves[0].Activity
		}
		parts = append(parts, p.balance(insight.BalanceOf(plan)))
		if len(plan.Goals) == 0 || found.Cheapest.Outcomes == 0 {
			parts = append(parts, look.NewAttentionBanner(p.words.Say("winwin.unlinked"),
				look.NewLink(p.words.Say("winwin.unlinked.link"), func() { p.shell.GoTo(insight.StepMap) })))
		}
		parts = append(parts, look.Fold(16, 310, []float32{2, 1}, p.newTable(plan), p.cheapest(plan, found.Cheapest)))
	}
	page := look.Inset(16, look.Margin, look.Margin, look.Margin, look.VBox(16, parts...))
	if p.scroll == nil {
		p.scroll = look.NewScroll(page)
		p.object.Objects = []fyne.CanvasObject{p.scroll}
	} else {
		p.scroll.Content = page
		p.scroll.Refit()
	}
	p.growLater()
}

// empty teaches what the page will show.
func (p *Page) empty() fyne.CanvasObject {
	return look.NewEmpty(look.WinWin(true, true, true), p.words.Say("winwin.empty"), p.words.Say("winwin.empty.line"),
		look.NewButton(p.words.Say("winwin.empty.button"), func() { p.shell.GoTo(insight.StepActivities) }))
}
