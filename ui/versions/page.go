// Package versions is the page of the earlier versions of a plan: a list of them, what
// was different in the chosen one, and a way to bring one thing or everything back. A
// version can also be opened whole, to be read and printed.
package versions

import (
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/news"
	"commonplan/model/store/backup"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// Work is what the page asks of the open project.
type Work interface {
	Words() *words.Words
	Now() time.Time
	Plan() *model.Plan
	Versions(then func([]desk.Earlier, error))
	ReadVersion(e desk.Earlier, then func(*model.Document, error))
	BringBack(earlier *model.Document, ids ...model.ID) error
}

// Actions are what the page asks of the window.
type Actions struct {
	Read    func(earlier *model.Document, at time.Time)
	Leave   func() // back to the plan
	Trouble func(error)
	Confirm func(title, sentence, yes string, then func())
}

// Page shows the earlier versions.
type Page struct {
	work   Work
	words  *words.Words
	do     Actions
	scroll *look.Scroll
	list   *fyne.Container // the versions
	rows   []*look.ListRow
	shown  *fyne.Container // the chosen one
	chosen int             // which was asked for last
}

// New gives the page, and has the versions looked for.
func New(work Work, do Actions) *Page {
	p := &Page{work: work, words: work.Words(), do: do, list: look.VBox(0), shown: look.VBox(16), chosen: -1}
	leave := look.NewButton(p.say("versions.back"), do.Leave).WithIcon(look.IconChevronLeft)
	head := look.NewPageHead(p.say("versions.title"), p.say("versions.line"), leave)
	p.list.Add(look.NewText(p.say("versions.reading_list")).In(look.Muted))
	parts := look.ColumnsOrStack(22, 700, []float32{2, 3}, p.list, p.shown)
	p.scroll = look.NewScroll(look.Centred(1040, look.Inset(22, 16, 16, 16, look.VBox(22, head, parts))))
	work.Versions(p.show)
	return p
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.scroll }

func (p *Page) say(key string, with ...words.With) string { return p.words.Say(key, with...) }

// show lists what was found.
func (p *Page) show(all []desk.Earlier, err error) {
	if err != nil {
		p.do.Trouble(err)
	}
	p.list.RemoveAll()
	if len(all) == 0 {
		p.list.Add(look.NewEmpty(look.IconClock, p.say("versions.none"), p.say("versions.none.line"), nil))
	} else {
		p.shown.Objects = []fyne.CanvasObject{look.NewText(p.say("versions.choose")).In(look.Muted)}
	}
	for i, e := range all {
		data := look.RowData{Icon: look.IconClock, Title: p.when(e.At), Second: p.say("versions.counts", words.With{
			"Needs": e.Counts.Needs, "Activities": e.Counts.Activities, "Outcomes": e.Counts.Outcomes})}
		if e.Why != backup.Saved {
			data.Note = p.say("versions.why." + string(e.Why))
		}
		row := look.NewJoinedRow(data, func() { p.choose(i, e) })
		p.rows = append(p.rows, row)
		p.list.Add(row)
	}
	p.scroll.Refit()
	if len(p.rows) > 0 {
		look.TakeFocus(p.rows[0])
	}
}

// when says the time of a version as people do.
func (p *Page) when(at time.Time) string {
	clock := at.Format("15:04")
	if day := model.DateOf(at); day != model.DateOf(p.work.Now().Local()) {
		return p.say("versions.day", words.With{"Day": p.words.Date(day), "Time": clock})
	}
	return p.say("versions.today", words.With{"Time": clock})
}

func (p *Page) choose(i int, e desk.Earlier) {
	p.chosen = i
	for n, row := range p.rows {
		row.SetChosen(n == i)
	}
	p.work.ReadVersion(e, func(doc *model.Document, err error) {
		if p.chosen != i {
			return // another was chosen meanwhile
		}
		if err != nil {
			p.do.Trouble(err)
			return
		}
		p.compare(e, doc)
	})
}

// mostDifferences is how many differences are shown; the whole version can be read.
const mostDifferences = 60

// compare shows what was different then.
func (p *Page) compare(e desk.Earlier, earlier *model.Document) {
	was, is := model.ReadPlan(earlier, nil), p.work.Plan()
	differences := insight.Compare(was, is)
	read := look.NewButton(p.say("versions.read"), func() { p.do.Read(earlier, e.At) }).WithIcon(look.IconEye)
	p.shown.Objects = []fyne.CanvasObject{look.NewSectionHead(p.when(e.At), read)}
	if len(differences) == 0 {
		p.shown.Add(look.NewText(p.say("versions.same")).In(look.Muted))
		p.scroll.Refit()
		return
	}
	teller := news.NewTeller(p.words, was, is)
	list := look.VBox(12, look.NewText(p.say("versions.differences")).Semibold())
	for _, d := range differences[:min(len(differences), mostDifferences)] {
		list.Add(p.difference(teller, d, e, earlier))
	}
	if more := len(differences) - mostDifferences; more > 0 {
		list.Add(look.NewText(p.say("versions.more", words.With{"Count": more})).In(look.Muted))
	}
	all := look.NewButton(p.say("versions.all"), func() { p.bringAllBack(e, earlier) }).WithIcon(look.IconUndo)
	p.shown.Add(look.NewPanel(list))
	p.shown.Add(look.HBox(0, all))
	p.scroll.Refit()
}

// difference shows one record that was different.
func (p *Page) difference(teller *news.Teller, d insight.Difference, e desk.Earlier, earlier *model.Document) fyne.CanvasObject {
	text := look.VBox(0, look.NewText(teller.Name(d.Record)).Semibold())
	quiet := func(line string) { text.Add(look.NewText(line).Caption().In(look.Muted)) }
	switch {
	case d.Was == nil:
		quiet(p.say("versions.added"))
		return text
	case d.Is == nil:
		quiet(p.say("versions.gone"))
	}
	for _, field := range d.Fields {
		with := words.With{"Field": words.Capital(teller.FieldName(d.Type, field, "")), "Value": valueOf(teller, d.Was, field)}
		if with["Value"] == "" {
			quiet(p.say("versions.field.empty", with))
			continue
		}
		quiet(p.say("versions.field", with))
	}
	back := look.NewButton(p.say("versions.one"), func() {
		if err := p.work.BringBack(earlier, d.Record); err != nil {
			p.do.Trouble(err)
			return
		}
		p.compare(e, earlier)
	})
	return look.HBoxTop(12, look.Stretch(text), back)
}

// valueOf says what a field said.
func valueOf(teller *news.Teller, item model.Item, field string) string {
	open, private := model.Facts(item)
	for _, facts := range []map[string]model.Value{open, private} {
		if value, ok := facts[field]; ok {
			return teller.Value(item.Type(), field, value)
		}
	}
	return model.Text(item, field) // a set has no single value
}

func (p *Page) bringAllBack(e desk.Earlier, earlier *model.Document) {
	with := words.With{"Time": p.when(e.At)}
	p.do.Confirm(p.say("versions.confirm.short"), p.say("versions.confirm", with), p.say("versions.all"), func() {
		if err := p.work.BringBack(earlier); err != nil {
			p.do.Trouble(err)
			return
		}
		p.compare(e, earlier)
	})
}
