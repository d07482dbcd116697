// Package example turns the readable data of the three examples into projects, and
// gives the projects that are shipped.
//
// An example is written down in resources/examples/<name>.json: for each record type a
// list of records, each field a text as a person would type it ("£19,200", "March
// 2026", "10 × 12"). A record that others refer to has a short "id" of its own, such as
// "N1" or "hall", which stands for it wherever a field wants a record:
//
//	"need": [{"id": "N1", "title": "Day centre closed two days a week"}],
//	"link": [{"from": "N1", "to": "A1", "strength": "strong"}]
//
// [Read] makes records of that, [Build] a project; both give the same for the same
// text, to the last id. The project files beside the data are what Build gives,
// written by resources/examples/generate.go; [Open] reads one of them.
package example

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
)

// Names lists the examples, the simplest first.
func Names() []string { return []string{"open-door-days", "our-streets", "good-plates"} }

// written is readable data: for each record type its records, each a map from field to
// text.
type written map[model.Type][]map[string]string

// own is the key under which a record says how others refer to it.
const own = "id"

// Read makes the records of an example: the project first, then type by type in the
// order of the plan. Ids are drawn from the name, so the same text gives the same ids.
// What is no field, no record or no value is refused; the error says where.
func Read(name string, readable []byte) ([]model.Item, error) {
	var all written
	if err := json.Unmarshal(readable, &all); err != nil {
		return nil, fmt.Errorf("reading example %s: %w", name, err)
	}
	for _, t := range slices.Sorted(maps.Keys(all)) {
		if _, known := model.SchemaOf(t); !known {
			return nil, fmt.Errorf("reading example %s: %q is no type of record", name, t)
		}
	}
	if len(all[model.TypeProject]) != 1 {
		return nil, fmt.Errorf("reading example %s: it needs one project, not %d", name, len(all[model.TypeProject]))
	}
	r := reader{all: all, ids: map[string]model.ID{}, random: chance(name, "ids")}
	items, err := r.read()
	if err != nil {
		return nil, fmt.Errorf("reading example %s: %w", name, err)
	}
	return items, nil
}

// reader reads one example.
type reader struct {
	all    written
	ids    map[string]model.ID // by short reference
	random io.Reader
}

func (r *reader) read() ([]model.Item, error) {
	var items []model.Item
	for _, t := range model.Types() { // every id first: a record may name a later one
		for i, fields := range r.all[t] {
			item, err := r.begin(t, fields)
			if err != nil {
				return nil, fmt.Errorf("%s %d: %w", t, i+1, err)
			}
			items = append(items, item)
		}
	}
	at := 0
	for _, t := range model.Types() {
		for i, fields := range r.all[t] {
			if err := r.fill(items[at], fields); err != nil {
				return nil, fmt.Errorf("%s %d: %w", t, i+1, err)
			}
			at++
		}
	}
	return items, nil
}

// begin makes an empty record with its id.
func (r *reader) begin(t model.Type, fields map[string]string) (model.Item, error) {
	schema, _ := model.SchemaOf(t)
	item := schema.NewItem()
	switch t {
	case model.TypeProject:
		item.Head().ID = model.ProjectID
	case model.TypeAnswer:
		item.Head().ID = model.KeyedID(t, fields["question"], fields["side"])
	default:
		id, err := model.NewID(r.random)
		if err != nil {
			return nil, err
		}
		item.Head().ID = id
	}
	short, named := fields[own]
	if !named {
		return item, nil
	}
	if _, twice := r.ids[short]; twice {
		return nil, fmt.Errorf("%q is the id of another record too", short)
	}
	r.ids[short] = item.Head().ID
	return item, nil
}

func (r *reader) fill(item model.Item, fields map[string]string) error {
	schema, _ := model.SchemaOf(item.Type())
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if name == own {
			continue
		}
		field, known := schema.Field(name)
		if !known {
			return fmt.Errorf("a %s has no field %q", item.Type(), name)
		}
		text := fields[name]
		if field.Kind == model.KindReference || field.Kind == model.KindReferences {
			var err error
			if text, err = r.resolve(text); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		if err := model.SetText(item, name, text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// resolve puts ids in the place of short references.
func (r *reader) resolve(text string) (string, error) {
	refs := strings.Split(text, ", ")
	for i, ref := range refs {
		id, known := r.ids[ref]
		if !known {
			return "", fmt.Errorf("there is no record %q", ref)
		}
		refs[i] = string(id)
	}
	return strings.Join(refs, ", "), nil
}

// Build makes the project of an example. Nothing in it depends on chance or the clock.
func Build(name string, readable []byte) (*model.Document, error) {
	items, err := Read(name, readable)
	if err != nil {
		return nil, err
	}
	project, err := edit.New(edit.Source{Random: chance(name, "project"), Now: written28August})
	if err != nil {
		return nil, fmt.Errorf("building example %s: %w", name, err)
	}
	err = project.Edit("edit.begin", func(c *edit.Change) error {
		head := items[0].Head()
		head.Position = c.Plan().Project.Position
		if err := c.Put(items[0]); err != nil {
			return err
		}
		_, err := c.AddAll(items[1:]...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("building example %s: %w", name, err)
	}
	return project.Document(), nil
}

// written28August is when the examples say they were written.
func written28August() time.Time { return time.Date(2026, 8, 28, 19, 42, 0, 0, time.UTC) }

// chance gives a source of randomness that is always the same for a name and a use.
func chance(name, use string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(name + "/" + use)))
}
