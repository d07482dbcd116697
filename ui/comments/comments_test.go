package comments_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/modeltest"
	"commonplan/model/words"
	"commonplan/ui/comments"
	"commonplan/ui/look"
	"commonplan/ui/looktest"
)

// desk is an open project, and the window around the part.
type desk struct {
	*edit.Project
	shown   model.ID
	trouble error
}

func (*desk) Words() *words.Words      { return words.English() }
func (*desk) Now() time.Time           { return modeltest.Now() }
func (*desk) Who() string              { return "Ana" }
func (*desk) Named(then func())        { then() }
func (d *desk) ShowRecord(id model.ID) { d.shown = id }
func (d *desk) Trouble(err error)      { d.trouble = err }

// open shows the comments on a need.
func open(t *testing.T, said ...*model.Comment) (*comments.Part, *desk, model.ID) {
	t.Helper()
	looktest.Theme(t)
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "Yard"})
	for _, c := range said {
		c.On = need
		b.Add(c)
	}
	d := &desk{Project: b.Project()}
	part := comments.New(d, d, need)
	d.Watch(func(edit.Event) { part.Changed() })
	test.NewTempWindow(t, part.Object()).Resize(fyne.NewSize(500, 500))
	return part, d, need
}

func TestARemarkIsKeptAsItIsTypedWithNameAndDate(t *testing.T) {
	part, d, need := open(t)

	looktest.Press(t, part.Object(), "Add a comment")
	field := looktest.All[*look.Field](part.Object())[0]
	test.Type(field.Entry, "Is this still so?")

	if len(d.Plan().Comments) != 1 {
		t.Fatalf("there are %d comments", len(d.Plan().Comments))
	}
	c := d.Plan().Comments[0]
	if c.On != need || c.Text != "Is this still so?" || c.Who != "Ana" || c.Date.String() != "2026-08-28" {
		t.Errorf("the comment is %+v", *c)
	}
	if !d.Undo() || len(d.Plan().Comments) != 0 {
		t.Error("one undo does not take the comment back")
	}
}

func TestARemarkWithoutAWordIsNotKept(t *testing.T) {
	part, d, _ := open(t)

	looktest.Press(t, part.Object(), "Add a comment")
	field := looktest.All[*look.Field](part.Object())[0]
	test.Type(field.Entry, "x")
	field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	looktest.Press(t, part.Object(), "Done")

	if got := len(d.Plan().Comments); got != 0 {
		t.Errorf("%d comments are kept", got)
	}
}

func TestASettledCommentIsFoldedAwayAndCanBeOpenedAgain(t *testing.T) {
	part, d, _ := open(t, &model.Comment{Text: "Ask the school", Who: "Bo"}, &model.Comment{Text: "Last year’s figure"})
	looktest.Press(t, part.Object(), "Mark as settled")
	if looktest.Says(part.Object(), "Ask the school") || !looktest.Says(part.Object(), "Last year’s figure") {
		t.Fatal("the settled comment is shown, or the open one is not")
	}

	looktest.Press(t, part.Object(), "Show 1 settled comment")
	if !looktest.Says(part.Object(), "Ask the school") {
		t.Fatal("the settled comment cannot be seen")
	}
	looktest.Press(t, part.Object(), "Open again")

	if open, settled := comments.On(d.Plan(), d.Plan().Needs[0].ID); len(open) != 2 || len(settled) != 0 {
		t.Errorf("%d are open and %d settled", len(open), len(settled))
	}
}

func TestAPrivateCommentSaysThatItStaysOutOfCopies(t *testing.T) {
	part, _, _ := open(t, &model.Comment{Text: "Careful", Who: "Bo", Private: true})
	if !looktest.Says(part.Object(), "Bo. Private: it stays out of copies.") {
		t.Error("it does not say so")
	}
}
