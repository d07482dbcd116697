package figure

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"commonplan/model"
	"commonplan/model/words"
)

// dotSize is the type size in points: smaller than a poster’s, since whoever reads the
// file may set another typeface with wider letters.
const dotSize = 10

// Dot writes the map for Graphviz: the cards of a poster as nodes by their ids, each with
// its words, its size (in inches, as Graphviz has it) and where its middle stands ("pos",
// in points, y upwards), a rank for each column, and every link.
//
//	neato -n2 -Tsvg map.dot    draws it as it stands
//	dot -Tsvg map.dot          places it anew, in the same columns
func Dot(plan *model.Plan, o MapOptions) []byte {
	if o.Words == nil {
		o.Words = words.English()
	}
	o.Poster = true
	m := layMap(plan, o)
	var b bytes.Buffer
	b.WriteString("digraph map {\n")
	fmt.Fprintf(&b, "  graph [rankdir=LR, inputscale=72, splines=true, ranksep=1, label=%s];\n", dotText(plan.Project.Name))
	fmt.Fprintf(&b, "  node [shape=box, fixedsize=true, margin=0, fontname=\"Source Sans 3, sans-serif\", fontsize=%d];\n", dotSize)
	m.dotCards(&b)
	m.dotOrder(&b)
	for i, link := range m.links {
		if m.place.Routes[i] == nil {
			continue
		}
		style := "dashed"
		if link.Strength == model.Strong {
			style = "bold"
		}
		fmt.Fprintf(&b, "  %s -> %s [style=%s];\n", dotID(link.From), dotID(link.To), style)
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// layMap makes the cards and places them, and draws nothing.
func layMap(plan *model.Plan, o MapOptions) *mapMaker {
	m := &mapMaker{plan: plan, o: o, style: styleOf(o), first: model.NeedColumn}
	height := o.Height
	if height == 0 {
		height = m.style.height
	}
	m.chooseLinks()
	m.fitWidths(height)
	m.arrange(height)
	return m
}

// dotCards writes a node for each card, column by column.
func (m *mapMaker) dotCards(b *bytes.Buffer) {
	const perInch = 25.4
	for column := m.first; column <= model.GoalColumn; column++ {
		var ids []string
		for i, card := range m.cards {
			if card.column != column || card.item == nil {
				continue
			}
			at, id := m.place.Cards[i], dotID(card.item.Head().ID)
			ids = append(ids, id)
			fmt.Fprintf(b, "  %s [pos=\"%s,%s\", width=%s, height=%s, label=%s%s];\n", id,
				number((at.X+at.W/2)/mmPerPoint), number((m.place.Height-at.Y-at.H/2)/mmPerPoint),
				number(at.W/perInch), number(at.H/perInch), dotLines(card.lines), dotLook(card))
		}
		if len(ids) > 0 {
			fmt.Fprintf(b, "  { rank=same; %s; }\n", strings.Join(ids, "; "))
		}
	}
}

// dotOrder joins two neighbouring columns out of sight where no link does, so that
// Graphviz keeps them in this order too.
func (m *mapMaker) dotOrder(b *bytes.Buffer) {
	joined := map[[2]model.Column]bool{}
	for _, link := range m.links {
		joined[[2]model.Column{model.ColumnOf(m.plan.Item(link.From)), model.ColumnOf(m.plan.Item(link.To))}] = true
	}
	var before mapCard
	for column := m.first; column <= model.GoalColumn; column++ {
		for _, card := range m.cards {
			if card.column != column || card.item == nil {
				continue
			}
			if before.item != nil && !joined[[2]model.Column{before.column, column}] {
				fmt.Fprintf(b, "  %s -> %s [style=invis, weight=0];\n", dotID(before.item.Head().ID), dotID(card.item.Head().ID))
			}
			before = card
			break
		}
	}
}

// dotLook tells the kinds of card apart: activities are tinted, outcomes round, goals
// filled with the colour of their objective.
func dotLook(card mapCard) string {
	switch card.column {
	case model.ActivityColumn:
		return fmt.Sprintf(`, style=filled, fillcolor="%s"`, svgColour(tint))
	case model.ServiceColumn:
		return ", style=rounded"
	case model.CommunityColumn:
		return ", style=rounded, penwidth=2"
	case model.GoalColumn:
		fill, known := objectiveColours[string(card.item.(*model.Goal).Objective)]
		if !known {
			fill = mute
		}
		return fmt.Sprintf(`, style=filled, fillcolor="%s", fontcolor="%s"`, svgColour(fill), svgColour(white))
	}
	return ""
}

// dotLines is what stands on a card, line under line, without the links it names.
func dotLines(lines []cardLine) string {
	var all []string
	for _, line := range lines {
		if line.left != "" {
			all = append(all, line.left)
		}
	}
	return dotText(all...)
}

// entity is what Graphviz would read as one letter, such as "&amp;".
var entity = regexp.MustCompile(`&(#?\w+;)`)

// dotText writes lines of text as Graphviz reads them.
func dotText(lines ...string) string {
	for i, line := range lines {
		line = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(line, "\uFFFD"))
		line = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(line)
		lines[i] = entity.ReplaceAllString(line, "&amp;$1")
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

func dotID(id model.ID) string { return dotText(string(id)) }
