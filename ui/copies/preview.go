package copies

import (
	"strconv"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/news"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/forms"
	"commonplan/ui/look"
)

// Desk is what the preview asks of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Protected() bool
	// BringIn joins a copy with the plan, or only some of its records; then is told how
	// that went.
	BringIn(a *desk.Arrival, only map[model.ID]bool, then func(error))
	// BringAgain writes what the copy says and the plan did not keep.
	BringAgain(a *desk.Arrival) error
}

// Shell is what the preview asks of the window around it.
type Shell interface {
	ShowRecord(id model.ID)
	Brought(toSettle int) // the copy was brought in
	LeaveCopy()           // goes back to where one came from
	Trouble(err error)
}

// Preview shows what a copy would bring. Use [NewPreview].
type Preview struct {
	desk    Desk
	shell   Shell
	words   *words.Words
	arrival *desk.Arrival

	told  []news.Told  // the changes, as they are listed
	shown map[int]bool // of which it is shown what they say, by their place in told

	choosing bool
	wanted   map[model.ID]bool // while choosing, the records that are to come in
	open     map[merge.Kind]bool
	busy     bool

	body   *fyne.Container
	foot   *fyne.Container
	scroll *look.Scroll
	object fyne.CanvasObject
	main   *look.Button
}

// NewPreview gives the preview of a copy.
func NewPreview(d Desk, shell Shell, arrival *desk.Arrival) *Preview {
	p := &Preview{desk: d, shell: shell, words: d.Words(), arrival: arrival, wanted: map[model.ID]bool{}, open: map[merge.Kind]bool{}, shown: map[int]bool{}}
	p.told = news.NewTeller(p.words, arrival.Before, arrival.After).Gather(arrival.Report.Changes)
	for _, c := range arrival.Report.Changes {
		p.wanted[c.Record] = true
	}
	p.body, p.foot = look.VBox(16), look.HBox(16)
	p.scroll = look.NewScroll(look.Inset(16, look.Margin, look.Margin, look.Margin, p.body))
	foot := look.NewArea(look.Surface, look.VBox(0, look.NewDivider(), look.Pad(look.Margin, 14, p.foot)))
	p.object = look.Frame(nil, foot, nil, nil, p.scroll)
	p.fill()
	return p
}

func (p *Preview) say(key string, with ...words.With) string {
	return p.words.Say("copies."+key, with...)
}

// Object is what the page draws.
func (p *Preview) Object() fyne.CanvasObject { return p.object }

// Choose is for pages that show records; this one shows none.
func (p *Preview) Choose(model.ID) {}

// Chosen is no record.
func (p *Preview) Chosen() model.ID { return "" }

// Areas are the parts of the page that F6 goes to.
func (p *Preview) Areas() []func() { return []func(){p.Focus} }

// Focus gives the keyboard to the main button.
func (p *Preview) Focus() { p.main.Focus() }

// Changed leaves the preview as it is: it is worked out against the plan as it was, and
// bringing in joins with the plan as it will be then.
func (p *Preview) Changed(edit.Event) {}

// sections are the kinds of change, those that want a choice first.
var sections = []merge.Kind{merge.ToSettle, merge.Changed, merge.New, merge.Removed, merge.Restored}

func (p *Preview) fill() {
	r := p.arrival.Report
	p.body.Objects = []fyne.CanvasObject{look.NewPageHead(p.say("title"), p.from())}
	if r.NothingNew() || len(r.Changes) == 0 {
		p.nothing(r)
		return
	}
	p.body.Add(p.counts())
	if r.Many() {
		p.body.Add(look.NewAttentionBanner(p.say("many", words.With{"N": r.Replaced, "Of": r.Items})))
	}
	for _, kind := range sections {
		if section := p.section(kind); section != nil {
			p.body.Add(section)
		}
	}
	p.addGone()
	if p.arrival.WithoutPrivate {
		p.body.Add(look.NewText(p.say("without_private")).Caption().In(look.Muted))
	}
	p.fillFoot()
	p.scroll.Refit()
}

// addGone lists what the copy says and the plan did not keep, and offers to bring it in
// again. It is never the likelier thing to do: somebody decided against it.
func (p *Preview) addGone() {
	a := p.arrival
	if len(a.Gone) == 0 {
		return
	}
	teller, rows := news.NewTeller(p.words, a.After, a.Again), look.VBox(0)
	for i, c := range a.Gone {
		if i == fewRows && len(a.Gone) > fewRows+1 && !p.open[gone] {
			rows.Add(look.NewDivider())
			rows.Add(p.more(gone, len(a.Gone)-i))
			break
		}
		if i > 0 {
			rows.Add(look.NewDivider())
		}
		rows.Add(p.plain(teller.Tell(c), c))
	}
	head := look.HBox(10, look.NewText(p.say("section.gone")).Subheading().OneLine(), look.NewBadge(strconv.Itoa(len(a.Gone)), false))
	line := p.say("section.gone.line", words.With{"N": len(a.Gone), "Date": p.words.Date(a.GoneOn)})
	p.body.Add(look.VBox(8, head, look.NewText(line).In(look.Muted), look.NewPanelWith(1, rows), look.HBox(0, look.NewButton(p.say("again"), p.bringAgain).WithIcon(look.IconRedo))))
}

// gone is the section of what was not kept, beside those of [sections].
const gone merge.Kind = "gone"

func (p *Preview) bringAgain() {
	if err := p.desk.BringAgain(p.arrival); err != nil {
		p.shell.Trouble(err)
		return
	}
	p.arrival.Gone = nil
	if p.arrival.Report.NothingNew() {
		p.shell.Brought(0)
		return
	}
	p.fill()
	p.Focus()
}

// from says whose copy it is, and of when.
func (p *Preview) from() string {
	key, who := "from", p.arrival.Report.Copy.Who
	if who == "" {
		key = "from.nobody"
	}
	return p.say(key, words.With{"Who": who, "Date": p.words.Date(p.arrival.Date), "File": p.arrival.Name})
}

// nothing says that a copy brings nothing, or nothing that can be seen.
func (p *Preview) nothing(r merge.Report) {
	key := "nothing"
	switch {
	case !r.NothingNew():
		key = "nothing_seen"
	case len(p.arrival.Gone) > 0:
		key = "gone"
	}
	p.body.Add(look.NewEmpty(look.IconCheck, p.say(key), p.say(key+".line"), nil))
	p.addGone()
	p.main = look.NewButton(p.words.Say("dialog.ok"), p.shell.LeaveCopy).Primary()
	if !r.NothingNew() {
		p.main = look.NewButton(p.say("bring_quietly"), p.bringIn).Primary()
	}
	p.foot.Objects = []fyne.CanvasObject{p.main}
	p.scroll.Refit()
}

// counts says in numbers what the copy brings.
func (p *Preview) counts() fyne.CanvasObject {
	line := look.Flow(28)
	for _, c := range []struct {
		n   int
		key string
	}{{p.count(merge.New), "count.new"}, {p.count(merge.Changed), "count.changed"}, {p.count(merge.Removed), "count.removed"},
		{p.count(merge.Restored), "count.restored"}, {p.count(merge.ToSettle), "count.settle"}} {
		if c.n > 0 {
			line.Add(look.HBox(8, look.NewText(strconv.Itoa(c.n)).Heading().OneLine(), look.NewText(p.say(c.key, words.With{"N": c.n})).OneLine()))
		}
	}
	lost := look.HBox(8, look.NewShape(look.IconCheck, look.Primary, 20), look.NewText(p.say("nothing_lost")).Semibold().OneLine())
	return look.NewTinted(look.PrimaryTint, look.Pad(20, 14, look.HBox(16, look.Stretch(line), lost)))
}

// count counts the sentences of a kind, so that the numbers are those of the lists below.
func (p *Preview) count(kind merge.Kind) int {
	n := 0
	for _, c := range p.told {
		if c.Kind == kind {
			n++
		}
	}
	return n
}

// fewRows is how many rows of a section are shown before it is unfolded.
const fewRows = 8

// section lists the changes of a kind; nil if there are none.
func (p *Preview) section(kind merge.Kind) fyne.CanvasObject {
	teller := news.NewTeller(p.words, p.arrival.Before, p.arrival.After)
	rows, n := look.VBox(0), 0
	var changes []int
	for at, c := range p.told {
		if c.Kind == kind {
			changes = append(changes, at)
		}
	}
	for i, at := range changes {
		if i == fewRows && len(changes) > fewRows+1 && !p.open[kind] {
			rows.Add(look.NewDivider())
			rows.Add(p.more(kind, len(changes)-i))
			break
		}
		if i > 0 {
			rows.Add(look.NewDivider())
		}
		rows.Add(p.row(teller, at))
		n++
	}
	if n == 0 {
		return nil
	}
	head := look.HBox(10, look.NewText(p.say("section."+string(kind))).Subheading().OneLine(), look.NewBadge(strconv.Itoa(len(changes)), false))
	if kind == merge.ToSettle {
		head.Add(look.NewText(p.say("section.settle.line")).Caption().In(look.Muted))
	}
	return look.VBox(8, head, look.NewPanelWith(1, rows))
}

func (p *Preview) more(kind merge.Kind, n int) fyne.CanvasObject {
	text := p.say("more", words.With{"N": n})
	line := look.HBox(12, look.NewText(text).In(look.Muted), look.NewShape(look.IconChevronDown, look.Muted, 14))
	return look.NewBlock(text, look.Inset(7, 16, 7, 47, line), func() {
		p.open[kind] = true
		p.fill()
	})
}

// row is one change. Pressing it shows what it says, or while choosing takes it or leaves
// it, with all else on its record.
func (p *Preview) row(teller *news.Teller, at int) fyne.CanvasObject {
	c := p.told[at]
	sentence := teller.TellAll(c)
	line := p.line(sentence, c.Change)
	if p.choosing {
		mark := look.IconMarkEmpty
		if p.wanted[c.Record] {
			mark = look.IconMarkDone
		}
		line = look.HBox(13, look.NewShape(mark, look.Primary, 18), look.Stretch(line))
		return look.NewBlock(sentence.String(), look.Inset(5, 16, 5, 16, line), func() { p.take(c) })
	}
	icon := look.IconChevronDown
	if p.shown[at] {
		icon = look.IconChevronUp
	}
	block := look.NewBlock(sentence.String(), look.Inset(5, 16, 5, 16, look.HBox(13, look.Stretch(line), look.NewShape(icon, look.Muted, 14))), func() {
		p.shown[at] = !p.shown[at]
		p.fill()
	})
	if !p.shown[at] {
		return block
	}
	return look.VBox(0, block, look.Inset(2, 16, 12, 47, p.details(teller, c)))
}

// take takes a change or leaves it, and with it what goes along.
func (p *Preview) take(c news.Told) {
	wanted := !p.wanted[c.Record]
	p.wanted[c.Record] = wanted
	for _, along := range c.Along {
		p.wanted[along.Record] = wanted
	}
	p.fill()
}

// plain is one change that can only be read.
func (p *Preview) plain(sentence news.Sentence, c merge.Change) fyne.CanvasObject {
	return look.Inset(5, 16, 5, 16, p.line(sentence, c))
}

// line says a change, with the sign of its record and the step it belongs to.
func (p *Preview) line(sentence news.Sentence, c merge.Change) fyne.CanvasObject {
	runs := make([]look.Run, len(sentence))
	for i, piece := range sentence {
		runs[i] = look.Run{Text: piece.Text, Semibold: piece.Strong}
	}
	item := p.arrival.After.Item(c.Record)
	if item == nil {
		item = p.arrival.Before.Item(c.Record)
	}
	icon, color := look.IconFile, look.Muted
	if item != nil {
		icon, color = forms.SignOf(item)
	}
	place := look.NewText(p.place(c)).Caption().In(look.Muted).OneLine()
	return look.HBox(13, look.NewShape(icon, color, 18), look.Stretch(look.NewRichText(runs...)), place)
}

// place names the step at which a change is found: of a comment, where what it is about
// is found.
func (p *Preview) place(c merge.Change) string {
	kind := c.Type
	for _, plan := range []*model.Plan{p.arrival.After, p.arrival.Before, p.arrival.Again} {
		if plan == nil {
			continue
		}
		if comment, ok := plan.Item(c.Record).(*model.Comment); ok {
			if about := plan.Item(comment.On); about != nil {
				kind = about.Type()
			}
		}
	}
	if step := insight.StepOf(kind); step != "" {
		return p.words.Say("insight.step." + string(step))
	}
	return p.words.Say("type." + string(kind))
}

// fillFoot gives the ways on: bring in all, choose, or leave it.
func (p *Preview) fillFoot() {
	p.main = look.NewButton(p.say("bring_all", words.With{"N": len(p.told)}), p.bringIn).Primary().WithIcon(look.IconMerge)
	choose := look.NewButton(p.say("choose"), func() { p.setChoosing(true) })
	if p.choosing {
		p.main.SetText(p.say("bring_chosen", words.With{"N": p.chosen()}))
		choose = look.NewButton(p.say("choose_not"), func() { p.setChoosing(false) })
		if p.chosen() == 0 {
			p.main.Disable()
		}
	}
	hint := "undo"
	if p.choosing {
		hint = "choose.line"
	}
	p.foot.Objects = []fyne.CanvasObject{p.main, choose, look.NewButton(p.say("not_now"), p.shell.LeaveCopy),
		look.NewText(p.say(hint)).Caption().In(look.Muted)}
	p.foot.Refresh()
}

func (p *Preview) setChoosing(choosing bool) {
	p.choosing = choosing
	if !choosing {
		for _, c := range p.arrival.Report.Changes {
			p.wanted[c.Record] = true
		}
	}
	p.fill()
	p.Focus()
}

// chosen counts the changes that are to come in.
func (p *Preview) chosen() int {
	n := 0
	for _, c := range p.told {
		if p.wanted[c.Record] {
			n++
		}
	}
	return n
}

func (p *Preview) bringIn() {
	if p.busy {
		return
	}
	var only map[model.ID]bool
	if p.choosing {
		only = p.wanted
	}
	p.busy = true
	p.desk.BringIn(p.arrival, only, func(err error) {
		p.busy = false
		if err != nil {
			p.shell.Trouble(err)
			return
		}
		p.shell.Brought(p.arrival.Report.ToSettle())
	})
}
