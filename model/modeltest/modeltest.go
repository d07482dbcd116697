// Package modeltest builds valid projects for tests: every record has what it needs,
// and a test overrides what matters to it.
//
//	b := modeltest.New(t)
//	yard := b.Add(&model.Need{Title: "The yard is hot"})
//	garden := b.Add(&model.Activity{})
//	b.Link(yard, garden)
//	plan := b.Plan()
//
// Everything is drawn from a fixed seed and a fixed clock: the same calls give the
// same project, byte for byte.
package modeltest

import (
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
)

// Random gives a source of randomness that is the same for the same seed.
func Random(seed byte) io.Reader { return rand.NewChaCha8([32]byte{seed}) }

// Now is a clock that stands still on 28 August 2026.
func Now() time.Time { return time.Date(2026, 8, 28, 19, 42, 0, 0, time.UTC) }

// Source is an edit source without chance or clock.
func Source(seed byte) edit.Source { return edit.Source{Random: Random(seed), Now: Now} }

// Builder builds a project.
type Builder struct {
	t       testing.TB
	project *edit.Project
	made    int
}

// New begins a project with a name, a place and a group.
func New(t testing.TB) *Builder {
	t.Helper()
	project, err := edit.New(Source(1))
	if err != nil {
		t.Fatal(err)
	}
	b := &Builder{t: t, project: project}
	b.Change(func(p *model.Project) {
		p.Name, p.Place, p.Lead = "Open Door Days", "Fernhill", "Fernhill Wellbeing Circle"
	})
	return b
}

// Add adds a record. A required text that is empty is filled in.
func (b *Builder) Add(item model.Item) model.ID {
	b.t.Helper()
	return b.AddAll(item)[0]
}

// AddAll adds many records in one edit.
func (b *Builder) AddAll(items ...model.Item) []model.ID {
	b.t.Helper()
	for _, item := range items {
		b.fill(item)
	}
	var ids []model.ID
	err := b.project.Edit("edit.add", func(c *edit.Change) (err error) {
		ids, err = c.AddAll(items...)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return ids
}

func (b *Builder) fill(item model.Item) {
	for _, field := range model.Missing(item) {
		schema, _ := model.SchemaOf(item.Type())
		f, _ := schema.Field(field)
		text := fmt.Sprintf("%s %d", item.Type(), b.made+1)
		switch {
		case len(f.Values) > 0:
			text = f.Values[0]
		case f.Kind == model.KindReference:
			b.t.Fatalf("a %s needs a %s", item.Type(), field)
		}
		if err := model.SetText(item, field, text); err != nil {
			b.t.Fatal(err)
		}
	}
	b.made++
}

// Link links records from left to right, each to the next, strongly.
func (b *Builder) Link(path ...model.ID) {
	b.t.Helper()
	for i := 1; i < len(path); i++ {
		b.Add(&model.Link{From: path[i-1], To: path[i], Strength: model.Strong})
	}
}

// Change changes the project record.
func (b *Builder) Change(change func(*model.Project)) {
	b.t.Helper()
	err := b.project.Edit("edit.change.project", func(c *edit.Change) error {
		p := model.Clone(c.Plan().Project)
		change(p)
		return c.Put(p)
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// Project gives the open project.
func (b *Builder) Project() *edit.Project { return b.project }

// Plan gives the typed view.
func (b *Builder) Plan() *model.Plan { return b.project.Plan() }

// Document gives the generic view.
func (b *Builder) Document() *model.Document { return b.project.Document() }

// Facts lists what a plan says, record by record: equal maps are equal plans.
func Facts(plan *model.Plan) map[model.ID]map[string]model.Value {
	all := map[model.ID]map[string]model.Value{}
	for _, t := range model.Types() {
		for _, item := range plan.List(t) {
			open, private := model.Facts(item)
			for field, value := range private {
				open[field] = value
			}
			all[item.Head().ID] = open
		}
	}
	return all
}

// Same fails the test unless two plans say the same.
func Same(t testing.TB, what string, got, want map[model.ID]map[string]model.Value) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %v\nwant %v", what, got, want)
	}
}

// MadeUp gives a project with about n records for benchmarks: a fifth are cards on the
// map, two links a card, the rest evidence, costs and indicators.
func MadeUp(t testing.TB, n int) *Builder {
	t.Helper()
	b := New(t)
	chance := rand.New(rand.NewChaCha8([32]byte{7}))
	columns := make([][]model.ID, 5)
	make5 := []func(i int) model.Item{
		func(i int) model.Item {
			return &model.Need{Title: fmt.Sprintf("Need %d: people have no place to meet after work", i)}
		},
		func(i int) model.Item {
			return &model.Activity{Title: fmt.Sprintf("Activity %d: open house with a shared table", i), Months: "1-12"}
		},
		func(i int) model.Item {
			return &model.Outcome{Level: model.Service, Title: fmt.Sprintf("“I know people I can turn to” %d", i)}
		},
		func(i int) model.Item {
			return &model.Outcome{Level: model.Community, Title: fmt.Sprintf("Friendlier streets %d", i)}
		},
		func(i int) model.Item {
			return &model.Goal{Title: fmt.Sprintf("Goal %d", i), Objective: model.Objectives[i%3]}
		},
	}
	for i := range max(5, n/5) {
		columns[i%5] = append(columns[i%5], b.id())
	}
	var items []model.Item
	for column, ids := range columns {
		for i, id := range ids {
			item := make5[column](i + 1)
			item.Head().ID = id
			items = append(items, item)
		}
	}
	links := map[[2]model.ID]bool{}
	strengths := [2]model.Strength{model.Strong, model.Some}
	for column := range 4 {
		for _, from := range columns[column] {
			for range 2 {
				to := columns[column+1][chance.IntN(len(columns[column+1]))]
				if pair := [2]model.ID{from, to}; !links[pair] {
					links[pair] = true
					items = append(items, &model.Link{From: from, To: to, Strength: strengths[len(items)%2]})
				}
			}
		}
	}
	for i := 0; len(items) < n; i++ {
		items = append(items, around(chance, columns, i))
	}
	b.AddAll(items...)
	return b
}

// around gives the i-th record that belongs to a card: evidence, a cost or an indicator.
func around(chance *rand.Rand, columns [][]model.ID, i int) model.Item {
	switch i % 3 {
	case 0:
		return &model.Evidence{About: []model.ID{pick(chance, columns[0])}, Kind: model.Survey,
			Says: fmt.Sprintf("%d of 64 people asked said so", i%64), Source: "Members’ survey", Date: model.Date{Year: 2026, Month: 3}}
	case 1:
		return &model.Cost{Activities: []model.ID{pick(chance, columns[1])}, Kind: model.Direct, Year: 1,
			Line: fmt.Sprintf("Hall hire %d", i), Quantity: "138", Rate: 4500}
	default:
		return &model.Indicator{Outcome: pick(chance, columns[2]), Title: fmt.Sprintf("Sign %d", i), Baseline: "0", Target: "12", By: "month 12"}
	}
}

func pick(chance *rand.Rand, ids []model.ID) model.ID { return ids[chance.IntN(len(ids))] }

func (b *Builder) id() model.ID {
	b.made++
	return model.ID(fmt.Sprintf("made%012d", b.made))
}
