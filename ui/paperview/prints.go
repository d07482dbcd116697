package paperview

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// What one can choose: the limits of the council paper, and the sizes of print in
// points, 0 for usual print.
var (
	sidesOffered = []int{2, 3, 4, 6, 8}
	sizesOffered = []int{0, 16, 18, 20, 22, 24}
	fontsOffered = []model.PaperFont{model.SourceSans, model.Atkinson}
	inOffered    = []model.Language{model.InEnglish, model.InWelsh}
	mapsOffered  = []mapSheet{{proposal.A4, false}, {proposal.A3, false}, {proposal.A4, true}, {proposal.A3, true}}
)

// mapSheet is what a map is printed on: one sheet, or several put together as a poster.
type mapSheet struct {
	size   proposal.Size
	poster bool
}

// key names it in the words.
func (s mapSheet) key() string {
	if s.poster {
		return "sheet.poster." + string(s.size)
	}
	return "sheet." + string(s.size)
}

// prints are the settings of how the papers print.
type prints struct {
	page    *Page
	sheet   *look.Choice // of the map; of no other paper
	sides   *look.Choice
	size    *look.Choice
	font    *look.Choice
	papers  *look.Choice // the language of what the papers say themselves
	own     *look.Choice // that of what people wrote
	checks  []*look.Check
	on      []func(*model.Project) bool // what each check shows
	section *sections
	object  fyne.CanvasObject
}

func newPrints(p *Page) *prints {
	s := &prints{page: p, section: newSections(p)}
	s.sides = look.NewChoice(p.say("sides"), p.options(len(sidesOffered), func(i int) string {
		return p.say("sides_option", words.With{"N": sidesOffered[i]})
	}), func(i int) { p.change(func(project *model.Project) { project.Sides = sidesOffered[i] }) })
	s.size = look.NewChoice(p.say("size"), p.options(len(sizesOffered), func(i int) string {
		if sizesOffered[i] == 0 {
			return p.say("size.usual")
		}
		return p.say("size.large", words.With{"N": sizesOffered[i]})
	}), func(i int) {
		p.change(func(project *model.Project) {
			project.PrintLarge = sizesOffered[i] > 0
			if project.PrintLarge {
				project.LargeSize = sizesOffered[i]
			}
		})
	})
	s.font = look.NewChoice(p.say("font"), p.options(len(fontsOffered), func(i int) string {
		return p.words.Say("choice.paper_font." + string(fontsOffered[i]))
	}), func(i int) { p.change(func(project *model.Project) { project.PaperFont = fontsOffered[i] }) })
	s.papers = s.language("paper_language", func(project *model.Project) *model.Language { return &project.PaperLanguage })
	s.own = s.language("own_language", func(project *model.Project) *model.Language { return &project.OwnLanguage })
	s.sheet = look.NewChoice(p.say("sheet"), p.options(len(mapsOffered), func(i int) string {
		return p.say(mapsOffered[i].key())
	}), func(i int) {
		p.mapSheet = mapsOffered[i]
		p.renew()
	})
	s.addCheck("print_cover", func(project *model.Project) *bool { return &project.PrintCover })
	s.add("final", isFinal, setFinal)
	s.addCheck("print_draft", func(project *model.Project) *bool { return &project.PrintDraft })
	s.addCheck("print_black", func(project *model.Project) *bool { return &project.PrintBlack })
	s.addCheck("print_contact", func(project *model.Project) *bool { return &project.PrintContact })
	rows := []fyne.CanvasObject{look.NewText(p.say("prints")).Semibold(), s.sheet, s.sides, s.size, s.font, s.papers, s.own}
	for _, check := range s.checks {
		rows = append(rows, check)
	}
	rows = append(rows, look.HBoxTop(8, look.Inset(2, 0, 0, 0, look.NewShape(look.IconLock, look.Muted, 16)), look.NewText(p.say("private")).Caption().In(look.Muted)))
	s.object = look.VBox(20, look.VBox(12, rows...), look.NewDivider(), s.section.object)
	return s
}

// language is a choice of a language, for a field of the project.
func (s *prints) language(field string, of func(*model.Project) *model.Language) *look.Choice {
	p := s.page
	return look.NewChoice(p.words.Say("form.project."+field), p.options(len(inOffered), func(i int) string {
		return p.words.Say("choice.language." + string(inOffered[i]))
	}), func(i int) { p.change(func(project *model.Project) { *of(project) = inOffered[i] }) })
}

func (p *Page) options(n int, name func(int) string) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = name(i)
	}
	return names
}

// addCheck adds a check for a field of the project.
func (s *prints) addCheck(field string, of func(*model.Project) *bool) {
	s.add(field, func(project *model.Project) bool { return *of(project) }, func(project *model.Project, on bool) { *of(project) = on })
}

// add adds a check, with what it shows and what it changes.
func (s *prints) add(key string, on func(*model.Project) bool, set func(*model.Project, bool)) {
	s.on = append(s.on, on)
	s.checks = append(s.checks, look.NewCheck(s.page.words.Say("form.project."+key), func(on bool) {
		s.page.change(func(project *model.Project) { set(project, on) })
	}))
}

// isFinal tells whether the foot of the papers has a version rather than “Draft”.
func isFinal(project *model.Project) bool { return project.Version > 0 && !project.PrintDraft }

// setFinal gives the papers a version, the first if they had none, or makes them a draft
// again.
func setFinal(project *model.Project, on bool) {
	if !on {
		project.Version = 0
		return
	}
	project.Version, project.PrintDraft = max(1, project.Version), false
}

// show brings the settings up to date, with those that a paper alone has.
func (s *prints) show(project *model.Project, paper proposal.Paper) {
	shown(s.sheet, paper == proposal.Map && !project.PrintLarge)
	s.sheet.SetChosen(slices.Index(mapsOffered, s.page.mapSheet))
	shown(s.sides, paper == proposal.Council && !project.PrintLarge) // large print takes the sides it takes
	sides := project.Sides
	if sides == 0 {
		sides = proposal.DefaultSides
	}
	s.sides.SetChosen(nearest(sidesOffered, sides))
	size := 0
	if project.PrintLarge {
		size = int(proposal.LargeSize(project))
	}
	s.size.SetChosen(nearest(sizesOffered, size))
	font := 0
	for i, f := range fontsOffered {
		if f == project.PaperFont {
			font = i
		}
	}
	s.font.SetChosen(font)
	s.papers.SetChosen(max(0, slices.Index(inOffered, project.PaperLanguage)))
	s.own.SetChosen(max(0, slices.Index(inOffered, project.OwnLanguage)))
	shown(s.own, project.PaperLanguage == model.InWelsh || project.OwnLanguage == model.InWelsh) // else all is in one
	for i, check := range s.checks {
		check.SetOn(s.on[i](project))
	}
}

func shown(object fyne.CanvasObject, on bool) {
	if on {
		object.Show()
	} else {
		object.Hide()
	}
}

// nearest is the place of the number nearest to one.
func nearest(offered []int, n int) int {
	best := 0
	for i, o := range offered {
		if math.Abs(float64(o-n)) < math.Abs(float64(offered[best]-n)) {
			best = i
		}
	}
	return best
}
