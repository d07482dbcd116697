// Package checklist is the page of the paired questions that the group and the council
// answer, each for itself, with both answers beside each other.
//
// What is worth talking about stands open, the rest is folded to a row. A side that is
// pressed turns into a form in its place. An answer is one record with an id made of its
// question and side, so that copies that both write it mean the same one; it comes into
// being with the first thing that is said.
package checklist

import (
	"slices"
	"time"

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
	Edit(name string, change func(*edit.Change) error) error
	EditBurst(key, name string, change func(*edit.Change) error) error
	EndBurst()
	Now() time.Time
	For() model.Side // whose side this copy was sent to ask for, "" for none
}

// Shell is what the page asks of the window around it.
type Shell interface {
	PrintChecklist()   // shows the paper with both sides' answers
	Chose()            // another answer is shown
	SendTheirSide()    // makes the council its copy
	TakeTurn()         // asks one question after the other, in a copy that was sent for that
	Trouble(err error) // tells why something could not be done
}

// spot is one side of a question.
type spot struct {
	question string // its id
	side     model.Side
}

// Page is the page. Use [New].
type Page struct {
	desk   Desk
	shell  Shell
	words  *words.Words
	object fyne.CanvasObject
	scroll *look.Scroll
	order  *look.Segmented
	list   *fyne.Container // counts, heads and questions

	sides    insight.Sides
	shown    []string                       // the ids of the questions, in the order shown
	unfolded map[string]bool                // by question: what somebody opened or folded by hand
	blocks   map[spot]*look.Block           // to press, of open questions
	folded   map[string]*look.Block         // the rows of folded ones
	tops     map[string][]fyne.CanvasObject // a question, and what it stands in
	at       spot                           // where the keyboard was last
	form     *form                          // the side that is being answered, nil if none is
}

// New gives the page.
func New(desk Desk, shell Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), unfolded: map[string]bool{}}
	p.order = look.NewSegmented([]string{p.words.Say("checklist.first"), p.words.Say("checklist.numbered")}, func(int) {
		p.closeForm()
		p.fill()
	})
	onPaper := look.NewButton(p.words.Say("checklist.print"), p.shell.PrintChecklist).Small().WithIcon(look.IconPrint)
	head := look.NewPageHead(p.words.Say("checklist.title"), p.words.Say("checklist.subtitle"), p.order, onPaper)
	p.list = look.VBox(12)
	p.scroll = look.NewScroll(look.Inset(above, look.Margin, look.Margin, look.Margin, look.VBox(12, head, p.list)))
	p.object = container.NewStack(p.scroll)
	p.fill()
	return p
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Hint says which keys do what, for the foot of the window.
func (p *Page) Hint() string { return p.words.Say("checklist.hint") }

// Areas are the parts of the page that F6 goes to.
func (p *Page) Areas() []func() { return []func(){p.focusList} }

// Chosen is the answer the keyboard is at, "" while it is not given.
func (p *Page) Chosen() model.ID {
	if answer := p.answer(p.at); answer != nil {
		return answer.ID
	}
	return ""
}

// Choose goes to an answer.
func (p *Page) Choose(id model.ID) {
	answer, ok := p.desk.Plan().Item(id).(*model.Answer)
	if !ok || p.form != nil && p.form.at == (spot{answer.Question, answer.Side}) {
		return
	}
	p.closeForm()
	p.unfolded[answer.Question] = true
	p.fill()
	p.focus(spot{answer.Question, answer.Side})
}

// Focus opens the answer the keyboard is at, or the first that is missing, with the
// cursor in a field.
func (p *Page) Focus(field string) {
	at := p.at
	if p.pair(at.question) == nil || p.answer(at) == nil {
		at = p.firstOpen()
	}
	p.open(at)
	p.form.focus(field)
}

// firstOpen is the first side without an answer: ours before the council’s.
func (p *Page) firstOpen() spot {
	for _, side := range []model.Side{model.Citizens, model.CouncilSide} {
		pairs := slices.Clone(p.sides.Pairs)
		slices.SortFunc(pairs, func(a, b insight.Pair) int { return a.Number - b.Number })
		for _, pair := range pairs {
			if answer := of(pair, side); answer == nil || answer.Where == "" {
				return spot{pair.Question.ID, side}
			}
		}
	}
	return spot{p.shown[0], model.Citizens}
}

// of gives a side’s answer, nil if there is none.
func of(pair insight.Pair, side model.Side) *model.Answer {
	if side == model.CouncilSide {
		return pair.Council
	}
	return pair.Citizens
}

func (p *Page) pair(question string) *insight.Pair {
	for i := range p.sides.Pairs {
		if p.sides.Pairs[i].Question.ID == question {
			return &p.sides.Pairs[i]
		}
	}
	return nil
}

func (p *Page) answer(at spot) *model.Answer {
	if pair := p.pair(at.question); pair != nil {
		return of(*pair, at.side)
	}
	return nil
}

// Changed brings the page up to date. While somebody types into an answer, nothing
// else on the page has changed.
func (p *Page) Changed(e edit.Event) {
	if p.form != nil && e.How == edit.Edited && len(e.Touched) > 0 && p.form.onlyWords(e) {
		p.sides = insight.CompareSides(p.desk.Plan())
		return
	}
	p.fill()
	if p.form != nil {
		p.form.show(e.How != edit.Edited || len(e.Touched) == 0)
	}
}

// isOpen tells whether a question shows both answers in full: those that are far apart
// or that one side does not know or has not answered, unless somebody chose otherwise.
func (p *Page) isOpen(pair insight.Pair) bool {
	if open, said := p.unfolded[pair.Question.ID]; said {
		return open
	}
	return pair.Standing == insight.Differ && pair.Apart > 1 || pair.Standing == insight.NotKnown || pair.Standing == insight.OneSideOpen
}

// sort puts the questions in their order, unless one is being answered: it would jump.
func (p *Page) sort() {
	if p.form != nil {
		return
	}
	pairs := slices.Clone(p.sides.Pairs)
	if p.order.Chosen() == 1 {
		slices.SortFunc(pairs, func(a, b insight.Pair) int { return a.Number - b.Number })
	} else {
		slices.SortStableFunc(pairs, func(a, b insight.Pair) int { return rank(a) - rank(b) })
	}
	p.shown = nil
	for _, pair := range pairs {
		p.shown = append(p.shown, pair.Question.ID)
	}
}

// rank puts what is one step apart behind what one side does not know or has to answer.
func rank(pair insight.Pair) int {
	switch {
	case pair.Standing == insight.Differ && pair.Apart > 1:
		return 0
	case pair.Standing == insight.NotKnown:
		return 1
	case pair.Standing == insight.OneSideOpen:
		return 2
	case pair.Standing == insight.Differ:
		return 3
	}
	return 4
}

// fill draws the questions anew; a form that is open stays the same widget.
func (p *Page) fill() {
	p.sides = insight.CompareSides(p.desk.Plan())
	p.sort()
	p.blocks, p.folded, p.tops = map[spot]*look.Block{}, map[string]*look.Block{}, map[string][]fyne.CanvasObject{}
	top := p.counts()
	if len(p.desk.Plan().Answers) == 0 && p.form == nil {
		top = p.begin()
	}
	parts := []fyne.CanvasObject{look.VBox(6, top, p.heads())}
	rows := look.VBox(0)
	for _, id := range p.shown {
		pair := *p.pair(id)
		if p.isOpen(pair) {
			if len(rows.Objects) > 0 {
				parts, rows = append(parts, rows), look.VBox(0)
			}
			panel := p.panel(pair)
			p.tops[id] = []fyne.CanvasObject{p.list, panel}
			parts = append(parts, panel)
			continue
		}
		row := p.row(pair)
		p.tops[id] = []fyne.CanvasObject{p.list, rows, row}
		rows.Objects = append(rows.Objects, row, look.NewDivider())
	}
	p.list.Objects = append(parts, rows)
	if steps := p.sides.NextSteps(); len(steps) > 0 {
		p.list.Add(p.nextSteps(steps))
	}
	p.list.Refresh()
	p.scroll.Refit()
}

// begin teaches what the checklist is for.
func (p *Page) begin() fyne.CanvasObject {
	return look.NewEmpty(look.IconDiffer, p.words.Say("checklist.begin"), p.words.Say("checklist.begin.line"),
		look.NewButton(p.words.Say("checklist.begin.button"), func() { p.Focus("") }))
}

// open turns a side into its form.
func (p *Page) open(at spot) {
	if p.form != nil && p.form.at == at {
		return
	}
	p.closeForm()
	p.at = at
	p.unfolded[at.question] = true
	p.form = newForm(p.desk, p.shell.Trouble, at, p.answer(at), p.done).inPlace(questionOf(*p.pair(at.question), at.side),
		look.NewButton(p.words.Say("checklist.done"), p.done).Small(),
		look.NewButton(p.words.Say("checklist.onward"), p.onward).Small().WithTail(look.IconChevronRight))
	p.fill()
	p.form.show(true)
	p.form.focus("")
	p.reveal(at.question)
	p.shell.Chose()
}

// closeForm ends the answering; the caller draws the page.
func (p *Page) closeForm() {
	if p.form != nil {
		p.desk.EndBurst()
		p.form = nil
	}
}

// done ends the answering and leaves the keyboard at the side.
func (p *Page) done() {
	at := p.form.at
	p.closeForm()
	p.fill()
	p.focus(at)
}

// onward answers the same side of the next question.
func (p *Page) onward() {
	at := p.form.at
	next := slices.Index(p.shown, at.question) + 1
	if next >= len(p.shown) {
		p.done()
		return
	}
	p.open(spot{p.shown[next], at.side})
}

// focus gives a side the keyboard.
func (p *Page) focus(at spot) {
	block := p.blocks[at]
	if block == nil {
		block = p.folded[at.question]
	}
	if block == nil {
		return
	}
	p.at = at
	block.Focus()
	p.reveal(at.question)
}

// above is the space over what scrolls.
const above float32 = 16

// reveal scrolls so that a question is in view, or at least its top.
func (p *Page) reveal(question string) {
	objects := p.tops[question]
	y, height := above, objects[len(objects)-1].Size().Height
	for _, o := range objects {
		y += o.Position().Y
	}
	offset := max(p.scroll.Offset.Y, y+height+look.Gap-p.scroll.Size().Height)
	if offset = max(0, min(offset, y-look.Gap)); offset != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	}
}

func (p *Page) focusList() {
	if p.form != nil {
		p.form.focus("")
		return
	}
	if p.at.question == "" {
		p.at = spot{p.shown[0], model.Citizens}
	}
	p.focus(p.at)
}

// came is told that the keyboard is at a side.
func (p *Page) came(at spot) {
	if p.at != at {
		p.at = at
		p.shell.Chose()
	}
}

// step moves the keyboard to another question or side.
func (p *Page) step(at spot, key fyne.KeyName) bool {
	place := slices.Index(p.shown, at.question)
	switch key {
	case fyne.KeyUp:
		place--
	case fyne.KeyDown:
		place++
	case fyne.KeyHome:
		place = 0
	case fyne.KeyEnd:
		place = len(p.shown) - 1
	case fyne.KeyLeft:
		at.side = model.Citizens
	case fyne.KeyRight:
		at.side = model.CouncilSide
	default:
		return false
	}
	if place >= 0 && place < len(p.shown) {
		p.focus(spot{p.shown[place], at.side})
	}
	return true
}
