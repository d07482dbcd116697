package mapview

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// pageHead is the top of the page: its title, the field that finds, the chips that choose
// what stands out, and the sentence that says what the map shows.
type pageHead struct {
	page   *Page
	object *fyne.Container
	title  *fyne.Container

	find                                               *look.Field
	all, sight, gaps, wins, objective, filter, outline *look.Chip
	says                                               *look.Banner
	count                                              *look.Text
	back, undo                                         *look.Button
	no                                                 *look.Banner // says why something cannot be
	told                                               string       // what was done, until the next step
	noted                                              bool         // it changed nothing, so there is nothing to undo
	refusal                                            string       // why something cannot be, until the next step
}

func newHead(p *Page) *pageHead {
	h := &pageHead{page: p}
	h.find = look.NewField("").Placeholder(p.say("find")).WithIcon(look.IconSearch).Changed(p.lookFor)
	h.find.OnEnter = p.next
	h.find.OnEscape = func() { p.setFilter(filter{}); p.view.takeFocus() }
	h.all = look.NewChip(p.say("everything"), func(bool) { p.setFilter(filter{}) })
	h.sight = look.NewChip(p.say("sight"), func(on bool) { p.sightChip(on) }).WithIcon(look.IconEye, look.Primary)
	h.gaps = look.NewChip("", func(on bool) { p.toggle(withGaps, on) }).WithIcon(look.IconAttention, look.Attention)
	h.wins = look.NewChip("", func(on bool) { p.toggle(winWin, on) }).WithIcon(look.WinWin(true, true, true), look.Primary)
	h.objective = look.NewChip("", func(bool) { h.chooseObjective() }).WithTail(look.IconChevronDown)
	h.filter = look.NewChip(p.say("filter"), func(bool) { h.chooseFilter() }).WithTail(look.IconChevronDown)
	h.outline = look.NewChip(p.say("outline"), func(bool) {
		h.outline.SetOn(false) // it says what it will do, not what is shown
		p.showOutline(!p.listed.Visible())
	})
	h.title = look.Inset(0, 16, 0, 0, look.NewText(p.say("title")).Heading().OneLine())
	row := newHeadRow(3, h.title, look.WideScaled(152, h.find), h.all, h.sight, h.gaps, h.wins, h.objective, h.filter, h.outline)

	h.count = look.NewText("").Caption().In(look.Muted).OneLine()
	h.back = look.NewButton(p.say("show_everything"), func() { p.clear() }).Small()
	h.undo = look.NewButton(p.say("undo"), p.undo).Small().WithIcon(look.IconUndo)
	h.says = look.NewBanner(look.IconEye, look.Primary, "", h.count, h.undo, h.back)
	h.no = look.NewAttentionBanner("", look.NewButton(p.words.Say("dialog.ok"), func() { p.hush() }).Small())
	h.no.Hide()
	h.object = look.VBox(8, row, h.says, h.no)
	return h
}

// show brings chips and sentence up to date.
func (h *pageHead) show() {
	p := h.page
	show := p.filter.show
	if p.Chosen() != "" || p.several != nil {
		show = -1
	}
	h.all.SetOn(show == everything)
	h.sight.SetOn(p.chosen != "")
	h.gaps.SetOn(show == withGaps)
	h.wins.SetOn(show == winWin)
	h.objective.SetOn(show == narrowed && p.filter.objective != "")
	h.showFilter(show == narrowed)
	h.gaps.SetText(p.say("gaps", words.With{"N": strconv.Itoa(p.count(filter{show: withGaps}))}))
	h.wins.SetText(p.say("winwin", words.With{"N": strconv.Itoa(p.count(filter{show: winWin}))}))
	objective := p.say("objective_all")
	if p.filter.show == narrowed && p.filter.objective != "" {
		objective = p.words.Say("choice.objective." + string(p.filter.objective))
	}
	h.objective.SetText(p.say("objective", words.With{"Which": objective}))
	outline := p.say("outline")
	if p.listed != nil && p.listed.Visible() {
		outline = p.say("as_map")
	}
	h.outline.SetText(outline)
	h.showSentence()
}

func (h *pageHead) showSentence() {
	p := h.page
	icon, data, runs := p.sentence()
	color := look.Primary
	if data.Kind != look.NoKind {
		color = data.Kind.Color()
	}
	if h.told != "" {
		icon, color, runs = look.IconCheck, look.Primary, []look.Run{{Text: h.told}}
	}
	count := p.words.Say("app.cards", words.With{"N": len(p.scene.cards)})
	if p.light.on {
		count = p.say("count_faded", words.With{"Cards": count, "N": strconv.Itoa(len(p.scene.cards) - p.standOut())})
	}
	h.count.SetText(count)
	h.undo.Hidden = h.told == "" || h.noted
	h.back.Hidden = !p.light.on && p.Chosen() == "" && p.several == nil && p.view.linking == ""
	h.says.Hidden, h.no.Hidden = h.refusal != "", h.refusal == ""
	h.says.Set(icon, color, h.onOneLine(runs)...)
	h.object.Refresh()
	p.fitHead()
}

// onOneLine leaves words out of the bold title at the beginning of a sentence where
// that keeps it on one line: the whole title stands on the chosen card, and the map
// stays where it is under the pointer.
func (h *pageHead) onOneLine(runs []look.Run) []look.Run {
	room := h.says.Size().Width - look.Scaled(64) - h.count.MinSize().Width
	for _, b := range []*look.Button{h.back, h.undo} {
		if b.Visible() {
			room -= b.MinSize().Width + 12
		}
	}
	if len(runs) != 2 || room <= 0 {
		return runs
	}
	size := theme.Size(look.Body)
	room -= look.TextWidth(runs[1].Text, size, false)
	title := strings.Fields(runs[0].Text)
	short := runs[0].Text
	for n := len(title) - 1; look.TextWidth(short, size, true) > room; n-- {
		if n < 2 {
			return runs
		}
		short = strings.Join(title[:n], " ") + "…"
	}
	return []look.Run{{Text: short, Semibold: true}, runs[1]}
}

// standOut counts the cards that stand out.
func (p *Page) standOut() int {
	n := 0
	for i := range p.scene.cards {
		if p.light.cards[p.scene.cards[i].id] {
			n++
		}
	}
	return n
}

// refuse says why something cannot be.
func (h *pageHead) refuse(sentence string) {
	h.refusal, h.told = sentence, ""
	h.no.Set(look.IconAttention, look.Attention, look.Run{Text: sentence})
	h.showSentence()
}

// tell says what was done, with a way back.
func (h *pageHead) tell(sentence string) {
	h.refusal, h.told, h.noted = "", sentence, false
	h.showSentence()
}

// note says what was done where there is nothing to take back.
func (h *pageHead) note(sentence string) {
	h.refusal, h.told, h.noted = "", sentence, true
	h.showSentence()
}

// hush takes away what was said; false if there was nothing.
func (h *pageHead) hush() bool {
	if h.refusal == "" && h.told == "" {
		return false
	}
	h.refusal, h.told = "", ""
	h.showSentence()
	return true
}

// toggle shows what a chip stands for, or everything again.
func (p *Page) toggle(what show, on bool) {
	if !on {
		what = everything
	}
	p.setFilter(filter{show: what})
}

// sightChip lights the line of sight of the card the keys are at, or lets go of it.
func (p *Page) sightChip(on bool) {
	if at := p.view.cursorCard(); on && at >= 0 {
		p.view.setCursor(at)
		p.choose(at)
		return
	}
	p.setFilter(filter{})
}

// chooseObjective asks which objective to show.
func (h *pageHead) chooseObjective() {
	p := h.page
	h.show() // the chip shows the choice, not the click
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.say("objective_every"), func() { p.narrow(func(f *filter) { f.objective = "" }) })}
	for _, o := range model.Objectives {
		items = append(items, fyne.NewMenuItem(p.words.Say("choice.objective."+string(o)), func() {
			p.narrow(func(f *filter) { f.objective = o })
		}))
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(h.objective); c != nil {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, fyne.NewPos(0, h.objective.Size().Height+2), h.objective)
	}
}
