package merge_test

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/example"
	"commonplan/model/merge"
	"commonplan/model/modeltest"
)

// volunteers are what four people do in the copies they took home; they get in each
// other's way as much as they can.
func volunteers(plan *model.Plan) [4][]func(*edit.Change) error {
	need, other := plan.Needs[0].ID, plan.Needs[1].ID
	activity, cost := plan.Activities[0].ID, plan.Costs[0].ID
	add := func(items ...model.Item) func(*edit.Change) error {
		return func(c *edit.Change) error {
			_, err := c.AddAll(items...)
			return err
		}
	}
	remove := func(id model.ID) func(*edit.Change) error {
		return func(c *edit.Change) error { return c.Remove(id) }
	}
	return [4][]func(*edit.Change) error{
		{
			put(need, func(n *model.Need) { n.Title = "Anna’s title"; n.Detail = "At first. " + n.Detail }),
			put(activity, func(a *model.Activity) { a.Ways = []model.Way{model.Give}; a.Lead = "Anna" }),
			add(&model.Partner{Name: "The library", Contact: "0123"}),
		}, {
			put(need, func(n *model.Need) { n.Title = "Ben’s title"; n.Detail += " In the end." }),
			remove(other),
			func(c *edit.Change) error { return c.Move(plan.Needs[2].ID, "") },
		}, {
			put(other, func(n *model.Need) { n.Who = "Carys’s people" }),
			remove(need),
			add(&model.Link{From: other, To: plan.Goals[0].ID, Why: "because"}),
			put(cost, func(c *model.Cost) { c.Rate += 100 }),
		}, {
			put(activity, func(a *model.Activity) { a.Ways = []model.Way{model.Connect, model.Give}; a.Lead = "Dai" }),
			put(cost, func(c *model.Cost) { c.Rate += 200 }),
			remove(plan.Activities[1].ID),
			add(&model.Comment{On: need, Text: "Dai says", Private: true}),
		},
	}
}

func TestFiveVolunteersMergeTheirDayInEveryOrderIntoOneFile(t *testing.T) {
	doc, err := example.Open("open-door-days")
	if err != nil {
		t.Fatal(err)
	}
	home := copyOf(t, doc, 9, put(model.ProjectID, func(p *model.Project) { p.Ask = "Please say yes." }))
	var copies [4]*model.Document
	for i, changes := range volunteers(model.ReadPlan(doc, nil)) {
		copies[i] = copyOf(t, doc, byte(20+i), changes...)
	}

	var first []byte
	files := 0
	for order := range permutations(4) {
		joined := home
		for _, i := range order {
			joined = join(t, joined, copies[i])
		}
		data := bytesOf(t, joined)
		if files++; files == 1 {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("in the order %v the file is another one", order)
		}
	}

	if files != 24 {
		t.Errorf("%d orders were tried", files)
	}
	all := join(t, home, copies[0], copies[1], copies[2], copies[3])
	var open []string
	for _, c := range merge.Unsettled(all) {
		open = append(open, fmt.Sprintf("%s %s %d", c.Type, c.Field, len(c.Versions)))
	}
	slices.Sort(open)
	// Two removals against changes, a title, who leads an activity, the rate of a cost.
	want := []string{"activity lead 2", "cost rate 2", "need  0", "need  0", "need title 2"}
	if !slices.Equal(open, want) {
		t.Errorf("to settle: %q, want %q", open, want)
	}
	need := model.ReadPlan(all, nil).Needs
	if n := len(need); n != len(model.ReadPlan(doc, nil).Needs) {
		t.Errorf("%d needs: a disputed one stays until somebody chooses", n)
	}
}

// permutations gives every order of n things.
func permutations(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		var from func(order []int) bool
		from = func(order []int) bool {
			if len(order) == n {
				return yield(order)
			}
			for i := range n {
				if !slices.Contains(order, i) && !from(append(slices.Clone(order), i)) {
					return false
				}
			}
			return true
		}
		from(nil)
	}
}

// madeUp gives two copies of a project of about n records, read from their files, in
// which a tenth of the needs was changed on either side, each in its own way.
func madeUp(b *testing.B, n int) (ours, theirs *model.Document) {
	b.Helper()
	doc := modeltest.MadeUp(b, n).Document()
	plan := model.ReadPlan(doc, nil)
	change := func(seed byte, word string) *model.Document {
		return copyOf(b, copyOf(b, doc, seed, func(c *edit.Change) error {
			for i, need := range plan.Needs {
				if i%10 != 0 {
					continue
				}
				next := model.Clone(need)
				next.Title, next.Who = word+need.Title, word
				if err := c.Put(next); err != nil {
					return err
				}
			}
			_, err := c.Add(&model.Need{Title: word})
			return err
		}), seed)
	}
	return change(2, "paved "), change(3, "hot ")
}

func benchmarkMerge(b *testing.B, n int) {
	ours, theirs := madeUp(b, n)
	b.ReportAllocs()
	for b.Loop() {
		joined, err := merge.Join(ours, theirs)
		if err != nil {
			b.Fatal(err)
		}
		if r := merge.Explain(ours, theirs, joined); r.NothingNew() || len(merge.Unsettled(joined)) == 0 {
			b.Fatal("there is nothing to tell")
		}
	}
}

func BenchmarkMergeAndReport1000Records(b *testing.B) { benchmarkMerge(b, 1000) }

func BenchmarkMergeAndReport10000Records(b *testing.B) { benchmarkMerge(b, 10_000) }

// BenchmarkUnsettledWhileTyping is what a letter costs while something waits to be
// settled in a plan of 10,000 records: whether anything else is to be settled now.
func BenchmarkUnsettledWhileTyping(b *testing.B) {
	ours, theirs := madeUp(b, 10_000)
	joined, err := merge.Join(ours, theirs)
	if err != nil {
		b.Fatal(err)
	}
	project, err := edit.Open(joined, modeltest.Source(7))
	if err != nil {
		b.Fatal(err)
	}
	var follower merge.Follower
	open := len(follower.Unsettled(project.Document(), project.Plan().Bin()))
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		if err := project.SetText("N1", "detail", fmt.Sprint("The yard is hot ", n%10)); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		follower.Unsettled(project.Document(), project.Plan().Bin())
	}
	b.ReportMetric(float64(open), "waiting")
}
