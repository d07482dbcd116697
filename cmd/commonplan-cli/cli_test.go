package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"commonplan/model/words"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"commonplan-cli": main})
}

// TestCommands runs the scripts of testdata, a file for each command. They have words
// of their own:
//
//	exits CODE COMMAND …     runs a command and holds it to its exit code
//	json PATH WANT           looks into the JSON on stdout: totals.gap, counts.need
//	cutoff FILE COPY         makes a copy that lacks the last third
//	flip FILE COPY           makes a copy with one bit changed in the middle
//	ispdf FILE               holds a file to being a whole PDF
//	isxml FILE               holds a file to being well-formed XML
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "json": lookup, "cutoff": cutOff, "flip": flip, "ispdf": isPDF, "isxml": isXML},
		Condition: func(name string) (bool, error) {
			if name == "root" { // whom no folder is read-only for
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	said := strings.TrimSpace(ts.ReadFile("stderr"))
	switch {
	case want == done && said != "":
		ts.Fatalf("it complained although it worked: %s", said)
	case want == atFault && strings.Contains(said, "\n"):
		ts.Fatalf("it took more than one line to say what is at fault: %s", said)
	case want != done && !strings.Contains(said, "."):
		ts.Fatalf("it did not say what is wrong: %q", said)
	}
}

func lookup(ts *testscript.TestScript, _ bool, args []string) {
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &value))
	for step := range strings.SplitSeq(args[0], ".") {
		inside, ok := value.(map[string]any)
		if !ok {
			ts.Fatalf("%s leads nowhere", args[0])
		}
		value = inside[step]
	}
	text, isText := value.(string)
	if !isText {
		data, err := json.Marshal(value)
		ts.Check(err)
		text = string(data)
	}
	if text != args[1] {
		ts.Fatalf("%s is %s, want %s", args[0], text, args[1])
	}
}

func cutOff(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(data[:len(data)*2/3]), 0o644))
}

func flip(ts *testscript.TestScript, _ bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	data[len(data)/2] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

func isPDF(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	if !strings.HasPrefix(data, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(data), "%%EOF") {
		ts.Fatalf("%s is no whole PDF", args[0])
	}
}

func isXML(ts *testscript.TestScript, _ bool, args []string) {
	decoder := xml.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	for elements := 0; ; elements++ {
		if _, err := decoder.Token(); err == io.EOF && elements > 0 {
			return
		} else if err != nil {
			ts.Fatalf("%s is no whole XML: %v", args[0], err)
		}
	}
}

func TestEachCommandIsExplainedAndListed(t *testing.T) {
	c := &cli{words: words.English()}
	for _, d := range commands() {
		if !c.words.Has("cli.command." + d.name) {
			t.Errorf("there are no words for %s", d.name)
		}
		if !strings.Contains(c.usage(), usageOf(d)) {
			t.Errorf("the usage does not tell of %s", d.name)
		}
		if isLater(d.name) {
			t.Errorf("%s is said to come later", d.name)
		}
	}
}
