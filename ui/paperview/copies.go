package paperview

import (
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/paper/docx"
	"commonplan/model/paper/html"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// copy is a form a paper can be kept in. Its words have the keys
// "paperview.<key>.make" (the button), ".title" (of the dialog) and ".kind" (of file).
type copy struct {
	key       string
	extension string
	write     func(*draft, ask) (made, error)
}

// made is a copy with what our own check finds wrong in it: nothing, as a rule.
type made struct {
	data     []byte
	findings []check.Finding
}

// copies are the forms, the likeliest first.
var copies = []copy{
	{"pdf", ".pdf", writePDF},
	{"docx", ".docx", func(d *draft, a ask) (made, error) { return unchecked(docx.Write(d.doc, d.words)) }},
	{"web", ".html", func(d *draft, a ask) (made, error) { return unchecked(html.Write(d.doc, d.words)) }},
}

func unchecked(data []byte, err error) (made, error) { return made{data: data}, err }

// writePDF makes the PDF of a draft, and looks it over by our own rules before anybody
// is told that it is ready. What is found there is a fault of ours, not of the plan.
func writePDF(d *draft, a ask) (made, error) {
	data, _, err := pdf.WritePages(d.doc, d.set, pdf.Options{Words: d.words, Date: a.at})
	if err != nil {
		return made{}, err
	}
	findings := a.check(data)
	for _, finding := range findings {
		slog.Error("the paper breaks a rule", "paper", a.paper, "finding", finding)
	}
	return made{data, findings}, nil
}

// CouncilPDF makes the council paper of a plan as a PDF, with the pictures among the parts
// of its file, dated by when the plan was last worked on. Any goroutine.
func CouncilPDF(plan *model.Plan, parts map[string][]byte, at time.Time) ([]byte, error) {
	a := ask{paper: proposal.Council, sheet: mapsOffered[0], at: at, check: check.File, parts: parts}
	d, err := newDraft(plan, a)
	if err != nil {
		return nil, err
	}
	m, err := writePDF(d, a)
	return m.data, err
}

// newCopies gives the buttons that make copies and print.
func (p *Page) newCopies() fyne.CanvasObject {
	p.makers = nil
	others := look.Flow(look.Gap)
	for i, c := range copies {
		button := look.NewButton(p.say(c.key+".make"), func() { p.makeCopy(c) })
		p.makers = append(p.makers, button)
		if i > 0 {
			others.Add(button.Small())
		}
	}
	print := look.NewButton(p.say("print"), p.print).Small()
	p.makers = append(p.makers, print)
	others.Add(print)
	return look.VBox(8, look.HBox(0, p.makers[0].Primary().WithIcon(look.IconFile)), others)
}

// makeCopy asks where a copy is to be kept and makes it there.
func (p *Page) makeCopy(c copy) {
	p.shell.AskWhere(p.say(c.key+".title"), p.say(c.key+".kind"), c.extension, p.fileName(), func(path string) {
		p.work(c, func(m made) {
			p.desk.WritePaper(path, m.data, func(err error) { p.kept(path, m.findings, err) })
		})
	})
}

func (p *Page) fileName() string {
	return p.say("file_name", words.With{"Name": p.desk.SuggestedName(), "Paper": p.say("paper." + string(p.paper))})
}

// print hands the paper to the printer.
func (p *Page) print() {
	name := p.fileName() + ".pdf"
	p.work(copies[0], func(m made) {
		p.shell.PrintPaper(name, m.data)
		p.tell(p.faults(m.findings)...)
	})
}

// work makes a copy elsewhere and hands it on here. Until then nothing else is made.
func (p *Page) work(c copy, then func(made)) {
	plan, a := p.desk.Plan(), p.asked()
	if c.key != "pdf" {
		a.sheet.poster = false // what has no sides is not put together from sheets
	}
	for _, button := range p.makers {
		button.Disable()
	}
	p.elsewhere(func() {
		var m made
		d, err := newDraft(plan, a)
		if err == nil {
			m, err = c.write(d, a)
		}
		p.shell.Later(func() {
			for _, button := range p.makers {
				button.Enable()
			}
			if err != nil {
				p.shell.Trouble(err)
				return
			}
			then(m)
		})
	})
}

// kept tells where the copy is, what our check found in it, and offers to open it.
func (p *Page) kept(path string, findings []check.Finding, err error) {
	if err != nil {
		p.shell.Trouble(err)
		return
	}
	open := look.NewButton(p.say("open_it"), func() { p.shell.ReadPaper(path) }).Small()
	name := words.With{"Name": filepath.Base(path)}
	says := []fyne.CanvasObject{look.NewText(p.say("kept", name)).Caption()}
	if len(findings) == 0 {
		sign := look.Inset(2, 0, 0, 0, look.NewShape(look.IconCheck, look.Primary, 16))
		says[0] = look.HBoxTop(6, sign, look.NewText(p.say("made", name)).Caption())
	}
	says = append(says, look.HBox(0, open))
	p.tell(append(p.faults(findings), look.NewNotePanel(look.VBox(4, says...)))...)
}

// mostFaults is how many findings are told; more would be the same ones again.
const mostFaults = 3

// faults says what our check found, in words.
func (p *Page) faults(findings []check.Finding) []fyne.CanvasObject {
	if len(findings) == 0 {
		return nil
	}
	said := []fyne.CanvasObject{look.NewAttentionBanner(p.say("faults", words.With{"N": len(findings)}))}
	for _, f := range findings[:min(len(findings), mostFaults)] {
		text := f.What
		if f.Page > 0 {
			text = p.say("fault.side", words.With{"Side": f.Page, "Fault": f.What})
		}
		said = append(said, look.NewText(text).Caption())
	}
	if rest := len(findings) - mostFaults; rest > 0 {
		said = append(said, look.NewText(p.words.Say("help.more", words.With{"N": rest})).Caption().In(look.Muted))
	}
	return append(said, look.NewText(p.say("faults.hint")).Caption().In(look.Muted))
}

// tell shows what became of a copy, under the buttons.
func (p *Page) tell(says ...fyne.CanvasObject) {
	p.done.Objects = says
	p.object.Refresh()
}
