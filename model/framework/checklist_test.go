package framework

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"commonplan/resources/checklists"
)

func TestTheChecklistAsksThreeQuestionsInEachOfFiveStrands(t *testing.T) {
	set := Checklist()
	if len(set.Strands) != 5 || len(set.Questions) != 15 {
		t.Fatalf("%d strands and %d questions", len(set.Strands), len(set.Questions))
	}
	inStrand := map[string]int{}
	for i, q := range set.Questions {
		inStrand[set.Strand(q).ID]++
		if want := set.Strands[i/3].ID; q.Strand != want {
			t.Errorf("question %d is in %s, want %s", i+1, q.Strand, want)
		}
	}
	for strand, n := range inStrand {
		if n != 3 {
			t.Errorf("strand %s has %d questions", strand, n)
		}
	}
}

func TestTheChecklistSaysItIsNotThePamphletsText(t *testing.T) {
	set := Checklist()
	if !strings.Contains(set.Credit, "Towell") || !strings.Contains(set.Credit, "own words, not the pamphlet’s text") {
		t.Errorf("the credit is %q", set.Credit)
	}
}

func TestEveryQuestionIsOneForEachSide(t *testing.T) {
	for i, q := range Checklist().Questions {
		if !strings.HasSuffix(q.Citizens, "?") || !strings.HasSuffix(q.Council, "?") || q.Citizens == q.Council {
			t.Errorf("question %d: %q and %q", i+1, q.Citizens, q.Council)
		}
	}
}

func TestABrokenChecklistFileIsNamed(t *testing.T) {
	const file = "civic-partnership.json"
	broken := map[string]func(set *QuestionSet){
		"which is no strand":    func(s *QuestionSet) { s.Questions[0].Strand = "weather" },
		"there twice":           func(s *QuestionSet) { s.Questions[1].ID = s.Questions[0].ID },
		"no council’s question": func(s *QuestionSet) { s.Questions[14].Council = "" },
		"its answers are":       func(s *QuestionSet) { s.Answers = s.Answers[1:] },
		"no credit":             func(s *QuestionSet) { s.Credit = "" },
		"no questions":          func(s *QuestionSet) { s.Questions = nil },
		"no short":              func(s *QuestionSet) { s.Strands[2].Short = "" },
	}
	shipped, err := fs.ReadFile(checklists.Files, file)
	if err != nil {
		t.Fatal(err)
	}
	for want, spoil := range broken {
		var set QuestionSet
		if err := json.Unmarshal(shipped, &set); err != nil {
			t.Fatal(err)
		}
		spoil(&set)
		_, err := readChecklist(filesWith(t, file, set), file)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("want an error with %q and the file’s name, got %v", want, err)
		}
	}
}
