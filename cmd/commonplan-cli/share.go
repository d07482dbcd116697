package main

import (
	"fmt"
	"strings"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/share"
	"commonplan/model/words"
)

// share writes a copy without what is private, and lists what stays behind.
func (c *cli) share(typed call) error {
	name, out := typed.words[0], typed.flags["-o"]
	if sameFile(name, out) {
		d, _ := commandOf("share")
		return d.misuse("cli.wrong.same", words.With{"Text": out})
	}
	doc, err := c.read(name)
	if err != nil {
		return err
	}
	copied := share.WithoutPrivate(doc)
	data, err := file.Encode(copied.Document)
	if err != nil {
		return err
	}
	if err := share.Check(data, doc); err != nil {
		return err
	}
	if err := c.saveOver(out, copied.Document, doc); err != nil {
		return err
	}
	if len(copied.Left) == 0 {
		_, err = fmt.Fprintln(c.out, c.words.Say("cli.shared.nothing", words.With{"Out": out}))
		return err
	}
	lines := []string{c.words.Say("cli.shared", words.With{"N": len(copied.Left), "Out": out})}
	for _, left := range copied.Left {
		lines = append(lines, "  "+c.leftOut(left))
	}
	_, err = fmt.Fprintln(c.out, strings.Join(lines, "\n"))
	return err
}

// leftOut names one thing that stays behind.
func (c *cli) leftOut(left share.Left) string {
	if left.Type == model.TypePrivate {
		return c.words.Say("cli.shared.contact", words.With{"Title": left.Title})
	}
	t := string(left.Type)
	if c.words.Has("type." + t) {
		t = c.words.Say("type." + t)
	}
	return c.words.Say("cli.shared.left", words.With{"Type": t, "Title": left.Title})
}
