package news

import (
	"strconv"
	"strings"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/words"
)

// Name gives the words a record is known by, also one that has no title of its own.
func (t *Teller) Name(id model.ID) string {
	plan := t.after
	item := plan.Item(id)
	if item == nil {
		plan = t.before
		if item = plan.Item(id); item == nil {
			return string(id)
		}
	}
	switch item := item.(type) {
	case *model.Project:
		if item.Name == "" {
			return t.words.Say("news.name.project")
		}
	case *model.Link:
		return t.words.Say("news.name.link", words.With{"From": t.Name(item.From), "To": t.Name(item.To)})
	case *model.Contribution:
		return t.words.Say("news.name.contribution", words.With{"Partner": t.Name(item.Partner), "To": t.Name(item.To)})
	case *model.Reading:
		return t.words.Say("news.name.reading", words.With{"Indicator": t.Name(item.Indicator), "Date": t.words.Date(item.Date)})
	case *model.Answer:
		return t.words.Say("news.name.answer."+string(item.Side), words.With{"Number": numberOf(item.Question)})
	case *model.Statement:
		if item.Kind != "" {
			return t.Value(model.TypeStatement, "kind", model.TextValue(string(item.Kind)))
		}
	case *model.Section:
		return t.words.Say("news.name.section")
	}
	if title := strings.TrimSpace(model.Title(item)); title != "" {
		return words.Shorten(title, longest)
	}
	return t.words.Say("news.name.untitled", words.With{"Type": t.words.Say("type." + string(item.Type()))})
}

// Added names records that were added to another, each with its kind.
func (t *Teller) Added(ids []model.ID) string {
	var names []string
	for _, id := range ids {
		item := t.after.Item(id)
		if item == nil {
			item = t.before.Item(id)
		}
		if item != nil {
			names = append(names, t.words.Say("news.added.one", words.With{"Type": t.words.Say("type." + string(item.Type())), "Title": t.Name(id)}))
		}
	}
	return t.words.And(names)
}

// numberOf gives the number of a checklist question.
func numberOf(question string) int {
	for i, q := range framework.Checklist().Questions {
		if q.ID == question {
			return i + 1
		}
	}
	return 0
}

// FieldName names a field as it is spoken of, such as "the target"; with the year, for a
// sum of one year.
func (t *Teller) FieldName(kind model.Type, field, member string) string {
	key := "field." + string(kind) + "." + field
	if !t.words.Has(key) {
		key = "field." + field
	}
	name := t.words.Say(key)
	if member != "" && fieldOf(kind, field).Kind == model.KindAmounts {
		return t.words.Say("news.year", words.With{"Field": name, "Year": member})
	}
	return name
}

// OrNothing is [Teller.Value], and a word where there is none.
func (t *Teller) OrNothing(kind model.Type, field string, value model.Value) string {
	if text := t.Value(kind, field, value); text != "" {
		return text
	}
	return t.words.Say("news.nothing")
}

// Value writes a value of a field as people do; "" for none.
func (t *Teller) Value(kind model.Type, field string, value model.Value) string {
	if value == "" || value == model.None {
		return ""
	}
	spec := fieldOf(kind, field)
	text := value.Text()
	switch spec.Kind {
	case model.KindMoney, model.KindAmounts:
		return model.Pence(value.Whole()).String()
	case model.KindWhole:
		return model.GroupThousands(value.Whole())
	case model.KindYesNo:
		if value == "true" {
			return t.words.Say("news.yes")
		}
		return t.words.Say("news.no")
	case model.KindDate:
		if date, err := model.ParseDate(text); err == nil {
			return t.words.Date(date)
		}
	case model.KindChoice:
		return t.choice(spec, text)
	case model.KindReference:
		return t.Name(model.ID(text))
	case model.KindQuantity:
		return model.Quantity(text).String()
	}
	return text
}

// Member names a member of a set.
func (t *Teller) Member(kind model.Type, field, member string) string {
	switch spec := fieldOf(kind, field); spec.Kind {
	case model.KindReferences:
		return t.Name(model.ID(member))
	case model.KindChoices:
		return t.choice(spec, member)
	case model.KindAmounts:
		if year, err := strconv.Atoi(member); err == nil {
			return strconv.Itoa(year)
		}
	}
	return member
}

// choice gives the words of a chosen value; one of a newer version stands for itself.
func (t *Teller) choice(spec *model.Field, value string) string {
	key := "choice." + spec.Choices + "." + value
	if value == "" || !t.words.Has(key) {
		return value
	}
	return t.words.Say(key)
}

// fieldOf describes a field; a plain text for one this version does not know.
func fieldOf(kind model.Type, field string) *model.Field {
	if schema, ok := model.SchemaOf(kind); ok {
		if spec, ok := schema.Field(field); ok {
			return spec
		}
	}
	return &model.Field{Name: field}
}
