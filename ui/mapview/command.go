package mapview

import "commonplan/model/mapfile"

// Command is something that can be done with the map, or with the card or link that is
// chosen on it. All of them stand in the window's main menu, for those who look there
// and for those who use keys alone; the words have the key "map.menu.<command>".
type Command string

// Additions are those that add a card, in groups.
var Additions = [][]Command{
	{"add.needs", "add.activities", "add.service", "add.community", "add.goals"},
	{"add_below", "add_next"},
}

// Changes are those that change the plan or its order otherwise, in groups.
var Changes = [][]Command{
	{"open", "rename", "link", "strength", "also", "duplicate", "remove"},
	{"move_up", "move_down", "tidy", "themes"},
}

// Views are those that show something else, in groups.
var Views = [][]Command{
	{"filter", "weigh_chosen", "cheapest", "everything", "reading"},
	{"larger", "smaller", "fit", "outline"},
}

// Exports are those that keep the map as a file, of the whole and of what is in view.
func Exports() [][]Command {
	var groups [2][]Command
	for _, kind := range mapfile.Kinds {
		for i, ending := range []string{"", ".view"} {
			groups[i] = append(groups[i], Command(exportKey(kind)+ending))
		}
	}
	return groups[:]
}

// Do does what a command says.
func (p *Page) Do(c Command) {
	for _, kind := range mapfile.Kinds {
		if key := Command(exportKey(kind)); c == key || c == key+".view" {
			p.export(kind, c != key)
			return
		}
	}
	if c == "outline" {
		p.showOutline(!p.listed.Visible())
		return
	}
	v := p.view
	p.showMap()
	for column, key := range columnKeys {
		if c == Command("add."+key) {
			v.addIn(column)
			return
		}
	}
	do := map[Command]func(){
		"add_below": v.addHere, "add_next": v.addNext, "open": v.open, "rename": v.rename, "link": v.startLink, "strength": p.strengthen,
		"also": v.also, "duplicate": p.duplicate, "remove": p.removeChosen,
		"move_up": func() { v.shift(-1) }, "move_down": func() { v.shift(1) }, "tidy": p.tidy, "themes": p.keepThemes,
		"filter": p.head.chooseFilter, "weigh_chosen": p.weigh,
		"cheapest":   func() { p.setFilter(filter{show: cheapest}) },
		"everything": func() { p.setFilter(filter{}) },
		"reading":    func() { p.showReading(true) },
		"larger":     func() { v.zoomBy(1) }, "smaller": func() { v.zoomBy(-1) }, "fit": v.fit,
	}[c]
	if do != nil {
		do()
	}
}

// showMap has the map shown, and gives it the keys.
func (p *Page) showMap() {
	switch {
	case p.thread.Visible():
		p.showReading(false)
	case p.listed.Visible():
		p.showOutline(false)
	default:
		p.view.takeFocus()
	}
}
