package model

import (
	"regexp"
	"strings"
)

// bullet is what may stand before a line of a list, as Word and mail programs hand it
// on: a bullet, the hollow one of Word as an o before a tab, or a number. A dash and a
// number are markers only before a space, so that "-5 °C" and "2.5 hours" stay whole.
var bullet = regexp.MustCompile(`^\s*(?:[•·●○▪▫■□◦‣\x{f0a7}\x{f0b7}]|[-–—*]\s|[o§]\t|\(?\d{1,3}[.)]\s|[a-zA-Z][.)]\t)`)

// ListedLine reads one line of a list as a title: without its bullet or number, with
// single spaces and no tabs; "" if nothing is left.
func ListedLine(line string) string {
	line += " " // a bullet may stand alone
	return strings.Join(strings.Fields(line[len(bullet.FindString(line)):]), " ")
}

// Listed reads a pasted list: one title for each line that says something.
func Listed(text string) []string {
	var titles []string
	for line := range strings.Lines(text) {
		if title := ListedLine(line); title != "" {
			titles = append(titles, title)
		}
	}
	return titles
}
