package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// group is one list of a step. Its words have the keys "group.<key>" (its name),
// ".add" (the button), ".empty" and ".empty.line" (what to write first).
type group struct {
	key  string
	kind model.Type
	has  func(model.Item) bool // nil: all of the kind
	new  func() model.Item
}

func all(key string, empty func() model.Item) group {
	return group{key: key, kind: empty().Type(), new: empty}
}

func outcomes(key string, level model.OutcomeLevel) group {
	return group{key: key, kind: model.TypeOutcome, new: func() model.Item { return &model.Outcome{Level: level} },
		has: func(item model.Item) bool {
			return (item.(*model.Outcome).Level == model.Community) == (level == model.Community)
		}}
}

func costs(key string, kind model.CostKind) group {
	return group{key: key, kind: model.TypeCost, new: func() model.Item { return &model.Cost{Kind: kind, Year: 1} },
		has: func(item model.Item) bool { return (item.(*model.Cost).Kind == model.InKind) == (kind == model.InKind) }}
}

// groups are the lists of each step. The first step has none: it is one form.
var groups = map[insight.Step][]group{
	insight.StepListening: {all("listening", func() model.Item { return &model.Listening{} })},
	insight.StepNeeds:     {all("need", func() model.Item { return &model.Need{} })},
	insight.StepStrengths: {all("asset", func() model.Item { return &model.Asset{} })},
	insight.StepEvidence:  {all("evidence", func() model.Item { return &model.Evidence{} })},
	insight.StepOutcomes: {outcomes("service", model.Service), outcomes("community", model.Community),
		all("goal", func() model.Item { return &model.Goal{} })},
	insight.StepActivities: {all("activity", func() model.Item { return &model.Activity{} }), all("quality", func() model.Item { return &model.Quality{} })},
	insight.StepPartners:   {all("partner", func() model.Item { return &model.Partner{} })},
	insight.StepCosts: {costs("cost", model.Direct), all("funding", func() model.Item { return &model.Funding{} }),
		costs("in_kind", model.InKind), all("option", func() model.Item { return &model.Option{} })},
	insight.StepTimeline:  {all("milestone", func() model.Item { return &model.Milestone{} })},
	insight.StepRisks:     {all("risk", func() model.Item { return &model.Risk{} }), all("statement", func() model.Item { return &model.Statement{} })},
	insight.StepMeasures:  {all("indicator", func() model.Item { return &model.Indicator{} })},
	insight.StepReviews:   {all("review", func() model.Item { return &model.Review{} })},
	insight.StepChecklist: {all("answer", func() model.Item { return &model.Answer{} })},
}

// Page is one step with records: its list and the form of the chosen record.
type Page struct {
	desk   Desk
	shell  Shell
	words  *words.Words
	step   insight.Step
	groups []group
	at     int // the group that is shown

	chosen model.ID
	rows   []model.ID
	head   *look.PageHead
	tabs   []*look.Chip
	list   *look.RecordList
	left   *fyne.Container
	right  *fyne.Container
	form   *Form
	picker *picker // in place of the list where the window is narrow
	narrow bool
	object fyne.CanvasObject
}

// ListWidth is the width of the list beside a form.
const ListWidth float32 = 280

// listLeft is the space at the left of the list.
const listLeft float32 = 16

// NewPage gives the page of a step.
func NewPage(desk Desk, shell Shell, step insight.Step) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), step: step, groups: groups[step]}
	p.head = look.NewPageHead(p.words.Say("insight.step."+string(step)), "")
	p.right = container.NewStack()
	if len(p.groups) == 0 {
		p.open(model.ProjectID)
		p.object = look.Frame(look.Inset(16, look.Margin, 12, look.Margin, p.head), nil, nil, nil, look.Inset(0, 0, 0, 8, p.right))
		p.showHead()
		return p
	}
	p.list = look.NewRecordList(func(i int) { p.open(p.rows[i]) })
	p.list.OnOpened = func(int) { p.form.focus("") }
	p.list.OnDelete = func(i int) { removeRecord(desk, shell, p.rows[i]) }
	p.list.OnMove = p.move
	p.left = container.NewStack()
	p.picker = p.newPicker()
	body := container.New(pageLayout{p}, look.Inset(0, 0, 16, listLeft, p.left), p.picker.object, p.right)
	top := fyne.CanvasObject(p.head)
	if len(p.groups) > 1 {
		top = look.VBox(12, p.head, p.newTabs())
	}
	p.object = look.Frame(look.Inset(16, look.Margin, 12, look.Margin, top), nil, nil, nil, body)
	p.fill()
	if len(p.rows) > 0 {
		p.open(p.rows[0])
	}
	return p
}

// newTabs gives the names of the step's lists.
func (p *Page) newTabs() fyne.CanvasObject {
	flow := look.Flow(look.Gap)
	for i := range p.groups {
		chip := look.NewChip("", nil)
		chip.OnChanged = func(bool) { p.showGroup(i) }
		p.tabs = append(p.tabs, chip)
		flow.Add(chip)
	}
	return flow
}

func (p *Page) showGroup(at int) {
	p.at = at
	p.fill()
	p.showList(len(p.rows) == 0)
	p.form, p.chosen = nil, ""
	p.right.Objects = nil
	if len(p.rows) > 0 {
		p.open(p.rows[0])
	}
	p.right.Refresh()
	p.shell.Chose()
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Chosen is the record whose form is shown.
func (p *Page) Chosen() model.ID { return p.chosen }

// Choose opens the form of a record, in whichever list it is.
func (p *Page) Choose(id model.ID) {
	if item := p.desk.Plan().Item(id); item != nil {
		for at, g := range p.groups {
			if g.kind == item.Type() && (g.has == nil || g.has(item)) && at != p.at {
				p.at = at
				p.fill()
				p.showList(len(p.rows) == 0)
			}
		}
		p.open(id)
	}
}

// Focus puts the cursor into a field of the open form.
func (p *Page) Focus(field string) {
	if p.form != nil {
		p.form.focus(field)
	}
}

// BringPictures adds pictures from files to the record that is shown; false if it has no
// room for pictures.
func (p *Page) BringPictures(paths ...string) bool {
	if p.form == nil || p.form.pictures == nil {
		return false
	}
	p.form.pictures.Bring(paths...)
	return true
}

// Areas gives what F6 moves between: the list and the form.
func (p *Page) Areas() []func() {
	areas := []func(){func() { p.Focus("") }}
	if p.list != nil && len(p.rows) > 0 {
		areas = append([]func(){p.list.Focus}, areas...)
	}
	return areas
}

// open shows the form of a record.
func (p *Page) open(id model.ID) {
	if p.form != nil && p.form.id == id {
		return
	}
	p.desk.EndBurst()
	from := p.chosen
	var back func()
	if p.list != nil {
		if at := p.place(id); at >= 0 {
			p.list.SetChosen(at)
		} else if p.place(from) >= 0 {
			back = func() { p.open(from) }
		}
	}
	p.form = newForm(p.desk, p.shell, id, back)
	p.chosen = id
	if p.narrow && p.picker != nil {
		p.picker.show(p)
	}
	p.right.Objects = []fyne.CanvasObject{p.form.object}
	p.right.Refresh()
	p.shell.Chose()
}

// LeadBack shows a link from the form to where one came from; Esc in a field goes there,
// too.
func (p *Page) LeadBack(to string, back func()) {
	if p.form != nil {
		p.form.leadBack(p.words.Say("form.back_to", words.With{"Name": to}), back)
	}
}

// place gives a record's place in the list, -1 if it is not there.
func (p *Page) place(id model.ID) int {
	for i, row := range p.rows {
		if row == id {
			return i
		}
	}
	return -1
}

// Changed brings the list and the form up to date.
func (p *Page) Changed(e edit.Event) {
	if p.list != nil {
		p.fill()
	} else {
		p.showHead()
	}
	switch {
	case p.form == nil && len(p.rows) > 0:
		p.open(p.rows[0])
	case p.form == nil:
	case p.form.item() == nil:
		p.leave()
	case len(e.Touched) == 0:
		p.form.show()
	default:
		p.form.changed(e)
	}
}

// leave closes the form of a record that is gone and opens its neighbour's.
func (p *Page) leave() {
	at := 0
	if p.list != nil {
		at = max(0, min(p.list.Chosen(), len(p.rows)-1))
	}
	p.form, p.chosen = nil, ""
	p.right.Objects = nil
	if at < len(p.rows) {
		p.open(p.rows[at])
	}
	p.right.Refresh()
	p.shell.Chose()
}

// fill shows the records of the group in the list.
func (p *Page) fill() {
	g := p.groups[p.at]
	plan := p.desk.Plan()
	missing := p.missing()
	before := len(p.rows)
	p.rows = nil
	maker := newRows(p.words, plan)
	var rows []look.RowData
	for _, item := range plan.List(g.kind) {
		if g.has != nil && !g.has(item) {
			continue
		}
		id := item.Head().ID
		p.rows = append(p.rows, id)
		gap := ""
		if n := missing[id]; n > 0 {
			gap = p.words.Say("row.missing", words.With{"N": n})
		}
		rows = append(rows, maker.of(item, gap))
	}
	p.list.SetRows(rows)
	if p.narrow {
		p.picker.show(p)
	}
	if at := p.place(p.chosen); at >= 0 && at != p.list.Chosen() {
		p.list.SetChosen(at)
	}
	p.showTabs()
	p.showHead()
	if len(p.left.Objects) == 0 || (before == 0) != (len(rows) == 0) {
		p.showList(len(rows) == 0)
	}
	p.left.Refresh()
}

// showList puts the list into the page, or what belongs here while it is empty.
func (p *Page) showList(empty bool) {
	g := p.groups[p.at]
	add := p.addButton(g)
	if empty {
		icon := icons[g.kind]
		if kind := kindOf(g.new()); kind != look.NoKind {
			icon = kind.Icon()
		}
		p.left.Objects = []fyne.CanvasObject{look.VBox(0, look.NewEmpty(icon, p.words.Say("group."+g.key+".empty"), p.words.Say("group."+g.key+".empty.line"), add))}
		return
	}
	p.left.Objects = []fyne.CanvasObject{look.NewListWithFoot(p.list, add)}
}

// addButton adds a record to a list.
func (p *Page) addButton(g group) *look.Button {
	return look.NewButton(p.words.Say("group."+g.key+".add"), p.add).WithIcon(look.IconPlus)
}

func (p *Page) showTabs() {
	for i, tab := range p.tabs {
		g, n := p.groups[i], 0
		for _, item := range p.desk.Plan().List(g.kind) {
			if g.has == nil || g.has(item) {
				n++
			}
		}
		tab.SetText(p.words.Say("group.tab", words.With{"Name": p.words.Say("group." + g.key), "Count": n}))
		tab.SetOn(i == p.at)
	}
}

func (p *Page) showHead() {
	line := p.words.Say("page." + string(p.step))
	if len(p.groups) > 0 && len(p.rows) > 0 {
		line = p.words.Say("page.line_and_count", words.With{"Line": line, "Count": soFar(p.words, p.desk.Plan(), p.rows)})
	}
	p.head.SetSubtitle(line)
}

// missing counts the gaps of each record, as the help beside it does.
func (p *Page) missing() map[model.ID]int {
	n := map[model.ID]int{}
	for _, gap := range p.desk.Gaps() {
		if gap.Record != "" {
			n[gap.Record]++
		}
		for _, card := range gap.Cards {
			if card != gap.Record {
				n[card]++
			}
		}
	}
	return n
}

// add adds a record to the list and puts the cursor into its first field.
func (p *Page) add() {
	item := p.groups[p.at].new()
	var id model.ID
	err := p.desk.Edit(editName("add", item.Type()), func(c *edit.Change) (err error) {
		id, err = c.Add(item)
		return err
	})
	if err != nil {
		p.shell.Trouble(err)
		return
	}
	p.open(id)
	p.form.focus("")
}

// move puts a record at another place of the list.
func (p *Page) move(from, to int) {
	id := p.rows[from]
	rest := append(append([]model.ID(nil), p.rows[:from]...), p.rows[from+1:]...)
	var after model.ID
	if to > 0 {
		after = rest[to-1]
	}
	err := p.desk.Edit(editName("move", p.groups[p.at].kind), func(c *edit.Change) error { return c.Move(id, after) })
	if err != nil {
		p.shell.Trouble(err)
	}
}
