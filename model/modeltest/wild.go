package modeltest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/framework"
)

// wildWords are what people write, paste and leave out.
var wildWords = []string{
	"", "", "The yard is hot, paved and tipped on", "Tŷ Agored Penŵyn: mae’r ŷd yn tyfu", "Zażółć gęślą jaźń w Łodzi", "Щедра громада; Добро место",
	"Καλημέρα σε όλους", "“I know people”, she said – ‘and they know me’", `"straight" & <b>markup</b> \ (brackets) % #`, "🏡 Open house 🎉👩‍🌾", "41% (26 of 64)", "−3.5 m²",
	"https://example.org/ä b?q=1&x=(2)#top and http://[::1]:99999/ and mailto:a@b", strings.Repeat("Llanfairpwllgwyngyll", 25), "two\nlines\n\n and\ta third", "\u202eturned\u202c",
	"漢字 and ★ and ℌ", "e\u0301cole cafe\u0301", "0", "12k", "a/b/c-d–e", strings.Repeat("One of many sentences about what we heard and what came of it. ", 14), "N1, A2; S3 → C4 ✓", ".", " ",
}

// Wild gives a project with up to so many records of each type, their fields filled by
// chance: with words of any script and length, or not at all, with dates that lack a day
// or lie anywhere, with links, costs and answers as they come.
func Wild(t testing.TB, chance *rand.Rand, most int) *Builder {
	t.Helper()
	b := New(t)
	w := &wild{chance: chance, ids: map[model.Type][]model.ID{}}
	b.Change(func(p *model.Project) { w.fill(p) })
	for _, kind := range model.Types() {
		if kind == model.TypeProject {
			continue
		}
		schema, _ := model.SchemaOf(kind)
		for range chance.IntN(most + 1) {
			item := schema.NewItem()
			w.key(item)
			w.fill(item)
			// What may not be so, such as a link from right to left, is left out.
			_ = b.project.Edit("edit.add", func(c *edit.Change) error {
				ids, err := c.AddAll(item)
				if err == nil {
					w.ids[kind] = append(w.ids[kind], ids...)
				}
				return err
			})
		}
	}
	return b
}

// wild fills records by chance.
type wild struct {
	chance *rand.Rand
	ids    map[model.Type][]model.ID
}

// key names the records of which there is one for its keys.
func (w *wild) key(item model.Item) {
	switch r := item.(type) {
	case *model.Answer:
		questions := framework.Checklist().Questions
		r.Question, r.Side = questions[w.chance.IntN(len(questions))].ID, []model.Side{model.Citizens, model.CouncilSide}[w.chance.IntN(2)]
		r.ID = model.KeyedID(model.TypeAnswer, r.Question, string(r.Side))
	case *model.Section:
		r.Paper = []string{"council", "full", "summary", "officer", "progress", "map"}[w.chance.IntN(6)]
		r.Key = []string{"summary", "need", "outcomes", "costs", "risks", "annex-costs", "signs", "context", "words"}[w.chance.IntN(9)]
		r.ID = model.KeyedID(model.TypeSection, r.Paper, r.Key)
	}
}

func (w *wild) fill(item model.Item) {
	schema, _ := model.SchemaOf(item.Type())
	for _, f := range schema.Fields {
		switch {
		case item.Type() == model.TypeAnswer && (f.Name == "question" || f.Name == "side"), item.Type() == model.TypeSection && (f.Name == "paper" || f.Name == "key"):
			continue
		case !f.Required && f.Kind != model.KindReferences && w.chance.IntN(5) == 0:
			continue // not said
		}
		_ = model.SetText(item, f.Name, w.text(&f)) // what a field does not take stays out
	}
}

func (w *wild) text(f *model.Field) string {
	n := w.chance.IntN
	switch f.Kind {
	case model.KindText, model.KindLongText:
		return wildWords[n(len(wildWords))]
	case model.KindWhole:
		return fmt.Sprint(f.Min + n(max(1, min(f.Max, 100_000)-f.Min+1)))
	case model.KindYesNo:
		return []string{"yes", "no"}[n(2)]
	case model.KindMoney:
		return fmt.Sprintf("%d.%02d", n(90_000), n(2)*n(100))
	case model.KindDecimal, model.KindQuantity:
		return []string{"1", "0.6", "46", "138", "12 x 40", "1.3"}[n(6)]
	case model.KindDate:
		return []string{"2026", "2026-03", "2026-11-15", "2031-12-31", "1999-01"}[n(5)]
	case model.KindMonths:
		return []string{"1-12", "3", "1-3, 7-9", "24-60", "2, 4, 6, 8, 10, 12"}[n(5)]
	case model.KindChoice, model.KindChoices:
		if len(f.Values) > 0 {
			return f.Values[n(len(f.Values))]
		}
	case model.KindReference, model.KindReferences:
		return w.reference(f)
	case model.KindAmounts:
		return fmt.Sprintf("%d", n(60_000))
	}
	return ""
}

// reference names a record that a field may refer to; of several, up to three.
func (w *wild) reference(f *model.Field) string {
	var all []model.ID
	for _, kind := range model.Types() {
		for _, ref := range f.Refs {
			if ref == kind || ref == "*" {
				all = append(all, w.ids[kind]...)
			}
		}
	}
	if len(all) == 0 {
		return ""
	}
	most := 1
	if f.Kind == model.KindReferences {
		most = 3
	}
	var some []string
	for range w.chance.IntN(most) + 1 {
		some = append(some, string(all[w.chance.IntN(len(all))]))
	}
	return strings.Join(some, ", ")
}
