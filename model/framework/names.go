package framework

import (
	"io/fs"
	"log/slog"
	"strings"
	"sync"

	"commonplan/resources/frameworks"
)

// names is what a framework and its items are called in one language.
type names struct {
	Title string            `json:"title"`
	Items map[string]string `json:"items"` // by the items' ids
}

// namesRead holds, by language, the function that reads its names once.
var namesRead sync.Map

func namesIn(language string) map[string]names {
	once, _ := namesRead.LoadOrStore(language, sync.OnceValue(func() map[string]names {
		all, err := readNames(frameworks.Files, language)
		if err != nil {
			slog.Warn("the names of the frameworks are missing", "language", language, "error", err)
		}
		return all
	}))
	return once.(func() map[string]names)()
}

func readNames(files fs.FS, language string) (map[string]names, error) {
	all := map[string]names{}
	err := readJSON(files, language+"/names.json", &all)
	return all, err
}

// NameOf tells what the framework and the item behind a tag are called in a language, "en"
// or "cy", and whether both are known here. The names in other languages than English are
// kept in one file, and the tests see to it that none is missing there.
func NameOf(tag, language string) (framework, item string, known bool) {
	f, i, known := Find(tag)
	if !known || language == "en" {
		return f.Title, i.Title, known
	}
	id, itemID, _ := strings.Cut(tag, ":")
	there := namesIn(language)[id]
	return there.Title, there.Items[itemID], true
}
