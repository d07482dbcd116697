package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"commonplan/model"
)

// JSON gives a plan as {"records":[{"id","type",field: value …}]}, one record a line,
// type by type in the order of the plan. Money is whole pence, dates are text as they
// are stored ("2026-03"), sets are sorted lists, references are ids, and sums by year an
// object from year to pence. A field that holds nothing is left out.
func JSON(plan *model.Plan) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("{\"records\":[")
	before := "\n"
	for _, t := range model.Types() {
		for _, item := range plan.List(t) {
			out.WriteString(before)
			before = ",\n"
			if err := writeRecord(&out, item); err != nil {
				return nil, fmt.Errorf("exporting the %s %s: %w", t, item.Head().ID, err)
			}
		}
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), nil
}

func writeRecord(out *bytes.Buffer, item model.Item) error {
	schema, _ := model.SchemaOf(item.Type())
	open, private := model.Facts(item)
	fmt.Fprintf(out, "{\"id\":%s,\"type\":%s", model.TextValue(string(item.Head().ID)), model.TextValue(string(item.Type())))
	for i := range schema.Fields {
		field := &schema.Fields[i]
		facts := open
		if field.Private {
			facts = private
		}
		value, err := valueOf(field, facts)
		if err != nil {
			return fmt.Errorf("%s: %w", field.Name, err)
		}
		if len(value) > 0 && !model.IsPlace(field.Name) { // the order of the list says the place
			fmt.Fprintf(out, ",%s:%s", model.TextValue(field.Name), value)
		}
	}
	out.WriteString("}")
	return nil
}

// valueOf gives a field's value as JSON, nothing if it holds none.
func valueOf(field *model.Field, facts map[string]model.Value) ([]byte, error) {
	switch field.Kind {
	case model.KindChoices, model.KindReferences, model.KindTags:
		members := []string{}
		for name := range facts {
			if member, ok := strings.CutPrefix(name, field.Name+"/"); ok {
				members = append(members, member)
			}
		}
		if len(members) == 0 {
			return nil, nil
		}
		slices.Sort(members)
		return json.Marshal(members)
	case model.KindAmounts:
		years := map[string]json.RawMessage{}
		for name, value := range facts {
			if year, ok := strings.CutPrefix(name, field.Name+"/"); ok {
				years[year] = json.RawMessage(value)
			}
		}
		if len(years) == 0 {
			return nil, nil
		}
		return json.Marshal(years)
	}
	return []byte(facts[field.Name]), nil
}
