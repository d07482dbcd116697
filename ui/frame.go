package ui

import (
	"fyne.io/fyne/v2"

	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// The window gives up areas when it gets narrow, measured in units of the text's size:
// from 1100 it has all three, below that the help folds, and below 850 the navigation
// becomes a drop-down and lists become pickers.
const (
	helpFits = 1100
	navFits  = 850
)

// frameLayout shares the window out: navigation, page, help, the status bar below, and
// where it is narrow a bar above in place of navigation and help.
type frameLayout struct{ window *Window }

func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	l.window.fillOnceReady()
	return fyne.NewSize(480, 360)
}

func (l *frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 { // not filled yet
		return
	}
	nav, middle, help, status, bar := objects[0], objects[1], objects[2], objects[3], objects[4]
	w := l.window
	units := size.Width / look.Scale()
	w.isNarrow = w.withAreas && units < navFits
	w.help.narrow(units < helpFits)
	setVisible(nav, w.withAreas && !w.isNarrow)
	setVisible(help, w.help.wanted && !w.isNarrow)
	setVisible(bar, w.isNarrow)
	setVisible(w.status.hint, units >= helpFits)
	if p, ok := w.pages[w.step]; ok {
		w.setNarrow(p)
	}
	low := max(look.StatusHeight, status.MinSize().Height)
	status.Move(fyne.NewPos(0, size.Height-low))
	status.Resize(fyne.NewSize(size.Width, low))
	top, height, left, right := float32(0), size.Height-low, float32(0), size.Width
	if bar.Visible() {
		top = bar.MinSize().Height
		bar.Resize(fyne.NewSize(size.Width, top))
	}
	if nav.Visible() {
		left = nav.MinSize().Width
		nav.Move(fyne.Position{})
		nav.Resize(fyne.NewSize(left, height))
	}
	if help.Visible() {
		wide := help.MinSize().Width
		right -= wide
		help.Move(fyne.NewPos(right, 0))
		help.Resize(fyne.NewSize(wide, height))
	}
	middle.Move(fyne.NewPos(left, top))
	middle.Resize(fyne.NewSize(right-left, height-top))
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if o.Visible() == visible {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// setNarrow tells a page that cares whether the window is narrow.
func (w *Window) setNarrow(p page) {
	if p, ok := p.(interface{ SetNarrow(bool) }); ok {
		p.SetNarrow(w.isNarrow)
	}
}

// narrowBar is the navigation and the help of a narrow window.
type narrowBar struct {
	object *fyne.Container
	choice *look.Choice
	help   *look.Button
	steps  []insight.Step
	words  *words.Words
}

func newNarrowBar(w *Window) *narrowBar {
	b := &narrowBar{words: w.words}
	options := []string{w.words.Say("nav.start")}
	b.steps = []insight.Step{""}
	for _, phase := range phases {
		for _, step := range phase.steps {
			b.steps = append(b.steps, step)
			options = append(options, w.words.Say("nav.phase_and_step", words.With{
				"Phase": w.words.Say("nav." + phase.key), "Step": w.words.Say("insight.step." + string(step))}))
		}
	}
	b.choice = look.NewChoice("", options, func(i int) {
		if i == 0 {
			w.showStart()
			return
		}
		w.GoTo(b.steps[i])
	})
	b.help = look.NewButton("", func() { w.readInDialog(w.words.Say("menu.help"), w.help.text()) })
	b.count(0)
	b.object = look.Inset(10, look.Margin, 10, 16, look.HBox(look.Gap, look.Stretch(b.choice), b.help))
	return b
}

// choose shows which step is open.
func (b *narrowBar) choose(step insight.Step) {
	for i, s := range b.steps {
		if s == step {
			b.choice.SetChosen(i)
		}
	}
}

// count shows how much is missing.
func (b *narrowBar) count(missing int) {
	if missing == 0 {
		b.help.WithIcon(look.IconHelp).Tinted("").In("").SetText(b.words.Say("menu.help"))
		return
	}
	b.help.WithIcon(look.IconAttention).Tinted(look.AttentionTint).In(look.Attention).SetText(b.words.Say("help.button", words.With{"N": missing}))
}
