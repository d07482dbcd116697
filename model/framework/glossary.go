package framework

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"commonplan/resources/glossary"
)

// Words is the glossary of one language.
type Words struct {
	Language string `json:"language"` // "en"
	Licence  string `json:"licence"`
	Credit   string `json:"credit"`
	Terms    []Term `json:"terms"` // in the order one meets them
}

// Term is a word of the field and what helps to use it.
type Term struct {
	// ID is the record type where there is one ("need"), else the word ("baseline").
	ID      string `json:"id"`
	Word    string `json:"word"`
	Plain   string `json:"plain"`   // the plainer label for it
	Meaning string `json:"meaning"` // one or two plain sentences
	Test    string `json:"test"`    // the question that tells whether it is one
	Example string `json:"example"` // from a made-up plan
}

// Glossary gives the words of a language, such as "en". The error of a language that
// is not there names those that are.
func Glossary(language string) (Words, error) {
	return readGlossary(glossary.Files, language)
}

// Term gives the term with an id, and whether there is one.
func (w Words) Term(id string) (Term, bool) {
	i := slices.IndexFunc(w.Terms, func(t Term) bool { return t.ID == id })
	if i < 0 {
		return Term{}, false
	}
	return w.Terms[i], true
}

func readGlossary(files fs.FS, language string) (Words, error) {
	var words Words
	name := language + ".json"
	err := readJSON(files, name, &words)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return Words{}, fmt.Errorf("there is no glossary in %q yet: choose one of %s", language, strings.Join(languages(files), ", "))
	}
	if err != nil {
		return Words{}, err
	}
	if err := words.check(language); err != nil {
		return Words{}, fmt.Errorf("checking %s: %w", name, err)
	}
	return words, nil
}

func languages(files fs.FS) []string {
	var all []string
	names, _ := fs.Glob(files, "*.json") // the pattern is sound, and that is the only error
	for _, name := range names {
		all = append(all, strings.TrimSuffix(name, ".json"))
	}
	return all
}

func (w Words) check(language string) error {
	if w.Language != language {
		return fmt.Errorf("its language is %q, which is not the name of the file", w.Language)
	}
	if err := filled("licence", w.Licence, "credit", w.Credit); err != nil {
		return err
	}
	if len(w.Terms) == 0 {
		return fmt.Errorf("it has no terms")
	}
	seen := idSet{}
	for _, t := range w.Terms {
		if err := seen.add(t.ID); err != nil {
			return err
		}
		err := filled("word", t.Word, "plain label", t.Plain, "meaning", t.Meaning, "test question", t.Test, "example", t.Example)
		if err != nil {
			return fmt.Errorf("term %s: %w", t.ID, err)
		}
	}
	return nil
}
