package mapview

import (
	"time"

	"commonplan/model"
)

// The pointer that rests on a card shows its line of sight, as long as nothing is chosen
// or asked for. It tells nothing that choosing the card does not tell as well; and it
// waits a moment, so that nothing flickers on the way over the map.

// dwell is how long the pointer must rest.
const dwell = 250 * time.Millisecond

// lit is the card whose line of sight is shown: the chosen one, or else the one the
// pointer rests on; "" for none.
func (p *Page) lit() model.ID {
	if p.chosen != "" {
		return p.chosen
	}
	if _, there := p.scene.cardOf[p.glanced]; there && p.mayGlance() {
		return p.glanced
	}
	return ""
}

// mayGlance tells whether nothing else is shown or under way.
func (p *Page) mayGlance() bool {
	return p.picked == "" && p.several == nil && p.filter.show == everything && p.view.linking == "" && !p.view.drag.on()
}

// rest is told that the pointer came to a card, or left all of them: -1.
func (v *view) rest(card int) {
	v.rests++
	p, rests := v.page, v.rests
	if p.glanced != "" {
		p.glance("")
	}
	if card < 0 || p.chosen != "" || !p.mayGlance() {
		return
	}
	id := p.scene.cards[card].id
	p.wait(dwell, func() {
		if v.rests == rests && p.chosen == "" && p.mayGlance() {
			p.glance(id)
		}
	})
}

// glance lights the line of sight of a card, or of none.
func (p *Page) glance(id model.ID) {
	p.glanced = id
	p.light = p.shine()
	p.shone++
	p.view.draw()
}

// after has something done on the screen's goroutine in a while.
func (p *Page) after(d time.Duration, do func()) {
	time.AfterFunc(d, func() { p.shell.Later(do) })
}
