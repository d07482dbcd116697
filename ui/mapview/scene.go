package mapview

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/layout"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// columns is how many columns the map has.
const columns = int(model.GoalColumn)

// The measures of the map at 100 %; all of them grow with the text.
const (
	columnGap float32 = 36
	rowGap    float32 = 12
	portGap   float32 = 12
	lane      float32 = 12
)

// card is one record on the map: what it shows and where it stands at 100 %.
type card struct {
	id     model.ID
	column int            // from 0
	row    model.Position // in the order that a person gave the column; "" if none did
	theme  string
	data   look.CardData
	places look.CardPlaces
	gap    []string // the gap as lines; none where there is no room for it
	at     fyne.Position
	size   fyne.Size
}

// link joins two cards.
type link struct {
	id       model.ID
	from, to int // the cards
	dashed   bool
	line     []fyne.Position // where it runs at 100 %
	far      []fyne.Position // the same in fewer pieces, for a small zoom
}

// scene is the whole map at 100 %, with its top left corner at 0, 0. Once it is placed
// it never changes.
type scene struct {
	plan          *model.Plan
	scale         float32
	cards         []card
	links         []link
	cardOf        map[model.ID]int
	linkOf        map[model.ID]int
	width, height float32
	index         *index
	order         []int  // of the cards, as the layout is told of them
	hold          []hold // where they are to stay; nil where all may move
	together      bool   // cards of a theme are kept together, at the price of crossings
}

// reader makes scenes; it remembers the lines that titles were broken into.
type reader struct {
	words *words.Words
	scale float32
	known map[look.CardData]laidOut
}

// laidOut is how the texts of a card stand.
type laidOut struct {
	places look.CardPlaces
	gap    []string
}

// read takes the cards and links of a plan, without places. It measures text, so it
// belongs to the UI goroutine.
func (r *reader) read(plan *model.Plan, gaps []insight.Gap) *scene {
	if r.scale != look.Scale() || len(r.known) > 20_000 {
		r.scale, r.known = look.Scale(), map[look.CardData]laidOut{}
	}
	s := &scene{plan: plan, scale: r.scale, cardOf: map[model.ID]int{}, linkOf: map[model.ID]int{}}
	first := map[model.ID]string{}
	for _, gap := range gaps {
		for _, id := range gap.Cards {
			if _, known := first[id]; !known {
				first[id] = gap.Title(r.words)
			}
		}
	}
	for _, t := range []model.Type{model.TypeNeed, model.TypeActivity, model.TypeOutcome, model.TypeGoal} {
		for _, item := range plan.List(t) {
			r.addCard(s, item, first[item.Head().ID])
		}
	}
	for _, service := range insight.ServicesOf(plan) {
		if i, ok := s.cardOf[service.Activity]; ok {
			r.addMark(&s.cards[i], service)
		}
	}
	for i := range s.cards {
		r.measure(&s.cards[i])
	}
	for _, l := range plan.Links {
		s.linkOf[l.ID] = len(s.links)
		s.links = append(s.links, link{id: l.ID, from: s.cardOf[l.From], to: s.cardOf[l.To], dashed: l.Strength != model.Strong})
	}
	return s
}

func (r *reader) addCard(s *scene, item model.Item, gap string) {
	id, column := item.Head().ID, int(model.ColumnOf(item))-1
	title := model.Title(item)
	if title == "" {
		title = r.words.Say("form.untitled")
	}
	s.cardOf[id] = len(s.cards)
	s.cards = append(s.cards, card{id: id, column: column, row: model.RowOf(item), theme: themeOf(item), data: look.CardData{
		Kind: look.Need + look.Kind(column), Number: s.plan.Label(id), Title: title, Gap: gap,
	}})
}

func (r *reader) addMark(c *card, service insight.Service) {
	if len(service.Objectives) < 2 {
		return
	}
	c.data.Mark = look.WinWin(service.Serves(model.Environment), service.Serves(model.SocialJustice), service.Serves(model.Economy))
	c.data.Goals = r.words.Say("card.goals", words.With{"N": len(service.Objectives)})
}

func (r *reader) measure(c *card) {
	known, ok := r.known[c.data]
	if !ok {
		known.places = look.PlaceCard(c.data, look.Scaled(look.CardWidth))
		known.gap = gapLines(c.data.Gap, known.places)
		r.known[c.data] = known
	}
	c.places, c.gap = known.places, known.gap
	c.size = fyne.NewSize(look.Scaled(look.CardWidth), c.places.Height)
}

// gapLines breaks what is missing into the lines there is room for; a gap that needs
// more is left to the form.
func gapLines(gap string, at look.CardPlaces) []string {
	if !at.ShowGap {
		return nil
	}
	lines := look.Wrap(gap, at.Right-at.Left-look.Scaled(gapIndent), theme.Size(look.Caption), true)
	if at.Gap+float32(len(lines)-1)*at.Pitch+look.Scaled(10) > at.Height {
		return nil
	}
	return lines
}

// wish is where a card stood, or should stand.
type wish struct {
	column int
	y      float32
	moved  bool // to there: it did not stand there yet
}

// keepOrder has the cards stay in the order in which they stood, and where they stood as
// far as others leave them room, so that an edit does not shuffle what people are
// looking at. New cards go where one is wished, or where their links pull them. With
// many new ones the best order is looked for again.
func (s *scene) keepOrder(stood map[model.ID]wish, at *wish) {
	height := make([]float32, len(s.cards))
	hold := make([]hold, len(s.cards))
	fresh := 0
	for i, c := range s.cards {
		height[i] = math.MaxFloat32
		if was, known := stood[c.id]; known && was.column == c.column {
			height[i], hold[i] = was.y, firmly(was)
			continue
		}
		fresh++
		if at != nil && at.column == c.column {
			height[i], hold[i] = at.y, gently(at.y)
		}
	}
	if fresh > max(3, len(s.cards)/4) {
		return
	}
	s.order, s.hold = inPlace(len(s.cards)), hold
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(height[a], height[b]) })
	s.byRow()
}

// hold is how strongly a card wants to stand at a height, as the layout has it.
type hold struct{ strength, y float32 }

// A card that stood somewhere stays; one that was put somewhere makes room for those.
func firmly(was wish) hold {
	if was.moved {
		return gently(was.y)
	}
	return hold{1e6, was.y}
}

func gently(y float32) hold { return hold{1, y} }

// byRow puts the cards that a person ordered into the order of their rows, at the
// places these cards have in the order that is kept.
func (s *scene) byRow() {
	var places [columns][]int // in the order
	for k, i := range s.order {
		if s.cards[i].row != "" {
			places[s.cards[i].column] = append(places[s.cards[i].column], k)
		}
	}
	for _, of := range places {
		cards := make([]int, len(of))
		for n, k := range of {
			cards[n] = s.order[k]
		}
		slices.SortStableFunc(cards, func(a, b int) int { return cmp.Compare(s.cards[a].row, s.cards[b].row) })
		for n, k := range of {
			s.order[k] = cards[n]
		}
	}
}

func inPlace(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// nodes and ends are what the layout wants to know.
func (s *scene) nodes() []layout.Node {
	nodes := make([]layout.Node, len(s.cards))
	for k := range nodes {
		c := &s.cards[s.ordered(k)]
		nodes[k] = layout.Node{ID: string(c.id), Column: c.column + 1, Height: float64(c.size.Height), Group: strings.ToLower(c.theme), Fixed: c.row != ""}
		if s.hold != nil {
			held := s.hold[s.ordered(k)]
			nodes[k].Hold, nodes[k].Y = float64(held.strength), float64(held.y)
		}
	}
	return nodes
}

// ordered is the k-th card of those the layout is told of.
func (s *scene) ordered(k int) int { return s.order[k] }

func (s *scene) ends() []layout.Link {
	ends := make([]layout.Link, len(s.links))
	for i, l := range s.links {
		ends[i] = layout.Link{From: string(s.cards[l.from].id), To: string(s.cards[l.to].id)}
	}
	return ends
}

// place puts every card and link where it belongs. Safe from any goroutine.
func (s *scene) place() {
	length := func(l float32) float64 { return float64(l * s.scale) }
	geometry := layout.Geometry{RowGap: length(rowGap), PortGap: length(portGap), Lane: length(lane)}
	for range columns {
		geometry.Columns = append(geometry.Columns, layout.Column{Width: length(look.CardWidth), Gap: length(columnGap), Spacing: layout.Spread})
	}
	if s.order == nil {
		s.order = inPlace(len(s.cards))
		s.byRow()
	}
	placed := layout.Place(s.nodes(), s.ends(), geometry, layout.Options{Keep: s.hold != nil, Together: s.together})
	if s.hold == nil {
		s.freeCorner(&placed)
	}
	for k, at := range placed.Cards {
		s.cards[s.ordered(k)].at = fyne.NewPos(whole(float32(at.X)), whole(float32(at.Y)))
	}
	for i, route := range placed.Routes {
		s.links[i].line = curve(route, length(nearEnough))
		s.links[i].far = curve(route, length(farEnough))
	}
	s.width, s.height = float32(placed.Width), float32(placed.Height)
	s.index = newIndex(s)
}

// freeCorner moves the cards of the last column up, where there are few, so that the
// corner below them is free for the small map. Links end where their cards went.
func (s *scene) freeCorner(placed *layout.Map) {
	var last []int // places in the order
	room := placed.Height - float64((smallHeight+buttonSide+2*look.Gap)*s.scale)
	for k := range s.cards {
		if s.cards[s.ordered(k)].column == columns-1 {
			last = append(last, k)
			room -= placed.Cards[k].H
		}
	}
	space := room / float64(max(1, len(last)))
	if space < float64(rowGap*s.scale) {
		return
	}
	slices.SortFunc(last, func(a, b int) int { return cmp.Compare(placed.Cards[a].Y, placed.Cards[b].Y) })
	moved := map[int]float64{}
	y := space / 2
	for _, k := range last {
		moved[s.ordered(k)] = y - placed.Cards[k].Y
		placed.Cards[k].Y = y
		y += placed.Cards[k].H + space
	}
	for i, l := range s.links {
		if route := placed.Routes[i]; len(route) > 0 {
			route[len(route)-1].Y += moved[l.to]
		}
	}
}

// sameShape tells whether another scene has the same cards of the same heights and the
// same links, so that all can stay where it is.
func (s *scene) sameShape(other *scene) bool {
	return other != nil && other.index != nil && s.scale == other.scale &&
		slices.EqualFunc(s.cards, other.cards, func(a, b card) bool {
			return a.id == b.id && a.column == b.column && a.row == b.row && a.size == b.size
		}) &&
		slices.EqualFunc(s.links, other.links, func(a, b link) bool { return a.from == b.from && a.to == b.to })
}

// takePlaces leaves all where it is in another scene of the same shape.
func (s *scene) takePlaces(other *scene) {
	for i := range s.cards {
		s.cards[i].at = other.cards[i].at
	}
	for i := range s.links {
		s.links[i].line, s.links[i].far = other.links[i].line, other.links[i].far
	}
	s.width, s.height, s.index = other.width, other.height, other.index
}

// columnX is the left edge of a column.
func (s *scene) columnX(column int) float32 {
	return float32(column) * (look.CardWidth + columnGap) * s.scale
}

// inColumn counts the cards of a column.
func (s *scene) inColumn(column int) int {
	if s.index == nil {
		return 0
	}
	return len(s.index.columns[column])
}
