package mapview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/ui/look"
)

// openUpTo is how many cards there may be for the outline to be wholly open at first.
const openUpTo = 60

// outline is the map as an indented list: need, activity, outcome, goal. What several
// cards lead to stands below each of them. It chooses the same things as the map.
type outline struct {
	widget.Tree
	page   *Page
	roots  []widget.TreeNodeID
	shown  *scene
	quiet  bool // the choice comes from the page
	typist *typist
}

// A node is named by the cards on the way to it, joined by this.
const step = "/"

func newOutline(p *Page) *outline {
	o := &outline{page: p}
	o.ChildUIDs = o.children
	o.IsBranch = func(uid widget.TreeNodeID) bool { return uid == "" || len(p.scene.plan.From(last(uid))) > 0 }
	o.CreateNode = func(bool) fyne.CanvasObject { return newOutlineRow() }
	o.UpdateNode = func(uid widget.TreeNodeID, _ bool, row fyne.CanvasObject) {
		if i, ok := p.scene.cardOf[last(uid)]; ok {
			row.(*outlineRow).show(&p.scene.cards[i].data, p.light.on && !p.light.cards[last(uid)])
		}
	}
	o.OnHighlighted = o.chose
	o.OnSelected = o.chose
	o.HideSeparators = true
	o.ExtendBaseWidget(o)
	o.typist = newTypist(p)
	return o
}

// way gives the cards on the way to a row, and it.
func way(uid widget.TreeNodeID) []model.ID {
	var ids []model.ID
	for id := range strings.SplitSeq(uid, step) {
		ids = append(ids, model.ID(id))
	}
	return ids
}

func last(uid widget.TreeNodeID) model.ID { return model.ID(uid[strings.LastIndex(uid, step)+1:]) }

func (o *outline) children(uid widget.TreeNodeID) []widget.TreeNodeID {
	if uid == "" {
		return o.roots
	}
	var below []widget.TreeNodeID
	for _, link := range o.page.scene.plan.From(last(uid)) {
		below = append(below, uid+step+string(link.To))
	}
	return below
}

// chose shows the line of sight of the card the keys are at.
func (o *outline) chose(uid widget.TreeNodeID) {
	if o.quiet || uid == "" {
		return
	}
	if i, ok := o.page.scene.cardOf[last(uid)]; ok {
		o.quiet = true
		o.Select(uid)
		o.quiet = false
		o.typist.follow(way(uid))
		o.quiet = true // it is where it was chosen already
		o.page.view.setCursor(i)
		o.page.choose(i)
		o.quiet = false
	}
}

// show brings the outline up to date: its first rows are the needs, and what nothing
// leads to yet.
func (o *outline) show() {
	s := o.page.scene
	if o.page.listed == nil || !o.page.listed.Visible() {
		return
	}
	if o.shown == s {
		o.Refresh()
		return
	}
	first := o.shown == nil
	o.shown, o.roots = s, nil
	for i := range s.cards {
		if id := s.cards[i].id; len(s.plan.To(id)) == 0 {
			o.roots = append(o.roots, string(id))
		}
	}
	if first && len(s.cards) <= openUpTo {
		o.OpenAllBranches()
	}
	o.Refresh()
}

// reveal goes to a card, at the first place where it stands.
func (o *outline) reveal(id model.ID) {
	if _, ok := o.page.scene.cardOf[id]; !ok {
		return
	}
	uid := string(id)
	for {
		links := o.page.scene.plan.To(last(uid[:strings.IndexByte(uid+step, '/')]))
		if len(links) == 0 {
			break
		}
		uid = string(links[0].From) + step + uid
	}
	o.goTo(uid)
}

// goTo opens the branches above a row and goes to it.
func (o *outline) goTo(uid widget.TreeNodeID) {
	for at := range uid {
		if uid[at:at+1] == step {
			o.OpenBranch(uid[:at])
		}
	}
	o.quiet = true
	o.Select(uid)
	o.Highlight(uid)
	o.quiet = false
	o.typist.follow(way(uid))
}

// showThread goes to the row that was typed last.
func (o *outline) showThread(thread [columns]model.ID) {
	var ids []string
	for _, id := range thread {
		if id != "" {
			ids = append(ids, string(id))
		}
	}
	o.goTo(strings.Join(ids, step))
}

// takeFocus gives the outline the keys.
func (o *outline) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.page.object); c != nil {
		o.quiet = true
		c.Focus(o)
		o.quiet = false
	}
}

// TypedRune takes the keys that are letters: N types a card, the others are the map's.
func (o *outline) TypedRune(r rune) {
	switch r {
	case 'n', 'N':
		o.typist.field.Focus()
	case 'o', 'O':
		o.page.showOutline(false)
	case '/':
		o.page.Find()
	case 'r', 'R':
		o.page.showReading(true)
	}
}

// TypedKey walks as Fyne's tree does; Enter opens, Delete removes, Esc shows everything.
func (o *outline) TypedKey(key *fyne.KeyEvent) {
	p := o.page
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open(p.Chosen())
	case fyne.KeyDelete:
		p.removeChosen()
	case fyne.KeyEscape:
		if !p.clear() {
			look.PassOn(o, key)
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeySpace:
		o.Tree.TypedKey(key)
	default:
		look.PassOn(o, key)
	}
}

// outlineRow shows one card on one line.
type outlineRow struct {
	widget.BaseWidget
	shape, alert       *look.Shape
	number, title, gap *look.Text
	content            *fyne.Container
}

func newOutlineRow() *outlineRow {
	r := &outlineRow{
		shape: look.NewShape(look.IconNeed, look.Muted, 16), alert: look.NewShape(look.IconAttention, look.Attention, 14), number: look.NewText("N10").Caption().Semibold().OneLine(),
		title: look.NewText("").AtMost(1), gap: look.NewText("").Caption().Semibold().In(look.Attention).OneLine(),
	}
	r.content = look.HBox(look.Gap, r.shape, r.number, look.Stretch(r.title), r.alert, r.gap)
	r.ExtendBaseWidget(r)
	return r
}

func (r *outlineRow) show(data *look.CardData, faded bool) {
	l := look.CardState{Faded: faded}.Look(data.Kind)
	r.shape.Set(data.Kind.Icon(), l.Shape)
	r.alert.Set(look.IconAttention, l.Note)
	r.alert.Hidden = data.Gap == ""
	for text, words := range map[*look.Text]string{r.number: data.Number, r.title: data.Title} {
		text.SetText(words)
		text.SetColor(l.Ink)
	}
	r.gap.SetText(data.Gap)
	r.gap.SetColor(l.Note)
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *outlineRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Pad(0, 3, r.content))
}
