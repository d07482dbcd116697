package proposal

import (
	"strings"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

// Signs names characters that cannot be printed as they were written, each with the first
// record and field that holds it: "🙂 in N1 “The yard is hot 🙂” (The need, in one
// sentence)". Where none does, it is the character alone.
func Signs(plan *model.Plan, signs []string, w *words.Words) []string {
	named := make([]string, len(signs))
	for i, sign := range signs {
		named[i] = sign
		if item, field, found := holder(plan, sign); found {
			key := "form." + string(item.Type()) + "." + field
			if !w.Has(key) {
				key = "type." + string(item.Type())
			}
			named[i] = w.Say("proposal.sign", words.With{"Sign": sign, "Field": w.Say(key), "Name": insight.NameOf(w, plan, item.Head().ID)})
		}
	}
	return named
}

// holder finds the first record with a field that prints and holds a sign.
func holder(plan *model.Plan, sign string) (item model.Item, field string, found bool) {
	for _, kind := range model.Types() {
		items := plan.List(kind)
		if kind == model.TypeProject {
			items = []model.Item{plan.Project}
		}
		schema, _ := model.SchemaOf(kind)
		for _, item := range items {
			if private(item) || kind == model.TypeComment {
				continue
			}
			for _, f := range schema.Fields {
				if (f.Kind == model.KindText || f.Kind == model.KindLongText) && !f.Private && strings.Contains(model.Text(item, f.Name), sign) {
					return item, f.Name, true
				}
			}
		}
	}
	return nil, "", false
}
