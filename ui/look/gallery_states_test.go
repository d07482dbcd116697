package look

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

func TestGalleryOfCardsAndStates(t *testing.T) {
	eachVariant(t, func(t *testing.T, name string) {
		shoot(t, "cards-and-states-"+name, fyne.NewSize(1280, 800), cardsAndStates())
	})
}

func TestGalleryOfTheOtherParts(t *testing.T) {
	eachVariant(t, func(t *testing.T, name string) {
		shoot(t, "parts-"+name, fyne.NewSize(1280, 800), otherParts())
	})
}

// at places objects by hand, as the drawing does.
type at struct {
	*fyne.Container
}

func (a at) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	a.Add(o)
}

func (a at) text(text *Text, x, middle float32) {
	a.put(text, x, middle-TextPitch(text.size)/2, 260, TextPitch(text.size))
}

var sampleCards = []CardData{
	{Kind: Need, Number: "N5", Title: "Yard behind the hall is paved, hot and tipped on"},
	{Kind: Activity, Number: "A3", Title: "Yard garden and repair bench, 40 sessions", Mark: WinWin(true, true, true), Goals: "3 goals"},
	{Kind: ServiceOutcome, Number: "S3", Title: "“What I can do is used and valued”"},
	{Kind: CommunityOutcome, Number: "C2", Title: "Cooler, greener, cleaner yard for all neighbours"},
	{Kind: Goal, Number: "G1", Title: "Protect the environment"},
}

var sampleStates = []struct {
	name  string
	state CardState
}{
	{"At rest", CardState{}},
	{"Under the pointer", CardState{Hovered: true}},
	{"In the line of sight", CardState{InSight: true}},
	{"Chosen", CardState{Chosen: true}},
	{"With focus", CardState{Focused: true}},
	{"Faded", CardState{Faded: true}},
}

func cardsAndStates() fyne.CanvasObject {
	page := at{container.NewWithoutLayout()}
	page.put(NewText("Cards, fields and states").Heading(), 40, 22, 600, 37)
	kindNames := []string{"Need", "Activity", "Service\noutcome", "Community\noutcome", "Goal"}
	for col, s := range sampleStates {
		x := 185 + float32(col)*177
		page.text(NewText(s.name).Caption().Semibold().In(Muted), x, 77)
		for row, data := range sampleCards {
			card := NewCard(data, nil)
			card.SetState(s.state)
			page.put(card, x, 98+float32(row)*88, 168, 76)
		}
	}
	for row, data := range sampleCards {
		middle := 135 + float32(row)*88
		page.put(NewShape(data.Kind.Icon(), data.Kind.Color(), 28), 40, middle-14, 28, 28)
		label := NewText(kindNames[row]).Semibold()
		height := label.HeightFor(200)
		page.put(label, 78, middle-height/2, 100, height)
	}
	page.text(NewText("Fields").Subheading(), 40, 557)
	page.text(NewText("Nothing here yet").Subheading(), 344, 557)
	page.text(NewText("Marks").Subheading(), 664, 557)
	page.text(NewText("Colours").Subheading(), 936, 557)
	drawFields(page)
	empty := NewEmpty(IconNeed, "What is not right now?", "Write the first need in one sentence. Tidy it later.", NewButton("Add a need", nil).WithIcon(IconPlus))
	page.put(empty, 344, 578, 296, HeightFor(empty, 296))
	drawMarks(page)
	drawColours(page)
	return page.Container
}

func drawFields(page at) {
	field := NewField("With focus")
	field.SetText("Sessional tutor")
	page.put(field, 40, 578, 280, field.HeightFor(280))
	wrong := NewField("Something is not right")
	wrong.SetText("14 tens")
	wrong.SetError("Please write a sum, such as 14.50")
	page.put(wrong, 40, 648, 280, wrong.HeightFor(280))
}

func drawMarks(page at) {
	for i, mark := range []struct {
		icon  Icon
		color fyne.ThemeColorName
		runs  []Run
	}{
		{IconMarkEmpty, Muted, []Run{{Text: "not begun"}}},
		{IconMarkHalf, Muted, []Run{{Text: "on the way"}}},
		{IconMarkDone, Muted, []Run{{Text: "ready for the paper"}}},
		{WinWin(true, true, false), Primary, []Run{{Text: "serves two goals"}}},
		{WinWin(true, true, true), Primary, []Run{{Text: "serves all three"}}},
		{IconAttention, Attention, []Run{{Text: "No lead yet:", Semibold: true, Color: Attention}, {Text: " a gap, in words"}}},
	} {
		middle := 587 + float32(i)*24
		page.put(NewShape(mark.icon, mark.color, 16), 664, middle-8, 16, 16)
		page.text(NewRichText(mark.runs...).Caption(), 692, middle)
	}
}

func drawColours(page at) {
	for i, token := range []struct {
		name  string
		color fyne.ThemeColorName
	}{
		{"Paper", Paper}, {"Surface", Surface}, {"Sunk", Sunk}, {"Line", Line}, {"Edge", Edge}, {"Ink", Ink},
		{"Muted", Muted}, {"Primary", Primary}, {"Primary tint", PrimaryTint}, {"Attention", Attention},
		{"Att. tint", AttentionTint}, {"Error", Error},
	} {
		x, y := 936+float32(i%3)*102, 578+float32(i/3)*36
		page.put(newPlate(boxLook{fill: token.color, edge: Edge, border: 1, radius: 6}), x, y, 24, 32)
		page.text(NewText(token.name).Caption().Semibold(), x+32, y+8)
		r, g, b, _ := theme.Color(token.color).RGBA()
		page.text(NewText(fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)).Caption().In(Muted), x+32, y+24)
	}
}

func otherParts() fyne.CanvasObject {
	on := NewChip("Line of sight", nil).WithIcon(IconEye, Ink)
	on.SetOn(true)
	chips := Flow(8, NewChip("Everything", nil), on, NewChip("Gaps, 4", nil).WithIcon(IconAttention, Attention),
		NewChip("Win–win, 3", nil).WithIcon(WinWin(true, true, true), Primary), NewChip("Objective: all", nil).WithTail(IconChevronDown))
	banner := NewBanner(IconNeed, Need.Color(), "", NewText("22 cards, 12 faded").Caption().In(Muted).OneLine(), NewButton("Show everything (Esc)", nil).Small())
	banner.Set(IconNeed, Need.Color(), Run{Text: "Yard behind the hall", Semibold: true}, Run{Text: " reaches 5 outcomes and all 3 goals, through 1 activity."})
	rows := NewRows(
		NewJoinedRow(RowData{Icon: IconCamera, Title: "Photo walk, what we saw", Second: "June 2026 · 14 people took part"}, func() {}),
		NewJoinedRow(RowData{Icon: IconChart, Title: "5 fly-tip reports in 6 months", Second: "Statistics", Gap: "Who counted?"}, func() {}),
		NewJoinedRow(RowData{Kind: Activity, Number: "A3", Title: "Yard garden and repair bench, 40 sessions", Second: "Strong link · designing together",
			Mark: WinWin(true, true, true), Note: "3 goals"}, func() {}))
	file := NewBoxedRow(RowData{Icon: IconFile, Title: "Open Door Days", Second: "Fernhill Wellbeing Circle · £75,404 · four-side paper", Note: "today, 19:42"}, func() {})
	file.SetChosen(true)
	squares := NewPanel(VBox(8, NewText("Three objectives").Subheading(),
		HBox(12, NewShape(IconLeaf, Muted, 18), NewText("Environment"), NewSquares(3, 6), NewText("3").Semibold().OneLine()),
		HBox(12, NewShape(IconScales, Muted, 18), NewText("Social justice"), NewSquares(6, 6), NewText("6").Semibold().OneLine()),
		HBox(12, NewShape(IconCoin, Muted, 18), NewText("Local economy"), NewSquares(4, 6), NewText("4").Semibold().OneLine()),
		HBox(12, NewLevels(2), NewText("Half-way").Semibold()), HBox(12, NewLevelsUnknown(), NewText("Do not know").Semibold())))
	choice := NewChoice("How likely is it?", []string{"Unlikely", "Possible", "Likely"}, nil)
	choice.SetChosen(1)
	bar := NewStripedBar(Share{Secured, 20000}, Share{Applied, 44000}, Share{Asked, 60000}, Share{Missing, 8326})
	left := VBox(14, NewPageHead("Parts", "Everything else a screen is built from.", NewSegmented([]string{"Differences first", "As numbered"}, nil), NewButton("Print", nil).Small().WithIcon(IconPrint)),
		chips, banner, NewAttentionBanner("Two things are to be settled before this prints."), rows, file,
		EqualColumns(16, squares, VBox(12, choice, NewChipSet("Five ways", []string{"Connect", "Be active", "Take notice", "Keep learning", "Give"}, nil),
			NewCheck("Print the contact on the paper", nil), bar, HBox(8, NewFundingMark(Secured), NewText("Secured").Caption(), NewFundingMark(Applied), NewText("Applied").Caption(),
				NewFundingMark(Asked), NewText("Asked").Caption(), NewFundingMark(Missing), NewText("Gap").Caption()))),
		HBox(8, NewButton("Bring in all 10", nil).Primary().WithIcon(IconMerge), NewButton("Not now", nil), NewLink("empty plan", nil), Spring(),
			NewBadge("7", true), NewBadge("13", false), NewIconButton(IconChevronLeft, "Back", nil), NewIconButton(IconChevronRight, "On", nil),
			NewButton("Help, 2 missing", nil).WithIcon(IconAttention).In(Attention).Tinted(AttentionTint)))
	help := VBox(8,
		NewAccordion("About needs", VBox(8, NewText("Something people lack or want changed, with evidence."),
			NewText("Ask yourselves").Caption().Semibold().In(Muted), NewText("Who says so, how many, when?").Semibold())),
		Inset(12, 0, 12, 0, NewDivider()),
		NewAccordion("Still missing here", VBox(8,
			NewGapPanel("How many people?", "A rough figure will do: “about 40”.", "", func() {}),
			NewGapPanel("Who counted the reports?", "Name the source and the date, so nobody has to ask at the meeting.", "Add the source", func() {}))),
		NewRailButton(IconAttention, "4", Attention, func() {}), NewRailButton(IconHelp, "Help", Muted, func() {}))
	status := NewStatusBar(
		[]fyne.CanvasObject{NewStatusItem(IconCheck, "Saved at 19:42"), NewStatusItem(NoIcon, "Open Door Days"), NewStatusLink(IconMerge, "2 things to settle", Attention, nil)},
		[]fyne.CanvasObject{NewTextSize("Text size", "100 %", "Smaller", "Larger", func(int) {})})
	return Frame(nil, status, nil, Frame(nil, nil, NewColumnLine(), nil, Wide(HelpWidth-1, Pad(20, 20, help))), Pad(24, 16, left))
}
