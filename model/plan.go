package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Plan is the typed view of a project: all its records, each list in its order,
// without what lies in the bin. A Plan and its items are never changed; an edit
// makes a new one, see [Clone].
type Plan struct {
	Project       *Project
	Needs         []*Need
	Assets        []*Asset
	Evidence      []*Evidence
	Listening     []*Listening
	Activities    []*Activity
	Outcomes      []*Outcome // service outcomes first
	Goals         []*Goal
	Links         []*Link // only those that lead from left to right between what is there
	Indicators    []*Indicator
	Readings      []*Reading
	Qualities     []*Quality
	Partners      []*Partner
	Contributions []*Contribution
	Costs         []*Cost
	Funding       []*Funding
	Milestones    []*Milestone
	Risks         []*Risk
	Options       []*Option
	Statements    []*Statement
	Answers       []*Answer
	Reviews       []*Review
	Comments      []*Comment
	Pictures      []*Picture
	Sections      []*Section

	items  map[ID]Item
	lists  map[Type][]Item
	labels map[ID]string
	from   map[ID][]*Link
	to     map[ID][]*Link
	read   map[ID]reading
	bin    Bin
}

// reading remembers what an item was read from, so that the next plan can take it over.
type reading struct {
	record, companion *Record
	history           []Replaced
	item              Item
	mentions          []ID
}

func (r reading) same(other reading) bool {
	return r.record == other.record && r.companion == other.companion && len(r.history) == len(other.history) &&
		(len(r.history) == 0 || &r.history[0] == &other.history[0])
}

// ReadPlan gives the typed view of a document. Items of records that are the same as
// in an earlier plan (which may be nil) are taken over from it.
func ReadPlan(doc *Document, earlier *Plan) *Plan {
	p := &Plan{items: map[ID]Item{}, lists: map[Type][]Item{}, read: make(map[ID]reading, len(doc.Records))}
	removed := map[ID]bool{}
	for id, record := range doc.Records {
		if record.Type != TypePrivate && doc.wasRemoved(id) {
			removed[id] = true
		} else if record.Type != TypePrivate {
			p.readItem(doc, id, earlier)
		}
	}
	p.bin = doc.binOf(removed, func(yield func(ID, []ID) bool) {
		for id, read := range p.read {
			if !yield(id, read.mentions) {
				return
			}
		}
	})
	for _, id := range p.bin.Kept() {
		p.readItem(doc, id, earlier)
	}
	for _, list := range p.lists {
		slices.SortFunc(list, InOrder)
	}
	p.fillLists()
	p.fillLinks()
	p.fillLabels()
	return p
}

// readItem takes a record into the plan, if this version knows its type.
func (p *Plan) readItem(doc *Document, id ID, earlier *Plan) {
	record := doc.Records[id]
	now := reading{record: record, companion: doc.Records[PrivateID(id)], history: doc.History[id]}
	if earlier != nil {
		if before, ok := earlier.read[id]; ok && before.same(now) {
			now = before
		}
	}
	if now.item == nil {
		if now.item = ReadItem(record, now.companion, now.history); now.item == nil {
			return
		}
		now.mentions = record.mentions()
	}
	p.read[id] = now
	p.items[id] = now.item
	p.lists[record.Type] = append(p.lists[record.Type], now.item)
}

// Mentions lists the records that a record refers to; none if it is not in the plan.
func (p *Plan) Mentions(id ID) []ID { return p.read[id].mentions }

// Bin tells what lies in the bin.
func (p *Plan) Bin() Bin { return p.bin }

// InOrder compares two items of a list by their positions, then by their ids.
func InOrder(a, b Item) int {
	return cmp.Or(strings.Compare(string(a.Head().Position), string(b.Head().Position)),
		strings.Compare(string(a.Head().ID), string(b.Head().ID)))
}

func fill[T Item](p *Plan, t Type) []T {
	list := p.lists[t]
	typed := make([]T, 0, len(list))
	for _, item := range list {
		typed = append(typed, item.(T))
	}
	return typed
}

func (p *Plan) fillLists() {
	p.Project = &Project{Base: Base{ID: ProjectID}}
	if item, ok := p.items[ProjectID].(*Project); ok {
		p.Project = item
	}
	p.Needs = fill[*Need](p, TypeNeed)
	p.Assets = fill[*Asset](p, TypeAsset)
	p.Evidence = fill[*Evidence](p, TypeEvidence)
	p.Listening = fill[*Listening](p, TypeListening)
	p.Activities = fill[*Activity](p, TypeActivity)
	p.Outcomes = fill[*Outcome](p, TypeOutcome)
	slices.SortStableFunc(p.Outcomes, func(a, b *Outcome) int { return int(ColumnOf(a)) - int(ColumnOf(b)) })
	p.Goals = fill[*Goal](p, TypeGoal)
	p.Indicators = fill[*Indicator](p, TypeIndicator)
	p.Readings = fill[*Reading](p, TypeReading)
	p.Qualities = fill[*Quality](p, TypeQuality)
	p.Partners = fill[*Partner](p, TypePartner)
	p.Contributions = fill[*Contribution](p, TypeContribution)
	p.Costs = fill[*Cost](p, TypeCost)
	p.Funding = fill[*Funding](p, TypeFunding)
	p.Milestones = fill[*Milestone](p, TypeMilestone)
	p.Risks = fill[*Risk](p, TypeRisk)
	p.Options = fill[*Option](p, TypeOption)
	p.Statements = fill[*Statement](p, TypeStatement)
	p.Answers = fill[*Answer](p, TypeAnswer)
	p.Reviews = fill[*Review](p, TypeReview)
	p.Comments = fill[*Comment](p, TypeComment)
	p.Pictures = fill[*Picture](p, TypePicture)
	p.Sections = fill[*Section](p, TypeSection)
}

func (p *Plan) fillLinks() {
	p.from, p.to = map[ID][]*Link{}, map[ID][]*Link{}
	for _, link := range fill[*Link](p, TypeLink) {
		from, to := p.items[link.From], p.items[link.To]
		if from == nil || to == nil || ColumnOf(from) == NoColumn || ColumnOf(from) >= ColumnOf(to) {
			continue
		}
		p.Links = append(p.Links, link)
		p.from[link.From] = append(p.from[link.From], link)
		p.to[link.To] = append(p.to[link.To], link)
	}
	byEnd := func(end func(*Link) ID) func(a, b *Link) int {
		return func(a, b *Link) int {
			x, y := p.items[end(a)], p.items[end(b)]
			return cmp.Or(int(ColumnOf(x))-int(ColumnOf(y)), InOrder(x, y), InOrder(a, b))
		}
	}
	for _, links := range p.from {
		slices.SortFunc(links, byEnd(func(l *Link) ID { return l.To }))
	}
	for _, links := range p.to {
		slices.SortFunc(links, byEnd(func(l *Link) ID { return l.From }))
	}
}

func (p *Plan) fillLabels() {
	p.labels = map[ID]string{}
	label := func(letter string, items []Item) {
		for i, item := range items {
			p.labels[item.Head().ID] = letter + strconv.Itoa(i+1)
		}
	}
	var service, community []Item
	for _, outcome := range p.Outcomes {
		if outcome.Level == Community {
			community = append(community, outcome)
		} else {
			service = append(service, outcome)
		}
	}
	label("N", p.lists[TypeNeed])
	label("K", p.lists[TypeAsset])
	label("A", p.lists[TypeActivity])
	label("S", service)
	label("C", community)
	label("G", p.lists[TypeGoal])
	label("I", p.lists[TypeIndicator])
}

// Item finds a record by its id; nil if it is not there or lies in the bin.
func (p *Plan) Item(id ID) Item { return p.items[id] }

// List gives all records of a type in order.
func (p *Plan) List(t Type) []Item { return p.lists[t] }

// Label gives the number people call a record by, such as "N5" or "A3"; "" for types
// without numbers. It counts the place in the list.
func (p *Plan) Label(id ID) string { return p.labels[id] }

// Labelled finds a record by its label, in either case.
func (p *Plan) Labelled(label string) (ID, bool) {
	for id, l := range p.labels {
		if strings.EqualFold(l, label) {
			return id, true
		}
	}
	return "", false
}

// From lists the links that leave a record, in the order of where they lead.
func (p *Plan) From(id ID) []*Link { return p.from[id] }

// To lists the links that reach a record, in the order of where they come from.
func (p *Plan) To(id ID) []*Link { return p.to[id] }

// ServiceOutcomes lists the outcomes for those who take part.
func (p *Plan) ServiceOutcomes() []*Outcome {
	return slices.DeleteFunc(slices.Clone(p.Outcomes), func(o *Outcome) bool { return o.Level == Community })
}

// CommunityOutcomes lists the outcomes for the area.
func (p *Plan) CommunityOutcomes() []*Outcome {
	return slices.DeleteFunc(slices.Clone(p.Outcomes), func(o *Outcome) bool { return o.Level != Community })
}

// Column is a column of the map, from left to right.
type Column int

// The columns.
const (
	NoColumn Column = iota
	NeedColumn
	ActivityColumn
	ServiceColumn
	CommunityColumn
	GoalColumn
)

// ColumnOf tells in which column of the map a record stands. An outcome whose level is
// not said yet stands with the service outcomes.
func ColumnOf(item Item) Column {
	switch item := item.(type) {
	case *Need:
		return NeedColumn
	case *Activity:
		return ActivityColumn
	case *Outcome:
		if item.Level == Community {
			return CommunityColumn
		}
		return ServiceColumn
	case *Goal:
		return GoalColumn
	}
	return NoColumn
}

// Title gives the words a record is known by: its title, name or line.
func Title(item Item) string {
	for _, field := range []string{"title", "name", "line", "says", "source", "text", "role", "caption"} {
		if f, ok := schemaOf(item).Field(field); ok && (f.Kind == KindText || f.Kind == KindLongText) {
			return Text(item, field)
		}
	}
	return ""
}
