package model_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is the first part of every import path of ours.
const module = "commonplan/"

// room is one package of the house.
type room struct {
	imports []string // what its own files import, for every system, without tests
	needs   []string // what it needs in the end, through whatever it imports
}

// house is every package by its path below the module, such as "model/edit".
type house map[string]room

// floors are the folders of the house from the top down: an arrow never points up.
var floors = []string{"cmd", "ui", "model", "resources"}

const (
	fyne    = "fyne.io/"
	fyneApp = "fyne.io/fyne/v2/app"
	gofpdf  = "github.com/jung-kurt/gofpdf"
)

// disk is what opens, writes or removes files.
var disk = []string{"os", "io/ioutil", "os/exec", "syscall"}

func TestTheHouseKeepsItsArrows(t *testing.T) {
	for _, fault := range readHouse(t).faults() {
		t.Error(fault)
	}
}

func TestAnArrowThatPointsUpIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		path string
		room room
		want string
	}{
		"up a floor":          {"model/edit", room{imports: []string{"commonplan/ui"}}, "model/edit imports ui: arrows point down, cmd → ui → model → resources"},
		"the model looks out": {"model", room{imports: []string{"commonplan/model/words"}}, "model imports model/words: the package model imports nothing of ours"},
		"data knows code":     {"resources/fonts", room{imports: []string{"commonplan/resources/words"}}, "resources/fonts imports resources/words: data imports nothing of ours"},
		"Fyne in the model":   {"model/figure", room{needs: []string{"fyne.io/fyne/v2/canvas"}}, "model/figure needs fyne.io/fyne/v2/canvas: nothing under model or resources may know Fyne"},
		"Fyne on the line":    {"cmd/commonplan-cli", room{needs: []string{"fyne.io/fyne/v2"}}, "cmd/commonplan-cli needs fyne.io/fyne/v2: the command line works without a window"},
		"a stray file":        {"model/exchange", room{imports: []string{"os"}}, "model/exchange imports os: only model/store and cmd touch the disk"},
		"a stray PDF":         {"model/paper", room{imports: []string{gofpdf}}, "model/paper imports github.com/jung-kurt/gofpdf: only model/paper/pdf knows gofpdf"},
		"a second driver":     {"ui/mapview", room{imports: []string{fyneApp}}, "ui/mapview imports fyne.io/fyne/v2/app: only cmd/commonplan starts the window"},
		"a room too many":     {"util/strings", room{}, "util/strings stands on no floor of the house: it has cmd, ui, model, resources"},
	} {
		if got := (house{c.path: c.room}).faults(); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestAnArrowThatPointsDownIsFine(t *testing.T) {
	good := house{
		"cmd/commonplan":     {imports: []string{"os", fyneApp, "commonplan/ui", "commonplan/model/store"}, needs: []string{fyneApp}},
		"cmd/commonplan-cli": {imports: []string{"os", "commonplan/model/paper/pdf"}},
		"ui/forms":           {imports: []string{"fyne.io/fyne/v2/widget", "commonplan/ui/card", "commonplan/resources/fonts"}, needs: []string{"fyne.io/fyne/v2/widget"}},
		"model":              {imports: []string{"fmt"}},
		"model/store":        {imports: []string{"os", "commonplan/model/file"}},
		"model/paper/pdf":    {imports: []string{gofpdf, "commonplan/model", "commonplan/resources/fonts"}},
		"resources/fonts":    {imports: []string{"embed"}},
	}
	if got := good.faults(); len(got) != 0 {
		t.Errorf("a sound house has faults: %q", got)
	}
}

// faults gives a sentence for each broken rule, sorted.
func (h house) faults() []string {
	var all []string
	for path, r := range h {
		if floorOf(path) < 0 {
			all = append(all, fmt.Sprintf("%s stands on no floor of the house: it has %s", path, strings.Join(floors, ", ")))
			continue
		}
		for _, imported := range r.imports {
			if why := whyNotImport(path, imported); why != "" {
				all = append(all, fmt.Sprintf("%s imports %s: %s", path, strings.TrimPrefix(imported, module), why))
			}
		}
		if why, needed := whyNotFyne(path, r.needs); why != "" {
			all = append(all, fmt.Sprintf("%s needs %s: %s", path, needed, why))
		}
	}
	slices.Sort(all)
	return all
}

func whyNotImport(path, imported string) string {
	switch ours, isOurs := strings.CutPrefix(imported, module); {
	case isOurs && path == "model":
		return "the package model imports nothing of ours"
	case isOurs && under(path, "resources"):
		return "data imports nothing of ours"
	case isOurs && floorOf(ours) < floorOf(path):
		return "arrows point down, " + strings.Join(floors, " → ")
	case slices.Contains(disk, imported) && !under(path, "model/store") && !under(path, "cmd"):
		return "only model/store and cmd touch the disk"
	case imported == gofpdf && path != "model/paper/pdf":
		return "only model/paper/pdf knows gofpdf"
	case imported == fyneApp && !under(path, "cmd/commonplan"):
		return "only cmd/commonplan starts the window"
	}
	return ""
}

// whyNotFyne also gives the first package that should not be needed.
func whyNotFyne(path string, needs []string) (why, needed string) {
	i := slices.IndexFunc(needs, func(n string) bool { return strings.HasPrefix(n, fyne) })
	switch {
	case i < 0:
		return "", ""
	case under(path, "model") || under(path, "resources"):
		return "nothing under model or resources may know Fyne", needs[i]
	case under(path, "cmd/commonplan-cli"):
		return "the command line works without a window", needs[i]
	}
	return "", ""
}

func floorOf(path string) int {
	top, _, _ := strings.Cut(path, "/")
	return slices.Index(floors, top)
}

func under(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// readHouse asks the go command what every package needs, and reads the imports of
// all its files, so that those for other systems count too.
func readHouse(t *testing.T) house {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-deps", "-buildvcs=false", "-tags", "ci,migrated_fynedo",
		"-json=ImportPath,Dir,Name,Deps", "./...")
	list.Dir = ".."
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	var problems bytes.Buffer
	list.Stderr = &problems
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list could not read the house: %v\n%s", err, &problems)
	}
	h := house{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath, Dir, Name string
			Deps                  []string
		}
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("reading what go list says: %v", err)
		}
		if path, ours := strings.CutPrefix(p.ImportPath, module); ours {
			h[path] = room{imports: importsOf(t, p.Dir, p.Name), needs: p.Deps}
		}
	}
	if _, ok := h["model"]; !ok {
		t.Fatal("go list did not find the package model: the test is not looking at the house")
	}
	return h
}

// importsOf reads the imports of a package's files. Tests are left out, and so are
// generators: programs of their own that stand beside the package they write for.
func importsOf(t *testing.T, dir, name string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatalf("reading the imports of a file: %v", err)
		}
		if parsed.Name.Name != name {
			continue
		}
		for _, spec := range parsed.Imports {
			if path := strings.Trim(spec.Path.Value, `"`); !slices.Contains(all, path) {
				all = append(all, path)
			}
		}
	}
	return all
}
