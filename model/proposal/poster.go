package proposal

import (
	"math"

	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
)

// A poster is two sheets wide. Its words are half as large again as on one sheet of A3
// if it is put together from A4, and twice as large from A3.
const (
	posterColumns = 2
	posterOverlap = 12  // mm that neighbours share
	posterKeyWide = 24  // mm of the key beside each sheet
	posterKeyHigh = 14  // and its height
	posterWidth   = 388 // mm of the map as it is drawn
)

// posterSheets are what the sheets of a poster show, under their heading and over their key.
func (m *maker) posterSheets() figure.Sheets {
	s := figure.Sheets{Width: 269, Height: 152, Overlap: posterOverlap, Metrics: metrics.Of(m.print.Typeface)}
	if m.size == A3 {
		s.Width, s.Height = 388, 230
	}
	return s
}

// drawPoster draws the map as large as the sheets together; false if there are no cards.
func (m *maker) drawPoster(s figure.Sheets) (figure.Picture, bool) {
	if len(m.plan.Needs)+len(m.plan.Activities)+len(m.plan.Outcomes)+len(m.plan.Goals) == 0 {
		return figure.Picture{}, false
	}
	scale := (posterColumns*(s.Width-s.Overlap) + s.Overlap) / posterWidth
	o := figure.MapOptions{Words: m.words, Metrics: s.Metrics, Poster: true, Detail: m.cardDetail}
	high := func(rows float64) float64 { return (rows*(s.Height-s.Overlap) + s.Overlap) / scale }
	o.Height = high(2)
	picture, notes := figure.Map(m.plan, o)
	if !notes.Fits {
		rows := math.Ceil((picture.Height*scale - s.Overlap) / (s.Height - s.Overlap))
		o.Height = high(rows)
		picture, _ = figure.Map(m.plan, o)
	}
	return figure.ScaledPicture(picture, scale), true
}

// poster is the map on several sheets that are put together: how, in a picture and in
// words, and then the sheets.
func (m *maker) poster(title paper.Block) []paper.Block {
	s := m.posterSheets()
	whole, any := m.drawPoster(s)
	if !any {
		return []paper.Block{title, m.notYet("proposal.links.decide"), m.besideMap(), m.mapInWords()}
	}
	sheets := s.Cut(whole)
	rows, columns := s.Counts(whole)
	counts := with{"N": len(sheets), "Rows": rows, "Columns": columns,
		"Width": int(math.Round(whole.Width / 10)), "Height": int(math.Round(whole.Height / 10))}
	how := paper.List{Kind: paper.Numbered, Items: []paper.Text{
		paper.Words(m.say("papers.map.poster.print", counts)), paper.Words(m.say("papers.map.poster.cut")), paper.Words(m.say("papers.map.poster.join"))}}
	overview := paper.Column{Width: s.Width * .6, Blocks: []paper.Block{paper.Figure{Picture: s.Overview(whole, s.Width*.6, s.Height*.72)}}}
	blocks := []paper.Block{title, paper.Columns{Gap: 8, Keep: true, Cols: []paper.Column{overview,
		{Width: s.Width*.4 - 8, Blocks: []paper.Block{paper.Paragraph{Text: paper.Words(m.say("papers.map.poster.size", counts))}, how}}}}, m.besideMap()}
	for i, sheet := range sheets {
		blocks = append(blocks, m.posterSheet(s, whole, sheet, i, columns, len(sheets)))
	}
	return append(blocks, m.mapInWords())
}

// posterSheet is one sheet with the key that tells where it belongs.
func (m *maker) posterSheet(s figure.Sheets, whole figure.Picture, sheet figure.Sheet, i, columns, all int) paper.Block {
	number := with{"N": i + 1, "All": all, "Row": sheet.Row + 1, "Column": sheet.Column + 1, "Left": i, "Above": i + 1 - columns}
	sheet.Picture.Title = m.say("papers.map.poster.sheet", number)
	sheet.Picture.Alt = m.say("papers.map.poster.alt", number)
	key := s.Key(whole, sheet, posterKeyWide, posterKeyHigh)
	key.Title, key.Alt = m.say("papers.map.poster.key"), m.say("papers.map.poster.key.alt", number)
	join := "papers.map.poster.lay.first"
	switch {
	case sheet.Row > 0 && sheet.Column > 0:
		join = "papers.map.poster.lay.both"
	case sheet.Column > 0:
		join = "papers.map.poster.lay.left"
	case sheet.Row > 0:
		join = "papers.map.poster.lay.above"
	}
	return paper.Section{ID: partID(i), Title: sheet.Picture.Title, Break: paper.NewPage, Blocks: []paper.Block{
		paper.Figure{Picture: sheet.Picture, KeepWithNext: true},
		paper.Columns{Gap: 6, Keep: true, Cols: []paper.Column{
			{Width: posterKeyWide, Blocks: []paper.Block{paper.Figure{Picture: key}}},
			{Width: s.Width - posterKeyWide - 6, Blocks: []paper.Block{small(m.say(join, number))}}}}}}
}
