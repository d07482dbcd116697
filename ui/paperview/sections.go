package paperview

import (
	"slices"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/proposal"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// sections lists the sections of the paper, each with a tick if it is printed. The tools
// for its place and for words of the group's own stand under the chosen row.
type sections struct {
	page   *Page
	all    []proposal.SectionChoice
	lines  map[string]int // about how long each is
	chosen string         // key of the section whose tools are shown; "" is none

	object *look.Accordion
	list   *fyne.Container
	tools  fyne.CanvasObject
	ticks  map[string]*look.Check // by key; kept, so that the focus stays
	up     *look.Button
	down   *look.Button
	text   *look.Field
	typing bool // somebody is writing in text
}

func newSections(p *Page) *sections {
	s := &sections{page: p, list: look.VBox(4), ticks: map[string]*look.Check{}}
	s.up = look.NewIconButton(look.IconChevronUp, p.say("section.up"), func() { s.move(-1) })
	s.down = look.NewIconButton(look.IconChevronDown, p.say("section.down"), func() { s.move(1) })
	s.text = look.NewTextArea(p.words.Say("form.section.text"), 2)
	s.text.Placeholder(p.words.Say("form.section.text.hint"))
	s.text.OnChanged = func(text string) {
		s.change("edit.change.section", func(section *model.Section) { section.Text = text })
	}
	s.text.OnFocus = func(on bool) {
		s.typing = on
		if !on {
			p.desk.EndBurst()
		}
	}
	s.tools = look.Inset(8, 0, 16, 0, look.VBox(8, look.HBox(4, s.up, s.down), s.text))
	s.object = look.NewAccordion(p.say("sections"), s.list)
	s.object.SetFolded(true)
	return s
}

// show lists the sections of the paper that is shown, with about how many lines each takes.
func (s *sections) show(all []proposal.SectionChoice, lines map[string]int) {
	s.all, s.lines = all, lines
	if !slices.ContainsFunc(all, func(c proposal.SectionChoice) bool { return c.Key == s.chosen }) {
		s.chosen = ""
	}
	s.list.Objects = nil
	for i, choice := range all {
		more := look.NewIconButton(look.IconPencil, s.page.say("section.more", words.With{"Section": choice.Title}), func() { s.choose(choice.Key) })
		s.list.Add(look.HBox(8, look.Stretch(s.tick(choice)), look.NewText(s.note(choice)).Caption().In(look.Muted).OneLine(), more))
		if choice.Key == s.chosen {
			s.list.Add(s.tools)
			s.showTools(i)
		}
	}
	if len(all) == 0 {
		s.object.Hide()
	} else {
		s.object.Show()
	}
	s.list.Refresh()
}

// tick says whether a section is printed, and leaves it out or prints it.
func (s *sections) tick(choice proposal.SectionChoice) *look.Check {
	key := choice.Key
	if s.ticks[key] == nil || s.ticks[key].AccessibilityLabel() != choice.Title {
		s.ticks[key] = look.NewCheck(choice.Title, func(on bool) {
			s.edit("edit.change.section", func(c *edit.Change) error {
				return s.put(c, key, func(section *model.Section) { section.Hidden = !on })
			})
		})
	}
	s.ticks[key].SetOn(!choice.Hidden)
	return s.ticks[key]
}

// note says what is to be known of a section beside its title.
func (s *sections) note(choice proposal.SectionChoice) string {
	switch n := s.lines[choice.Key]; {
	case choice.Hidden:
		return s.page.say("section.hidden")
	case choice.Open:
		return s.page.say("section.open")
	case choice.Text != "":
		return s.page.say("section.own")
	case n > 0:
		return s.page.say("section.lines", words.With{"N": n})
	}
	return ""
}

func (s *sections) showTools(at int) {
	choice := s.all[at]
	if !s.typing {
		s.text.SetText(choice.Text)
	}
	enable(s.up, s.neighbour(at, -1) >= 0)
	enable(s.down, s.neighbour(at, 1) >= 0)
}

func enable(b *look.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// choose shows the tools of a section, or puts them away.
func (s *sections) choose(key string) {
	if s.chosen == key {
		key = ""
	}
	s.chosen, s.typing = key, false
	s.show(s.all, s.lines)
}

// neighbour is the place of the next section before or after one that may change its
// place with it; -1 if there is none.
func (s *sections) neighbour(at, by int) int {
	if !s.all[at].Movable {
		return -1
	}
	for i := at + by; i >= 0 && i < len(s.all); i += by {
		if s.all[i].Movable {
			return i
		}
	}
	return -1
}

// move moves the chosen section. Every section gets its place, so that the order stays
// as it is shown here.
func (s *sections) move(by int) {
	at := slices.IndexFunc(s.all, func(c proposal.SectionChoice) bool { return c.Key == s.chosen })
	if at < 0 || s.neighbour(at, by) < 0 {
		return
	}
	order := slices.Clone(s.all)
	to := s.neighbour(at, by)
	order[at], order[to] = order[to], order[at]
	s.edit("edit.move.section", func(c *edit.Change) error {
		place := 0
		for _, choice := range order {
			if !choice.Movable {
				continue
			}
			place++
			if err := s.put(c, choice.Key, func(section *model.Section) { section.Place = place }); err != nil {
				return err
			}
		}
		return nil
	})
}

// change changes the chosen section's record. Letters typed one after another are one step.
func (s *sections) change(name string, change func(*model.Section)) {
	if s.chosen == "" {
		return
	}
	write := func(c *edit.Change) error { return s.put(c, s.chosen, change) }
	if s.typing {
		if err := s.page.desk.EditBurst("section."+string(s.page.paper)+"."+s.chosen, name, write); err != nil {
			s.page.shell.Trouble(err)
		}
		return
	}
	s.edit(name, write)
}

func (s *sections) edit(name string, change func(*edit.Change) error) {
	if err := s.page.desk.Edit(name, change); err != nil {
		s.page.shell.Trouble(err)
	}
}

// put writes a section's record, and adds it if there is none yet.
func (s *sections) put(c *edit.Change, key string, change func(*model.Section)) error {
	id := model.KeyedID(model.TypeSection, string(s.page.paper), key)
	before, known := c.Plan().Item(id).(*model.Section)
	if !known {
		section := &model.Section{Base: model.Base{ID: id}, Paper: string(s.page.paper), Key: key}
		change(section)
		_, err := c.Add(section)
		return err
	}
	section := model.Clone(before)
	change(section)
	return c.Put(section)
}
