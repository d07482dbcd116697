// Package history shows who changed what on a record: the values its fields had, by whom
// and when, each of which can be put back.
package history

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/news"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// Desk is what the history asks of the app.
type Desk interface {
	Words() *words.Words
	Plan() *model.Plan
	Past(id model.ID) []edit.Past
	Edit(name string, change func(*edit.Change) error) error
	Now() time.Time
}

// Part is the history of one record. Use [New].
type Part struct {
	desk    Desk
	words   *words.Words
	trouble func(error)
	of      model.ID
	object  *fyne.Container
}

// New gives the history of a record; trouble is told why something could not be put back.
func New(desk Desk, of model.ID, trouble func(error)) *Part {
	p := &Part{desk: desk, words: desk.Words(), trouble: trouble, of: of, object: look.VBox(20)}
	p.Changed()
	return p
}

// Object is what the part draws.
func (p *Part) Object() fyne.CanvasObject { return p.object }

// Changed brings the part up to date.
func (p *Part) Changed() {
	p.object.Objects = nil
	item := p.desk.Plan().Item(p.of)
	if item == nil {
		p.object.Refresh()
		return
	}
	teller := news.NewTeller(p.words, p.desk.Plan(), p.desk.Plan())
	var field []edit.Past
	past := p.desk.Past(p.of)
	for i, value := range past {
		if value.Field == model.FieldDeleted || model.IsPlace(value.Field) {
			continue
		}
		field = append(field, value)
		if i+1 == len(past) || past[i+1].Field != value.Field {
			if len(field) > 1 {
				p.object.Add(p.field(teller, item.Type(), field))
			}
			field = nil
		}
	}
	if len(p.object.Objects) == 0 {
		p.object.Add(look.NewText(p.words.Say("history.none")).In(look.Muted))
	}
	p.object.Refresh()
}

// field shows the values of one field, what it says now first.
func (p *Part) field(teller *news.Teller, kind model.Type, values []edit.Past) fyne.CanvasObject {
	name, member, _ := strings.Cut(values[0].Field, "/")
	title := words.Capital(teller.FieldName(kind, name, member))
	if set, ok := schemaField(kind, name); ok && member != "" && set.Kind != model.KindAmounts {
		title = p.words.Say("history.member", words.With{"Field": title, "Member": teller.Member(kind, name, member)})
	}
	list := look.VBox(6, look.NewText(title).Semibold())
	standing, n := "history.now", 0
	for _, value := range values {
		if value.Now {
			n++
		}
	}
	if n > 1 {
		standing = "history.unsettled"
	}
	for _, now := range []bool{true, false} {
		for _, value := range values {
			if value.Now == now {
				list.Add(p.value(teller, kind, name, member, value, standing))
			}
		}
	}
	return list
}

func (p *Part) value(teller *news.Teller, kind model.Type, name, member string, value edit.Past, standing string) fyne.CanvasObject {
	text := teller.OrNothing(kind, name, value.Value)
	if set, ok := schemaField(kind, name); ok && member != "" && set.Kind != model.KindAmounts {
		text = p.words.Say("history.out")
		if value.Value != "" {
			text = p.words.Say("history.in")
		}
	}
	said := look.VBox(2, look.NewText(text), look.NewText(p.byline(value)).Caption().In(look.Muted))
	if value.Now {
		return look.NewNotePanel(look.HBox(12, look.Stretch(said), look.NewText(p.words.Say(standing)).Caption().Semibold().OneLine()))
	}
	back := look.NewButton(p.words.Say("history.put_back"), func() { p.putBack(value) }).Small().WithIcon(look.IconUndo)
	return look.Inset(2, 13, 2, 13, look.HBox(12, look.Stretch(said), back))
}

// byline says who wrote a value, and when.
func (p *Part) byline(value edit.Past) string {
	who := value.Who
	if who == "" {
		who = p.words.Say("history.nobody")
	}
	began, err := time.Parse(time.RFC3339, value.Began)
	if err != nil {
		return who
	}
	when := p.words.Date(model.DateOf(began.Local()))
	if model.DateOf(began.Local()) == model.DateOf(p.desk.Now().Local()) {
		when = p.words.Say("start.today", words.With{"Time": began.Local().Format("15:04")})
	}
	return p.words.Say("history.by", words.With{"Who": who, "When": when})
}

func (p *Part) putBack(value edit.Past) {
	err := p.desk.Edit("edit.put_back", func(c *edit.Change) error { return c.Settle(value.Holder, value.Field, value.Value) })
	if err != nil {
		p.trouble(err)
	}
}

func schemaField(kind model.Type, field string) (*model.Field, bool) {
	schema, ok := model.SchemaOf(kind)
	if !ok {
		return nil, false
	}
	return schema.Field(field)
}
