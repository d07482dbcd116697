//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// xev prints every event its window gets: what the driver does is what it must say.
func TestWhatTheDriverDoesArrivesInTheWindow(t *testing.T) {
	desk := NewDesk(t)
	app := desk.Start("xev")
	told := func(what, event string, details ...string) {
		t.Helper()
		desk.Until("xev is told of "+what, func() bool {
			for _, said := range strings.Split(app.Output(), "\n\n") {
				if strings.HasPrefix(strings.TrimSpace(said), event) && containsAll(said, details) {
					return true
				}
			}
			return false
		})
	}

	window := app.Window("Event Tester").Click(300, 200)
	told("a click", "ButtonPress", "button 1", "root:(300,200)")

	window.Drag(100, 100, 400, 300)
	told("a drag letting go at its end", "ButtonRelease", "root:(400,300)")

	window.Wheel(50, 60, 2)
	told("a turn of the wheel", "ButtonPress", "button 5", "root:(50,60)")

	window.Type("a£ŵ").Key("ctrl+s")
	told("a letter", "KeyPress", "keysym 0x61, a")
	told("a pound sign", "KeyPress", "sterling")
	told("a Welsh letter", "KeyPress", "wcircumflex")
	told("a shortcut", "KeyPress", "state 0x4", "keysym 0x73, s")

	window.Screenshot("driver")
	picture := filepath.Join(checkout(t), "build", "journey", "driver.png")
	if info, err := os.Stat(picture); err != nil || info.Size() == 0 {
		t.Errorf("the picture is not there: %v", err)
	}

	window.Close()
	app.Ended()
}

func TestADeskLeavesNothingRunning(t *testing.T) {
	var pid string
	t.Run("at the desk", func(t *testing.T) {
		desk := NewDesk(t)
		app := desk.Start("sh", "-c", "echo $$; exec sleep 600")
		desk.Until("the program says its id", func() bool { return strings.HasSuffix(app.Output(), "\n") })
		pid = strings.TrimSpace(app.Output())
	})
	if _, err := os.Stat(filepath.Join("/proc", pid)); !os.IsNotExist(err) {
		t.Errorf("the program %s is still there: %v", pid, err)
	}
}

func containsAll(text string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}
