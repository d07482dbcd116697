// Package paperview shows a paper as it will print, with what is missing for it, and
// makes the file.
//
// A [Page] never works on the screen's goroutine: after a change it takes the plan,
// sets and paints the paper elsewhere, and shows the result if no newer one is wanted.
package paperview

import (
	"slices"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the page asks of the app.
type Desk interface {
	Words() *words.Words
	Document() *model.Document
	Plan() *model.Plan
	Gaps() []insight.Gap
	SuggestedName() string
	Edit(name string, change func(*edit.Change) error) error
	EditBurst(key, name string, change func(*edit.Change) error) error
	EndBurst()
	WritePaper(path string, data []byte, then func(error))
}

// Shell is what the page asks of the window around it.
type Shell interface {
	GoToGap(insight.Gap)
	AskWhere(title, kind, extension, name string, then func(path string)) // where a paper is to be kept
	ReadPaper(path string)                                                // opens it in the system’s own program
	PrintPaper(name string, data []byte)                                  // hands a PDF to the printer
	Trouble(err error)
	Later(func()) // brings a function to the screen’s goroutine
}

// Page is the page with the papers.
type Page struct {
	desk  Desk
	shell Shell
	words *words.Words
	check func(file []byte) []check.Finding // what our own rules find wrong in a PDF

	papers   []proposal.Paper
	paper    proposal.Paper
	side     int            // the side that is shown, from 0
	mapSheet mapSheet       // what the map is printed on
	zoom     float32        // 1 shows the whole side; more is larger
	wanted   int            // counts the drafts asked for: only the last one is shown
	draft    *draft         // what is shown; nil before the first
	busy     sync.WaitGroup // what is done on other goroutines

	list    *look.RecordList
	makers  []*look.Button // of the copies
	done    *fyne.Container
	count   *look.Text
	room    *look.Text
	sheets  *fyne.Container
	which   *look.Text
	warning *fyne.Container
	leftOut bool // what is left out is asked for
	sheet   *sheet
	scroll  *container.Scroll
	missing *fyne.Container
	prints  *prints
	thumbs  *thumbs
	longest *look.Text // which section is, and what shortening it would give

	allMissing bool // every kind of gap is listed
	gaps       int  // how many kinds there are

	turnTo *look.Button
	tight  bool // there is no room for three areas
	aside  bool // and what is missing is shown in place of the page
	object fyne.CanvasObject
}

// NewPage gives the page, with the council paper chosen.
func NewPage(desk Desk, shell Shell) *Page {
	p := &Page{desk: desk, shell: shell, words: desk.Words(), check: check.File, papers: proposal.Papers(), paper: proposal.Council, mapSheet: mapsOffered[0], zoom: 1}
	p.list = look.NewRecordList(func(i int) { p.choose(p.papers[i]) })
	p.object = container.New(&areas{p}, p.left(), p.middle(), p.right())
	p.showSettings()
	p.list.SetChosen(0)
	p.renew()
	return p
}

// elsewhere works on another goroutine. Whoever must wait for all of it can.
func (p *Page) elsewhere(do func()) { p.busy.Go(do) }

func (p *Page) say(key string, with ...words.With) string {
	return p.words.Say("paperview."+key, with...)
}

func (p *Page) left() fyne.CanvasObject {
	p.done = look.VBox(8)
	foot := look.VBox(8, look.HBox(0, p.newTurn()), p.newCopies(), p.done)
	column := look.Frame(look.Inset(16, 0, 12, 8, look.NewPageHead(p.say("title"), "")), look.Inset(16, 0, 24, 8, foot), nil, nil, p.list)
	return look.WideScaled(listWide, look.Frame(nil, nil, nil, look.NewColumnLine(), look.Inset(0, 16, 0, 16, column)))
}

func (p *Page) middle() fyne.CanvasObject {
	p.count, p.room, p.which = look.NewText("").Semibold().OneLine(), look.NewText("").In(look.Muted).Caption().OneLine(), look.NewText("").OneLine()
	p.sheets = look.HBox(4)
	p.longest = look.NewText("").In(look.Muted).Caption()
	p.warning = look.VBox(0)
	bar := look.ColumnsOrStack(10, 460, []float32{1.4, 1}, look.HBox(10, p.sheets, p.count, p.room), look.HBox(10, look.Spring(),
		look.NewIconButton(look.IconMinus, p.say("smaller"), func() { p.setZoom(p.zoom / 1.4) }),
		look.NewIconButton(look.IconPlus, p.say("larger"), func() { p.setZoom(p.zoom * 1.4) }),
		look.NewIconButton(look.IconChevronUp, p.say("before"), func() { p.turn(-1) }), p.which,
		look.NewIconButton(look.IconChevronDown, p.say("after"), func() { p.turn(1) })))
	p.sheet = &sheet{image: canvas.NewImageFromImage(nil), page: p}
	p.sheet.image.ScaleMode, p.sheet.image.FillMode = canvas.ImageScaleSmooth, canvas.ImageFillStretch
	p.sheet.ExtendBaseWidget(p.sheet)
	p.scroll = container.NewScroll(p.sheet)
	p.thumbs = newThumbs(p)
	head := look.VBox(0, look.Inset(14, 32, 6, 32, bar), look.Inset(0, 32, 10, 32, look.VBox(6, p.longest, p.warning)))
	return look.NewArea(look.Sunk, look.Frame(head, nil, p.thumbs.object, nil, fitted(p.scroll, p.sheet)))
}

func (p *Page) right() fyne.CanvasObject {
	p.missing = look.VBox(8)
	p.prints = newPrints(p)
	column := look.VBox(20, p.missing, look.NewDivider(), p.prints.object)
	return look.Wide(look.HelpWidth, look.Frame(nil, nil, look.NewColumnLine(), nil, look.NewScroll(look.Pad(20, 20, column))))
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Choose is for pages that show records; this one shows none.
func (p *Page) Choose(model.ID) {}

// Chosen is no record.
func (p *Page) Chosen() model.ID { return "" }

// Changed makes the paper anew.
func (p *Page) Changed(edit.Event) {
	p.done.Objects = nil // a copy that was made before shows the plan as it was
	p.showSettings()
	p.renew()
}

func (p *Page) change(change func(*model.Project)) {
	err := p.desk.Edit("edit.change.project", func(c *edit.Change) error {
		project := model.Clone(c.Plan().Project)
		change(project)
		return c.Put(project)
	})
	if err != nil {
		p.shell.Trouble(err)
	}
}

// ShowPaper chooses a paper, as if it were pressed in the list.
func (p *Page) ShowPaper(paper proposal.Paper) {
	p.choose(paper)
	p.list.SetChosen(slices.Index(p.papers, paper))
}

func (p *Page) choose(paper proposal.Paper) {
	if p.paper != paper {
		p.paper, p.side, p.allMissing = paper, 0, false
		p.done.Objects = nil
		p.renew()
	}
}

// turn shows another side.
func (p *Page) turn(by int) {
	if p.draft == nil {
		return
	}
	if side := p.side + by; side >= 0 && side < len(p.draft.set.Pages) {
		p.show(side)
	}
}

// show shows a side.
func (p *Page) show(side int) {
	p.side = side
	p.scroll.Offset = fyne.Position{}
	p.paint()
	p.showDraft()
}

func (p *Page) setZoom(zoom float32) {
	p.zoom = min(max(zoom, 1), 4)
	p.scroll.Refresh()
	p.object.Refresh()
	p.paint()
}

// showSettings shows the paper's settings and what is missing for it.
func (p *Page) showSettings() {
	project := p.desk.Plan().Project
	p.prints.show(project, p.paper)
	p.showMissing()
	var rows []look.RowData
	for _, paper := range p.papers {
		row := look.RowData{Title: p.say("paper." + string(paper)), Second: p.say("paper." + string(paper) + ".line")}
		if paper == p.paper && p.draft != nil {
			row.Second = p.say("sides_option", words.With{"N": len(p.draft.set.Pages)})
		}
		rows = append(rows, row)
	}
	p.list.SetRows(rows)
}

// mostMissing is how many kinds of gaps are listed until somebody asks for all.
const mostMissing = 4

// showMissing lists what this paper shows and the plan lacks, each with the way there.
func (p *Page) showMissing() {
	plan := p.desk.Plan()
	groups := insight.Together(proposal.Missing(p.paper, plan, p.desk.Gaps()))
	p.gaps = len(groups)
	p.showTurn()
	p.missing.Objects = []fyne.CanvasObject{look.HBox(look.Gap, look.NewText(p.say("missing")).Semibold(), look.NewText(model.GroupThousands(int64(len(groups)))).Caption().In(look.Muted).OneLine())}
	for i, group := range groups {
		if i == mostMissing && !p.allMissing {
			p.missing.Add(look.NewLink(p.say("missing.all", words.With{"N": len(groups) - mostMissing}), func() {
				p.allMissing = true
				p.showMissing()
			}))
			break
		}
		p.missing.Add(look.NewGapPanel(group.Title(p.words, plan), group.Hint(p.words), p.say("mend"), func() { p.shell.GoToGap(group.Gaps[0]) }))
	}
	if len(groups) == 0 {
		p.missing.Add(look.NewText(p.say("nothing_missing")).In(look.Muted))
	}
	p.missing.Refresh()
}
