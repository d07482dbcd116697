package edit

import (
	"slices"
	"strings"

	"commonplan/model"
)

// Settle writes one value of a field in place of all that copies gave it. Holder is the
// record that holds the field, which may be a companion; the field is named as it is
// stored, and the value is one of its versions, an earlier value, or new (see
// [Project.ValueOf]).
func (c *Change) Settle(holder model.ID, field string, value model.Value) error {
	record := c.doc.Records[holder]
	if record == nil || field == model.FieldDeleted {
		return model.NewProblem("problem.record", "Text", string(holder))
	}
	owner := holder
	if record.Type == model.TypePrivate {
		owner = model.OwnerID(holder)
	}
	before := c.Plan().Item(owner)
	if value == "" {
		value = model.None
	}
	c.write(holder, record.Type, field, value)
	if after := c.Plan().Item(owner); after != nil && before != nil {
		return c.Plan().Check(after, before)
	}
	return nil
}

// ValueOf gives the value of a field for a text that somebody wrote; "" if it is empty.
// The field is named as it is stored, so the sum of one year is "amount/1".
func (p *Project) ValueOf(id model.ID, field, text string) (model.Value, error) {
	item := p.plan.Item(id)
	if item == nil {
		return "", model.NewProblem("problem.record", "Text", string(id))
	}
	name, member, _ := strings.Cut(field, "/")
	item = model.Clone(item)
	if member != "" && strings.TrimSpace(text) != "" {
		text = member + ": " + text
	}
	if err := model.SetText(item, name, text); err != nil {
		return "", err
	}
	open, private := model.Facts(item)
	if value, ok := open[field]; ok {
		return value, nil
	}
	return private[field], nil
}

// Both joins the texts of several versions into one, for whoever wants to keep all of
// them: below each other if the field is a long text, otherwise in a line.
func Both(t model.Type, field string, versions []model.Value) model.Value {
	between := " / "
	if schema, ok := model.SchemaOf(t); ok {
		if f, ok := schema.Field(field); ok && f.Kind == model.KindLongText {
			between = "\n\n"
		}
	}
	var texts []string
	for _, v := range versions {
		if text := v.Text(); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return model.TextValue(strings.Join(texts, between))
}

// CanKeepBoth tells whether both versions of a field can be kept: only of a text.
func CanKeepBoth(t model.Type, field string) bool {
	schema, ok := model.SchemaOf(t)
	if !ok {
		return false
	}
	f, ok := schema.Field(field)
	return ok && (f.Kind == model.KindText || f.Kind == model.KindLongText) && !model.IsPlace(field)
}
