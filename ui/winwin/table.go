package winwin

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// mostGoals is how many goals have a column each; with more, each objective has one.
const mostGoals = 4

// The widths of the table's columns in units of the text size.
const (
	goalWidth float32 = 44
	markWidth float32 = 36
	onlyMost  float32 = 150
)

// column is one of the columns between the activity and what it alone does.
type column struct {
	head fyne.CanvasObject
	cell func(s insight.Service) fyne.CanvasObject
}

// table is the table of who serves which goal, and what its rows are made of.
type table struct {
	rows    []*look.Block // made so far, one for each service from the first
	box     *fyne.Container
	newRow  func(at int) *look.Block
	columns []column

	only, direct, number float32 // widths
}

// newTable gives the panel of who serves which goal, with its first rows.
func (p *Page) newTable(plan *model.Plan) fyne.CanvasObject {
	t := &table{columns: p.columns(plan), box: look.VBox(0)}
	t.only, t.direct, t.number = p.widths(plan)
	t.newRow = func(at int) *look.Block { return p.newRow(plan, t, at) }
	p.table = t
	onMap := look.NewButton(p.words.Say("winwin.show_on_map"), func() { p.shell.ShowOnMap(p.chosen) }).Small().WithIcon(look.IconEye)
	caption := func(key string) *look.Text { return look.NewText(p.words.Say(key)).Caption().Semibold() }
	heads := []fyne.CanvasObject{look.Stretch(caption("winwin.col.activity").OneLine())}
	for _, c := range t.columns {
		heads = append(heads, look.WideScaled(goalWidth, c.head))
	}
	heads = append(heads, look.WideScaled(markWidth, look.Spring()), look.WideScaled(t.only, caption("winwin.col.only")),
		look.WideScaled(t.direct, caption("winwin.col.direct").Aligned(fyne.TextAlignTrailing)))
	t.box.Objects = []fyne.CanvasObject{look.NewSectionHead(p.words.Say("winwin.table"), onMap),
		look.Inset(13, 4, 7, 4, look.HBox(0, heads...)), look.NewRule()}
	t.grow(min(atOnce, len(p.serves)))
	return look.NewPanelWith(0, look.Pad(20, 16, look.VBox(10, t.box, p.legend())))
}

// atOnce is how many rows are made in one go. More than are in view would only hold the
// window up: the others follow one go after the other.
const atOnce = 8

// grow makes rows until there are so many.
func (t *table) grow(count int) {
	for at := len(t.rows); at < count; at++ {
		row := t.newRow(at)
		t.rows = append(t.rows, row)
		t.box.Objects = append(t.box.Objects, row, look.NewDivider())
	}
}

// row gives a row, which may not have been made yet.
func (t *table) row(at int) *look.Block {
	t.grow(at + 1)
	return t.rows[at]
}

// growLater makes the rows that are still wanting, unless the page is filled anew before.
func (p *Page) growLater() {
	t := p.table
	if t == nil || len(t.rows) == len(p.serves) {
		return
	}
	p.desk.Later(func() {
		if t != p.table {
			return
		}
		t.grow(min(len(t.rows)+atOnce, len(p.serves)))
		p.scroll.Refit()
		p.growLater()
	})
}

// widths are those that the words of the plan ask for, before the text scale.
func (p *Page) widths(plan *model.Plan) (only, direct, number float32) {
	measure := func(text string, size fyne.ThemeSizeName, semibold bool) float32 {
		return look.TextWidth(text, theme.Size(size), semibold)/look.Scale() + 1
	}
	only, direct, number = 64, measure(p.words.Say("winwin.col.direct"), look.Caption, true), 18
	for _, s := range p.serves {
		only = max(only, measure(s.OnlyHere(p.words, plan), look.Caption, false))
		direct = max(direct, measure(s.Direct.String(), look.Body, false))
		number = max(number, measure(plan.Label(s.Activity), look.Caption, true))
	}
	return min(only, onlyMost), direct + 14, number
}

// columns gives a column for each goal, or for each objective if the goals are many.
func (p *Page) columns(plan *model.Plan) []column {
	var all []column
	if len(plan.Goals) <= mostGoals {
		for _, goal := range plan.Goals {
			all = append(all, p.goalColumn(plan, goal))
		}
		return all
	}
	for _, objective := range model.Objectives {
		all = append(all, column{
			head: look.NewShape(objectiveIcon(objective), look.Ink, 16),
			cell: func(s insight.Service) fyne.CanvasObject { return p.goalsOf(plan, s, objective) },
		})
	}
	return all
}

func (p *Page) goalColumn(plan *model.Plan, goal *model.Goal) column {
	label := look.NewText(plan.Label(goal.ID)).Caption().Semibold().OneLine()
	head := look.HBox(4, look.Spring(), look.NewShape(objectiveIcon(goal.Objective), look.Ink, 16), label, look.Spring())
	return column{head: head, cell: func(s insight.Service) fyne.CanvasObject {
		for _, id := range s.Goals {
			if id == goal.ID {
				return look.NewShape(look.Goal.Icon(), look.Goal.Color(), 16)
			}
		}
		return p.nothing()
	}}
}

// goalsOf gives the labels of the goals of an objective that an activity reaches.
func (p *Page) goalsOf(plan *model.Plan, s insight.Service, objective model.Objective) fyne.CanvasObject {
	var labels []string
	for _, id := range s.Goals {
		if goal, ok := plan.Item(id).(*model.Goal); ok && goal.Objective == objective {
			labels = append(labels, plan.Label(id))
		}
	}
	if len(labels) == 0 {
		return p.nothing()
	}
	return look.NewText(strings.Join(labels, " ")).Caption().Aligned(fyne.TextAlignCenter)
}

func (p *Page) nothing() fyne.CanvasObject {
	return look.NewText(p.words.Say("winwin.serves_none")).In(look.Muted).OneLine().Aligned(fyne.TextAlignCenter)
}

// newRow gives the row of an activity: the arrows go from row to row, pressing the chosen
// one opens its form.
func (p *Page) newRow(plan *model.Plan, t *table, at int) *look.Block {
	s := p.serves[at]
	activity := plan.Item(s.Activity)
	cells := []fyne.CanvasObject{look.Stretch(look.HBox(6,
		look.NewShape(look.Activity.Icon(), look.Activity.Color(), 16),
		look.WideScaled(t.number, look.NewText(plan.Label(s.Activity)).Caption().Semibold().OneLine()),
		look.NewText(p.title(activity))))}
	for _, c := range t.columns {
		cells = append(cells, look.WideScaled(goalWidth, c.cell(s)))
	}
	onlyHere := look.NewText(s.OnlyHere(p.words, plan)).Caption()
	if len(s.OnlyNeeds)+len(s.OnlyOutcomes)+len(s.OnlyGoals) == 0 {
		onlyHere.In(look.Muted)
	}
	cells = append(cells, look.WideScaled(markWidth, winWinMark(s)), look.WideScaled(t.only, onlyHere),
		look.WideScaled(t.direct, look.NewText(s.Direct.String()).OneLine().Aligned(fyne.TextAlignTrailing)))
	block := look.NewBlock(p.says(plan, s), look.Inset(9, 4, 9, 5, look.HBox(0, cells...)), nil)
	block.SetChosen(s.Activity == p.chosen)
	came := false // the click that chooses a row does not open it, too
	block.OnFocus = func(on bool) {
		if came = on; on {
			p.choose(at)
		}
	}
	block.OnTapped = func() {
		if !came {
			p.shell.ShowRecord(s.Activity)
		}
		came = false
	}
	block.OnKey = func(key *fyne.KeyEvent) bool {
		came = false
		return p.step(at, key.Name)
	}
	return block
}

// step moves the keyboard to another row.
func (p *Page) step(at int, key fyne.KeyName) bool {
	last := len(p.serves) - 1
	to, ok := map[fyne.KeyName]int{
		fyne.KeyUp: max(0, at-1), fyne.KeyDown: min(last, at+1), fyne.KeyHome: 0, fyne.KeyEnd: last,
	}[key]
	if ok {
		made := len(p.table.rows)
		row := p.table.row(to)
		if to >= made {
			p.scroll.Refit()
		}
		row.Focus()
		p.scroll.Reveal(row)
	}
	return ok
}

func (p *Page) title(item model.Item) string {
	if title := model.Title(item); title != "" {
		return title
	}
	return p.words.Say("form.untitled")
}

// winWinMark is the mark of an activity that serves two or three objectives.
func winWinMark(s insight.Service) fyne.CanvasObject {
	if len(s.Objectives) < 2 {
		return look.Spring()
	}
	return look.NewShape(look.WinWin(s.Serves(model.Environment), s.Serves(model.SocialJustice), s.Serves(model.Economy)), look.Primary, 18)
}

// says reads a row out.
func (p *Page) says(plan *model.Plan, s insight.Service) string {
	goals := insight.LabelsOf(p.words, plan, s.Goals)
	if goals == "" {
		goals = p.words.Say("winwin.no_goal")
	}
	return p.words.Say("winwin.activity.says", words.With{"Name": insight.NameOf(p.words, plan, s.Activity), "Goals": goals,
		"Only": s.OnlyHere(p.words, plan), "Sum": s.Direct.String()})
}

func (p *Page) legend() fyne.CanvasObject {
	entry := func(mark look.Icon, key string) fyne.CanvasObject {
		return look.HBox(8, look.NewShape(mark, look.Primary, 18), look.NewText(p.words.Say(key)).Caption().In(look.Muted).OneLine())
	}
	return look.Flow(20, entry(look.WinWin(true, true, true), "winwin.legend.three"), entry(look.WinWin(true, true, false), "winwin.legend.two"))
}

// cheapest gives the panel of the cheapest set that still reaches every outcome, and
// asks at once who answers the needs it leaves.
func (p *Page) cheapest(plan *model.Plan, set insight.CoverSet) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	_, _, number := p.widths(plan)
	for _, id := range set.Activities {
		s, _ := (insight.WinWin{Services: p.serves}).Of(id)
		row := look.HBox(6, look.NewShape(look.Activity.Icon(), look.Activity.Color(), 16),
			look.WideScaled(number, look.NewText(plan.Label(id)).Caption().Semibold().OneLine()),
			look.NewText(p.title(plan.Item(id))), look.NewText(s.Direct.String()).OneLine())
		if len(rows) > 0 {
			rows = append(rows, look.NewDivider())
		}
		rows = append(rows, look.Inset(9, 4, 9, 5, row))
	}
	parts := []fyne.CanvasObject{look.VBox(0, look.NewText(p.words.Say("winwin.cheapest")).Subheading(),
		look.NewText(set.Reaches(p.words)).Caption().In(look.Muted))}
	if len(set.Activities) > 0 {
		sum := look.HBox(8, look.NewText(p.words.Say("winwin.together")).Semibold(), look.NewText(set.Direct.String()).Semibold().OneLine())
		rows = append(rows, look.NewRule(), look.Inset(9, 4, 6, 4, sum), look.NewText(set.How(p.words)).Caption().In(look.Muted))
		if missing := set.Missing(p.words, plan); missing != "" {
			rows = append(rows, look.NewText(missing).Caption())
		}
		parts = append(parts, look.VBox(0, rows...))
	}
	for _, left := range set.Unanswered {
		parts = append(parts, look.NewGapPanel(left.Question(p.words, plan), left.Why(p.words, plan), "", func() { p.shell.ShowRecord(left.Need) }))
	}
	return look.NewPanelWith(0, look.Pad(20, 16, look.VBox(10, parts...)))
}
