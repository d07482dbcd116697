package forms

import (
	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/ui/look"
)

// mostPasted is how many lines of a list are taken at once.
const mostPasted = 500

// another gives an empty record of the kind of one whose title is a sentence, for the
// next line of a pasted list; nil for what is not listed so.
func another(item model.Item) model.Item {
	if item.Type() == model.TypeAsset {
		return &model.Asset{}
	}
	return newIn(model.ColumnOf(item))
}

// takeLists has the field of a title take a pasted list: bullets go, the first line is
// this title's and each further one a record of the same kind, all in one step.
func (f *Form) takeLists(field *look.Field) {
	field.OnPaste(func(text string) bool {
		item, lines := f.item(), model.Listed(text)
		if item == nil || len(lines) == 0 {
			return false
		}
		if len(lines) > mostPasted {
			f.shell.Trouble(model.NewProblem("problem.paste_many", "N", len(lines), "Most", mostPasted))
			return true
		}
		before := field.Text()
		field.Insert(lines[0])
		if len(lines) == 1 {
			field.OnChanged(field.Text())
			return true
		}
		if err := f.desk.Edit(editName("paste", f.kind), f.list(item, field.Text(), lines[1:])); err != nil {
			field.SetText(before)
			f.shell.Trouble(err)
		}
		return true
	})
}

// list writes a title, and adds a record like the item for each further one.
func (f *Form) list(item model.Item, first string, further []string) func(*edit.Change) error {
	return func(c *edit.Change) error {
		if err := f.put("title", first)(c); err != nil {
			return err
		}
		var items []model.Item
		for _, title := range further {
			fresh := another(item)
			if err := model.SetText(fresh, "title", title); err != nil {
				return err
			}
			items = append(items, fresh)
		}
		_, err := c.AddAll(items...)
		return err
	}
}
