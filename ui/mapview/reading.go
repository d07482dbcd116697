package mapview

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// mostThreads is up to how many threads are read, of a card or of the whole map.
const mostThreads = 500

// reading shows one thread of the map at a time in large type, for a meeting: need,
// activity, outcomes and goal, and between them why one is believed to lead to the next.
type reading struct {
	widget.BaseWidget
	page    *Page
	threads []insight.Path
	at      int
	count   *look.Text
	steps   *fyne.Container
	scroll  *look.Scroll
	content *fyne.Container
}

func newReading(p *Page) *reading {
	r := &reading{page: p, count: look.NewText("").Caption().In(look.Muted).OneLine(), steps: look.VBox(10)}
	previous := look.NewButton(p.say("reading.previous"), func() { r.step(-1); r.takeFocus() })
	next := look.NewButton(p.say("reading.next"), func() { r.step(1); r.takeFocus() })
	end := look.NewButton(p.say("reading.end"), func() { p.showReading(false) })
	r.scroll = look.NewScroll(r.steps)
	bar := look.HBox(look.Gap, look.Stretch(r.count), previous, next, end)
	r.content = look.Frame(look.Inset(14, 0, 16, 0, bar), nil, nil, nil, r.scroll)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *reading) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// MinSize leaves the room to the page.
func (r *reading) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// threadsOf lists the threads through a card, or all of them where none is given.
func threadsOf(plan *model.Plan, through model.ID) []insight.Path {
	var all []insight.Path
	for _, kind := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome} {
		for _, item := range plan.List(kind) {
			id := item.Head().ID
			if len(plan.To(id)) > 0 || len(all) >= mostThreads {
				continue
			}
			paths, _ := insight.PathsToGoals(plan, id, mostThreads)
			for _, path := range paths {
				if through == "" || slices.Contains(path, through) {
					all = append(all, path)
				}
			}
		}
	}
	return all[:min(len(all), mostThreads)]
}

// showReading begins or ends the reading: of the threads through the chosen card, or of all.
func (p *Page) showReading(on bool) {
	if on {
		p.thread.threads, p.thread.at = threadsOf(p.desk.Plan(), p.chosen), 0
		if len(p.thread.threads) == 0 {
			p.head.refuse(p.say("reading.none"))
			return
		}
		p.hush()
		p.thread.show()
	}
	p.thread.Hidden, p.top.Hidden = !on, on
	p.view.Hidden, p.listed.Hidden = on, true
	p.head.show()
	p.object.Refresh()
	if on {
		p.thread.takeFocus()
	} else {
		p.view.takeFocus()
	}
}

// show writes the present thread.
func (r *reading) show() {
	p, plan := r.page, r.page.scene.plan
	path := r.threads[r.at]
	r.count.SetText(p.say("reading.count", words.With{"At": strconv.Itoa(r.at + 1), "All": strconv.Itoa(len(r.threads))}))
	r.steps.Objects = nil
	for i, id := range path {
		if i > 0 {
			r.steps.Objects = append(r.steps.Objects, look.Inset(0, 0, 0, 34, look.NewText(r.why(path[i-1], id)).In(look.Muted)))
		}
		item := plan.Item(id)
		if item == nil {
			continue
		}
		kind := look.Need + look.Kind(int(model.ColumnOf(item))-1)
		r.steps.Objects = append(r.steps.Objects, look.HBoxTop(10,
			look.Inset(6, 0, 0, 0, look.NewShape(kind.Icon(), kind.Color(), 24)), look.Stretch(look.NewText(model.Title(item)).Heading())))
	}
	r.steps.Refresh()
	r.scroll.Refit()
	r.scroll.ScrollToTop()
}

// why says why one card is believed to lead to the next.
func (r *reading) why(from, to model.ID) string {
	for _, l := range r.page.scene.plan.From(from) {
		if l.To == to && l.Why != "" {
			return r.page.say("reading.because", words.With{"Why": l.Why})
		}
	}
	return r.page.say("reading.not_said")
}

// step goes to another thread; at the ends it stays.
func (r *reading) step(by int) {
	if to := r.at + by; to >= 0 && to < len(r.threads) {
		r.at = to
		r.show()
	}
}

func (r *reading) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.page.object); c != nil {
		c.Focus(r)
	}
}

// FocusGained is for Fyne: the whole page has the keys.
func (r *reading) FocusGained() {}

// FocusLost is for Fyne.
func (r *reading) FocusLost() {}

// TypedRune is for Fyne.
func (r *reading) TypedRune(rune) {}

// TypedKey goes on, back, or ends the reading.
func (r *reading) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyPageDown, fyne.KeyReturn:
		r.step(1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		r.step(-1)
	case fyne.KeyHome:
		r.step(-r.at)
	case fyne.KeyEnd:
		r.step(len(r.threads) - 1 - r.at)
	case fyne.KeyEscape:
		r.page.showReading(false)
	default:
		look.PassOn(r, key)
	}
}

// AccessibilityLabel reads the thread.
func (r *reading) AccessibilityLabel() string {
	if r.at >= len(r.threads) {
		return ""
	}
	titles := make([]string, 0, len(r.threads[r.at]))
	for _, id := range r.threads[r.at] {
		titles = append(titles, insight.NameOf(r.page.words, r.page.scene.plan, id))
	}
	return r.page.words.And(titles)
}

// AccessibilityRole is for Fyne.
func (r *reading) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// renewed brings the threads up to date after a change; it ends where none is left.
func (r *reading) renewed() {
	if !r.Visible() {
		return
	}
	r.threads = threadsOf(r.page.scene.plan, r.page.chosen)
	if len(r.threads) == 0 {
		r.page.showReading(false)
		return
	}
	r.at = min(r.at, len(r.threads)-1)
	r.show()
}
