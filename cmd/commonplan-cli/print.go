package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/paper/docx"
	"commonplan/model/paper/html"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

// printKinds are the kinds of file a paper can be.
var printKinds = []string{".pdf", ".docx", ".html"}

// print writes a paper as a PDF file, a Word document or a web page.
func (c *cli) print(typed call) error {
	out := typed.flags["-o"]
	if err := c.checkKind("print", out, printKinds, nil); err != nil {
		return err
	}
	options, err := c.paperOptions(typed.flags)
	if err != nil {
		return err
	}
	doc, err := c.read(typed.words[0])
	if err != nil {
		return err
	}
	plan := model.ReadPlan(doc, nil)
	if options.Words == nil {
		options.Words = proposal.WordsOf(plan.Project)
	}
	if options.Large > 0 {
		options.Large = proposal.LargeSize(plan.Project)
	}
	worked := doc.WorkedOn()
	options.Date, options.Parts = model.DateOf(worked), doc.Parts
	return c.printPlan(plan, options, worked, out)
}

// paperOptions reads which paper is wanted, and how. Its words are nil if the project is
// to say in which language.
func (c *cli) paperOptions(flags map[string]string) (proposal.Options, error) {
	d, _ := commandOf("print")
	options := proposal.Options{Paper: proposal.Council}
	if name, given := flags["--paper"]; given {
		options.Paper = proposal.Paper(name)
		if !slices.Contains(papers(), name) {
			return options, d.misuse("cli.wrong.paper", words.With{"Text": name, "List": strings.Join(papers(), ", ")})
		}
	}
	if _, large := flags["--large-print"]; large {
		options.Large = paper.LargeUsual
	}
	switch size := flags["--size"]; strings.ToUpper(size) {
	case "", string(proposal.A4):
	case string(proposal.A3):
		if options.Paper != proposal.Map {
			return options, d.misuse("cli.wrong.size.paper", words.With{"Paper": string(options.Paper)})
		}
		options.Size = proposal.A3
	default:
		return options, d.misuse("cli.wrong.size", words.With{"Text": size})
	}
	if _, poster := flags["--poster"]; poster {
		if options.Paper != proposal.Map {
			return options, d.misuse("cli.wrong.poster", words.With{"Paper": string(options.Paper)})
		}
		options.Poster = endingOf(flags["-o"]) == ".pdf" // what has no sides is not put together from sheets
	}
	language, given := flags["--lang"]
	switch {
	case !given:
	case slices.Contains(words.Languages(), language):
		speaks, err := words.In(language)
		if err != nil {
			return options, err
		}
		options.Words = speaks
	default:
		return options, &misuse{key: "cli.later.language", with: words.With{"Text": language, "List": strings.Join(words.Languages(), ", ")}}
	}
	return options, nil
}

// printPlan makes the paper, dated by when the plan was last worked on, shortened to its sides if it must be, and writes it.
func (c *cli) printPlan(plan *model.Plan, options proposal.Options, worked time.Time, out string) error {
	writing := pdf.Options{Words: options.Words, Date: worked}
	doc, fitted, err := proposal.Fit(plan, options, func(doc paper.Document) (int, error) {
		return len(pdf.Layout(doc, writing).Pages), nil
	})
	if err != nil {
		return err
	}
	if endingOf(out) != ".pdf" {
		return c.printCopy(doc, options, out)
	}
	data, report, err := pdf.Write(doc, writing)
	if err != nil {
		return err
	}
	if err := write(out, data); err != nil {
		return err
	}
	key := "cli.printed"
	if fitted.Over > 0 {
		key = "cli.printed.over"
	}
	_, err = fmt.Fprintln(c.out, c.words.Say(key, words.With{
		"Out": out, "Paper": string(options.Paper), "N": fitted.Pages, "Most": proposal.Sides(plan, options.Paper),
	}))
	for _, refused := range report.Refused {
		if _, err := fmt.Fprintln(c.out, refused.Sentence(c.words)); err != nil {
			return err
		}
	}
	if err != nil || len(report.Changes) == 0 {
		return err
	}
	var signs []string
	for _, change := range report.Changes {
		signs = append(signs, change.Was)
	}
	_, err = fmt.Fprintln(c.out, c.words.Say("cli.printed.lost", words.With{"Signs": strings.Join(proposal.Signs(plan, signs, c.words), "; ")}))
	return err
}

// printCopy writes a paper in a form that has no fixed sides.
func (c *cli) printCopy(doc paper.Document, options proposal.Options, out string) error {
	forms := map[string]func(paper.Document, *words.Words) ([]byte, error){".docx": docx.Write, ".html": html.Write}
	data, err := forms[endingOf(out)](doc, options.Words)
	if err != nil {
		return err
	}
	if err := write(out, data); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.words.Say("cli.printed.copy", words.With{"Out": out, "Paper": string(options.Paper)}))
	return err
}
