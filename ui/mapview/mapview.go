// Package mapview shows the plan as a map: needs, activities, outcomes and goals as
// cards in columns, and the links between them.
//
// A [Page] reads a plan into a scene (scene.go): all cards and links at 100 %, placed
// by model/layout, in a goroutine where there are many. The view (view.go) is one
// widget that shows a part of the scene: it keeps pan and zoom, and takes pointer
// (pointer.go) and keys (keys.go). Its painter (paint.go) holds drawn objects for what
// is in view only, found by an index (index.go); very many links are pictures
// (strips.go). What stands out and what is faded is the light (light.go), narrowed by
// conditions (filter.go) or by a question (weigh.go).
// Every change of the plan goes through the desk (edits.go): one card moved (reorder.go),
// one link led elsewhere (relink.go), several cards at once (several.go, clipboard.go).
// The pointer that rests on a card shows its line of sight (glance.go). The same plan as
// an indented list is typed fast (outline.go, typist.go); for meetings one thread at a
// time is read in large type (reading.go). The window's menu asks for what the map does
// by name (command.go), and the map leaves the app as a file of its own (export.go).
package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the map asks of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Gaps() []insight.Gap
	Edit(name string, change func(*edit.Change) error) error
	Undo() bool
	SuggestedName() string                                 // of a file, without its ending
	WritePaper(path string, data []byte, then func(error)) // writes a finished file
}

// Shell is what the map asks of the window around it.
type Shell interface {
	ShowRecord(id model.ID) // opens a record's form
	Chose()                 // another record is shown
	Later(func())           // brings a function to the screen's goroutine
	Trouble(error)          // says why something could not be done
	// AskWhere asks where a file is to be kept.
	AskWhere(title, kind, extension, name string, then func(path string))
}

// atOnce is up to how many cards the map is placed without leaving the screen's
// goroutine: that takes less than half a frame.
const atOnce = 40

// Page is the page with the map.
type Page struct {
	desk  Desk
	shell Shell
	words *words.Words
	clock func() time.Time
	wait  func(time.Duration, func()) // does something in a while

	reader  reader
	scene   *scene
	wanted  int                // counts the scenes asked for: only the last one is shown
	pending model.ID           // a record to choose as soon as it is on the map
	stood   map[model.ID]wish  // where each card was last, also those that are gone
	measure float32            // the scale of the text to which these belong
	wish    *wish              // where the card that is being added should stand
	under   map[stand]model.ID // below which card a moved one stands

	glanced    model.ID          // the card the pointer rests on
	chosen     model.ID          // the card whose line of sight is lit
	picked     model.ID          // the chosen link
	several    map[model.ID]bool // the chosen cards, where they are more than one
	pendingAll []model.ID        // cards to choose as soon as they are on the map
	filter     filter
	together   bool // the cards of a theme are kept together
	light      light
	shone      int // counts the lights
	sight      insight.Sight
	sightOf    *model.Plan

	view   *view
	head   *pageHead
	object *fyne.Container
	top    *fyne.Container
	high   float32 // the head as it was laid out
	empty  *fyne.Container
	lines  *outline
	listed *fyne.Container // the outline and the line to type in
	thread *reading
}

// NewPage gives the map of the open plan.
func NewPage(desk Desk, shell Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), clock: time.Now, stood: map[model.ID]wish{}, under: map[stand]model.ID{}}
	p.reader.words, p.wait = p.words, p.after
	p.measure = look.Scale()
	p.scene = &scene{plan: desk.Plan(), scale: p.measure}
	p.view = newView(p)
	p.head = newHead(p)
	add := look.NewButton(p.say("empty.add"), func() { p.view.title.add(0, fyne.Position{}) }).WithIcon(look.IconPlus)
	panel := look.NewEmpty(look.IconNeed, p.say("empty"), p.say("empty.line"), add)
	p.empty = container.NewCenter(look.WideScaled(320, panel))
	p.empty.Hidden = p.hasCards()
	p.lines = newOutline(p)
	p.listed = look.Frame(nil, look.Inset(10, look.Margin, 12, look.Margin, p.lines.typist.object), nil, nil, look.Pad(look.Margin, 0, p.lines))
	p.listed.Hide()
	p.thread = newReading(p)
	p.thread.Hide()
	p.top = look.Inset(11, look.Margin, 8, look.Margin, p.head.object)
	p.object = look.Frame(p.top, nil, nil, nil, container.New(sides{p}, p.view, p.listed, look.Pad(look.Margin, 0, p.thread), p.empty))
	p.renew()
	return p
}

func (p *Page) say(key string, with ...words.With) string { return p.words.Say("map."+key, with...) }

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Hint says how to read the links, and how to walk along them.
func (p *Page) Hint() string { return p.say("hint") }

// Chosen is the chosen card or link, "" if there is none.
func (p *Page) Chosen() model.ID {
	if p.picked != "" {
		return p.picked
	}
	return p.chosen
}

// Choose lights the line of sight of a card and brings it into view, or chooses a link.
func (p *Page) Choose(id model.ID) {
	p.pending = ""
	if i, ok := p.scene.cardOf[id]; ok && p.scene.index != nil {
		p.view.setCursor(i)
		p.choose(i)
		return
	}
	if i, ok := p.scene.linkOf[id]; ok && p.scene.index != nil {
		p.view.reveal(p.scene.links[i].from)
		p.pick(i)
		return
	}
	p.pending = id
}

// hasCards tells whether there is anything to show.
func (p *Page) hasCards() bool {
	plan := p.desk.Plan()
	return len(plan.Needs)+len(plan.Activities)+len(plan.Outcomes)+len(plan.Goals) > 0
}

// showOutline shows the outline in place of the map, or the map again.
func (p *Page) showOutline(on bool) {
	p.thread.Hidden, p.top.Hidden = true, false
	p.listed.Hidden = !on
	p.view.Hidden = on && !p.besides(p.object.Size().Width)
	p.head.show()
	p.lines.show()
	p.object.Refresh()
	if on {
		p.lines.reveal(p.chosen)
		p.lines.takeFocus()
		return
	}
	p.view.takeFocus()
	if i, ok := p.scene.cardOf[p.chosen]; ok {
		p.view.reveal(i)
		p.view.draw()
	}
}

// SetNarrow leaves out what a narrow window shows elsewhere.
func (p *Page) SetNarrow(narrow bool) {
	if p.head.title.Hidden != narrow {
		p.head.title.Hidden, p.head.all.Hidden = narrow, narrow
		p.fitHead()
	}
}

// Changed brings the map up to date.
func (p *Page) Changed(e edit.Event) {
	if p.head.told != "" && !p.head.noted {
		p.hush() // what its Undo would take back is no longer the last step
	}
	if p.settle(e) {
		p.place(p.inOrder())
		return
	}
	p.renew()
}

// read takes the cards and links of the plan, to be placed.
func (p *Page) read() *scene {
	next := p.reader.read(p.desk.Plan(), p.desk.Gaps())
	next.together = p.together
	return next
}

// inOrder reads the plan; its cards keep the order in which they stood.
func (p *Page) inOrder() *scene {
	next := p.read()
	if p.scene.index != nil {
		p.rescale(next.scale)
		next.keepOrder(p.stood, p.wish)
	}
	return next
}

// rescale has what is known of where cards stood be of another size of the text.
func (p *Page) rescale(scale float32) {
	if scale == p.measure {
		return
	}
	for id, was := range p.stood {
		was.y *= scale / p.measure
		p.stood[id] = was
	}
	p.measure = scale
}

// renew reads the plan, and places its cards where something has changed that moves
// them. They keep their order: only tidy looks for a better one.
func (p *Page) renew() {
	next := p.inOrder()
	if next.sameShape(p.scene) {
		p.wanted++
		next.takePlaces(p.scene)
		p.show(next)
		return
	}
	p.place(next)
}

// tidy puts the cards into the order with the fewest crossings, also those that a
// person had ordered.
func (p *Page) tidy() {
	var ordered []model.ID
	for i := range p.scene.cards {
		if c := &p.scene.cards[i]; c.row != "" {
			ordered = append(ordered, c.id)
		}
	}
	if len(ordered) > 0 {
		err := p.desk.Edit("edit.map.tidy", func(c *edit.Change) error { return c.Disarrange(ordered) })
		if err != nil {
			p.head.refuse(p.words.Explain(err))
			return
		}
	}
	p.place(p.read())
}

// keepThemes has the cards of each theme stand together, or no longer.
func (p *Page) keepThemes() {
	if len(p.themes()) == 0 {
		p.head.refuse(p.say("themes_none"))
		return
	}
	p.together = !p.together
	p.place(p.read())
	if p.together {
		p.head.note(p.say("themes_together"))
	} else {
		p.head.note(p.say("themes_apart"))
	}
}

func (p *Page) place(next *scene) {
	p.wanted++
	if len(next.cards) <= atOnce {
		next.place()
		p.show(next)
		return
	}
	wanted := p.wanted
	go func() {
		next.place()
		p.shell.Later(func() {
			if wanted == p.wanted {
				p.show(next)
			}
		})
	}()
}

// show takes over a placed scene. What was chosen stays so, if it is still there.
func (p *Page) show(next *scene) {
	p.scene = next
	p.rescale(next.scale)
	for _, c := range next.cards {
		p.stood[c.id] = wish{column: c.column, y: c.at.Y}
	}
	if _, there := next.cardOf[p.chosen]; !there {
		p.chosen = ""
	}
	if _, there := next.linkOf[p.picked]; !there {
		p.picked = ""
	}
	if _, there := next.cardOf[p.view.linking]; !there {
		p.view.linking, p.view.moving = "", ""
	}
	p.keepSeveral()
	p.empty.Hidden = len(next.cards) > 0
	p.relight()
	p.view.show()
	p.lines.show()
	p.thread.renewed()
	if p.pending != "" {
		p.Choose(p.pending)
	}
	if p.pendingAll != nil {
		p.chooseAll(p.pendingAll)
	}
}

// fitHead gives the head another height, where its sentence takes more lines or fewer.
func (p *Page) fitHead() {
	if p.object == nil || p.object.Size().Width == 0 {
		return
	}
	if high := look.HeightFor(p.top, p.object.Size().Width); high != p.high {
		p.high = high
		p.object.Layout.Layout(p.object.Objects, p.object.Size())
	}
}

// relight works out anew what stands out, and says so in words.
func (p *Page) relight() {
	p.light = p.shine()
	p.shone++
	p.head.show()
}

// update shows another choice.
func (p *Page) update() {
	p.glanced = ""
	p.relight()
	p.view.draw()
	p.lines.show()
	p.alongside()
	p.shell.Chose()
}

// choose lights the line of sight of a card.
func (p *Page) choose(card int) {
	p.hush()
	p.chosen, p.picked, p.several = p.scene.cards[card].id, "", nil
	p.view.cursor = p.chosen
	p.update()
}

// pick chooses a link.
func (p *Page) pick(link int) {
	p.hush()
	p.picked, p.chosen, p.several = p.scene.links[link].id, "", nil
	p.update()
}

// clear lets go of what is under way, or else of what is chosen; false if there was nothing.
func (p *Page) clear() bool {
	said := p.hush()
	if p.view.linking != "" {
		p.view.linking, p.view.moving = "", ""
		p.update()
		return true
	}
	if p.chosen == "" && p.picked == "" && p.several == nil && p.filter == (filter{}) {
		p.update()
		return said
	}
	p.chosen, p.picked = "", ""
	p.setFilter(filter{})
	return true
}

// setFilter shows something else in place of what was chosen.
func (p *Page) setFilter(f filter) {
	p.filter, p.chosen, p.picked, p.several = f, "", "", nil
	if f.show != found {
		p.head.find.SetText("")
	}
	p.update()
}

// Find puts the cursor into the field that looks for cards.
func (p *Page) Find() {
	if p.thread.Visible() {
		p.showReading(false)
	}
	p.head.find.Focus()
}

// look for a text: the cards that have it stand out, and the first comes into view.
func (p *Page) lookFor(text string) {
	if text == "" {
		p.setFilter(filter{})
		return
	}
	p.setFilter(filter{show: found, query: text})
	if matches := p.matches(); len(matches) > 0 {
		p.view.reveal(matches[0])
		p.view.draw()
	}
}

// next goes to the next card that was found.
func (p *Page) next() {
	matches := p.matches()
	if p.filter.show != found || len(matches) == 0 {
		return
	}
	at := matches[0]
	for i, m := range matches {
		if p.scene.cards[m].id == p.view.cursor && i+1 < len(matches) {
			at = matches[i+1]
		}
	}
	p.view.setCursor(at)
	p.choose(at)
}
