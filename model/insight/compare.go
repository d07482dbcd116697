package insight

import "commonplan/model"

// Difference is a record that an earlier state of the plan had otherwise.
type Difference struct {
	Record model.ID
	Type   model.Type
	Was    model.Item // nil if it was added since
	Is     model.Item // nil if it is gone
	Fields []string   // what it said otherwise, by the names of the schema, if it is in both
}

// Compare tells in what the plan differs from an earlier state, in the order of the plan:
// what is gone and what changed by the earlier order, then what was added since.
func Compare(was, is *model.Plan) []Difference {
	var all []Difference
	for _, t := range model.Types() {
		for _, before := range was.List(t) {
			d := Difference{Record: before.Head().ID, Type: t, Was: before, Is: is.Item(before.Head().ID)}
			if d.Is != nil {
				d.Fields = differing(before, d.Is)
			}
			if d.Is == nil || len(d.Fields) > 0 {
				all = append(all, d)
			}
		}
		for _, after := range is.List(t) {
			if was.Item(after.Head().ID) == nil {
				all = append(all, Difference{Record: after.Head().ID, Type: t, Is: after})
			}
		}
	}
	return all
}

func differing(was, is model.Item) []string {
	schema, _ := model.SchemaOf(was.Type())
	var fields []string
	for _, f := range schema.Fields {
		if f.Name != model.FieldPosition && model.Text(was, f.Name) != model.Text(is, f.Name) {
			fields = append(fields, f.Name)
		}
	}
	return fields
}
