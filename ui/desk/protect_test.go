package desk_test

import (
	"testing"

	"commonplan/model"
	"commonplan/ui/desk"
)

const plan = "/hall.commonplan"

func (r rig) protect(t *testing.T, password string) error {
	t.Helper()
	var result error
	r.Protect(password, func(err error) { result = err })
	(<-r.later)()
	if result == nil && r.Path() != "" {
		(<-r.later)() // saved
	}
	return result
}

func TestAPasswordHoldsForEverySave(t *testing.T) {
	r := newRig(t)
	if err := r.protect(t, "hill"); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{plan, "/copy.commonplan"} {
		if err := r.save(t, func(then func(error)) { r.SaveAs(path, then) }); err != nil {
			t.Fatal(err)
		}
		if r.disk.keys[path] == nil || r.disk.keys[path] != r.Key() {
			t.Errorf("%s was saved with another key than the project's", path)
		}
	}
}

func TestAPasswordThatCouldNotBeSavedIsNotTheProjects(t *testing.T) {
	r := newRig(t)
	if err := r.save(t, func(then func(error)) { r.SaveAs(plan, then) }); err != nil {
		t.Fatal(err)
	}
	r.disk.fails = model.NewProblem("problem.save.full")

	_ = r.protect(t, "hill")

	if r.Protected() {
		t.Error("the project passes for protected, but its file is not")
	}
}

func TestAPasswordIsChangedAndTakenOff(t *testing.T) {
	r := newRig(t)
	if err := r.save(t, func(then func(error)) { r.SaveAs(plan, then) }); err != nil {
		t.Fatal(err)
	}
	if err := r.protect(t, "hill"); err != nil {
		t.Fatal(err)
	}
	first := r.Key()
	if err := r.protect(t, "dale"); err != nil {
		t.Fatal(err)
	}
	if r.Key() == first || r.disk.keys[plan] != r.Key() {
		t.Error("the file is not protected with the new password")
	}
	if err := r.save(t, r.Unprotect); err != nil || r.Protected() || r.disk.keys[plan] != nil {
		t.Errorf("the password is still there, error %v", err)
	}
}

func TestTheListOfRecentFilesSaysNothingOfAProtectedPlan(t *testing.T) {
	r := newRig(t)
	if err := r.save(t, func(then func(error)) { r.SaveAs(plan, then) }); err != nil {
		t.Fatal(err)
	}
	if got := r.about.last.Name; got != "Warm Hall" {
		t.Fatalf("without a password it says %q", got)
	}

	if err := r.protect(t, "hill"); err != nil {
		t.Fatal(err)
	}

	if got := r.about.last; got.Name != "hall" || got.Lead != "" || got.Cost != 0 {
		t.Errorf("it says %+v", got)
	}
}

func TestAnEmptyPasswordIsRefused(t *testing.T) {
	r := newRig(t)
	if err := r.protect(t, ""); err == nil || r.Protected() {
		t.Errorf("protected with nothing, error %v", err)
	}
}

func TestOnlyAMissingOrWrongPasswordIsAskedForAgain(t *testing.T) {
	for key, want := range map[string]bool{
		"problem.password.needed": true, "problem.password.wrong": true, "problem.password.effort": false, "problem.file.damaged": false,
	} {
		if got := desk.NeedsPassword(model.NewProblem(key)); got != want {
			t.Errorf("%s: %v", key, got)
		}
	}
	if desk.NeedsPassword(nil) {
		t.Error("nothing wrong wants a password")
	}
}

func TestTheSizeOfACopyIsThatOfTheProtectedFile(t *testing.T) {
	r := newRig(t)
	if err := r.protect(t, "hill"); err != nil {
		t.Fatal(err)
	}
	var size int64
	r.PrepareCopy(true, "", func(c *desk.Copy, err error) {
		if err != nil {
			t.Fatal(err)
		}
		size = c.Size
	})
	(<-r.later)()

	sealed, err := r.Key().Encode(r.Document())
	if err != nil || size != int64(len(sealed)) {
		t.Errorf("it is told as %d bytes, and is %d; error %v", size, len(sealed), err)
	}
}

func TestAnEarlierVersionOfAProtectedPlanIsProtectedWhileItIsRead(t *testing.T) {
	r := newRig(t)
	if err := r.protect(t, "hill"); err != nil {
		t.Fatal(err)
	}
	key := r.Key()

	if err := r.ReadEarlier(r.Document(), r.Now()); err != nil {
		t.Fatal(err)
	}

	if r.Key() != key {
		t.Error("a copy of it would have no password")
	}
}
