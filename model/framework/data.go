package framework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
)

// readJSON fills a value from one file. A field it does not know is an error: it is a
// misspelt name, since the data and the code travel together.
func readJSON(files fs.FS, name string, into any) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("reading %s: something follows its end", name)
	}
	return nil
}

// filled takes pairs of a field's name and its text, and names the first empty one.
func filled(pairs ...string) error {
	for i := 0; i < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) == "" {
			return fmt.Errorf("it has no %s", pairs[i])
		}
	}
	return nil
}

var datePattern = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

func (p Provenance) check() error {
	err := filled("nation", p.Nation, "date", p.Date, "source", p.Source, "licence", p.Licence, "credit", p.Credit)
	if err != nil {
		return err
	}
	if !datePattern.MatchString(p.Date) {
		return fmt.Errorf("its date is %q: write 2015, 2014-08 or 2025-02-13", p.Date)
	}
	return nil
}

// idPattern leaves out what would break a tag ("framework:item") or a record id.
var idPattern = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// idSet holds the ids seen so far in one list.
type idSet map[string]bool

func (seen idSet) add(id string) error {
	if !idPattern.MatchString(id) {
		return fmt.Errorf("the id %q is not made of small letters, digits and single underscores", id)
	}
	if seen[id] {
		return fmt.Errorf("the id %q is there twice", id)
	}
	seen[id] = true
	return nil
}
