// Package journey drives the real program in a real window, as a person would: it
// looks for a window, clicks, types, drags and takes pictures. It needs no screen; a
// desk brings its own (Xvfb) and its own window manager (openbox).
//
//	desk := journey.NewDesk(t)
//	app := desk.Start(desk.Program("commonplan"), "--new")
//	app.Window("Commonplan").
//		Click(640, 300).
//		Type("Yard behind the hall").
//		Key("ctrl+s").
//		Screenshot("need-typed").
//		Close()
//	app.Ended()
//
// Windows fill the desk of 1280 x 800 and have no frame, so that a point of the window
// is a point of the picture. Every gesture that cannot be made fails the test with one
// sentence; nothing is skipped. Everything started is stopped at the end of the test.
//
// The journeys themselves are tests with the build tag journey, since they want the
// built program and the packages that .ci/install test brings.
package journey

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	// Width and Height of the desk, in pixels.
	Width, Height = 1280, 800
	// patience is how long anything that should happen may take on a busy computer.
	patience = 30 * time.Second
	// beat is the pause after a gesture, so that the next one meets its result.
	beat = 150 * time.Millisecond
)

// tools are the commands a desk works with.
var tools = []string{"Xvfb", "openbox", "xdotool", "xwininfo", "xprop", "import"}

// manners is all the window manager does here: windows fill the desk, and alt+F4 closes.
const manners = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <desktops><number>1</number></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>
`

// Desk is a screen nobody sees, with a window manager and an empty home folder.
type Desk struct {
	t        testing.TB
	home     string
	pictures string
	screen   string // the folder in which the X server keeps what the screen shows
	env      []string
}

// NewDesk sets up a desk and clears it away at the end of the test. If the test fails,
// a last picture of the desk is kept.
func NewDesk(t testing.TB) *Desk {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("The journey needs %s, which is not on this computer. Run: sh .ci/install test", tool)
		}
	}
	d := &Desk{t: t, home: t.TempDir(), screen: t.TempDir(), pictures: filepath.Join(checkout(t), "build", "journey")}
	if err := os.MkdirAll(d.pictures, 0o755); err != nil {
		t.Fatalf("The folder for the pictures could not be made: %v", err)
	}
	d.env = homeEnv(d.home)
	for _, folder := range homeFolders(d.home) {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatalf("The home folder could not be made: %v", err)
		}
	}
	d.startScreen()
	d.startWindowManager()
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("The desk when the test failed: %s", d.picture(strings.ReplaceAll(t.Name(), "/", "-")+"-failed"))
		}
	})
	return d
}

// Home is the folder the program takes for the person's home. It is empty at first.
func (d *Desk) Home() string { return d.home }

// Program is the path of a built program, such as "commonplan".
func (d *Desk) Program(name string) string {
	d.t.Helper()
	path := filepath.Join(checkout(d.t), "build", name)
	if _, err := os.Stat(path); err != nil {
		d.t.Fatalf("The journey needs build/%s, which is not built yet. Run: make build", name)
	}
	return path
}

// Start runs a program on the desk.
func (d *Desk) Start(program string, args ...string) *App {
	d.t.Helper()
	return &App{desk: d, running: d.run(program, args...)}
}

// Until waits for something to become true, such as a file that is being saved.
// What says what is waited for: "the plan is saved".
func (d *Desk) Until(what string, done func() bool) {
	d.t.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(beat) {
		if time.Now().After(end) {
			d.t.Fatalf("After %v this has not happened: %s.", patience, what)
		}
	}
}

// startScreen lets the X server choose a free display and say which.
func (d *Desk) startScreen() {
	d.t.Helper()
	said, say, err := os.Pipe()
	if err != nil {
		d.t.Fatalf("The screen could not be asked for its number: %v", err)
	}
	defer said.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", Width, Height), "-fbdir", d.screen, "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{say}
	screen := d.start(cmd)
	say.Close() // the server holds the other end: if it dies, reading ends
	if err := said.SetReadDeadline(time.Now().Add(patience)); err != nil {
		d.t.Fatalf("The screen could not be waited for: %v", err)
	}
	number, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		d.t.Fatalf("The screen did not start: %v\n%s", err, screen.output)
	}
	d.env = append(d.env, "DISPLAY=:"+strings.TrimSpace(number))
}

func (d *Desk) startWindowManager() {
	d.t.Helper()
	config := filepath.Join(d.t.TempDir(), "openbox.xml")
	if err := os.WriteFile(config, []byte(manners), 0o600); err != nil {
		d.t.Fatalf("The window manager's settings could not be written: %v", err)
	}
	d.run("openbox", "--sm-disable", "--config-file", config)
	d.Until("the window manager is ready", func() bool {
		out, err := d.command("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").Output()
		return err == nil && strings.Contains(string(out), "window id")
	})
}

// picture takes a picture of the desk and gives its path.
func (d *Desk) picture(name string) string {
	d.t.Helper()
	path := filepath.Join(d.pictures, name+".png")
	if out, err := d.command("import", "-window", "root", path).CombinedOutput(); err != nil {
		d.t.Errorf("The picture %s could not be taken: %v\n%s", name, err, out)
	}
	return path
}

// keep writes a text beside the pictures and gives its path.
func (d *Desk) keep(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.pictures, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		d.t.Errorf("%s could not be kept: %v", name, err)
	}
	return path
}

func (d *Desk) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(d.env, "LC_ALL=C.UTF-8") // or xdotool cannot type “é”
	return cmd
}

// homeFolders are where a program keeps what is a person's own.
func homeFolders(home string) []string {
	return []string{
		filepath.Join(home, ".config"), filepath.Join(home, ".local", "share"),
		filepath.Join(home, ".cache"), filepath.Join(home, ".run"),
	}
}

// homeEnv is all a program on the desk knows of this computer: nothing of the person
// who runs the test, neither settings nor language nor a session to talk to.
func homeEnv(home string) []string {
	folders := homeFolders(home)
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + folders[0],
		"XDG_DATA_HOME=" + folders[1],
		"XDG_CACHE_HOME=" + folders[2],
		"XDG_RUNTIME_DIR=" + folders[3],
		"DBUS_SESSION_BUS_ADDRESS=disabled:",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"LC_ALL=C",
	}
}

// checkout is the folder of the whole project: the nearest one up with a go.mod.
func checkout(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatalf("The folder of the test is not known: %v", err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("The test does not run inside the project: there is no go.mod above it.")
		}
	}
}
