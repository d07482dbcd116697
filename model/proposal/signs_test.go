package proposal_test

import (
	"slices"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

func TestASignThatCannotBePrintedIsNamedWithItsRecordAndField(t *testing.T) {
	b := modeltest.New(t)
	b.Add(&model.Evidence{Says: "🎉", Private: true})
	b.Add(&model.Need{Title: "The yard is hot", Detail: "In summer 🙂"})
	b.Change(func(p *model.Project) { p.Summary = "★ for all" })
	got := proposal.Signs(b.Plan(), []string{"🙂", "★", "🎉"}, words.English())
	want := []string{"🙂 in N1 “The yard is hot” (In more detail)", "★ in Open Door Days (The summary, in your words)", "🎉"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
