package edit

import (
	"fmt"
	"io"
	"maps"
	"time"

	"commonplan/model"
)

// Source is what an open project needs from the world around it.
type Source struct {
	Random io.Reader        // for ids and sessions
	Now    func() time.Time // for the date at which a session began
	Who    string           // the name to remember with changes; may be empty
}

// Project is an open project.
type Project struct {
	source   Source
	session  model.Session
	n        uint64 // stamps given in this session
	doc      *model.Document
	saved    *model.Document
	plan     *model.Plan
	done     []step
	undone   []step
	watchers map[int]func(Event)
	next     int // key of the next watcher
}

// step is one thing to undo: what it is called and what it wrote.
type step struct {
	name    string
	burst   string          // what a further edit must have to join this step; "" is closed
	merge   *model.Document // what bringing in a copy led to; nil for other steps
	wrote   []write
	brought map[model.ID]bool    // records that were not there before
	fresh   map[model.Stamp]bool // stamps of this step, while it is open
}

// write is one field changed, in values before and after: none, one, or several that
// wait to be settled.
type write struct {
	record        model.ID
	kind          model.Type
	field         string
	before, after []model.Value
}

// How says what brought a change about.
type How uint8

// The ways in which a project changes.
const (
	Edited How = iota
	Undone
	Redone
	Merged
)

// Event tells what changed: which fields of which records, by an edit of which name.
type Event struct {
	Name    string // a key of the words
	How     How
	Touched []Touch
}

// Touch is one changed field. Field "deleted" stands for coming and going.
type Touch struct {
	Record model.ID
	Type   model.Type
	Field  string
}

// Concerns tells whether the event changed a record of one of the types.
func (e Event) Concerns(types ...model.Type) bool {
	for _, touch := range e.Touched {
		for _, t := range types {
			if touch.Type == t {
				return true
			}
		}
	}
	return false
}

// New begins a project: empty but for its project record.
func New(source Source) (*Project, error) {
	id, err := model.NewID(source.Random)
	if err != nil {
		return nil, err
	}
	p, err := Open(&model.Document{ID: id, Format: model.Format, Records: map[model.ID]*model.Record{}}, source)
	if err != nil {
		return nil, err
	}
	p.saved = p.doc
	return p, nil
}

// Open opens a document in a fresh session. One that lost its project record, as a
// damaged file may, is given an empty one: every project has it.
func Open(doc *model.Document, source Source) (*Project, error) {
	session, err := model.NewSession(source.Random)
	if err != nil {
		return nil, err
	}
	p := &Project{
		source: source, session: session, doc: doc, saved: doc, plan: model.ReadPlan(doc, nil),
		watchers: map[int]func(Event){},
	}
	if p.plan.Item(model.ProjectID) == nil {
		err = p.addProject()
	}
	return p, err
}

// addProject adds the project's own record. It cannot be undone into nothing.
func (p *Project) addProject() error {
	err := p.Edit("edit.begin", func(c *Change) error {
		_, err := c.Add(&model.Project{Base: model.Base{ID: model.ProjectID}, Months: 12, Sides: 4})
		return err
	})
	p.done = nil
	return err
}

// OpenAsNew opens a document as a project of its own, with a fresh id: a plan that
// began as an example is no copy of the example.
func OpenAsNew(doc *model.Document, source Source) (*Project, error) {
	id, err := model.NewID(source.Random)
	if err != nil {
		return nil, err
	}
	doc = doc.Clone()
	doc.ID = id
	return Open(doc, source)
}

// Document gives the current state in its generic form.
func (p *Project) Document() *model.Document { return p.doc }

// Plan gives the current state in its typed form.
func (p *Project) Plan() *model.Plan { return p.plan }

// Changed tells whether there is anything that was not saved.
func (p *Project) Changed() bool { return p.doc != p.saved }

// Saved says that a document, taken from this project, is safely on disk.
func (p *Project) Saved(doc *model.Document) {
	p.saved = doc
	p.EndBurst()
}

// Unsaved says that nothing of this project is on a disk, although nobody has changed it.
func (p *Project) Unsaved() { p.saved = nil }

// Watch has a function called after each change. It gives a function that ends it.
func (p *Project) Watch(tell func(Event)) (end func()) {
	key := p.next
	p.next++
	p.watchers[key] = tell
	return func() { delete(p.watchers, key) }
}

// Edit makes one named change, one step of undo. If the function gives an error,
// nothing has changed. An edit that writes what is there already is no step.
func (p *Project) Edit(name string, change func(*Change) error) error {
	p.EndBurst()
	return p.edit(step{name: name}, change)
}

// EditBurst makes a change that joins the last step if that has the same key, such as
// the next letter typed into the same field. A burst ends with the next edit of
// another key, with undo, on saving, and with [Project.EndBurst].
func (p *Project) EditBurst(key, name string, change func(*Change) error) error {
	if last := len(p.done) - 1; last >= 0 && p.done[last].burst == key && key != "" {
		joined := p.done[last]
		p.done = p.done[:last]
		err := p.edit(joined, change)
		if err != nil {
			p.done = append(p.done, joined)
		}
		return err
	}
	p.EndBurst()
	return p.edit(step{name: name, burst: key}, change)
}

// EndBurst closes the last step, so that further typing begins a new one.
func (p *Project) EndBurst() {
	if last := len(p.done) - 1; last >= 0 {
		p.done[last].burst, p.done[last].fresh = "", nil
	}
}

func (p *Project) edit(s step, change func(*Change) error) error {
	c := p.begin(s)
	if err := change(c); err != nil {
		return err
	}
	if len(c.step.wrote) > 0 {
		p.done = append(p.done, c.step)
	}
	if len(c.touched) > 0 {
		p.undone = nil
		p.take(c, Edited)
	}
	return nil
}

func (p *Project) begin(s step) *Change {
	s.wrote = append([]write(nil), s.wrote...)
	brought := map[model.ID]bool{}
	maps.Copy(brought, s.brought)
	s.brought = brought
	fresh := map[model.Stamp]bool{}
	for stamp := range s.fresh {
		fresh[stamp] = true
	}
	s.fresh = fresh
	c := &Change{project: p, doc: p.doc, plan: p.plan, n: p.n, step: s, at: map[place]int{}}
	for i, w := range s.wrote {
		c.at[place{w.record, w.field}] = i
	}
	return c
}

// take makes a change the current state and tells the watchers.
func (p *Project) take(c *Change, how How) {
	p.n = c.n
	p.plan = c.Plan()
	p.doc = c.doc
	event := Event{Name: c.step.name, How: how, Touched: c.touched}
	for key := range p.next {
		if tell, ok := p.watchers[key]; ok {
			tell(event)
		}
	}
}

// CanUndo gives the name of the step that Undo would take back.
func (p *Project) CanUndo() (name string, ok bool) { return nameOfLast(p.done) }

// CanRedo gives the name of the step that Redo would bring back.
func (p *Project) CanRedo() (name string, ok bool) { return nameOfLast(p.undone) }

func nameOfLast(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].name, true
}

// Undo takes the last step back; false if there is none.
func (p *Project) Undo() bool {
	return p.replay(&p.done, &p.undone, Undone, func(w write) []model.Value { return w.before })
}

// Redo brings the last undone step back; false if there is none.
func (p *Project) Redo() bool {
	return p.replay(&p.undone, &p.done, Redone, func(w write) []model.Value { return w.after })
}

func (p *Project) replay(from, onto *[]step, how How, values func(write) []model.Value) bool {
	p.EndBurst()
	last := len(*from) - 1
	if last < 0 {
		return false
	}
	s := (*from)[last]
	*from = (*from)[:last]
	c := p.begin(step{name: s.name})
	for _, w := range inOrder(s.wrote, values) {
		if how == Undone && w.field != model.FieldDeleted && s.brought[w.record] {
			continue // it goes into the bin with its fields as they are
		}
		c.writeAll(w.record, w.kind, w.field, values(w))
	}
	*onto = append(*onto, s)
	p.take(c, how)
	return true
}

// SetText changes one field by its text, as the command line does. The record may be
// named by its id or by the number people call it by ("N5").
func (p *Project) SetText(record, field, text string) error {
	item := p.plan.Item(model.ID(record))
	if item == nil {
		id, ok := p.plan.Labelled(record)
		if !ok {
			return model.NewProblem("problem.record", "Text", record)
		}
		item = p.plan.Item(id)
	}
	return p.Edit(fmt.Sprintf("edit.change.%s", item.Type()), func(c *Change) error {
		item := model.Clone(item)
		if err := model.SetText(item, field, text); err != nil {
			return err
		}
		return c.Put(item)
	})
}

// ForgetSteps makes the present state the one that undo goes back to.
func (p *Project) ForgetSteps() { p.done, p.undone = nil, nil }
