package costs

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// newStrip gives the foot of the page: the full cost, how sure the money is, the gap.
func (p *Page) newStrip(totals *insight.Totals) fyne.CanvasObject {
	cost := look.VBox(0, look.NewText(p.words.Say("costs.full.years", words.With{"N": len(totals.Years)})).Caption().In(look.Muted),
		look.NewText(totals.Full().String()).Subheading())
	gap := max(0, totals.Gap())
	shares := []look.Share{{Funding: look.Secured, Amount: int64(totals.Sure())}, {Funding: look.Applied, Amount: int64(totals.Applied)},
		{Funding: look.Asked, Amount: int64(totals.Asked)}, {Funding: look.Missing, Amount: int64(gap)}}
	secured := "costs.strip.secured"
	if totals.Own != 0 {
		secured = "costs.strip.secured_own"
	}
	legend := look.Flow(20)
	for i, key := range []string{secured, "costs.strip.applied", "costs.strip.asked", "costs.strip.gap"} {
		if share := shares[i]; share.Amount > 0 {
			legend.Add(look.HBox(6, look.NewFundingMark(share.Funding), look.NewText(p.words.Say(key)).Caption().OneLine(),
				look.NewText(model.Pence(share.Amount).String()).Caption().Semibold().OneLine()))
		}
	}
	if totals.Undecided != 0 {
		legend.Add(look.NewText(p.words.Say("costs.strip.undecided", words.With{"Sum": totals.Undecided.String()})).Caption().In(look.Attention))
	}
	bar := look.VBox(8, look.NewStripedBar(shares...), legend)
	if len(legend.Objects) == 0 {
		bar.Objects = nil
	}
	box, edge := p.gapBox(totals)
	row := look.HBox(24, look.WideScaled(128, cost), look.Stretch(bar), box)
	return look.NewArea(look.Surface, look.VBox(0, look.NewLine(edge, 2), look.Inset(7, look.Margin, 7, look.Margin, row)))
}

// gapBox says whether the money adds up; it gives the colour that goes with it, too.
func (p *Page) gapBox(totals *insight.Totals) (fyne.CanvasObject, fyne.ThemeColorName) {
	icon, ink, tint := look.IconCheck, look.Primary, look.PrimaryTint
	title, line := p.words.Say("costs.gap", words.With{"Gap": max(0, totals.Gap()).String()}), p.words.Say("costs.gap.fine")
	switch gap := totals.Gap(); {
	case totals.Full() == 0 && totals.Found() == 0:
		icon, title, line = look.IconCoin, p.words.Say("costs.gap.empty"), p.words.Say("costs.gap.empty.line")
	case gap > 0:
		icon, ink, tint = look.IconAttention, look.Attention, look.AttentionTint
		line = p.words.Say("costs.gap.find")
	case gap < 0:
		icon, ink, tint = look.IconAttention, look.Attention, look.AttentionTint
		title, line = p.words.Say("costs.gap.over", words.With{"Gap": (-gap).String()}), p.words.Say("costs.gap.over.line")
	case totals.ToConfirm() > 0:
		line = p.words.Say("costs.gap.confirm", words.With{"Sum": totals.ToConfirm().String()})
	}
	head := look.NewText(title).Subheading().OneLine()
	if ink == look.Attention {
		head.In(ink)
	}
	said := look.VBox(0, head, look.NewText(line).Caption().OneLine())
	box := look.NewTinted(tint, look.Inset(6, 16, 6, 16, look.HBox(12, look.NewShape(icon, ink, 24), said)))
	return look.Pad(0, 0, box), ink // padded, so that it does not stretch
}
