// Package timeline is the page of what happens when: activities as bars and milestones as
// diamonds over the months of the plan, as the paper prints them.
//
// A chart holds the rows and everything keys and pointer do to them; it stores nothing,
// but tells the [Page] what was asked for, which is one edit each. How months move and
// bend is in months.go and knows no screen. At the foot the months of the chosen row can
// be typed, “2-12” or “November to March”. The forms of milestones are behind the chart.
package timeline

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	view   fyne.CanvasObject // head, chart and foot
	forms  *forms.Page       // nil until they are first wanted
	behind bool              // the forms are shown
	narrow bool

	head   *look.PageHead
	chart  *chart
	scroll *look.Scroll
	body   *fyne.Container
	foot   *foot
}

// New gives the page.
func New(desk forms.Desk, shell forms.Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), object: container.NewStack(), chart: newChart()}
	p.chart.onChosen = p.chose
	p.chart.onMonths = p.setMonths
	p.chart.onMonth = p.setMonth
	p.chart.onType = func(text string) { p.foot.typeOver(text) }
	p.chart.onOpen = p.openForm
	p.chart.onDelete = p.remove
	p.chart.onReveal = p.reveal
	p.foot = newFoot(p)
	add := look.NewButton(p.words.Say("timeline.add"), p.add).Small().WithIcon(look.IconPlus)
	p.head = look.NewPageHead(p.words.Say("insight.step.timeline"), "", add)
	p.body = container.NewStack()
	p.scroll = look.NewScroll(look.Inset(aboveChart, look.Margin, look.Margin, look.Margin, p.body))
	p.scroll.OnScrolled = func(at fyne.Position) { p.chart.scrolled(at.Y - aboveChart) }
	p.view = look.Frame(look.Inset(16, look.Margin, 12, look.Margin, p.head), p.foot.object, nil, nil, p.scroll)
	p.fill()
	p.object.Objects = []fyne.CanvasObject{p.view}
	return p
}

// aboveChart is the space above the chart in what scrolls.
const aboveChart float32 = 4

func (p *Page) say(key string, with ...words.With) string {
	return p.words.Say("timeline."+key, with...)
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Hint says which keys do what, for the foot of the window.
func (p *Page) Hint() string {
	if p.behind || p.empty() {
		return ""
	}
	return p.say("hint")
}

// Areas are what F6 goes to.
func (p *Page) Areas() []func() {
	if p.behind {
		return p.forms.Areas()
	}
	return []func(){func() { look.TakeFocus(p.chart) }, p.foot.months.Focus}
}

// SetNarrow tells the forms whether the window is narrow; the chart finds out itself.
func (p *Page) SetNarrow(narrow bool) {
	if p.narrow = narrow; p.forms != nil {
		p.forms.SetNarrow(narrow)
	}
}

// Chosen is the record of the chosen row, or that whose form is shown.
func (p *Page) Chosen() model.ID {
	if p.behind {
		return p.forms.Chosen()
	}
	return p.chart.chosen
}

// Shows tells whether a record has a row.
func (p *Page) Shows(id model.ID) bool { return !p.behind && p.chart.at(id) >= 0 }

// Choose goes to the row of a record, or to its form if the forms are shown.
func (p *Page) Choose(id model.ID) {
	if p.behind {
		p.forms.Choose(id)
		return
	}
	p.chart.choose(id)
}

// Focus puts the cursor where a field of the chosen record is changed.
func (p *Page) Focus(field string) {
	switch {
	case p.behind:
		p.forms.Focus(field)
	case field == "month" || field == "months":
		p.foot.months.Focus()
	case p.chart.chosen != "":
		p.openForm(p.chart.chosen)
		if p.behind {
			p.forms.Focus(field)
		}
	}
}

// openForm opens a record's form: a milestone's behind the chart, an activity's on its step.
func (p *Page) openForm(id model.ID) {
	if _, ok := p.desk.Plan().Item(id).(*model.Milestone); !ok {
		p.shell.ShowRecord(id)
		return
	}
	if p.forms == nil {
		p.forms = forms.NewPage(p.desk, p.shell, insight.StepTimeline)
	} else {
		p.forms.Changed(edit.Event{})
	}
	p.behind = true
	p.forms.SetNarrow(p.narrow)
	back := look.NewButton(p.say("back"), p.closeForm).Small().WithIcon(look.IconChevronLeft)
	p.object.Objects = []fyne.CanvasObject{look.Frame(look.Inset(16, look.Margin, 0, look.Margin, look.HBox(0, back)), nil, nil, nil, p.forms.Object())}
	p.object.Refresh()
	p.forms.Choose(id)
	p.forms.Focus("")
	p.shell.Chose()
}

// closeForm shows the chart again, at the record whose form was open.
func (p *Page) closeForm() {
	id := p.forms.Chosen()
	p.behind = false
	p.object.Objects = []fyne.CanvasObject{p.view}
	p.object.Refresh()
	p.fill()
	p.chart.choose(id)
	look.TakeFocus(p.chart)
	p.shell.Chose()
}

// Changed brings the page up to date.
func (p *Page) Changed(e edit.Event) {
	if p.behind {
		p.forms.Changed(e)
		return
	}
	p.fill()
}

func (p *Page) chose() {
	p.desk.EndBurst()
	p.foot.show()
	p.shell.Chose()
}

// reveal scrolls so that a part of the chart is in view.
func (p *Page) reveal(top, bottom float32) {
	offset, height := p.scroll.Offset.Y, p.scroll.Size().Height
	next := min(max(offset, bottom+look.Gap-height), top-headHeight()) // the head stays over the rows
	if next = max(0, next); next != offset {
		p.scroll.ScrollToOffset(fyne.NewPos(0, next))
	}
}

func (p *Page) empty() bool {
	plan := p.desk.Plan()
	return len(plan.Activities)+len(plan.Milestones) == 0
}

// fill shows the plan.
func (p *Page) fill() {
	p.head.SetSubtitle(p.words.Say("page.timeline"))
	if p.empty() {
		add := look.NewButton(p.say("add_activity"), p.addActivity).WithIcon(look.IconPlus)
		p.body.Objects = []fyne.CanvasObject{look.VBox(0, look.NewEmpty(look.IconCalendar, p.say("empty"), p.say("empty.line"), add))}
		p.foot.object.Hide()
		p.scroll.Refit()
		return
	}
	heads, numbers := p.months()
	p.chart.set(p.rows(), heads, numbers)
	parts := []fyne.CanvasObject{p.chart}
	if p.desk.Plan().Project.Start.Month == 0 {
		name := look.NewLink(p.say("start"), func() { p.shell.ShowRecord(model.ProjectID) })
		parts = append(parts, look.HBox(0, name))
	}
	p.body.Objects = []fyne.CanvasObject{look.VBox(12, parts...)}
	p.foot.object.Show()
	p.foot.show()
	p.scroll.Refit()
}

// months names the months of the plan, by the calendar if the start is known, and
// numbers them.
func (p *Page) months() (heads, numbers []string) {
	plan := p.desk.Plan()
	for month := 1; month <= length(plan); month++ {
		head := ""
		if start := plan.Project.Start; start.Month > 0 {
			head = p.words.ShortMonth(start.AddMonths(month - 1).Month)
		}
		heads, numbers = append(heads, head), append(numbers, strconv.Itoa(month))
	}
	return heads, numbers
}

// rows are the activities and, below them, the milestones.
func (p *Page) rows() []row {
	plan := p.desk.Plan()
	all := []row{{title: p.say("activities")}}
	for _, a := range plan.Activities {
		r := row{id: a.ID, label: plan.Label(a.ID), title: p.titled(a.Title), months: a.Months}
		if a.Months == "" {
			r.beside, r.gap = p.say("no_months"), true
		}
		all = append(all, p.spoken(r))
	}
	if len(plan.Activities) == 0 {
		all[0].title = p.say("no_activities")
	}
	all = append(all, row{title: p.say("milestones")})
	if len(plan.Milestones) == 0 {
		all[len(all)-1].title = p.say("no_milestones")
	}
	for _, m := range plan.Milestones {
		r := row{id: m.ID, title: p.titled(m.Title), month: m.Month, stone: true, strong: m.Council, beside: m.Owner}
		switch {
		case m.Month == 0:
			r.beside, r.gap = p.say("no_month"), true
		case m.Council && m.Owner != "":
			r.beside = p.words.Say("row.both", words.With{"A": m.Owner, "B": p.say("with_council")})
		case m.Council:
			r.beside = p.say("with_council")
		}
		r.beside = words.Shorten(r.beside, mostBeside)
		all = append(all, p.spoken(r))
	}
	return all
}

// The most letters of a title in the chart, and of what stands beside a diamond; the foot
// and the form have the whole of it.
const (
	mostOfTitle = 90
	mostBeside  = 40
)

func (p *Page) titled(title string) string {
	if title == "" {
		return p.words.Say("form.untitled")
	}
	return words.Shorten(title, mostOfTitle)
}

// spoken says a row as a sentence.
func (p *Page) spoken(r row) row {
	when := p.when(r)
	if when == "" {
		when = r.beside
	}
	r.says = p.say("says", words.With{"Title": r.title, "When": when})
	return r
}

// when says the months of a row by the calendar, or by their numbers if the start is not known.
func (p *Page) when(r row) string {
	spans := r.months.Spans()
	if r.month > 0 {
		spans = []model.Span{{First: r.month, Last: r.month}}
	}
	start := p.desk.Plan().Project.Start
	var parts []string
	for _, s := range spans {
		switch {
		case start.Month > 0:
			parts = append(parts, p.words.Dates(start.AddMonths(s.First-1), start.AddMonths(s.Last-1)))
		case s.First == s.Last:
			parts = append(parts, p.words.Say("row.month", words.With{"Month": s.First}))
		default:
			parts = append(parts, p.say("span", words.With{"First": s.First, "Last": s.Last}))
		}
	}
	return p.words.Semicolons(parts)
}
