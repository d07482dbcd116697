// Package words is the translation layer: every sentence a person reads is looked up
// here by a plain key, in the window, on paper and on the command line alike.
//
// The sentences live in resources/words/<language>/*.json. An entry is a text, or an
// object with plural forms ("one", "other", …) chosen by the number N; {{.Name}}
// stands for what is put in. A screen never glues sentences: it asks for one.
//
// [Date], [Money] and their like format values the way the language writes them.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"log/slog"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"commonplan/resources/words"
)

// With holds what is put into a sentence, by name. N, an int, also chooses the plural form.
type With map[string]any

// Words speaks one language. It is safe for use by several goroutines.
type Words struct {
	language  string
	localizer func() *i18n.Localizer
	plain     sync.Map // key → sentence, for sentences with nothing to put in
	plainly   atomic.Bool
}

// plainer are the keys that have a plainer sentence beside the field's own, for those who
// choose plainer words: "insight.step.outcomes" has "plainer.insight.step.outcomes".
var plainer = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	written, err := Keys("en") // the language in which all are written first
	if err != nil {
		slog.Error("reading the plainer words", "error", err)
	}
	for _, key := range written {
		if plain, found := strings.CutPrefix(key, plainerPrefix); found {
			keys[plain] = true
		}
	}
	return keys
})

const plainerPrefix = "plainer."

// Plainly has the words say plainer labels where there are any, or the field's own again.
func (w *Words) Plainly(plainly bool) { w.plainly.Store(plainly) }

// loading holds, by language, the function that reads its words once.
var loading sync.Map

// load gives the words of one language alone: what it does not have is missing, and is
// never said in another language instead.
func load(lang string) (*i18n.Bundle, error) {
	once, _ := loading.LoadOrStore(lang, sync.OnceValues(func() (*i18n.Bundle, error) { return read(lang) }))
	return once.(func() (*i18n.Bundle, error))()
}

func read(lang string) (*i18n.Bundle, error) {
	tag, err := language.Parse(tagOf(lang))
	if err != nil {
		return nil, err
	}
	bundle := i18n.NewBundle(tag)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	names, err := fs.Glob(words.Files, lang+"/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(words.Files, name)
		if err != nil {
			return nil, err
		}
		// The folder names the language; the bundle wants it in the file's name.
		if _, err := bundle.ParseMessageFileBytes(data, path.Base(name)+"."+tag.String()+".json"); err != nil {
			return nil, err
		}
	}
	return bundle, nil
}

func tagOf(lang string) string {
	if lang == "en" {
		return "en-GB"
	}
	return lang
}

// In gives the words of a language: "en", or another that resources/words has.
// The error of an unknown language names those there are.
func In(lang string) (*Words, error) {
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("there are no words in %q yet: choose one of %s", lang, strings.Join(Languages(), ", "))
	}
	bundle, err := load(lang)
	if err != nil {
		return nil, fmt.Errorf("reading the words: %w", err)
	}
	localizer := localizerOf(bundle, lang)
	return &Words{language: lang, localizer: func() *i18n.Localizer { return localizer }}, nil
}

func localizerOf(bundle *i18n.Bundle, lang string) *i18n.Localizer {
	return i18n.NewLocalizer(bundle, tagOf(lang))
}

// English gives the British English words. They are part of the program, so there is no
// error. They are read when the first is asked for: a window can be made meanwhile.
func English() *Words {
	return &Words{language: "en", localizer: sync.OnceValue(func() *i18n.Localizer {
		bundle, err := load("en")
		if err != nil {
			panic(err) // the embedded files are broken: every test would have failed
		}
		return localizerOf(bundle, "en")
	})}
}

// Languages lists the languages there are, by their folder names: English first, which
// has all words.
func Languages() []string {
	all := []string{"en"}
	entries, err := fs.ReadDir(words.Files, ".")
	if err != nil {
		return all
	}
	for _, entry := range entries {
		if entry.IsDir() && entry.Name() != "en" {
			all = append(all, entry.Name())
		}
	}
	return all
}

// Every gives the words of each language there is. People may write in another one than a
// paper is printed in, and what they wrote is compared with these.
var Every = sync.OnceValue(func() []*Words {
	all := []*Words{English()}
	for _, lang := range Languages()[1:] {
		w, err := In(lang)
		if err != nil {
			slog.Error("reading the words", "language", lang, "error", err)
			continue
		}
		all = append(all, w)
	}
	return all
})

// SaidIn tells whether a text says the words of a key: in this language, be it within a
// longer word, or as words of their own in any other there is. Capitals do not count.
func (w *Words) SaidIn(text, key string) bool {
	text = strings.ToLower(text)
	if strings.Contains(text, strings.ToLower(w.Say(key))) {
		return true
	}
	apart := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	}
	return slices.ContainsFunc(Every(), func(other *Words) bool {
		return strings.Contains(apart(text), apart(strings.ToLower(other.Say(key))))
	})
}

// Language is the folder name of the language spoken, such as "en".
func (w *Words) Language() string { return w.language }

// Tag names the language spoken as files do: "en-GB", "cy".
func (w *Words) Tag() string { return tagOf(w.language) }

// Say gives the sentence for a key. A missing key is logged and given back as it
// is, so that a gap in a translation is visible but never stops anybody.
func (w *Words) Say(key string, with ...With) string {
	if w.plainly.Load() && plainer()[key] {
		key = plainerPrefix + key
	}
	if len(with) == 0 {
		if known, ok := w.plain.Load(key); ok {
			return known.(string)
		}
	}
	config := &i18n.LocalizeConfig{MessageID: key}
	if len(with) > 0 {
		config.TemplateData = map[string]any(with[0])
		if n, ok := with[0]["N"]; ok {
			config.PluralCount = n
		}
	}
	said, err := w.localizer().Localize(config)
	if err != nil && said == "" {
		slog.Warn("a sentence is missing", "key", key, "language", w.language, "error", err)
		return key
	}
	if len(with) == 0 {
		w.plain.Store(key, said)
	}
	return said
}

// Has tells whether there is a sentence for the key.
func (w *Words) Has(key string) bool {
	said, err := w.localizer().Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: 2})
	return err == nil || said != ""
}

// Keys lists every key of a language, sorted, for the test that compares languages.
func Keys(lang string) ([]string, error) {
	var keys []string
	files, err := fs.Glob(words.Files, lang+"/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		data, err := fs.ReadFile(words.Files, name)
		if err != nil {
			return nil, err
		}
		var entries map[string]json.RawMessage
		if err := json.Unmarshal(data, &entries); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		for key := range entries {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys, nil
}
