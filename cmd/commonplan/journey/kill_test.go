//go:build journey

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
)

// promised is how much typing a crash may cost.
const promised = 2 * time.Second

// kills is how often the program is killed: 20 times in the suite, more in a long run.
func kills(t *testing.T) int {
	t.Helper()
	text := os.Getenv("COMMONPLAN_KILLS")
	if text == "" {
		return 20
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("COMMONPLAN_KILLS is %q, and not a number", text)
	}
	return n
}

// Killed in the middle of typing, again and again, the program comes back with all that
// was typed up to two seconds before, and the file always opens.
func TestAProgramKilledWhileBeingTypedIntoComesBackWithTheWork(t *testing.T) {
	t.Parallel()    // journeys mostly wait
	const desks = 2 // side by side: most of the time is waiting
	for number := range desks {
		t.Run(fmt.Sprintf("desk %d", number+1), func(t *testing.T) {
			t.Parallel()
			k := newKilling(t, uint64(number))
			for range kills(t) / desks {
				k.round()
			}
			k.end()
		})
	}
}

// killing is a plan with one need, whose title is typed over until the program dies.
type killing struct {
	t      *testing.T
	desk   *Desk
	plan   string
	need   model.ID
	chance *rand.Rand
	back   bool   // the program has something to tell when it starts
	title  string // as it must be when it starts
}

func newKilling(t *testing.T, seed uint64) *killing {
	k := &killing{t: t, desk: NewDesk(t), chance: rand.New(rand.NewPCG(seed, 1)), title: "Start"}
	k.plan = filepath.Join(k.desk.Home(), "hall.commonplan")
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Name = "Warm Hall" })
	k.need = b.Add(&model.Need{Title: k.title})
	if _, err := store.Save(store.OS, k.plan, b.Document(), store.Seen{}); err != nil {
		t.Fatal(err)
	}
	return k
}

// round starts the program, types and kills it, and looks at what there is.
func (k *killing) round() {
	k.t.Helper()
	app := k.desk.Start(k.desk.Program("commonplan"), k.plan)
	window := app.Window("Warm Hall").Pause(300 * time.Millisecond)
	if k.back {
		window.Key("Return") // what came back is told
	}
	window.Click(navX, needsY).Click(titleX, titleY).Key("ctrl+a")
	typed := k.typeUntil(window, time.Duration(200+k.chance.IntN(3300))*time.Millisecond)
	if err := app.running.cmd.Process.Kill(); err != nil {
		k.t.Fatal(err)
	}
	<-app.running.ended
	died := time.Now()

	before := k.title
	k.title = k.waiting()
	safe := ""
	for _, letter := range typed {
		if died.Sub(letter.at) > promised {
			safe += letter.text
		}
	}
	all := textOf(typed)
	if k.title != before && !strings.HasPrefix(all, k.title) || !strings.HasPrefix(k.title, safe) {
		k.t.Errorf("%q was typed, %q of it two seconds before the end, and %q is there", all, safe, k.title)
	}
	k.back = k.title != model.Title(readPlan(k.t, k.plan).Item(k.need))
}

// letter is a letter with the time at which the screen had it.
type letter struct {
	text string
	at   time.Time
}

func textOf(typed []letter) string {
	text := ""
	for _, l := range typed {
		text += l.text
	}
	return text
}

// typeUntil types letters, one by one, for a while.
func (k *killing) typeUntil(window *Window, while time.Duration) (typed []letter) {
	k.t.Helper()
	for end := time.Now().Add(while); time.Now().Before(end); {
		text := string(rune('a' + k.chance.IntN(26)))
		if out, err := k.desk.command("xdotool", "type", "--", text).CombinedOutput(); err != nil {
			k.t.Fatalf("typing: %v\n%s", err, out)
		}
		typed = append(typed, letter{text, time.Now()})
		time.Sleep(time.Duration(k.chance.IntN(120)) * time.Millisecond)
	}
	return typed
}

// waiting gives the title as the next start will show it: from a copy of everything, so
// that nothing is touched.
func (k *killing) waiting() string {
	k.t.Helper()
	home := k.t.TempDir()
	own := filepath.Join(k.desk.Home(), ".local", "share", "commonplan")
	if err := os.CopyFS(home, os.DirFS(own)); err != nil && !os.IsNotExist(err) {
		k.t.Fatal(err)
	}
	s := shelf.New(store.OS, home, shelf.Owner{}, time.Now)
	opened, err := s.Open(k.plan, "")
	if err != nil {
		k.t.Fatalf("the plan does not open: %v", err)
	}
	doc := opened.Doc
	if opened.Back != nil {
		doc = opened.Back.Joined
	}
	return model.Title(model.ReadPlan(doc, nil).Item(k.need))
}

// end starts the program without a name: it shows what is waiting by itself, and saves it.
func (k *killing) end() {
	k.t.Helper()
	if !k.back {
		return
	}
	app := k.desk.Start(k.desk.Program("commonplan"))
	window := app.Window("Warm Hall").Pause(500 * time.Millisecond).Screenshot("killed-" + filepath.Base(k.t.Name())).Key("Return")
	window.Key("ctrl+s")
	k.desk.Until("what came back is saved", func() bool {
		return model.Title(readPlan(k.t, k.plan).Item(k.need)) == k.title
	})
	window.Close()
	app.Ended()
	if k.waiting() != k.title {
		k.t.Errorf("after saving the title is %q, want %q", k.waiting(), k.title)
	}
}
