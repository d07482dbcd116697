//go:build journey

package journey

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"commonplan/model"
)

// The map that is built twice, with the mouse and with keys alone: twelve cards, column
// by column, and the links between them.
var (
	builtCards = [5][]string{
		{"No room", "Broken tools", "Lost food"},
		{"Open house", "Repair bench", "Kitchen"},
		{"I know you", "I can mend"},
		{"Kind streets", "Less waste"},
		{"Fair town", "Green town"},
	}
	builtLinks = [][2]string{
		{"No room", "Open house"}, {"Broken tools", "Repair bench"}, {"Lost food", "Kitchen"},
		{"Open house", "I know you"}, {"Repair bench", "I can mend"}, {"Kitchen", "I know you"},
		{"I know you", "Kind streets"}, {"I can mend", "Less waste"},
		{"Kind streets", "Fair town"}, {"Less waste", "Green town"},
	}
)

// placeOfCard tells in which column a card is, and which one from the top.
func placeOfCard(title string) (column, row int) {
	for column, titles := range builtCards {
		if row := slices.Index(titles, title); row >= 0 {
			return column, row
		}
	}
	panic("no card is called " + title)
}

// Where the columns stand, and where in them a card is put: the top of its left half.
var (
	columnX = [5]int{260, 464, 668, 872, 1076}
	rowY    = [5][]int{{250, 370, 490}, {250, 370, 490}, {250, 370}, {250, 370}, {490, 595}}
)

// spot is a point on a card that was put on the map with the mouse.
func spot(title string) (x, y int) {
	column, row := placeOfCard(title)
	return columnX[column] + 20, rowY[column][row] + 60
}

func TestAMapIsBuiltWithTheMouseAndUndone(t *testing.T) {
	t.Parallel() // journeys mostly wait
	buildAndUndo(t, "mouse", func(window *Window) {
		window.Click(navX, mapY).Pause(500 * time.Millisecond)
		for column, titles := range builtCards {
			for row, title := range titles {
				window.DoubleClick(columnX[column], rowY[column][row]).Pause(beat).Type(title).Key("Return")
			}
		}
		window.Screenshot("map-mouse-cards")
		for _, link := range builtLinks {
			fromX, fromY := spot(link[0])
			toX, toY := spot(link[1])
			window.Drag(fromX, fromY, toX, toY)
		}
	})
}

func TestAMapIsBuiltWithKeysAloneAndUndone(t *testing.T) {
	t.Parallel() // journeys mostly wait
	buildAndUndo(t, "keys", func(window *Window) {
		window.Key("ctrl+5").Pause(500 * time.Millisecond).Key("F6")
		for column, titles := range builtCards {
			for _, title := range titles {
				window.Key(fmt.Sprint(column + 1)).Pause(beat).Type(title).Key("Return")
			}
		}
		window.Screenshot("map-keys-cards")
		for _, link := range builtLinks {
			column, row := placeOfCard(link[1])
			if column == 4 {
				row += 3 // below the goals that every plan begins with
			}
			window.Key("slash").Type(link[0]).Key("Return", "Escape", "l", "Home").Key(append(slices.Repeat([]string{"Down"}, row), "Return")...)
		}
	})
}

// buildAndUndo begins a plan, builds the map in it, saves it, takes every step back and
// saves again. What the file holds is compared with the map that was to be built, and
// at last with what it held at the beginning.
func buildAndUndo(t *testing.T, how string, build func(*Window)) {
	desk := NewDesk(t)
	app := desk.Start(desk.Program("commonplan"))
	app.Window("Commonplan").Key("ctrl+n").Pause(300 * time.Millisecond).Type("Our town").Key("Return")
	window := app.Window("Our town").Key("ctrl+s").Pause(400 * time.Millisecond).Key("Return")
	file := filepath.Join(desk.Home(), "Our town.commonplan")
	desk.Until("the plan is saved", func() bool { return exists(file) })
	begun := contentOf(readPlan(t, file))

	build(window)
	window.Pause(300 * time.Millisecond).Screenshot("map-" + how + "-built").Key("ctrl+s")
	want := append(slices.Clone(begun), builtContent()...)
	slices.Sort(want)
	savedAs(t, desk, file, "the map that was built", want)

	window.Key(slices.Repeat([]string{"ctrl+z"}, len(builtLinks)+12)...).Screenshot("map-" + how + "-undone").Key("ctrl+s")
	savedAs(t, desk, file, "the plan as it was begun", begun)
	window.Close()
	app.Ended()
}

// savedAs waits until a file holds what it should; if it never does, it says what differs.
func savedAs(t *testing.T, desk *Desk, file, what string, want []string) {
	t.Helper()
	var got []string
	for end := time.Now().Add(patience / 3); time.Now().Before(end); time.Sleep(beat) {
		if got = contentOf(readPlan(t, file)); slices.Equal(got, want) {
			return
		}
	}
	desk.picture(t.Name() + "-saved")
	t.Fatalf("The file does not hold %s (-want +got):\n%s", what, cmp.Diff(want, got))
}

// contentOf is what a plan says, whoever wrote it and when: a line for each record with
// its type and its fields. Ids, stamps and positions differ by nature; so a reference is
// the title of what it refers to, and a card has its number in its list. What lies in
// the bin is left out: undo of an addition puts it there.
func contentOf(plan *model.Plan) []string {
	var lines []string
	for _, of := range model.Types() {
		schema, _ := model.SchemaOf(of)
		for n, item := range plan.List(of) {
			line := string(of)
			if model.ColumnOf(item) != model.NoColumn {
				line += fmt.Sprintf(" %d", n+1)
			}
			for _, f := range schema.Fields {
				text := model.Text(item, f.Name)
				if text == "" || model.IsPlace(f.Name) {
					continue
				}
				if f.Kind == model.KindReference {
					text = model.Title(plan.Item(model.ID(text)))
				}
				line += " | " + f.Name + ": " + text
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return lines
}

// builtContent is what the built map adds to a plan.
func builtContent() []string {
	var lines []string
	outcomes := 0
	for column, titles := range builtCards {
		for row, title := range titles {
			line := fmt.Sprintf("%s %d | title: %s", []string{"need", "activity", "outcome", "outcome", "goal"}[column], row+1, title)
			switch column {
			case 2, 3:
				outcomes++
				line = fmt.Sprintf("outcome %d | level: %s | title: %s", outcomes, []string{"service", "community"}[column-2], title)
			case 4:
				line = fmt.Sprintf("goal %d | title: %s", row+4, title) // after the three of every plan
			}
			lines = append(lines, line)
		}
	}
	for _, link := range builtLinks {
		lines = append(lines, strings.Join([]string{"link", "from: " + link[0], "to: " + link[1], "strength: some"}, " | "))
	}
	return lines
}
