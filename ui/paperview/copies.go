package paperview

import (
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"

	"commonplan/model/paper/docx"
	"commonplan/model/paper/html"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// copy is a form a paper can be kept in. Its words have the keys
// "paperview.<key>.make" (the button), ".title" (of the dialog) and ".kind" (of file).
type copy struct {
	key       string
	extension string
	write     func(*draft, ask) ([]byte, error)
}

// copies are the forms, the likeliest first.
var copies = []copy{
	{"pdf", ".pdf", writePDF},
	{"docx", ".docx", func(d *draft, a ask) ([]byte, error) { return docx.Write(d.doc, a.words) }},
	{"web", ".html", func(d *draft, a ask) ([]byte, error) { return html.Write(d.doc, a.words) }},
}

// writePDF makes the PDF of a draft, and looks it over by our own rules before anybody
// is told that it is ready. What is found there is a fault of ours, not of the plan.
func writePDF(d *draft, a ask) ([]byte, error) {
	data, _, err := pdf.WritePages(d.doc, d.set, pdf.Options{Words: a.words, Date: a.at})
	if err != nil {
		return nil, err
	}
	for _, finding := range check.File(data) {
		slog.Error("the paper breaks a rule", "paper", a.paper, "finding", finding)
	}
	return data, nil
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
		p.work(c, func(data []byte) {
			p.desk.WritePaper(path, data, func(err error) { p.made(path, err) })
		})
	})
}

func (p *Page) fileName() string {
	return p.say("file_name", words.With{"Name": p.desk.SuggestedName(), "Paper": p.say("paper." + string(p.paper))})
}

// print hands the paper to the printer.
func (p *Page) print() {
	name := p.fileName() + ".pdf"
	p.work(copies[0], func(data []byte) { p.shell.PrintPaper(name, data) })
}

// work makes a copy elsewhere and hands it on here. Until then nothing else is made.
func (p *Page) work(c copy, then func(data []byte)) {
	plan, a := p.desk.Plan(), p.asked()
	for _, button := range p.makers {
		button.Disable()
	}
	p.elsewhere(func() {
		var data []byte
		d, err := newDraft(plan, a)
		if err == nil {
			data, err = c.write(d, a)
		}
		p.shell.Later(func() {
			for _, button := range p.makers {
				button.Enable()
			}
			if err != nil {
				p.shell.Trouble(err)
				return
			}
			then(data)
		})
	})
}

// made tells where the copy is, and offers to open it.
func (p *Page) made(path string, err error) {
	if err != nil {
		p.shell.Trouble(err)
		return
	}
	sign := look.Inset(2, 0, 0, 0, look.NewShape(look.IconCheck, look.Primary, 16))
	says := look.NewText(p.say("made", words.With{"Name": filepath.Base(path)})).Caption()
	p.done.Objects = []fyne.CanvasObject{look.NewNotePanel(look.VBox(4, look.HBoxTop(6, sign, says),
		look.HBox(0, look.NewButton(p.say("open_it"), func() { p.shell.ReadPaper(path) }).Small())))}
	p.object.Refresh()
}
