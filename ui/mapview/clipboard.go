package mapview

import (
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/words"
)

// Cards travel between projects as text that reads well anywhere:
//
//	Cards of a Commonplan map
//	N5 The yard is paved, hot and tipped on
//	    who: children and older neighbours
//	A3 Yard garden and repair bench
//	N5 → A3
//	    strength: strong
//
// A card begins with its label, whose letter tells its column; what is indented says
// more about the line above. A field of several lines goes on with a bar. Any other
// text is a list: each of its lines is the title of a card.
const (
	copiedHead = "Cards of a Commonplan map"
	copiedGap  = "    "
	copiedMore = "    | "
	copiedLink = " → "
	mostPasted = 500 // cards at once
)

// copied writes cards, and the links among them, as text.
func copied(plan *model.Plan, ids []model.ID) string {
	var b strings.Builder
	b.WriteString(copiedHead + "\n")
	among := map[model.ID]bool{}
	for _, id := range ids {
		item := plan.Item(id)
		among[id] = true
		b.WriteString(plan.Label(id) + " " + strings.Join(strings.Fields(model.Title(item)), " ") + "\n")
		writeFields(&b, item, "title", "level")
	}
	for _, id := range ids {
		for _, l := range plan.From(id) {
			if among[l.To] {
				b.WriteString(plan.Label(l.From) + copiedLink + plan.Label(l.To) + "\n")
				writeFields(&b, l, "from", "to")
			}
		}
	}
	return b.String()
}

func writeFields(b *strings.Builder, item model.Item, but ...string) {
	schema, _ := model.SchemaOf(item.Type())
	for _, f := range schema.Fields {
		if model.IsPlace(f.Name) || f.Name == but[0] || f.Name == but[1] || f.Private {
			continue
		}
		if text := model.Text(item, f.Name); text != "" {
			b.WriteString(copiedGap + f.Name + ": " + strings.ReplaceAll(text, "\n", "\n"+copiedMore) + "\n")
		}
	}
}

// pasted reads what was copied. What it does not understand is left out: nobody loses
// the cards because of one line.
type pasted struct {
	cards  []model.Item
	links  []joined
	number map[string]int // cards by the label they had
	item   model.Item     // to which the indented lines belong
	field  string
}

func readCopied(lines []string) *pasted {
	r := &pasted{number: map[string]int{}}
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, copiedMore) && r.item != nil && r.field != "":
			r.set(model.Text(r.item, r.field) + "\n" + line[len(copiedMore):])
		case strings.HasPrefix(line, copiedGap):
			name, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
			if r.field = name; r.item != nil {
				r.set(text)
			}
		default:
			r.begin(line)
		}
	}
	return r
}

// set sets the field; one that this version does not know or takes is left as it is.
func (r *pasted) set(text string) {
	schema, _ := model.SchemaOf(r.item.Type())
	if f, known := schema.Field(r.field); !known || f.Kind == model.KindReference || f.Kind == model.KindReferences || model.IsPlace(f.Name) {
		return
	}
	if model.SetText(r.item, r.field, text) != nil {
		r.field = ""
	}
}

// begin takes a line that stands at the left: a card or a link.
func (r *pasted) begin(line string) {
	r.item, r.field = nil, ""
	if from, to, isLink := strings.Cut(line, copiedLink); isLink && !strings.Contains(from+to, " ") {
		a, known := r.number[from]
		z, also := r.number[to]
		if known && also {
			l := &model.Link{}
			r.links = append(r.links, joined{a, z, l})
			r.item = l
		}
		return
	}
	label, title, ok := strings.Cut(strings.TrimSpace(line), " ")
	if !ok || title == "" {
		return
	}
	column := strings.IndexByte("NASCG", label[0])
	if column < 0 {
		return
	}
	r.item = newIn(column, title)
	r.number[label] = len(r.cards)
	r.cards = append(r.cards, r.item)
}

// listed makes each line of a list a card of a column.
func listed(text string, column int) []model.Item {
	var cards []model.Item
	for _, title := range model.Listed(text) {
		cards = append(cards, newIn(column, title))
	}
	return cards
}

// copy puts the chosen cards into the clipboard.
func (p *Page) copy(board fyne.Clipboard) {
	if ids := p.selection(); len(ids) > 0 {
		board.SetContent(copied(p.desk.Plan(), ids))
		p.head.note(p.say("copied", words.With{"N": len(ids)}))
	}
}

// paste adds the cards that are in the clipboard: copied ones where they belong, the
// lines of a list in the column of the card the keys are at.
func (p *Page) paste(board fyne.Clipboard) {
	lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(board.Content()), "\r\n", "\n"), "\n")
	var r *pasted
	if strings.TrimSpace(lines[0]) == copiedHead {
		r = readCopied(lines[1:])
	} else {
		column := 0
		if at := p.view.cursorCard(); at >= 0 {
			column = p.scene.cards[at].column
		}
		r = &pasted{cards: listed(board.Content(), column)}
	}
	switch {
	case len(r.cards) == 0:
		p.head.refuse(p.say("paste_nothing"))
	case len(r.cards) > mostPasted:
		p.head.refuse(p.say("paste_many", words.With{"N": len(r.cards), "Most": mostPasted}))
	default:
		p.addSeveral("edit.map.paste", r.cards, r.links, nil)
	}
}

// cut copies the chosen cards and removes them.
func (p *Page) cut(board fyne.Clipboard) {
	if len(p.selection()) > 0 {
		p.copy(board)
		p.removeChosen()
	}
}
