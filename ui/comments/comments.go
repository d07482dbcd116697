// Package comments shows what people remark on a record, and lets them remark, settle
// and take up again. Comments are records like any others: they travel with the file.
//
// A remark is stored at each letter, so that nothing is lost by going elsewhere.
package comments

import (
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the comments ask of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Edit(name string, change func(*edit.Change) error) error
	EditBurst(key, name string, change func(*edit.Change) error) error
	EndBurst()
	Now() time.Time
	Who() string
}

// Shell is what the comments ask of the window around them.
type Shell interface {
	Named(then func()) // asks for the person's name if it was never asked for, and goes on
	ShowRecord(id model.ID)
	Trouble(err error)
}

// Part is the comments on one record. Use [New].
type Part struct {
	desk  Desk
	shell Shell
	words *words.Words
	on    model.ID

	object  *fyne.Container
	writing *fyne.Container // the field for a new remark; nil while nobody writes
	field   *look.Field     // in it
	fresh   model.ID        // the remark that is being written, once it has a letter
	settled bool            // settled ones are shown, too
}

// New gives the comments on a record.
func New(desk Desk, shell Shell, on model.ID) *Part {
	p := &Part{desk: desk, shell: shell, words: desk.Words(), on: on, object: look.VBox(8)}
	p.fill()
	return p
}

// Object is what the part draws.
func (p *Part) Object() fyne.CanvasObject { return p.object }

// Changed brings the part up to date. A remark that is being written stays as it is.
func (p *Part) Changed() { p.fill() }

// On lists the comments on a record: those that are open, and those that are settled.
func On(plan *model.Plan, id model.ID) (open, settled []*model.Comment) {
	for _, c := range plan.Comments {
		switch {
		case c.On != id:
		case c.Settled:
			settled = append(settled, c)
		default:
			open = append(open, c)
		}
	}
	return open, settled
}

func (p *Part) fill() {
	open, settled := On(p.desk.Plan(), p.on)
	add := look.NewButton(p.words.Say("comments.add"), p.write).Small().WithIcon(look.IconSpeech)
	p.object.Objects = []fyne.CanvasObject{look.NewFormHead(p.words.Say("comments.title"), look.Spring(), add)}
	if len(open)+len(settled) == 0 && p.writing == nil {
		p.object.Add(look.NewText(p.words.Say("comments.none")).Caption().In(look.Muted))
	}
	for _, c := range open {
		if p.writing == nil || c.ID != p.fresh {
			p.object.Add(p.note(c))
		}
	}
	if p.writing != nil {
		p.object.Add(p.writing)
	}
	if len(settled) > 0 {
		key := "comments.show_settled"
		if p.settled {
			key = "comments.hide_settled"
		}
		p.object.Add(look.HBox(0, look.NewLink(p.words.Say(key, words.With{"N": len(settled)}), func() {
			p.settled = !p.settled
			p.fill()
		})))
	}
	if p.settled {
		for _, c := range settled {
			p.object.Add(p.note(c))
		}
	}
	p.object.Refresh()
}

// note shows one comment with what can be done about it.
func (p *Part) note(c *model.Comment) fyne.CanvasObject {
	key := "comments.settle"
	if c.Settled {
		key = "comments.reopen"
	}
	row := look.HBox(8, look.NewText(p.byline(c)).Caption().In(look.Muted),
		look.NewButton(p.words.Say("comments.change"), func() { p.shell.ShowRecord(c.ID) }).Small(),
		look.NewButton(p.words.Say(key), func() { p.settle(c.ID, !c.Settled) }).Small())
	text := look.NewText(c.Text)
	if c.Settled {
		text.In(look.Muted)
	}
	return look.NewNotePanel(look.VBox(6, text, row))
}

// byline says who remarked it and when, and whether it is private.
func (p *Part) byline(c *model.Comment) string {
	who, when := c.Who, p.words.Date(c.Date)
	key := "comments.by"
	switch {
	case who == "" && when == "":
		key = "comments.by.nobody"
	case who == "":
		key = "comments.by.date"
	case when == "":
		key = "comments.by.name"
	}
	if c.Private {
		key += ".private"
	}
	return p.words.Say(key, words.With{"Who": who, "Date": when})
}

func (p *Part) settle(id model.ID, settled bool) {
	name := "edit.settle.comment"
	if !settled {
		name = "edit.reopen.comment"
	}
	p.edit(p.desk.Edit(name, func(c *edit.Change) error {
		comment, there := c.Plan().Item(id).(*model.Comment)
		if !there {
			return nil
		}
		comment = model.Clone(comment)
		comment.Settled = settled
		return c.Put(comment)
	}))
}

func (p *Part) edit(err error) {
	if err != nil {
		p.shell.Trouble(err)
	}
}

// write opens the field for a new remark.
func (p *Part) write() {
	p.shell.Named(func() {
		if p.writing == nil {
			p.fresh = ""
			p.field = look.NewTextArea("", 2).Placeholder(p.words.Say("form.comment.text.hint"))
			p.field.OnChanged = p.typed
			p.field.OnEscape = p.done
			done := look.NewButton(p.words.Say("comments.done"), p.done).Small()
			p.writing = look.VBox(8, p.field, look.HBox(0, done))
			p.fill()
		}
		p.field.Focus()
	})
}

// typed stores what was written so far.
func (p *Part) typed(text string) {
	key := "comment/" + string(p.on)
	p.edit(p.desk.EditBurst(key, "edit.add.comment", func(c *edit.Change) error {
		if comment, there := c.Plan().Item(p.fresh).(*model.Comment); there {
			comment = model.Clone(comment)
			comment.Text = text
			return c.Put(comment)
		}
		if text == "" {
			return nil
		}
		id, err := c.Add(&model.Comment{On: p.on, Text: text, Who: p.desk.Who(), Date: model.DateOf(p.desk.Now())})
		p.fresh = id
		return err
	}))
}

// done ends the writing; a remark without a word is taken away again.
func (p *Part) done() {
	p.desk.EndBurst()
	comment, there := p.desk.Plan().Item(p.fresh).(*model.Comment)
	p.writing, p.field, p.fresh = nil, nil, ""
	if there && comment.Text == "" {
		p.edit(p.desk.Edit("edit.remove.comment", func(c *edit.Change) error { return c.Remove(comment.ID) }))
	}
	p.fill()
}
