package share

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/share"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// Mail programs take so many bytes, as far as one can rely on it. What is attached
// grows by a third on its way.
const (
	mailWarns int64 = 15_000_000
	mailMost  int64 = 18_000_000
)

// showLeft lists what is left out of the copy, or warns of what is in it.
func (p *Page) showLeft() {
	p.left.Objects = nil
	c := p.ready
	switch {
	case p.private:
		p.left.Add(look.NewAttentionBanner(p.say("private_goes")))
	case len(c.Left) == 0:
		p.left.Add(look.NewText(p.say("nothing_private")).Caption().In(look.Muted))
	default:
		p.left.Add(look.NewText(p.say("left", words.With{"What": p.words.And(p.counts(c.Left))})).Caption())
		key := "left.show"
		if p.unfolded {
			key = "left.hide"
			for _, left := range c.Left {
				p.left.Add(look.NewText(p.leftOut(left)).Caption().In(look.Muted))
			}
		}
		p.left.Add(look.HBox(0, look.NewLink(p.say(key), func() {
			p.unfolded = !p.unfolded
			p.showLeft()
			p.scroll.Refit()
		})))
	}
	p.left.Refresh()
}

// counts says of each kind how many are left out: "2 contacts", "1 comment".
func (p *Page) counts(left []share.Left) []string {
	n := map[model.Type]int{}
	var order []model.Type
	for _, l := range left {
		if n[l.Type] == 0 {
			order = append(order, l.Type)
		}
		n[l.Type]++
	}
	slices.Sort(order)
	var all []string
	for _, t := range order {
		all = append(all, p.say("left."+string(t), words.With{"N": n[t]}))
	}
	return all
}

// leftOut names one thing that is left out.
func (p *Page) leftOut(left share.Left) string {
	if left.Type == model.TypePrivate {
		return p.say("left.contact_of", words.With{"Title": left.Title})
	}
	if left.Title == "" {
		return p.words.Say("type." + string(left.Type))
	}
	return p.say("left.one", words.With{"Type": p.words.Say("type." + string(left.Type)), "Title": left.Title})
}

// showSize says how large the copy is, and whether mail programs take it.
func (p *Page) showSize() {
	size := p.ready.Size
	p.size.Objects = []fyne.CanvasObject{look.NewText(p.say("size", words.With{"Size": p.bytes(size)})).Caption().In(look.Muted)}
	if size > mailWarns {
		key := "size.large"
		if size > mailMost {
			key = "size.too_large"
		}
		p.size.Objects = []fyne.CanvasObject{look.NewAttentionBanner(p.say(key, words.With{"Size": p.bytes(size)}))}
	}
	p.size.Refresh()
}

// bytes writes a size as people do.
func (p *Page) bytes(n int64) string {
	if n < 1_000_000 {
		return p.say("kilobytes", words.With{"Size": max(1, n/1000)})
	}
	return p.say("megabytes", words.With{"Size": model.GroupThousands((n + 500_000) / 1_000_000)})
}

// makeCopy asks where the copy is to be kept, and makes it there.
func (p *Page) makeCopy() {
	if p.ready == nil {
		return
	}
	p.shell.Named(func() {
		name := p.say("file_name", words.With{"Name": p.desk.SuggestedName()})
		p.shell.AskWhere(p.say("send.title"), p.words.Say("file.projects"), desk.Extension, name, p.writeCopy)
	})
}

// writeCopy makes the copy anew, with whatever changed since, and writes it with the
// paper beside it.
func (p *Page) writeCopy(path string) {
	p.desk.PrepareCopy(p.private, "", func(c *desk.Copy, err error) {
		if err != nil {
			p.shell.Trouble(err)
			return
		}
		p.desk.WriteCopy(path, c, func(err error) {
			if err != nil {
				p.shell.Trouble(err)
				return
			}
			if !p.withPaper {
				p.made(path)
				return
			}
			paper := strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf"
			p.shell.MakePaper(paper, p.private, func(err error) {
				if err != nil {
					p.shell.Trouble(err)
					p.made(path)
					return
				}
				p.made(path, paper)
			})
		})
	})
}

// made says that the copy is there, and offers to send it.
func (p *Page) made(files ...string) {
	key := "made"
	if p.private {
		key = "made.private"
	}
	sign := look.Inset(2, 0, 0, 0, look.NewShape(look.IconCheck, look.Primary, 16))
	says := look.VBox(4, look.NewText(p.say(key, words.With{"File": filepath.Base(files[0])})))
	if len(files) > 1 {
		key := "made.paper"
		if p.private {
			key = "made.paper.private"
		}
		says.Add(look.NewText(p.say(key, words.With{"File": filepath.Base(files[1])})))
	}
	if p.desk.Protected() {
		says.Add(look.NewText(p.say("made.password")).Caption())
	}
	p.done.Objects = []fyne.CanvasObject{look.NewNotePanel(look.VBox(8, look.HBoxTop(8, sign, look.Stretch(says)),
		look.HBox(look.Gap, look.NewButton(p.say("message"), func() { p.shell.Compose("copy", files...) }).Small().WithIcon(look.IconMail),
			look.NewButton(p.say("reveal"), func() { p.shell.ShowInFolder(files[0]) }).Small().WithIcon(look.IconFolder))))}
	p.done.Show()
	p.scroll.Refit()
}
