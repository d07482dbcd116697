// Package desk is the table the work lies on: the open project, the file it came from,
// and what the screens ask about it. It draws nothing.
//
// A screen declares the small interface it needs; a [Desk] fulfils them all. Slow work
// (reading, saving) runs away from the screen and comes back through [Desk.Later].
// Everything else is called on the screen's goroutine only.
package desk

import (
	"path/filepath"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/insight"
	"commonplan/model/merge"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
	"commonplan/model/words"
)

// Disk reads and writes project files, and finished papers.
type Disk interface {
	// Open reads a project file; password is "" for one that has none.
	Open(path, password string) (shelf.Opened, error)
	// Salvage reads what can be read of a damaged file, and leaves it as it is.
	Salvage(path, password string) (*model.Document, file.Salvaged, *file.Key, error)
	// Save writes it safely, if the file is the one that was seen, and otherwise as well
	// as can be. Seen also has the key of a protected project.
	Save(path string, doc *model.Document, seen store.Seen) (shelf.Saved, error)
	// Read reads a copy of a project that is not to be opened.
	Read(path, password string) (*model.Document, error)
	// WriteCopy writes a copy of a project for others, whatever file was there.
	WriteCopy(path string, doc *model.Document, key *file.Key) error
	// Lock makes a key for a password, and for what was protected with a key before.
	Lock(before *file.Key, password string) (*file.Key, error)
	// Beside lists the names of the files in the folder of a file.
	Beside(path string) ([]string, error)
	// ReadPicture reads a file that should be a picture; a large one is refused unread.
	ReadPicture(path string) ([]byte, error)
	// WriteOutput writes a paper or an export whole or not at all.
	WriteOutput(path string, data []byte) error
}

// Settings are what the app remembers between its runs, never work.
type Settings interface {
	Recent() []Recent
	Remember(Recent)
	Forget(path string)
	SetWho(name string) // keeps the name that changes carry
}

// Recent is a file that was open before.
type Recent struct {
	Path, Name, Lead string
	At               time.Time
	Cost             model.Pence
}

// NamesOf gives the names of plans that were open before, each with its file where
// another plan has the same name, and with its folder where that file has, too.
func NamesOf(w *words.Words, all []Recent) []string {
	called, filed := map[string]int{}, map[[2]string]int{}
	for _, r := range all {
		called[r.Name]++
		filed[[2]string{r.Name, filepath.Base(r.Path)}]++
	}
	var names []string
	for _, r := range all {
		name := r.Name
		if called[name] > 1 && r.Path != "" {
			file := filepath.Base(r.Path)
			if filed[[2]string{r.Name, file}] > 1 {
				file = filepath.Base(filepath.Dir(r.Path)) + "/" + file
			}
			name = w.Say("desk.recent", words.With{"Name": name, "File": file})
		}
		names = append(names, name)
	}
	return names
}

// Desk holds the open project. Use [New].
type Desk struct {
	words    *words.Words
	source   edit.Source
	disk     Disk
	settings Settings
	later    func(func())

	project  *edit.Project // nil while nothing is open
	path     string        // "" while it was never saved
	seen     store.Seen
	key      *file.Key // of the project's password; nil without one
	savedAt  time.Time
	saving   bool
	readOnly *model.Problem // why the project cannot be changed; nil if it can
	safe     safety
	present  *present // while an earlier version is read

	watchers []func(edit.Event)
	opened   []func()
	saved    []func()
	told     []func([]*model.Problem)
	back     []func(Back)

	asked    *model.Plan // what the gaps below were worked out for
	gaps     []insight.Gap
	progress map[insight.Step]insight.Mark

	settledFor *model.Document // what the things to settle below were listed for
	unsettled  []merge.Choice
	follower   merge.Follower
	differs    bool                // since then, something to settle may have come
	ours       []model.SessionInfo // who had worked on the plan before the last copy was brought in
}

// New gives an empty desk. Later brings a function to the screen's goroutine.
func New(w *words.Words, source edit.Source, disk Disk, settings Settings, later func(func())) *Desk {
	return &Desk{words: w, source: source, disk: disk, settings: settings, later: later}
}

// Words gives the language of the screens.
func (d *Desk) Words() *words.Words { return d.words }

// Later brings a function to the screen's goroutine.
func (d *Desk) Later(do func()) { d.later(do) }

// Now gives the present time.
func (d *Desk) Now() time.Time { return d.source.Now() }

// IsOpen tells whether a project is open.
func (d *Desk) IsOpen() bool { return d.project != nil }

// Plan gives the open project's plan; an empty one while none is open.
func (d *Desk) Plan() *model.Plan {
	if d.project == nil {
		return model.ReadPlan(&model.Document{}, nil)
	}
	return d.project.Plan()
}

// Document gives the open project in its generic form.
func (d *Desk) Document() *model.Document { return d.project.Document() }

// Edit makes one change, see [edit.Project.Edit].
func (d *Desk) Edit(name string, change func(*edit.Change) error) error {
	if d.project == nil {
		return model.NewProblem("problem.closed")
	}
	if d.readOnly != nil {
		return d.readOnly
	}
	return d.project.Edit(name, change)
}

// EditBurst makes a change of a burst of typing, see [edit.Project.EditBurst].
func (d *Desk) EditBurst(key, name string, change func(*edit.Change) error) error {
	if d.project == nil {
		return model.NewProblem("problem.closed")
	}
	if d.readOnly != nil {
		return d.readOnly
	}
	return d.project.EditBurst(key, name, change)
}

// EndBurst ends a burst of typing.
func (d *Desk) EndBurst() {
	if d.project != nil {
		d.project.EndBurst()
	}
}

// Undo takes the last step back; false if there is none.
func (d *Desk) Undo() bool { return d.project != nil && d.project.Undo() }

// Redo brings the last undone step back; false if there is none.
func (d *Desk) Redo() bool { return d.project != nil && d.project.Redo() }

// CanUndo gives the name of the step that Undo would take back.
func (d *Desk) CanUndo() (string, bool) {
	if d.project == nil {
		return "", false
	}
	return d.project.CanUndo()
}

// CanRedo gives the name of the step that Redo would bring back.
func (d *Desk) CanRedo() (string, bool) {
	if d.project == nil {
		return "", false
	}
	return d.project.CanRedo()
}

// OnEdit has a function called after each change of any project that is open.
func (d *Desk) OnEdit(tell func(edit.Event)) { d.watchers = append(d.watchers, tell) }

// OnOpen has a function called when a project was opened or begun.
func (d *Desk) OnOpen(tell func()) { d.opened = append(d.opened, tell) }

// OnTold has a function called with sentences to show, about how opening or saving went.
func (d *Desk) OnTold(tell func([]*model.Problem)) { d.told = append(d.told, tell) }

// OnBack has a function called when work came back after a crash.
func (d *Desk) OnBack(tell func(Back)) { d.back = append(d.back, tell) }

// OnSaved has a function called when the saved state may have changed.
func (d *Desk) OnSaved(tell func()) { d.saved = append(d.saved, tell) }

// Gaps lists what is missing, as of today.
func (d *Desk) Gaps() []insight.Gap {
	d.ask()
	return d.gaps
}

// Progress tells how far a step is.
func (d *Desk) Progress(step insight.Step) insight.Mark {
	d.ask()
	return d.progress[step]
}

func (d *Desk) ask() {
	plan := d.Plan()
	if d.asked == plan {
		return
	}
	today := model.DateOf(d.source.Now())
	d.asked, d.gaps = plan, insight.Gaps(plan, today)
	d.progress = insight.ProgressOf(plan, d.gaps)
}

// Path gives the file of the open project; "" if it was never saved.
func (d *Desk) Path() string { return d.path }

// Name gives the project's name, or its file's if it has none yet.
func (d *Desk) Name() string {
	if name := d.Plan().Project.Name; name != "" {
		return name
	}
	if d.path == "" {
		return d.words.Say("desk.unnamed")
	}
	return strings.TrimSuffix(filepath.Base(d.path), Extension)
}

// Extension is how the names of project files end.
const Extension = ".commonplan"

// SuggestedName gives a file name for the project: its name without what disks refuse.
func (d *Desk) SuggestedName() string {
	name := strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`<>:"/\|?*`, r) {
			return -1
		}
		return r
	}, d.Plan().Project.Name)
	if name = strings.Trim(name, " ."); name == "" {
		name = d.words.Say("desk.unnamed")
	}
	if runes := []rune(name); len(runes) > 80 {
		name = strings.TrimSpace(string(runes[:80]))
	}
	return name
}

// State says whether the work is safe.
type State int

// The saved states.
const (
	Untouched  State = iota // nothing to save
	Unsaved                 // changed since the last save, or never saved
	AtRisk                  // and the disk takes it nowhere
	BeingSaved              //
	AllSaved                //
	AllOnStick              // and what it is on may be pulled out
	ForReading              // nothing can be changed
)

// State tells whether the work is safe, and since when: the zero time if nothing was
// saved since the plan was opened.
func (d *Desk) State() (State, time.Time) {
	switch {
	case d.project == nil:
		return Untouched, time.Time{}
	case d.readOnly != nil:
		return ForReading, time.Time{}
	case d.saving:
		return BeingSaved, d.savedAt
	case d.project.Changed() && d.safe.failing:
		return AtRisk, d.savedAt
	case d.project.Changed():
		return Unsaved, d.savedAt
	case d.path == "":
		return Untouched, time.Time{}
	case d.safe.stick:
		return AllOnStick, d.savedAt
	}
	return AllSaved, d.savedAt
}

// IsSafe tells whether another project may take this one's place without a question.
func (d *Desk) IsSafe() bool {
	state, _ := d.State()
	return state != Unsaved && state != AtRisk && state != BeingSaved
}

// ReadOnly says why the open project cannot be changed; nil if it can.
func (d *Desk) ReadOnly() *model.Problem { return d.readOnly }

// Recent lists the files that were open before, the last one first.
func (d *Desk) Recent() []Recent { return d.settings.Recent() }

// Forget takes a file off the list of recent ones.
func (d *Desk) Forget(path string) { d.settings.Forget(path) }
