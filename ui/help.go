package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// mostGaps is how many gaps the panel lists until somebody asks for all: more would only
// discourage.
const mostGaps = 4

// helpPanel is the column at the right: what a step is about, and what is missing. It
// folds to a rail, by hand or where the window is narrow.
type helpPanel struct {
	*fyne.Container
	words    *words.Words
	goTo     func(gap insight.Gap)
	toggle   func()
	glossary framework.Words

	folded, foldedRoomy    bool // on most pages, and on those that want the room
	roomy, tooWide, wanted bool
	pulled                 bool // opened by hand where it is too wide

	about, missing *fyne.Container
	full, rail     fyne.CanvasObject
	count          *look.RailButton
	shown          string // what is drawn, so that typing does not draw it anew
	all            bool   // every gap is listed
}

func newHelpPanel(w *words.Words, folded, foldedRoomy bool, goTo func(insight.Gap), toggle func()) *helpPanel {
	glossary, err := framework.Glossary(w.Language())
	if err != nil { // no glossary in this language yet: the English one serves
		glossary, _ = framework.Glossary("en")
	}
	h := &helpPanel{Container: container.NewStack(), words: w, goTo: goTo, toggle: toggle, glossary: glossary, folded: folded, foldedRoomy: foldedRoomy}
	h.about, h.missing = look.VBox(0), look.VBox(8)
	fold := look.NewQuietButton(w.Say("help.fold"), toggle).WithIcon(look.IconPanel)
	body := container.NewBorder(nil, look.Inset(8, 20, 12, 20, look.HBox(0, fold)), nil, nil,
		look.NewScroll(look.Pad(20, 20, look.VBox(20, h.about, look.NewDivider(), h.missing))))
	h.full = look.Wide(look.HelpWidth, container.NewBorder(nil, nil, look.NewColumnLine(), nil, body))
	h.count = look.NewRailButton(look.IconAttention, "", look.Attention, toggle)
	rail := look.VBox(0, look.NewRailButton(look.IconPanel, "", look.Muted, toggle),
		look.NewRailButton(look.IconHelp, w.Say("menu.help"), look.Muted, toggle), h.count, look.Inset(8, 0, 0, 0, look.NewText("F9").Caption().In(look.Muted).Aligned(fyne.TextAlignCenter)))
	h.rail = look.WideScaled(look.HelpRail, look.Frame(nil, nil, look.NewColumnLine(), nil, look.Pad(3, 8, rail)))
	h.arrange()
	return h
}

// fold folds the panel, or opens it, on most pages or on those that want the room.
func (h *helpPanel) fold() {
	folded := &h.folded
	if h.roomy {
		folded = &h.foldedRoomy
	}
	if h.tooWide {
		h.pulled = !h.pulled
	} else {
		*folded = !*folded
	}
	h.arrange()
}

// narrow folds the panel while the window is too narrow for it.
func (h *helpPanel) narrow(narrow bool) {
	if h.tooWide != narrow {
		h.tooWide, h.pulled = narrow, false
		h.arrange()
	}
}

// show says whether the page wants help beside it, and whether it wants the room.
func (h *helpPanel) show(wanted, roomy bool) {
	h.wanted = wanted
	h.Hidden = !wanted
	if h.roomy != roomy {
		h.roomy = roomy
		h.arrange()
	}
}

func (h *helpPanel) arrange() {
	h.Objects = []fyne.CanvasObject{h.full}
	folded := h.roomy && h.foldedRoomy || !h.roomy && h.folded
	if h.tooWide {
		folded = !h.pulled
	}
	if folded {
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
	h.shown, h.all = key, false
	h.about.Objects = []fyne.CanvasObject{h.explain(kind)}
	h.missing.Objects = h.list(here, ofStep)
	h.count.SetWord(count(len(ofStep)))
	h.count.Hidden = len(ofStep) == 0
	h.Refresh() // of the panel or the rail, whichever is shown; arrange does the other
}

// explain says what a word of the step means, with a test question and an example.
func (h *helpPanel) explain(kind string) fyne.CanvasObject {
	term, ok := h.glossary.Term(kind)
	if !ok || !h.words.Has("help.title."+kind) {
		return look.NewAccordion(h.words.Say("help."+kind), look.NewText(h.words.Say("help."+kind+".line")))
	}
	quiet := func(key string) fyne.CanvasObject {
		return look.NewText(h.words.Say(key)).Caption().Semibold().In(look.Muted)
	}
	body := look.VBox(12, look.NewText(term.Meaning),
		look.VBox(2, quiet("help.ask"), look.NewText(term.Test).Semibold()),
		look.VBox(2, quiet("help.example"), look.NewText(term.Example)))
	return look.NewAccordion(h.words.Say("help.title."+kind), body)
}

func (h *helpPanel) list(here, ofStep []insight.Gap) []fyne.CanvasObject {
	panels := look.VBox(8)
	for i, gap := range here {
		if i == mostGaps && !h.all {
			panels.Add(look.HBox(0, look.NewLink(h.words.Say("help.more", words.With{"N": len(here) - mostGaps}), func() {
				h.all = true
				h.missing.Objects = h.list(here, ofStep)
				h.Refresh()
			})))
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

// text gives what the panel says, to be shown in a dialog where it has no room.
func (h *helpPanel) text() fyne.CanvasObject {
	return look.VBox(20, h.about, look.NewDivider(), h.missing)
}
