package timeline

import (
	"commonplan/model"
	"commonplan/model/edit"
)

// change stores a change of one record. Keys pressed one after the other on a row are one
// step for undo.
func (p *Page) change(id model.ID, burst bool, change func(model.Item) error) error {
	item := p.desk.Plan().Item(id)
	if item == nil {
		return nil // somebody else took it away
	}
	name := "edit.change." + string(item.Type())
	put := func(c *edit.Change) error {
		fresh := model.Clone(c.Plan().Item(id))
		if err := change(fresh); err != nil {
			return err
		}
		return c.Put(fresh)
	}
	if burst {
		return p.desk.EditBurst(string(id)+"/timeline", name, put)
	}
	return p.desk.Edit(name, put)
}

func (p *Page) setMonths(id model.ID, months model.Months, burst bool) {
	p.told(p.change(id, burst, func(item model.Item) error {
		return model.SetText(item, "months", string(months))
	}))
}

func (p *Page) setMonth(id model.ID, month int, burst bool) {
	p.told(p.change(id, burst, func(item model.Item) error {
		item.(*model.Milestone).Month = month
		return nil
	}))
}

func (p *Page) told(err error) {
	if err != nil {
		p.shell.Trouble(err)
	}
}

// remove takes a milestone away; undo brings it back.
func (p *Page) remove(id model.ID) {
	p.told(p.desk.Edit("edit.remove.milestone", func(c *edit.Change) error { return c.Remove(id) }))
}

// add adds a milestone and opens its form.
func (p *Page) add() { p.addItem(&model.Milestone{}) }

func (p *Page) addActivity() { p.addItem(&model.Activity{}) }

func (p *Page) addItem(item model.Item) {
	var id model.ID
	err := p.desk.Edit("edit.add."+string(item.Type()), func(c *edit.Change) (err error) {
		id, err = c.Add(item)
		return err
	})
	if err != nil {
		p.shell.Trouble(err)
		return
	}
	p.shell.EditRecord(id)
}
