package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/words"
)

// The exit codes.
const (
	done     = 0
	atFault  = 1 // the input; nothing was written
	wrongUse = 2
)

// cli is one run of the program.
type cli struct {
	out      io.Writer
	words    *words.Words
	now      func() time.Time
	password func() (string, error) // of protected projects; "" if none was given
}

// run does what was typed and gives the exit code.
func run(args []string, out, errs io.Writer) int {
	c := &cli{out: out, words: words.English(), now: time.Now}
	err := c.do(args)
	var wrong *misuse
	switch {
	case err == nil:
		return done
	case errors.As(err, &wrong):
		fmt.Fprintln(errs, c.words.Say(wrong.key, wrong.with))
		if wrong.usage != "" {
			fmt.Fprintln(errs, wrong.usage)
		}
		return wrongUse
	}
	fmt.Fprintln(errs, c.words.Explain(err))
	return atFault
}

// misuse is a call that this program does not have: the sentence to show, and how to
// call it rightly.
type misuse struct {
	key   string
	with  words.With
	usage string
}

func (m *misuse) Error() string { return m.key }

// call is what was typed after a command's name.
type call struct {
	words []string          // in order, without the flags
	flags map[string]string // by name; "yes" for one that takes no value
}

func (c *cli) do(args []string) (err error) {
	if c.password, args, err = c.passwordSource(args); err != nil {
		return err
	}
	if len(args) == 0 {
		return &misuse{key: "cli.wrong.nothing", usage: c.usage()}
	}
	name := args[0]
	if isHelp(name) {
		_, err := fmt.Fprintln(c.out, c.usage())
		return err
	}
	if isLater(name) {
		return &misuse{key: "cli.later.command", with: words.With{"Text": name}}
	}
	command, known := commandOf(name)
	if !known {
		return &misuse{key: "cli.wrong.command", with: words.With{"Text": name}, usage: c.usage()}
	}
	if len(args) > 1 && (args[1] == "--help" || args[1] == "-h") {
		_, err := fmt.Fprintln(c.out, usageOf(command)+"\n    "+c.words.Say("cli.command."+command.name))
		return err
	}
	typed, err := command.read(args[1:])
	if err != nil {
		return err
	}
	return command.does(c, typed)
}

func isHelp(name string) bool { return name == "help" || name == "--help" || name == "-h" }

// read sorts what was typed into words and flags, in whatever order they came. The
// last word of a command without flags is taken as it is, so that a value may begin
// with a dash; for the others "--" ends the flags.
func (d command) read(args []string) (call, error) {
	typed := call{flags: map[string]string{}}
	plain := false
	for i := 0; i < len(args); i++ {
		arg := args[i]
		value := len(d.flags) == 0 && len(typed.words) > 0 && len(typed.words) == len(d.words)-1
		switch {
		case plain || value || !strings.HasPrefix(arg, "-") || arg == "-":
			typed.words = append(typed.words, arg)
			continue
		case arg == "--":
			plain = true
			continue
		}
		name, text, joined := strings.Cut(arg, "=")
		flag, known := d.flag(name)
		switch {
		case !known:
			return call{}, d.misuse("cli.wrong.flag", words.With{"Text": name})
		case flag.value == "" && joined:
			return call{}, d.misuse("cli.wrong.flag.value", words.With{"Text": name})
		case flag.value == "":
			text = "yes"
		case !joined && i+1 == len(args):
			return call{}, d.misuse("cli.wrong.flag.empty", words.With{"Text": name})
		case !joined:
			i++
			text = args[i]
		}
		if _, twice := typed.flags[name]; twice {
			return call{}, d.misuse("cli.wrong.flag.twice", words.With{"Text": name})
		}
		typed.flags[name] = text
	}
	return typed, d.checkWords(typed)
}

func (d command) checkWords(typed call) error {
	switch {
	case len(typed.words) < len(d.words):
		return d.misuse("cli.wrong.few", words.With{"Text": d.words[len(typed.words)]})
	case len(typed.words) > len(d.words):
		return d.misuse("cli.wrong.many", words.With{"Text": typed.words[len(d.words)]})
	}
	for _, flag := range d.flags {
		if _, given := typed.flags[flag.name]; flag.needed && !given {
			return d.misuse("cli.wrong.few", words.With{"Text": flag.name + " " + flag.value})
		}
	}
	return nil
}

func (d command) flag(name string) (flag, bool) {
	for _, f := range d.flags {
		if f.name == name {
			return f, true
		}
	}
	return flag{}, false
}

// misuse says what is wrong with a call of this command, and how it is called.
func (d command) misuse(key string, with words.With) *misuse {
	return &misuse{key: key, with: with, usage: usageOf(d)}
}

// source is what edits need from the world: real chance and the real clock.
func (c *cli) source() edit.Source { return edit.Source{Random: rand.Reader, Now: c.now} }

// today is the day on which ages are counted and papers are dated.
func (c *cli) today() model.Date { return model.DateOf(c.now()) }
