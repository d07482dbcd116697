package edit

import (
	"slices"

	"commonplan/model"
)

// Change is an edit under way. It is valid only inside the function given to Edit.
type Change struct {
	project *Project
	doc     *model.Document // the project's own until the first write
	plan    *model.Plan     // nil when it must be read again
	before  *model.Plan     // what the next plan can take over from
	n       uint64
	step    step
	at      map[place]int // where in the step a field was written
	touched []Touch
	root    model.ID          // the record being removed, while others go along with it
	going   map[model.ID]bool // and what has gone along so far
}

// place is a field of a record.
type place struct {
	record model.ID
	field  string
}

// Plan gives the plan as it stands within this change.
func (c *Change) Plan() *model.Plan {
	if c.plan == nil {
		c.plan = model.ReadPlan(c.doc, c.before)
	}
	return c.plan
}

// Add adds a record at the end of its list and gives its id. A fresh id is drawn
// unless the item has one.
func (c *Change) Add(item model.Item) (model.ID, error) {
	ids, err := c.AddAll(item)
	if err != nil {
		return "", err
	}
	return ids[0], nil
}

// AddAll adds many records at once: they may refer to each other by ids they have.
func (c *Change) AddAll(items ...model.Item) ([]model.ID, error) {
	last := map[model.Type]model.Position{}
	ids := make([]model.ID, len(items))
	added := make([]model.Item, len(items))
	for i, item := range items {
		item = model.Clone(item)
		if err := c.prepare(item, last); err != nil {
			return nil, err
		}
		ids[i], added[i] = item.Head().ID, item
	}
	for _, item := range added {
		c.writeItem(item, nil)
	}
	for _, item := range added {
		if err := c.Plan().Check(item, nil); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// prepare gives an item an id and a place at the end of its list, if it has none.
func (c *Change) prepare(item model.Item, last map[model.Type]model.Position) error {
	head := item.Head()
	if head.ID == "" {
		id, err := model.NewID(c.project.source.Random)
		if err != nil {
			return err
		}
		head.ID = id
	}
	if head.Position != "" {
		return nil
	}
	t := item.Type()
	if _, known := last[t]; !known {
		if list := c.Plan().List(t); len(list) > 0 {
			last[t] = list[len(list)-1].Head().Position
		}
	}
	position, err := model.Between(last[t], "", c.project.source.Random)
	if err != nil {
		return err
	}
	head.Position, last[t] = position, position
	return nil
}

// Put writes the fields in which an item differs from what the plan holds.
func (c *Change) Put(item model.Item) error {
	before := c.Plan().Item(item.Head().ID)
	if before == nil {
		return model.NewProblem("problem.record", "Text", string(item.Head().ID))
	}
	if err := c.Plan().Check(item, before); err != nil {
		return err
	}
	c.writeItem(item, before)
	return nil
}

// Move gives a record its place after another of its list; "" puts it first.
func (c *Change) Move(id, after model.ID) error {
	item := c.Plan().Item(id)
	if item == nil {
		return model.NewProblem("problem.record", "Text", string(id))
	}
	list := slices.DeleteFunc(slices.Clone(c.Plan().List(item.Type())), func(i model.Item) bool { return i.Head().ID == id })
	at := slices.IndexFunc(list, func(i model.Item) bool { return i.Head().ID == after }) + 1
	if at == 0 && after != "" {
		return model.NewProblem("problem.record", "Text", string(after))
	}
	var low, high model.Position
	if at > 0 {
		low = list[at-1].Head().Position
	}
	if at < len(list) {
		high = list[at].Head().Position
	}
	if high != "" && high <= low { // two copies gave two records one place: make room
		return c.space(slices.Insert(list, at, item))
	}
	return c.put(item, low, high)
}

func (c *Change) put(item model.Item, low, high model.Position) error {
	position, err := model.Between(low, high, c.project.source.Random)
	if err != nil {
		return err
	}
	moved := model.Clone(item)
	moved.Head().Position = position
	c.writeItem(moved, item)
	return nil
}

// space gives every record of a list a new place in the given order.
func (c *Change) space(list []model.Item) error {
	var last model.Position
	for _, item := range list {
		if err := c.put(item, last, ""); err != nil {
			return err
		}
		last = c.Plan().Item(item.Head().ID).Head().Position
	}
	return nil
}

// Remove puts a record into the bin, and with it what belongs to it alone.
func (c *Change) Remove(id model.ID) error {
	item := c.Plan().Item(id)
	if item == nil || id == model.ProjectID {
		return model.NewProblem("problem.record", "Text", string(id))
	}
	plan := c.Plan()
	if c.root == "" {
		c.root, c.going = id, map[model.ID]bool{}
		defer func() { c.root = "" }()
	}
	c.going[id] = true
	c.bin(id, item.Type())
	for _, t := range model.Types() {
		for _, other := range plan.List(t) {
			if err := c.release(other, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// bin puts a record into the bin, and its companion: both say what was seen of them.
func (c *Change) bin(id model.ID, t model.Type) {
	var with model.ID
	if id != c.root {
		with = c.root
	}
	c.write(id, t, model.FieldDeleted, model.Deletion(nil, with))
	if companion := model.PrivateID(id); c.doc.Records[companion] != nil {
		c.write(companion, model.TypePrivate, model.FieldDeleted, model.Deletion(nil, c.root))
	}
}

// Restore takes a record out of the bin, or settles for it if one copy removed it while
// another changed it; and with it what went into the bin along with it.
func (c *Change) Restore(id model.ID) error {
	record := c.doc.Records[id]
	if record == nil || record.Type == model.TypePrivate {
		return model.NewProblem("problem.record", "Text", string(id))
	}
	c.lift(id)
	for other, record := range c.doc.Records {
		if record.DeletedWith() == id && record.Type != model.TypePrivate {
			c.lift(other)
		}
	}
	return nil
}

func (c *Change) lift(id model.ID) {
	for _, one := range []model.ID{id, model.PrivateID(id)} {
		if record := c.doc.Records[one]; record != nil {
			c.write(one, record.Type, model.FieldDeleted, model.None)
		}
	}
}

// release takes a removed record's id out of another record, or removes that too if it
// belonged to the removed one.
func (c *Change) release(item model.Item, gone model.ID) error {
	schema, _ := model.SchemaOf(item.Type())
	var freed model.Item
	for _, f := range schema.Fields {
		if f.Kind != model.KindReference && f.Kind != model.KindReferences {
			continue
		}
		rest, found := without(model.Text(item, f.Name), gone)
		if !found {
			continue
		}
		if c.going[item.Head().ID] || c.Plan().Item(item.Head().ID) == nil {
			return nil // it went along with another record already
		}
		if f.Owner && rest == "" {
			return c.Remove(item.Head().ID)
		}
		if freed == nil {
			freed = model.Clone(c.Plan().Item(item.Head().ID))
		}
		if err := model.SetText(freed, f.Name, rest); err != nil {
			return err
		}
	}
	if freed != nil {
		c.writeItem(freed, c.Plan().Item(item.Head().ID))
	}
	return nil
}

// AddPart puts a picture, or another part of the file, into the document under its name.
// Undo leaves it there: it takes back the records that speak of it, and redo needs it
// again.
func (c *Change) AddPart(name string, data []byte) {
	c.own()
	if c.doc.Parts == nil {
		c.doc.Parts = map[string][]byte{}
	}
	c.doc.Parts[name] = data
}
