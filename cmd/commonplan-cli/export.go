package main

import (
	"path/filepath"
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/exchange"
	"commonplan/model/figure"
	"commonplan/model/paper/metrics"
	"commonplan/model/words"
)

// exports are the kinds of file that export writes, and how.
var exports = []struct {
	kind string
	make func(c *cli, plan *model.Plan) ([]byte, error)
}{
	{".json", func(_ *cli, plan *model.Plan) ([]byte, error) { return exchange.JSON(plan) }},
	{".svg", func(c *cli, plan *model.Plan) ([]byte, error) {
		picture, _ := figure.Map(plan, c.wholeMap()) // a picture on a screen is as high as it must be
		return figure.SVG(picture), nil
	}},
	{".dot", func(c *cli, plan *model.Plan) ([]byte, error) { return figure.Dot(plan, c.wholeMap()), nil }},
}

// wholeMap is the map with every card and link, at the size of a poster.
func (c *cli) wholeMap() figure.MapOptions {
	return figure.MapOptions{Words: c.words, Metrics: metrics.SourceSans(), Poster: true}
}

// export gives the plan, or its map, to other programs.
func (c *cli) export(typed call) error {
	out := typed.flags["-o"]
	var kinds []string
	for _, e := range exports {
		kinds = append(kinds, e.kind)
	}
	if err := c.checkKind("export", out, kinds, laterExports); err != nil {
		return err
	}
	doc, err := c.read(typed.words[0])
	if err != nil {
		return err
	}
	data, err := exports[slices.Index(kinds, endingOf(out))].make(c, model.ReadPlan(doc, nil))
	if err != nil {
		return err
	}
	return write(out, data)
}

// endingOf is how a file's name ends, in small letters: ".svg".
func endingOf(name string) string { return strings.ToLower(filepath.Ext(name)) }

// checkKind holds an output to the kinds of file that a command can write: those it
// has, and those of later versions.
func (c *cli) checkKind(command, out string, kinds, later []string) error {
	d, _ := commandOf(command)
	ending, list := endingOf(out), strings.Join(kinds, ", ")
	if n := len(kinds); n > 1 {
		list = c.words.Say("cli.kinds", words.With{"List": strings.Join(kinds[:n-1], ", "), "Last": kinds[n-1]})
	}
	switch {
	case slices.Contains(kinds, ending):
		return nil
	case slices.Contains(later, ending):
		return &misuse{key: "cli.later.kind", with: words.With{"Text": ending, "Kind": list}}
	}
	return d.misuse("cli.wrong.kind", words.With{"Text": out, "Kind": list})
}
