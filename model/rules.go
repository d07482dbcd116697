package model

import (
	"reflect"
	"slices"
	"strings"
)

// MaxText is the longest text a field may hold, in bytes.
const MaxText = 1 << 20

func checkLength(text string) error {
	if len(text) > MaxText {
		return NewProblem("problem.long")
	}
	return nil
}

func (f *Field) checkRange(n int) error {
	if n == 0 { // not said
		return nil
	}
	if n < f.Min || f.Max > 0 && n > f.Max {
		return NewProblem("problem.range", "Text", GroupThousands(int64(n)), "Min", GroupThousands(int64(f.Min)), "Max", GroupThousands(int64(f.Max)))
	}
	return nil
}

func (f *Field) checkChoice(value string) error {
	if value == "" || slices.Contains(f.Values, value) {
		return nil
	}
	return NewProblem("problem.choice", "Text", value, "Choices", strings.Join(f.Values, ", "))
}

// Check gives the first rule that a changed or added item would break in this plan:
// a number out of range, a text too long, a reference to a record that is not there
// or of another kind, a link that does not lead from left to right or stands already.
// Only fields in which the item differs from before (nil for a new one) are looked
// at, so that what a newer version wrote never stops an edit.
// What is merely missing is no broken rule: a draft can always be kept.
func (p *Plan) Check(item, before Item) error {
	v := reflect.ValueOf(item).Elem()
	for i := range schemaOf(item).Fields {
		f := &schemaOf(item).Fields[i]
		value := v.FieldByIndex(f.index)
		if before != nil && reflect.DeepEqual(value.Interface(), reflect.ValueOf(before).Elem().FieldByIndex(f.index).Interface()) {
			continue
		}
		if err := p.checkField(f, value); err != nil {
			return err
		}
	}
	if link, ok := item.(*Link); ok {
		return p.checkLink(link)
	}
	return nil
}

func (p *Plan) checkField(f *Field, v reflect.Value) error {
	switch f.Kind {
	case KindText, KindLongText:
		return checkLength(v.String())
	case KindWhole:
		return f.checkRange(int(v.Int()))
	case KindChoice:
		return f.checkChoice(v.String())
	case KindChoices:
		for i := range v.Len() {
			if err := f.checkChoice(v.Index(i).String()); err != nil {
				return err
			}
		}
	case KindReference:
		if v.String() != "" {
			return p.checkReference(f, ID(v.String()))
		}
	case KindReferences:
		for i := range v.Len() {
			if err := p.checkReference(f, ID(v.Index(i).String())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Plan) checkReference(f *Field, id ID) error {
	item := p.Item(id)
	if item == nil {
		return NewProblem("problem.reference.gone", "Field", f.Name, "Text", string(id))
	}
	if f.Refs[0] != "*" && !slices.Contains(f.Refs, item.Type()) {
		return NewProblem("problem.reference.kind", "Field", f.Name, "Text", p.Label(id))
	}
	return nil
}

// checkLink holds the rule of the map: links lead from left to right over needs,
// activities, service outcomes, community outcomes and goals. Columns may be skipped;
// since every link goes right, no path can come back to where it began.
func (p *Plan) checkLink(link *Link) error {
	from, to := p.Item(link.From), p.Item(link.To)
	if from == nil || to == nil {
		return NewProblem("problem.link.end")
	}
	if ColumnOf(from) == NoColumn || ColumnOf(from) >= ColumnOf(to) {
		return NewProblem("problem.link.direction", "From", p.Label(link.From), "To", p.Label(link.To))
	}
	for _, other := range p.From(link.From) {
		if other.To == link.To && other.ID != link.ID {
			return NewProblem("problem.link.twice", "From", p.Label(link.From), "To", p.Label(link.To))
		}
	}
	return nil
}

// Missing lists the required fields in which an item holds nothing.
func Missing(item Item) []string {
	var missing []string
	v := reflect.ValueOf(item).Elem()
	for i := range schemaOf(item).Fields {
		f := &schemaOf(item).Fields[i]
		value := v.FieldByIndex(f.index)
		blank := value.Kind() == reflect.String && strings.TrimSpace(value.String()) == ""
		if f.Required && (value.IsZero() || blank) {
			missing = append(missing, f.Name)
		}
	}
	return missing
}
