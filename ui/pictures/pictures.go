// Package pictures shows the pictures on a record, small, with their words, and lets
// them be added and taken away. Pictures are records like any others; what is seen of
// them is a part of the file, which package picture has made ready.
//
// Pasting is not offered: Fyne's clipboard carries words only.
package pictures

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/picture"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the pictures ask of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Edit(name string, change func(*edit.Change) error) error
	EditBurst(key, name string, change func(*edit.Change) error) error
	Later(func())
	// Part gives a part of the open file; nil if there is none of that name.
	Part(name string) []byte
	// ReadPicture reads a file and makes it ready, elsewhere; then comes back here.
	ReadPicture(path string, then func(picture.Picture, error))
}

// Shell is what the pictures ask of the window around them.
type Shell interface {
	Window() fyne.Window
	ChoosePicture(then func(path string))
	Trouble(error)
}

// Part is the pictures on one record. Use [New].
type Part struct {
	desk   Desk
	shell  Shell
	words  *words.Words
	on     model.ID
	rows   map[model.ID]*row
	list   *fyne.Container
	object *fyne.Container
}

// New gives the pictures on a record.
func New(desk Desk, shell Shell, on model.ID) *Part {
	p := &Part{desk: desk, shell: shell, words: desk.Words(), on: on, rows: map[model.ID]*row{}, list: look.VBox(12)}
	add := look.NewButton(p.say("add"), p.choose).Small().WithIcon(look.IconPicture)
	p.object = look.VBox(8, look.NewFormHead(p.say("title"), look.Spring(), add), p.list)
	p.fill()
	return p
}

func (p *Part) say(key string, with ...words.With) string {
	return p.words.Say("pictures."+key, with...)
}

// Object is what the part draws.
func (p *Part) Object() fyne.CanvasObject { return p.object }

// Changed brings the part up to date. Words that are being typed stay as they are.
func (p *Part) Changed() { p.fill() }

// On lists the pictures on a record.
func On(plan *model.Plan, id model.ID) []*model.Picture {
	var all []*model.Picture
	for _, picture := range plan.Pictures {
		if picture.On == id {
			all = append(all, picture)
		}
	}
	return all
}

func (p *Part) fill() {
	all := On(p.desk.Plan(), p.on)
	shown := map[model.ID]*row{}
	p.list.Objects = nil
	if len(all) == 0 {
		p.list.Add(look.NewText(p.say("none")).Caption().In(look.Muted))
	}
	for _, item := range all {
		r := p.rows[item.ID]
		if r == nil {
			r = p.newRow(item)
		}
		r.show(item)
		shown[item.ID] = r
		p.list.Add(r.object)
	}
	p.rows = shown
	p.list.Refresh()
}

// choose asks for a file and brings it in.
func (p *Part) choose() { p.shell.ChoosePicture(func(path string) { p.Bring(path) }) }

// Bring brings pictures in from files, one after the other, asking what each shows.
func (p *Part) Bring(paths ...string) {
	if len(paths) == 0 {
		return
	}
	p.desk.ReadPicture(paths[0], func(made picture.Picture, err error) {
		next := func() { p.Bring(paths[1:]...) }
		if err != nil {
			next()
			p.shell.Trouble(err)
			return
		}
		p.ask(made, next)
	})
}

// ask shows the picture and asks for its words. Whoever cannot see it hears them, so
// there is no picture without. Then is called when that is done, whether it was added or
// not.
func (p *Part) ask(made picture.Picture, then func()) {
	alt := look.NewField(p.words.Say("form.picture.alt")).Placeholder(p.words.Say("form.picture.alt.hint"))
	caption := look.NewField(p.words.Say("form.picture.caption")).Placeholder(p.words.Say("form.picture.caption.hint"))
	var dialog *look.Dialog
	add := func() {
		if alt.Trimmed() == "" {
			alt.SetError(p.say("needs_alt"))
			alt.Focus()
			return
		}
		p.add(made, alt.Trimmed(), caption.Trimmed())
		dialog.Hide()
	}
	preview := newThumb(p.desk, fyne.NewSize(320, 180))
	preview.showData(made.Part, made.Data)
	dialog = look.NewDialog(p.say("ask.title"), look.VBox(16, preview.object, alt, caption),
		look.NewButton(p.words.Say("dialog.cancel"), func() { dialog.Hide() }), look.NewButton(p.say("ask.add"), add).Primary())
	dialog.OnEnter, dialog.OnClose = add, then
	dialog.Show(p.shell.Window())
	alt.Focus()
}

func (p *Part) add(made picture.Picture, alt, caption string) {
	err := p.desk.Edit("edit.add.picture", func(c *edit.Change) error {
		c.AddPart(made.Part, made.Data)
		_, err := c.Add(&model.Picture{On: p.on, Media: made.Part, Alt: alt, Caption: caption})
		return err
	})
	if err != nil {
		p.shell.Trouble(err)
	}
}

func (p *Part) remove(id model.ID) {
	if err := p.desk.Edit("edit.remove.picture", func(c *edit.Change) error { return c.Remove(id) }); err != nil {
		p.shell.Trouble(err)
	}
}
