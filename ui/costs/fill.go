package costs

import (
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// fill brings all tables, the sentences and the strip up to date.
func (p *Page) fill() {
	plan := p.desk.Plan()
	totals := insight.TotalsOf(plan)
	p.pence = anyPence(plan, &totals)
	p.planned = len(totals.Years)
	p.years = min(insight.MaxYears, max(p.planned, p.asked))
	direct, running := linesOf(plan, model.Direct), linesOf(plan, model.Running)
	p.costs.sheet.SetColumns(p.costColumns(&totals, append(append([]line{}, direct...), running...)))
	p.costs.set(p.costRows(&totals, direct, running))
	p.funding.sheet.SetColumns(p.fundingColumns())
	p.funding.set(p.fundingRows(&totals))
	p.inKind.sheet.SetColumns(p.inKindColumns())
	p.inKind.set(p.inKindRows(&totals))

	p.left.Objects = []fyne.CanvasObject{p.costs.sheet}
	if len(direct)+len(running) == 0 {
		p.left.Objects = []fyne.CanvasObject{p.nothing()}
	}
	p.right.Objects = []fyne.CanvasObject{p.funding.sheet, p.inKind.sheet}
	if remarks := p.remarks(&totals, running); len(remarks.Objects) > 0 {
		p.right.Add(look.NewNotePanel(remarks))
	}
	p.right.Add(p.links(len(running) == 0))
	least := max(300, p.costs.sheet.MinSize().Width/look.Scale()/2)
	p.body.Objects = []fyne.CanvasObject{look.Fold(16, least, []float32{2, 1}, p.left, p.right)}
	p.strip.Objects = []fyne.CanvasObject{p.newStrip(&totals)}
	p.body.Refresh()
	p.strip.Refresh()
	p.scroll.Refit()
	p.table.Refresh()
	p.showViews()
}

// nothing teaches what a cost line is.
func (p *Page) nothing() fyne.CanvasObject {
	return look.NewEmpty(look.IconCoin, p.words.Say("group.cost.empty"), p.words.Say("group.cost.empty.line"),
		look.NewButton(p.words.Say("costs.add"), func() { p.costs.add(-1) }).WithIcon(look.IconPlus))
}

// links lead to what is added at the right, and to the forms.
func (p *Page) links(share bool) fyne.CanvasObject {
	link := func(key string, do func()) fyne.CanvasObject {
		return look.NewLink(p.words.Say(key), do)
	}
	all := look.Flow(16, link("costs.add_funding", func() { p.funding.add(len(p.desk.Plan().Funding) - 1) }),
		link("costs.add_in_kind", func() { p.inKind.add(-1) }))
	if share {
		all.Add(link("costs.add_running", p.addShare))
	}
	all.Add(link("costs.forms", func() { p.openForm(p.active.chosen()) }))
	return all
}

// addShare adds a share of running costs and opens its form, where it is worked out.
func (p *Page) addShare() {
	var id model.ID
	err := p.costs.edit("add", func(w writer) (err error) {
		id, err = w.change.Add(&model.Cost{Kind: model.Running, Year: 1, Line: p.words.Say("costs.add_running.line"), Method: model.ByStaffTime})
		return err
	})
	if err != nil {
		p.shell.Trouble(err)
		return
	}
	p.openForm(id)
	p.forms.Focus("method")
}

// remarks are the sentences that the paper prints, too.
func (p *Page) remarks(totals *insight.Totals, running []line) *fyne.Container {
	list := look.VBox(0)
	of := p.desk.Plan().Project.ReachOf
	if of == "" {
		of = p.words.Say("insight.reach.people")
	}
	switch {
	case totals.Full() == 0:
	case totals.Reach > 0:
		list.Add(look.NewText(p.words.Say("costs.each", words.With{"Reach": model.GroupThousands(int64(totals.Reach)),
			"Of": of, "Each": totals.PerPerson().String()})).Caption().Semibold())
	default:
		list.Add(look.NewText(p.words.Say("costs.no_reach")).Caption())
	}
	var said []string
	for _, l := range running {
		if share := insight.ShareSentence(p.words, l.first()); share != "" {
			said = append(said, p.words.Say("costs.running_share", words.With{"Share": share}))
			break
		}
	}
	if totals.Gap() > 0 && totals.Found() > 0 {
		said = append(said, p.words.Say("costs.gap_may_stay"))
	}
	if len(said) > 0 {
		list.Add(look.NewText(strings.Join(said, " ")).Caption())
	}
	return list
}

// copy puts the table of costs on the clipboard, as spreadsheets read it.
func (p *Page) copy() {
	t := p.costs
	if p.active != p.costs && p.active.sheet.Lines() > 0 {
		t = p.active
	}
	fyne.CurrentApp().Clipboard().SetContent(t.sheet.Tabbed())
	p.copied.SetText(p.words.Say("costs.copied"))
}
