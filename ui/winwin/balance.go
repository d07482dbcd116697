package winwin

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// mostSquares is how many squares can be counted at a glance; more become a bar, and so
// do they beside figures that are wider than mostFigures.
const (
	mostSquares         = 8
	mostFigures float32 = 82
)

// balance gives the three panels that count the activities.
func (p *Page) balance(b insight.Balance) fyne.CanvasObject {
	of := words.With{"N": b.Activities}
	objectives := p.panel("winwin.objectives", p.words.Say("winwin.objectives.line", of), b.ObjectivesSentence(p.words),
		countRows(p, b, b.Objectives, func(o model.Objective) string { return p.words.Say("winwin.objective." + string(o)) }, objectiveIcon, false))
	ways := p.panel("winwin.ways", p.words.Say("winwin.ways.line", of), "",
		countRows(p, b, b.Ways, func(w model.Way) string { return p.words.Say("choice.way." + string(w)) }, nil, false))
	prevention := p.panel("winwin.prevention", p.words.Say("winwin.prevention.line"), b.PreventionSentence(p.words),
		countRows(p, b, said(b.Prevention), p.prevention, nil, true))
	return look.Fold(16, 250, nil, objectives, ways, prevention)
}

func (p *Page) prevention(value model.Prevention) string {
	if value == "" {
		return p.words.Say("winwin.prevention.unsaid")
	}
	return p.words.Say("choice.prevention." + string(value))
}

// said leaves out what is not said yet, if all is said.
func said(shares []insight.Share[model.Prevention]) []insight.Share[model.Prevention] {
	if last := len(shares) - 1; shares[last].Value == "" && len(shares[last].Activities) == 0 {
		return shares[:last]
	}
	return shares
}

func objectiveIcon(o model.Objective) look.Icon {
	return map[model.Objective]look.Icon{
		model.Environment: look.IconLeaf, model.SocialJustice: look.IconScales, model.Economy: look.IconCoin,
	}[o]
}

// panel gives a panel with a title, a quiet line, rows and perhaps a sentence at its foot.
func (p *Page) panel(key, line, sentence string, rows []fyne.CanvasObject) fyne.CanvasObject {
	top := look.VBox(7, look.VBox(0, look.NewText(p.words.Say(key)).Subheading(), look.NewText(line).Caption().In(look.Muted)),
		look.VBox(7, rows...))
	if sentence == "" {
		return look.NewPanelWith(0, look.Pad(20, 16, top))
	}
	return look.NewPanelWith(0, look.Pad(20, 16, look.Footed(12, top, look.NewText(sentence).Caption())))
}

// countRows gives a row for each share: its name, as many squares as there are
// activities, and the figure, with the direct cost if that is wanted.
func countRows[T ~string](p *Page, b insight.Balance, shares []insight.Share[T], name func(T) string, icon func(T) look.Icon, sums bool) []fyne.CanvasObject {
	figures, wide := make([]string, len(shares)), float32(0)
	for i, share := range shares {
		figures[i] = strconv.Itoa(len(share.Activities))
		if sums && len(share.Activities) > 0 {
			figures[i] = p.words.Say("winwin.count_and_sum", words.With{"Count": figures[i], "Sum": share.Direct.String()})
		}
		wide = max(wide, look.TextWidth(figures[i], theme.Size(sizeOf(sums)), true)/look.Scale())
	}
	var rows []fyne.CanvasObject
	for i, share := range shares {
		figure := look.NewText(figures[i]).Sized(sizeOf(sums)).Semibold().OneLine().Aligned(fyne.TextAlignTrailing)
		row := look.HBox(8, look.NewText(name(share.Value)), amount(len(share.Activities), b.Activities, wide), look.WideScaled(max(18, wide), figure))
		if icon != nil {
			row = look.HBox(10, look.NewShape(icon(share.Value), look.Muted, 18), look.Stretch(row))
		}
		rows = append(rows, row)
	}
	return rows
}

func sizeOf(sums bool) fyne.ThemeSizeName {
	if sums {
		return look.Caption
	}
	return look.Body
}

// amount shows so many of so many: squares, or a bar where nobody would count them or
// the figures beside them need the room.
func amount(n, all int, figures float32) fyne.CanvasObject {
	if all <= mostSquares && figures <= mostFigures {
		return look.NewSquares(n, all)
	}
	bar := look.NewStripedBar(look.Share{Funding: look.Secured, Amount: int64(n)}, look.Share{Funding: look.Asked, Amount: int64(all - n)})
	return look.WideScaled(min(99, 180-figures), bar)
}
