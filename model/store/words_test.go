package store

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"commonplan/model/words"
)

// refusals lists every key that this package and package file can refuse with.
func refusals(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	key := regexp.MustCompile(`"(problem\.(?:file|save|password)\.[a-z0-9.]*[a-z0-9])"`)
	for _, pattern := range []string{"*.go", "../file/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, error %v", pattern, len(files), err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			code, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range key.FindAllSubmatch(code, -1) {
				used[string(found[1])] = true
			}
		}
	}
	known := slices.Collect(maps.Values(reasons))
	for _, why := range append(known, "irregular", "gone", "permission", "exists", "failed") {
		used[string(saving)+why] = true
		if !slices.Contains(ofWriting, why) {
			used[string(reading)+why] = true
		}
	}
	return used
}

func TestEveryRefusalHasItsSentenceAndEverySentenceItsRefusal(t *testing.T) {
	used := refusals(t)
	w := words.English()
	for key := range used {
		if !w.Has(key) {
			t.Errorf("there is no sentence for %s", key)
		}
	}
	keys, err := words.Keys("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		ours := strings.HasPrefix(key, string(reading)) || strings.HasPrefix(key, string(saving)) || strings.HasPrefix(key, "problem.password.")
		if ours && !used[key] && key != "problem.save.busy" { // the window's own
			t.Errorf("nothing says %s", key)
		}
	}
}
