package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"commonplan/model"
	"commonplan/ui/look"
)

// Areas are the parts of the page that F6 goes to.
func (p *Page) Areas() []func() {
	if p.listed.Visible() {
		return []func(){p.lines.takeFocus, p.lines.typist.field.Focus}
	}
	return []func(){p.view.takeFocus, p.head.find.Focus}
}

// FocusGained shows the ring at the card the keys are at.
func (v *view) FocusGained() {
	v.focused = true
	if i := v.cursorCard(); i >= 0 {
		v.cursor = v.page.scene.cards[i].id
	}
	v.draw()
}

// FocusLost hides the ring.
func (v *view) FocusLost() {
	v.focused = false
	v.draw()
}

// takeFocus gives the map the keys.
func (v *view) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.page.object); c != nil && c.Focused() != fyne.Focusable(v) {
		c.Focus(v)
	}
}

// TypedKey walks over the map: left and right along links, up and down in a column.
func (v *view) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		v.step(-1)
	case fyne.KeyDown:
		v.step(1)
	case fyne.KeyLeft:
		v.follow(false)
	case fyne.KeyRight:
		v.follow(true)
	case fyne.KeyHome:
		v.toEnd(0)
	case fyne.KeyEnd:
		v.toEnd(-1)
	case fyne.KeyPageUp:
		v.panBy(0, v.room().bottom-v.room().top-look.Scaled(bodyTop))
	case fyne.KeyPageDown:
		v.panBy(0, look.Scaled(bodyTop)-v.room().bottom+v.room().top)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.enter()
	case fyne.KeySpace:
		if i := v.cursorCard(); i >= 0 && v.linking == "" {
			v.page.choose(i)
		}
	case fyne.KeyF2:
		v.rename()
	case fyne.KeyDelete, fyne.KeyBackspace:
		v.page.removeChosen()
	case desktop.KeyMenu, fyne.KeyF10:
		v.keyMenu()
	case fyne.KeyEscape:
		if !v.page.clear() {
			look.PassOn(v, key)
		}
	default:
		look.PassOn(v, key)
	}
}

// TypedRune takes the keys that are letters.
func (v *view) TypedRune(r rune) {
	switch r {
	case '/':
		v.page.Find()
	case 'l', 'L':
		v.startLink()
	case 'n':
		v.addHere()
	case 'N':
		v.addNext()
	case '1', '2', '3', '4', '5':
		v.addIn(int(r - '1'))
	case '+', '=':
		v.zoomBy(1)
	case '-':
		v.zoomBy(-1)
	case 's', 'S':
		v.page.strengthen()
	case 'x', 'X':
		v.also()
	case 'f', 'F':
		v.page.head.chooseFilter()
	case 'w', 'W':
		v.page.weigh()
	case 'c', 'C':
		v.page.setFilter(filter{show: cheapest})
	case 'r', 'R':
		v.page.showReading(true)
	case 'o', 'O':
		v.page.showOutline(true)
	case 't', 'T':
		v.page.tidy()
	case 'z', 'Z':
		v.fit()
	case '0':
		v.zoomTo(usualZoom, v.centre())
	}
}

// startLink begins a link from the card the keys are at, or has the chosen link arrive
// elsewhere.
func (v *view) startLink() {
	if v.page.picked != "" {
		v.page.startMove(v.page.picked)
		return
	}
	v.page.startLink(v.cursor)
}

// TypedShortcut is what is done with Ctrl or Alt.
func (v *view) TypedShortcut(shortcut fyne.Shortcut) {
	switch cut := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		v.page.everyCard()
		return
	case *fyne.ShortcutCopy:
		v.page.copy(cut.Clipboard)
		return
	case *fyne.ShortcutCut:
		v.page.cut(cut.Clipboard)
		return
	case *fyne.ShortcutPaste:
		v.page.paste(cut.Clipboard)
		return
	case *desktop.CustomShortcut:
		if v.command(cut) {
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}

// command does what a key does with Ctrl or Alt, if it does anything.
func (v *view) command(cut *desktop.CustomShortcut) bool {
	control, alt := cut.Modifier == fyne.KeyModifierShortcutDefault, cut.Modifier == fyne.KeyModifierAlt
	switch {
	case alt && cut.KeyName == fyne.KeyUp:
		v.shift(-1)
	case alt && cut.KeyName == fyne.KeyDown:
		v.shift(1)
	case control && (cut.KeyName == fyne.KeyReturn || cut.KeyName == fyne.KeyEnter):
		v.open()
	case control && cut.KeyName == fyne.KeyD:
		v.page.duplicate()
	default:
		return false
	}
	return true
}

// goTo moves the keys to a card and, unless a link is being made, chooses it.
func (v *view) goTo(card int) {
	if card < 0 {
		return
	}
	v.setCursor(card)
	if v.linking != "" {
		v.draw()
		return
	}
	v.page.choose(card)
}

// step goes up or down in the column.
func (v *view) step(by int) {
	at := v.cursorCard()
	if at < 0 {
		return
	}
	if v.page.scene.cards[at].id != v.cursor {
		v.goTo(at)
		return
	}
	v.goTo(v.page.scene.neighbour(at, by))
}

// toEnd goes to the first or last card of the column.
func (v *view) toEnd(end int) {
	if at := v.cursorCard(); at >= 0 {
		cards := v.page.scene.index.columns[v.page.scene.cards[at].column]
		v.goTo(int(cards[(end+len(cards))%len(cards)]))
	}
}

// follow goes along a link, to the nearest of the cards it could lead to. Where no
// link leads on, and while a link is being made, it goes to the next column.
func (v *view) follow(on bool) {
	at := v.cursorCard()
	if at < 0 {
		return
	}
	if next := v.linked(at, on); next >= 0 && v.linking == "" {
		v.goTo(next)
		return
	}
	s, step := v.page.scene, 1
	if !on {
		step = -1
	}
	for column := s.cards[at].column + step; column >= 0 && column < columns; column += step {
		if next := s.nearest(column, s.middle(at)); next >= 0 {
			v.goTo(next)
			return
		}
	}
}

// linked is the card at the other end of a link, the nearest column and height first.
func (v *view) linked(at int, on bool) int {
	s := v.page.scene
	found, best := -1, float32(0)
	try := func(id model.ID) {
		i := s.cardOf[id]
		far := abs(s.middle(i)-s.middle(at)) + s.height*abs(float32(s.cards[i].column-s.cards[at].column))
		if found < 0 || far < best {
			found, best = i, far
		}
	}
	if on {
		for _, l := range s.plan.From(s.cards[at].id) {
			try(l.To)
		}
		return found
	}
	for _, l := range s.plan.To(s.cards[at].id) {
		try(l.From)
	}
	return found
}

func abs(f float32) float32 { return max(f, -f) }

// enter changes what is chosen in its place, or makes the link that is being made.
func (v *view) enter() {
	if at := v.cursorCard(); v.linking != "" && at >= 0 {
		v.page.finishLink(at)
		return
	}
	v.rename()
}

// open opens the form of what is chosen.
func (v *view) open() {
	switch at := v.cursorCard(); {
	case v.page.picked != "":
		v.page.open(v.page.picked)
	case at >= 0:
		v.page.open(v.page.scene.cards[at].id)
	}
}

// addHere asks for a new card in the column of the keys, below the card they are at.
func (v *view) addHere() {
	at := v.cursorCard()
	if at < 0 {
		v.title.add(0, fyne.Position{})
		return
	}
	c := &v.page.scene.cards[at]
	v.title.add(c.column, c.at.AddXY(0, c.size.Height-look.Gap))
}

// addNext asks for a new card that the one the keys are at leads to.
func (v *view) addNext() {
	if at := v.cursorCard(); at >= 0 {
		v.title.addNext(at)
	}
}

// addIn asks for a new card in a column, below those that are there.
func (v *view) addIn(column int) {
	s := v.page.scene
	at := fyne.NewPos(s.columnX(column), 0)
	if s.index != nil && len(s.index.columns[column]) > 0 {
		cards := s.index.columns[column]
		last := &s.cards[cards[len(cards)-1]]
		at.Y = last.at.Y + last.size.Height + rowGap*s.scale
	}
	v.title.add(column, at)
}

// rename asks for another title of the card the keys are at, or why the chosen link is
// believed.
func (v *view) rename() {
	if i, ok := v.page.scene.linkOf[v.page.picked]; ok {
		v.title.why(i)
		return
	}
	if i := v.cursorCard(); i >= 0 {
		v.title.change(i)
	}
}

// also adds the card the keys are at to those chosen.
func (v *view) also() {
	if i := v.cursorCard(); i >= 0 {
		v.page.alsoChoose(i)
	}
}

// keyMenu shows the menu of the card the keys are at, or of the chosen link.
func (v *view) keyMenu() {
	s := v.page.scene
	if i, ok := s.linkOf[v.page.picked]; ok {
		at := v.inView(s.links[i].line[len(s.links[i].line)/2])
		v.showMenu(at, v.menu(spot{-1, i}, at))
		return
	}
	if i := v.cursorCard(); i >= 0 {
		c := &s.cards[i]
		at := v.inView(c.at.AddXY(look.Margin, c.size.Height))
		v.showMenu(at, v.menu(spot{i, -1}, at))
	}
}
