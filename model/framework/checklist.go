package framework

import (
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"sync"

	"commonplan/resources/checklists"
)

// QuestionSet is a checklist that two sides answer, each for itself.
type QuestionSet struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Line  string `json:"line"` // one plain sentence: what it is for
	Provenance
	Answers   []Answer   `json:"answers"` // the scale, from nothing to all, then "do not know"
	Strands   []Strand   `json:"strands"`
	Questions []Question `json:"questions"` // strand by strand; the first is number 1
}

// Answer is one step of the scale.
type Answer struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Line  string `json:"line"` // when to choose it
}

// Strand is a theme that several questions share.
type Strand struct {
	ID     string `json:"id"`
	Number string `json:"number"` // as in the pamphlet: "I" to "V"
	Title  string `json:"title"`  // the strand's name there
	Short  string `json:"short"`  // a word or two for a narrow place
	Line   string `json:"line"`   // its question in our own words
}

// Question is one thing that both sides are asked, each in its own words.
type Question struct {
	ID       string `json:"id"`
	Strand   string `json:"strand"` // the id of its strand
	Short    string `json:"short"`  // both questions in a few words, for a list
	Citizens string `json:"citizens"`
	Council  string `json:"council"`
}

// answerIDs are the steps that answers are stored as, in order.
var answerIDs = []string{"not_yet", "started", "half_way", "in_place", "do_not_know"}

const checklistFile = "civic-partnership.json"

var loadChecklist = sync.OnceValue(func() QuestionSet {
	set, err := readChecklist(checklists.Files, checklistFile)
	if err != nil {
		panic(err) // the embedded file is broken: every test would have failed
	}
	return set
})

// Checklist gives the questions of a civic partnership, in English.
func Checklist() QuestionSet { return loadChecklist() }

// checklistsRead holds, by language, the function that reads its questions once.
var checklistsRead sync.Map

// ChecklistIn gives the same questions in another language, "cy"; in English for one that
// has none, as the tests see to that each language of the papers has.
func ChecklistIn(language string) QuestionSet {
	if language == "en" {
		return Checklist()
	}
	once, _ := checklistsRead.LoadOrStore(language, sync.OnceValue(func() QuestionSet {
		set, err := readTranslated(checklists.Files, language, Checklist())
		if err != nil {
			slog.Warn("the checklist is missing", "language", language, "error", err)
			return Checklist()
		}
		return set
	}))
	return once.(func() QuestionSet)()
}

// readTranslated reads a checklist in another language. It has the same questions in the
// same order.
func readTranslated(files fs.FS, language string, original QuestionSet) (QuestionSet, error) {
	in, err := fs.Sub(files, language)
	if err != nil {
		return QuestionSet{}, err
	}
	set, err := readChecklist(in, original.ID+".json")
	if err != nil {
		return QuestionSet{}, err
	}
	if len(set.Questions) != len(original.Questions) || len(set.Strands) != len(original.Strands) {
		return QuestionSet{}, fmt.Errorf("it has other questions than the English one")
	}
	for i, q := range original.Questions {
		if set.Questions[i].ID != q.ID || set.Questions[i].Strand != q.Strand {
			return QuestionSet{}, fmt.Errorf("its question %d is not %s", i+1, q.ID)
		}
	}
	return set, nil
}

// Strand gives the strand a question belongs to.
func (s QuestionSet) Strand(q Question) Strand {
	i := slices.IndexFunc(s.Strands, func(strand Strand) bool { return strand.ID == q.Strand })
	if i < 0 {
		return Strand{}
	}
	return s.Strands[i]
}

func readChecklist(files fs.FS, name string) (QuestionSet, error) {
	var set QuestionSet
	if err := readJSON(files, name, &set); err != nil {
		return QuestionSet{}, err
	}
	if err := set.check(name); err != nil {
		return QuestionSet{}, fmt.Errorf("checking %s: %w", name, err)
	}
	return set, nil
}

func (s QuestionSet) check(file string) error {
	if s.ID+".json" != file {
		return fmt.Errorf("its id is %q, which is not the name of the file", s.ID)
	}
	if err := filled("title", s.Title, "line", s.Line); err != nil {
		return err
	}
	if err := s.Provenance.check(); err != nil {
		return err
	}
	if err := s.checkAnswers(); err != nil {
		return err
	}
	strands := idSet{}
	for _, strand := range s.Strands {
		if err := strands.add(strand.ID); err != nil {
			return err
		}
		if err := filled("number", strand.Number, "title", strand.Title, "short", strand.Short, "line", strand.Line); err != nil {
			return fmt.Errorf("strand %s: %w", strand.ID, err)
		}
	}
	return s.checkQuestions(strands)
}

func (s QuestionSet) checkAnswers() error {
	var found []string
	for _, answer := range s.Answers {
		if err := filled("title", answer.Title, "line", answer.Line); err != nil {
			return fmt.Errorf("answer %s: %w", answer.ID, err)
		}
		found = append(found, answer.ID)
	}
	if !slices.Equal(found, answerIDs) {
		return fmt.Errorf("its answers are %v, not %v", found, answerIDs)
	}
	return nil
}

func (s QuestionSet) checkQuestions(strands idSet) error {
	if len(s.Questions) == 0 {
		return fmt.Errorf("it has no questions")
	}
	questions := idSet{}
	for _, q := range s.Questions {
		if err := questions.add(q.ID); err != nil {
			return err
		}
		if !strands[q.Strand] {
			return fmt.Errorf("question %s belongs to %q, which is no strand", q.ID, q.Strand)
		}
		if err := filled("short", q.Short, "citizens’ question", q.Citizens, "council’s question", q.Council); err != nil {
			return fmt.Errorf("question %s: %w", q.ID, err)
		}
	}
	return nil
}
