package main

import (
	"path/filepath"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/exchange"
	"commonplan/model/words"
)

// export gives the plan to other programs.
func (c *cli) export(typed call) error {
	out := typed.flags["-o"]
	if err := checkKind("export", out, ".json", laterExports); err != nil {
		return err
	}
	doc, err := read(typed.words[0])
	if err != nil {
		return err
	}
	data, err := exchange.JSON(model.ReadPlan(doc, nil))
	if err != nil {
		return err
	}
	return write(out, data)
}

// checkKind holds an output to the kinds of file that a command can write: the one it
// has, and those of later versions.
func checkKind(command, out, kind string, later []string) error {
	d, _ := commandOf(command)
	switch ending := strings.ToLower(filepath.Ext(out)); {
	case ending == kind:
		return nil
	case slices.Contains(later, ending):
		return &misuse{key: "cli.later.kind", with: words.With{"Text": ending, "Kind": kind}}
	}
	return d.misuse("cli.wrong.kind", words.With{"Text": out, "Kind": kind})
}
