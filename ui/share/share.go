// Package share is the page from which a plan goes to others and comes home again: a
// copy to send, without what is private; the council's side of the checklist; changes
// that come back in a copy; and the name that one's own changes carry.
package share

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// Desk is what the page asks of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Who() string
	Protected() bool
	SuggestedName() string
	// PrepareCopy makes a copy to send, and checks that nothing private is in it if
	// that is to stay out. It works elsewhere and comes back.
	PrepareCopy(private bool, side model.Side, then func(*desk.Copy, error))
	// WriteCopy writes a copy to a file, which does not become the project's own.
	WriteCopy(path string, c *desk.Copy, then func(error))
}

// Shell is what the page asks of the window around it.
type Shell interface {
	Named(then func()) // asks for the person's name if it was never asked for, and goes on
	ChangeName(then func())
	AskWhere(title, kind, extension, name string, then func(path string))
	MakePaper(path string, private bool, then func(err error)) // makes the council paper as a PDF
	Compose(key string, files ...string)                       // starts a message with files
	ShowInFolder(path string)
	SendTheirSide()
	BringIn() // asks for a copy and shows what is new in it
	Trouble(err error)
}

// Page is the page. Use [New].
type Page struct {
	desk  Desk
	shell Shell
	words *words.Words

	private   bool       // what is private goes along
	withPaper bool       // the council paper goes along
	wanted    int        // counts the copies asked for: only the last one is shown
	ready     *desk.Copy // nil while it is being made
	unfolded  bool       // what is left out is listed

	left, size, done, name *fyne.Container
	council                *look.Text
	send                   *look.Button
	scroll                 *look.Scroll
}

// New gives the page.
func New(d Desk, shell Shell) *Page {
	p := &Page{desk: d, shell: shell, words: d.Words()}
	p.left, p.size, p.done, p.name = look.VBox(4), look.VBox(4), look.VBox(0), look.HBox(look.Gap)
	p.council = look.NewText("")
	p.done.Hide() // until there is a copy
	p.send = look.NewButton(p.say("send"), p.makeCopy).Primary().WithIcon(look.IconShare)
	head := look.NewPageHead(p.words.Say("insight.step.share"), p.say("subtitle"))
	parts := look.VBox(16, p.toSend(), look.ColumnsOrStack(16, 640, []float32{1, 1}, p.toCouncil(), p.comeHome()), look.NewPanel(p.name))
	p.scroll = look.NewScroll(look.Inset(16, look.Margin, look.Margin, look.Margin, look.VBox(16, head, parts)))
	p.Changed(edit.Event{})
	return p
}

func (p *Page) say(key string, with ...words.With) string {
	return p.words.Say("share."+key, with...)
}

// Object is what the page draws.
func (p *Page) Object() fyne.CanvasObject { return p.scroll }

// Choose is for pages that show records; this one shows none.
func (p *Page) Choose(model.ID) {}

// Chosen is no record.
func (p *Page) Chosen() model.ID { return "" }

// Areas are the parts of the page that F6 goes to.
func (p *Page) Areas() []func() { return []func(){p.send.Focus} }

// Changed brings the page up to date.
func (p *Page) Changed(edit.Event) {
	sides := insight.CompareSides(p.desk.Plan())
	p.council.SetText(p.say("council.so_far", words.With{"N": sides.Answered(model.CouncilSide), "Of": len(sides.Pairs)}))
	p.showName()
	p.done.Hide() // the copy that was made is no longer the plan as it is
	p.prepare()
}

// toSend is the copy to send.
func (p *Page) toSend() fyne.CanvasObject {
	private := look.NewCheck(p.say("without_private"), func(on bool) {
		p.private = !on
		p.prepare()
	})
	private.SetOn(true)
	paper := look.NewCheck(p.say("with_paper"), func(on bool) { p.withPaper = on })
	return look.NewPanel(look.VBox(12, look.NewSectionHead(p.say("copy")), look.NewText(p.say("copy.line")).In(look.Muted),
		look.VBox(4, private, look.Inset(0, 0, 0, 30, p.left)), paper, p.size, look.HBox(0, p.send), p.done))
}

func (p *Page) toCouncil() fyne.CanvasObject {
	return look.NewPanel(look.VBox(12, look.NewSectionHead(p.say("council")), look.NewText(p.say("council.line")).In(look.Muted), p.council,
		look.HBox(0, look.NewButton(p.words.Say("checklist.send"), p.shell.SendTheirSide).WithIcon(look.IconCouncil))))
}

func (p *Page) comeHome() fyne.CanvasObject {
	return look.NewPanel(look.VBox(12, look.NewSectionHead(p.say("home")), look.NewText(p.say("home.line")).In(look.Muted),
		look.HBox(0, look.NewButton(p.words.Say("menu.bring_in"), p.shell.BringIn).WithIcon(look.IconMerge))))
}

// showName says which name one's changes carry.
func (p *Page) showName() {
	line, key := look.NewText(p.say("nameless")), "add_name"
	if who := p.desk.Who(); who != "" {
		key = "change_name"
		line = look.NewText(p.say("named", words.With{"Who": who}))
	}
	p.name.Objects = []fyne.CanvasObject{look.NewShape(look.IconPerson, look.Muted, 20), line,
		look.NewButton(p.say(key), func() { p.shell.ChangeName(p.showName) }).Small()}
	p.name.Refresh()
}

// prepare makes the copy anew and shows what is in it, unless a newer one is wanted.
func (p *Page) prepare() {
	p.wanted++
	wanted := p.wanted
	p.ready = nil
	p.send.Disable()
	p.desk.PrepareCopy(p.private, "", func(c *desk.Copy, err error) {
		if wanted != p.wanted {
			return
		}
		if err != nil {
			p.shell.Trouble(err)
			return
		}
		p.ready = c
		p.send.Enable()
		p.showLeft()
		p.showSize()
		p.scroll.Refit()
	})
}
