package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// mostGaps is how many gaps the panel lists: more would only discourage.
const mostGaps = 6

// helpPanel is the column at the right: what a step is about, and what is missing. It
// folds to a rail, by hand or where the window is narrow.
type helpPanel struct {
	*fyne.Container
	words    *words.Words
	goTo     func(gap insight.Gap)
	toggle   func()
	glossary framework.Words

	folded, tooWide, wanted bool

	about, missing *fyne.Container
	full, rail     fyne.CanvasObject
	count          *look.RailButton
	shown          string // what is drawn, so that typing does not draw it anew
}

func newHelpPanel(w *words.Words, folded bool, goTo func(insight.Gap), toggle func()) *helpPanel {
	glossary, err := framework.Glossary(w.Language())
	if err != nil { // no glossary in this language yet: the English one serves
		glossary, _ = framework.Glossary("en")
	}
	h := &helpPanel{Container: container.NewStack(), words: w, goTo: goTo, toggle: toggle, glossary: glossary, folded: folded}
	h.about, h.missing = look.VBox(0), look.VBox(8)
	fold := look.NewLink(w.Say("help.fold"), toggle)
	body := container.NewBorder(nil, look.Inset(8, 20, 12, 20, look.HBox(0, fold)), nil, nil,
		look.NewScroll(look.Pad(20, 20, look.VBox(20, h.about, look.NewDivider(), h.missing))))
	h.full = look.Wide(look.HelpWidth, container.NewBorder(nil, nil, look.NewColumnLine(), nil, body))
	h.count = look.NewRailButton(look.IconAttention, "", look.Attention, toggle)
	rail := look.VBox(12, look.NewRailButton(look.IconPanel, "", look.Muted, toggle),
		look.NewRailButton(look.IconHelp, w.Say("menu.help"), look.Muted, toggle), h.count, look.NewText("F9").Caption().In(look.Muted).Aligned(fyne.TextAlignCenter))
	h.rail = look.Wide(look.HelpRail+12, container.NewBorder(nil, nil, look.NewColumnLine(), nil, look.Pad(4, 12, rail)))
	h.arrange()
	return h
}

// fold folds the panel, or opens it; it gives whether it is folded now.
func (h *helpPanel) fold() bool {
	if h.tooWide {
		h.folded = false
		h.tooWide = false
	} else {
		h.folded = !h.folded
	}
	h.arrange()
	return h.folded
}

// narrow folds the panel while the window is too narrow for it.
func (h *helpPanel) narrow(narrow bool) {
	if h.tooWide != narrow {
		h.tooWide = narrow
		h.arrange()
	}
}

// show says whether the page wants help beside it.
func (h *helpPanel) show(wanted bool) {
	h.wanted = wanted
	h.Hidden = !wanted
}

func (h *helpPanel) arrange() {
	h.Objects = []fyne.CanvasObject{h.full}
	if h.folded || h.tooWide {
		h.Objects = []fyne.CanvasObject{h.rail}
	}
	h.Refresh()
}

// set shows the help of a step, and the gaps of the chosen record or else of the step.
func (h *helpPanel) set(step insight.Step, kind string, gaps []insight.Gap, chosen model.ID) {
	here := insight.Of(gaps, chosen)
	ofStep := insight.At(gaps, step)
	if chosen == "" || chosen == model.ProjectID {
		here = ofStep
	}
	key := string(step) + "/" + kind
	for _, gap := range here {
		key += "/" + gap.Key + string(gap.Record)
	}
	if key == h.shown {
		return
	}
	h.shown = key
	h.about.Objects = []fyne.CanvasObject{h.explain(kind)}
	h.missing.Objects = h.list(here, ofStep)
	h.count.SetWord(count(len(ofStep)))
	h.count.Hidden = len(ofStep) == 0
	h.full.Refresh()
	h.rail.Refresh()
}

// explain says what a word of the step means, with a test question and an example.
func (h *helpPanel) explain(kind string) fyne.CanvasObject {
	term, ok := h.glossary.Term(kind)
	if !ok {
		return look.NewAccordion(h.words.Say("help."+kind), look.NewText(h.words.Say("help."+kind+".line")))
	}
	quiet := func(key string) fyne.CanvasObject {
		return look.NewText(h.words.Say(key)).Caption().Semibold().In(look.Muted)
	}
	body := look.VBox(12, look.NewText(term.Meaning),
		look.VBox(2, quiet("help.ask"), look.NewText(term.Test).Semibold()),
		look.VBox(2, quiet("help.example"), look.NewText(term.Example)))
	return look.NewAccordion(h.words.Say("help.about", words.With{"Word": strings.ToLower(term.Word)}), body)
}

func (h *helpPanel) list(here, ofStep []insight.Gap) []fyne.CanvasObject {
	panels := look.VBox(8)
	for i, gap := range here {
		if i == mostGaps {
			panels.Add(look.NewText(h.words.Say("help.more", words.With{"N": len(here) - mostGaps})).Caption().In(look.Muted))
			break
		}
		panels.Add(look.NewGapPanel(gap.Title(h.words), gap.Hint(h.words), "", func() { h.goTo(gap) }))
	}
	switch {
	case len(here) == 0 && len(ofStep) == 0:
		panels.Add(look.NewText(h.words.Say("help.nothing_missing")).In(look.Muted))
	case len(here) == 0:
		panels.Add(look.NewText(h.words.Say("help.nothing_here", words.With{"N": len(ofStep)})).In(look.Muted))
	default:
		panels.Add(look.NewText(h.words.Say("help.nothing_stops")).Caption().In(look.Muted))
	}
	return []fyne.CanvasObject{look.NewAccordion(h.words.Say("help.missing"), panels)}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return model.GroupThousands(int64(n))
}
