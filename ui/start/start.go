// Package start is the page one sees while no plan is open: carry on with a plan,
// begin one, look at an example; and the whole app in one glance.
package start

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/words"
	"commonplan/ui/desk"
	"commonplan/ui/look"
)

// Actions are what one can do here.
type Actions struct {
	Open        func(path string)
	OpenAnother func()
	Guided      func() // a new plan, step by step
	New         func() // an empty plan
	Example     func(name string)
}

// Example is an example one can look at.
type Example struct{ Name, Title, Line string }

// New gives the page for the time of day, with the files that were open before.
func New(w *words.Words, now time.Time, recent []desk.Recent, examples []Example, do Actions) fyne.CanvasObject {
	greeting := "start.hello"
	switch hour := now.Hour(); {
	case hour < 12:
		greeting = "start.morning"
	case hour < 18:
		greeting = "start.afternoon"
	default:
		greeting = "start.evening"
	}
	head := look.NewPageHead(w.Say(greeting), w.Say("app.tagline"))
	if len(recent) > 0 {
		head.SetTitle(w.Say(greeting + ".again"))
	}
	ways := look.ColumnsOrStack(Between, 800, []float32{432, 264, 296}, carryOn(w, now, recent, do), begin(w, do), lookAt(w, examples, do))
	page := look.VBox(Between, head, ways, look.VBox(16, look.NewSectionHead(w.Say("start.grows")), phases(w), kinds(w)), promises(w))
	return look.NewScroll(look.Centred(1040, look.Inset(Between, 0, 4, 0, page)))
}

// Between is the space between the parts of the page.
const Between float32 = 22

func carryOn(w *words.Words, now time.Time, recent []desk.Recent, do Actions) fyne.CanvasObject {
	parts := []fyne.CanvasObject{look.NewSectionHead(w.Say("start.carry_on"))}
	names := desk.NamesOf(w, recent)
	for i, r := range recent {
		if i == 4 {
			break
		}
		parts = append(parts, look.NewBoxedRow(look.RowData{Icon: look.IconFile, Title: names[i], Second: about(w, r), Note: when(w, now, r.At)},
			func() { do.Open(r.Path) }))
	}
	if len(recent) == 0 {
		parts = append(parts, look.NewText(w.Say("start.nothing_yet")).In(look.Muted))
	}
	parts = append(parts, look.HBox(0, look.NewButton(w.Say("start.open_another"), do.OpenAnother).WithIcon(look.IconFolder)))
	return look.NewPanel(look.VBox(16, parts...))
}

func about(w *words.Words, r desk.Recent) string {
	switch {
	case r.Lead != "" && r.Cost > 0:
		return w.Say("start.lead_and_cost", words.With{"Lead": r.Lead, "Cost": r.Cost.String()})
	case r.Cost > 0:
		return r.Cost.String()
	}
	return r.Lead
}

func when(w *words.Words, now, at time.Time) string {
	day, today := model.DateOf(at.Local()), model.DateOf(now.Local())
	switch {
	case day == today:
		return w.Say("start.today", words.With{"Time": at.Local().Format("15:04")})
	case day.Year == today.Year:
		return w.DateWithoutYear(day)
	}
	return w.Date(day)
}

func begin(w *words.Words, do Actions) fyne.CanvasObject {
	return look.NewPanel(look.VBox(12, look.NewSectionHead(w.Say("start.new")), look.NewText(w.Say("start.new_line")).In(look.Muted),
		look.HBox(0, look.NewButton(w.Say("start.new_button"), do.Guided).Primary().WithTail(look.IconChevronRight)),
		look.HBox(0, look.NewLink(w.Say("start.empty"), do.New))))
}

func lookAt(w *words.Words, examples []Example, do Actions) fyne.CanvasObject {
	list := look.VBox(0)
	for _, example := range examples {
		list.Add(look.NewDivider())
		list.Add(look.NewJoinedRow(look.RowData{Title: w.Say("start.example_row", words.With{"Title": example.Title, "Line": example.Line}), Mark: look.IconChevronRight}, func() { do.Example(example.Name) }))
	}
	return look.NewPanel(look.VBox(8, look.NewSectionHead(w.Say("start.example")), look.NewText(w.Say("start.example_line")).In(look.Muted), list))
}

func phases(w *words.Words) fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i, key := range []string{"insight", "plan", "deliver"} {
		words := look.VBox(4, look.HBox(12, look.NewBadge(strconv.Itoa(i+1), true), look.NewText(w.Say("nav."+key)).Subheading()),
			look.NewText(w.Say("start."+key+".question")).Semibold(), look.NewText(w.Say("start."+key+".line")).In(look.Muted))
		cards = append(cards, look.NewPanel(words))
	}
	return look.ColumnsOrStack(Between, 700, nil, cards...)
}

func kinds(w *words.Words) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, key := range []string{"needs", "activities", "service", "community", "goals"} {
		if i > 0 {
			parts = append(parts, look.NewShape(look.IconChevronRight, look.Muted, 16), look.Spring())
		}
		kind := look.Need + look.Kind(i)
		parts = append(parts, look.NewShape(kind.Icon(), kind.Color(), 24),
			look.VBox(0, look.NewText(w.Say("map."+key)).Semibold().OneLine(), look.NewText(w.Say("map."+key+".line")).Caption().In(look.Muted).OneLine()), look.Spring())
	}
	return look.NewNotePanel(look.Pad(12, 6, look.HBox(10, parts[:len(parts)-1]...)))
}

func promises(w *words.Words) fyne.CanvasObject {
	line := func(icon look.Icon, key string) fyne.CanvasObject {
		return look.HBox(8, look.NewShape(icon, look.Muted, 16), look.NewRichText(
			look.Run{Text: w.Say(key + ".head"), Semibold: true}, look.Run{Text: " " + w.Say(key), Color: look.Muted}).OneLine())
	}
	return look.HBox(40, look.Spring(), line(look.IconPeople, "start.along"), line(look.IconPrint, "start.end"), look.Spring())
}
