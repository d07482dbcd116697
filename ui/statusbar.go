package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// statusBar is the line at the foot of the window: is the work safe, which project is
// it, and the size of the text.
type statusBar struct {
	object fyne.CanvasObject
	words  *words.Words
	state  *look.StatusItem
	name   *look.StatusItem
	settle *look.StatusItem // how much is to be settled
	copy   *look.StatusItem // leads back to a copy that is looked at
	hint   *look.StatusItem // how to read the page
	size   *look.TextSize
}

func newStatusBar(w *words.Words, scale func(step int), settle, copy func()) *statusBar {
	s := &statusBar{words: w, state: look.NewStatusItem(look.NoIcon, ""), name: look.NewStatusItem(look.NoIcon, ""), hint: look.NewStatusItem(look.NoIcon, "")}
	s.size = look.NewTextSize(w.Say("status.text_size"), "100%", w.Say("menu.smaller"), w.Say("menu.larger"), scale)
	s.settle = look.NewStatusLink(look.IconMerge, "", look.Attention, settle)
	s.copy = look.NewStatusLink(look.IconMail, w.Say("status.copy"), look.Primary, copy)
	s.object = look.NewStatusBar([]fyne.CanvasObject{s.state, s.name, s.settle, s.copy}, []fyne.CanvasObject{s.hint, s.size})
	return s
}

// set shows the state of the work, what is to be settled, and whether a copy waits.
func (s *statusBar) set(d *desk.Desk, waiting bool) {
	n := len(d.Unsettled())
	s.settle.Set(look.IconMerge, s.words.Say("settle.bar", words.With{"N": n}))
	s.settle.Hidden, s.copy.Hidden = n == 0, !waiting
	state, at := d.State()
	icon, text := look.IconLock, s.words.Say("status.private")
	saved := words.With{"Time": at.Local().Format("15:04")}
	switch {
	case state == desk.Unsaved:
		icon, text = look.IconPencil, s.words.Say("status.unsaved")
	case state == desk.AtRisk:
		icon, text = look.IconAttention, s.words.Say("status.at_risk")
	case state == desk.BeingSaved:
		icon, text = look.IconClock, s.words.Say("status.saving")
	case state == desk.AllSaved && at.IsZero():
		icon, text = look.IconCheck, s.words.Say("status.opened")
	case state == desk.AllOnStick && at.IsZero():
		icon, text = look.IconCheck, s.words.Say("status.opened.stick")
	case state == desk.AllSaved:
		icon, text = look.IconCheck, s.words.Say("status.saved", saved)
	case state == desk.AllOnStick:
		icon, text = look.IconCheck, s.words.Say("status.stick", saved)
	case state == desk.ForReading && d.IsReading():
		icon, text = look.IconLock, s.words.Say("status.reading.earlier")
	case state == desk.ForReading:
		icon, text = look.IconLock, s.words.Say("status.reading")
	case d.IsOpen():
		icon, text = look.IconPencil, s.words.Say("status.untouched")
	}
	s.state.Set(icon, text)
	name := ""
	if d.IsOpen() {
		name = d.Name()
	}
	s.name.Set(look.NoIcon, name)
	s.size.SetPercent(strconv.Itoa(int(look.Scale()*100+.5)) + "%")
	s.object.Refresh()
}
