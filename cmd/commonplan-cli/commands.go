package main

import (
	"slices"
	"strings"

	"commonplan/model/example"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// command is one thing the program does.
type command struct {
	name  string
	words []string // what it wants, in order
	flags []flag
	usage string // how it is called; what this version does not do is left out
	does  func(*cli, call) error
}

// flag is one choice of a command.
type flag struct {
	name   string
	value  string // what follows it; "" if nothing does
	needed bool
}

// commands lists what there is, in the order of the work. A new command is a line here.
func commands() []command {
	return []command{
		{name: "new", words: []string{"FILE"}, does: (*cli).begin,
			usage: "new [--example " + strings.Join(example.Names(), "|") + "] FILE",
			flags: []flag{{name: "--example", value: "NAME"}}},
		{name: "info", words: []string{"FILE"}, usage: "info FILE", does: (*cli).info},
		{name: "check", words: []string{"FILE"}, usage: "check FILE", does: (*cli).check},
		{name: "print", words: []string{"FILE"}, does: (*cli).print,
			usage: "print FILE -o OUT.pdf|.docx|.html [--paper " + strings.Join(papers(), "|") + "] [--large-print] [--size A4|A3] [--poster] [--lang " + strings.Join(words.Languages(), "|") + "]",
			flags: []flag{
				{name: "-o", value: "OUT.pdf", needed: true}, {name: "--paper", value: "PAPER"},
				{name: "--size", value: "SIZE"}, {name: "--lang", value: "LANGUAGE"}, {name: "--large-print"}, {name: "--poster"},
			}},
		{name: "set", words: []string{"FILE", "RECORD", "FIELD", "VALUE"}, usage: "set FILE RECORD FIELD VALUE", does: (*cli).set},
		{name: "merge", words: []string{"MINE", "THEIRS"}, usage: "merge MINE THEIRS -o OUT", does: (*cli).merge,
			flags: []flag{{name: "-o", value: "OUT", needed: true}}},
		{name: "share", words: []string{"FILE"}, usage: "share FILE -o OUT", does: (*cli).share,
			flags: []flag{{name: "-o", value: "OUT", needed: true}}},
		{name: "export", words: []string{"FILE"}, usage: "export FILE -o OUT.json|.svg|.dot", does: (*cli).export,
			flags: []flag{{name: "-o", value: "OUT.json|.svg|.dot", needed: true}}},
	}
}

// What a later version will do. Whoever asks for it is told so.
var (
	laterCommands = []string{"import", "gather"}
	laterExports  = []string{".xlsx", ".csv"}
)

func isLater(name string) bool { return slices.Contains(laterCommands, name) }

func papers() []string {
	var names []string
	for _, p := range proposal.Papers() {
		names = append(names, string(p))
	}
	return names
}

func commandOf(name string) (command, bool) {
	all := commands()
	i := slices.IndexFunc(all, func(d command) bool { return d.name == name })
	if i < 0 {
		return command{}, false
	}
	return all[i], true
}

// usage tells how the program is called, a command a line.
func (c *cli) usage() string {
	var lines []string
	for _, d := range commands() {
		lines = append(lines, usageOf(d), "    "+c.words.Say("cli.command."+d.name))
	}
	return strings.Join(append(lines, c.words.Say("cli.password.usage", words.With{"Flag": passwordFlag, "Name": passwordName})), "\n")
}

// usageOf tells how one command is called.
func usageOf(d command) string { return "commonplan-cli " + d.usage }
