package copies

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/merge"
	"commonplan/model/news"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// details shows what a change says: a value before and after with the words that differ
// marked, what a new record holds, or what goes along with one that goes.
func (p *Preview) details(teller *news.Teller, c news.Told) fyne.CanvasObject {
	lines := look.VBox(8)
	switch {
	case c.Kind == merge.New:
		p.addFields(lines, teller, c.Change)
	case len(c.Along) > 0:
		lines.Add(look.NewText(p.say("row.along")).Caption().In(look.Muted))
		for _, along := range c.Along {
			lines.Add(look.NewText(teller.Name(along.Record)))
		}
	case c.Field != "" && len(c.Came)+len(c.Went) == 0:
		after := c.To
		if c.Kind == merge.ToSettle {
			after = c.Alternative
		}
		here, there := teller.OrNothing(c.Type, c.Field, c.From), teller.OrNothing(c.Type, c.Field, after)
		was, is := model.CompareTexts(here, there)
		lines.Add(look.NewText(p.say("row.before")).Caption().In(look.Muted))
		lines.Add(look.NewRichText(marked(was)...))
		lines.Add(look.NewText(p.say("row.after")).Caption().In(look.Muted))
		lines.Add(look.NewRichText(marked(is)...))
	}
	if p.desk.Plan().Item(c.Record) != nil {
		lines.Add(look.HBox(0, look.NewLink(p.say("row.see"), func() { p.shell.ShowRecord(c.Record) })))
	}
	return lines
}

// addFields lists the texts of a new record.
func (p *Preview) addFields(lines *fyne.Container, teller *news.Teller, c merge.Change) {
	item := p.arrival.After.Item(c.Record)
	schema, known := model.SchemaOf(c.Type)
	if item == nil || !known {
		return
	}
	for _, f := range schema.Fields {
		text := model.Text(item, f.Name)
		if text == "" || model.IsPlace(f.Name) || f.Kind != model.KindText && f.Kind != model.KindLongText {
			continue
		}
		lines.Add(look.VBox(0, look.NewText(words.Capital(teller.FieldName(c.Type, f.Name, ""))).Caption().In(look.Muted), look.NewText(text)))
	}
}
