package checklist

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
	"commonplan/ui/look"
)

// counts says in one line how the sides stand to each other.
func (p *Page) counts() fyne.CanvasObject {
	line := look.Flow(24)
	for _, c := range []struct {
		n   int
		key string
	}{{p.sides.Differ, "checklist.differ"}, {p.sides.Alike, "checklist.alike"},
		{p.sides.NotKnown, "checklist.not_known"}, {p.sides.OneSideOpen, "checklist.one_side"}, {p.sides.BothOpen, "checklist.both_sides"}} {
		if c.n > 0 {
			line.Add(look.NewRichText(look.Run{Text: strconv.Itoa(c.n), Semibold: true},
				look.Run{Text: " " + p.words.Say(c.key, words.With{"N": c.n})}).OneLine())
		}
	}
	dated := look.NewText(p.dated()).Caption().OneLine()
	dated.Hidden = dated.String() == ""
	return look.NewNotePanel(look.Pad(3, 0, look.HBox(16, look.Stretch(line), dated)))
}

// dated says when the council answered last.
func (p *Page) dated() string {
	var last model.Date
	for _, pair := range p.sides.Pairs {
		if pair.Council != nil && pair.Council.Date.String() > last.String() {
			last = pair.Council.Date
		}
	}
	if last.IsZero() {
		return ""
	}
	return p.words.Say("checklist.council_dated", words.With{"Date": p.words.Date(last)})
}

// heads name the two sides, above their columns.
func (p *Page) heads() fyne.CanvasObject {
	project := p.desk.Plan().Project
	head := func(icon look.Icon, key, who string) *fyne.Container {
		names := look.VBox(0, look.NewText(p.words.Say(key)).Subheading())
		if strings.TrimSpace(who) != "" {
			names.Add(look.NewText(who).Caption().In(look.Muted))
		}
		return look.HBox(8, look.NewShape(icon, look.Primary, 18), look.Stretch(names))
	}
	council := head(look.IconCouncil, "checklist.council", project.Council)
	if p.desk.For() == "" {
		council.Add(look.NewButton(p.words.Say("checklist.send"), p.shell.SendTheirSide).Small().WithIcon(look.IconMail))
	} else {
		council.Add(look.NewButton(p.words.Say("checklist.take_turn"), p.shell.TakeTurn).Small())
	}
	return newHalves(look.Inset(0, 0, 0, 16, head(look.IconPeople, "checklist.citizens", project.Lead)), look.Inset(0, 0, 0, 16, council), false)
}

// panel shows a question with both answers in full.
func (p *Page) panel(pair insight.Pair) fyne.CanvasObject {
	stands := look.NewText(pair.Says(p.words)).Caption().Semibold().OneLine()
	icon := look.NewShape(look.IconDiffer, look.Attention, 14)
	if stands.In(look.Attention); pair.Standing == insight.Alike || pair.Standing == insight.BothOpen {
		stands.In(look.Muted)
		icon.Hide()
	}
	head := look.HBox(10, look.NewBadge(strconv.Itoa(pair.Number), true), look.Stretch(look.NewText(pair.Strand.Short).Semibold()), icon, stands)
	if p.form == nil || p.form.at.question != pair.Question.ID {
		fold := look.NewIconButton(look.IconChevronUp, p.words.Say("checklist.fold", words.With{"Number": pair.Number}), func() { p.fold(pair.Question.ID, false) })
		if pair.Standing == insight.Alike || pair.Standing == insight.BothOpen || p.unfolded[pair.Question.ID] {
			head.Add(fold.Tiny())
		}
	}
	halves := newHalves(p.half(pair, model.Citizens), p.half(pair, model.CouncilSide), true)
	return look.NewPanelWith(1, look.VBox(0, look.Inset(3, 15, 4, 15, head), look.NewDivider(), halves))
}

// half shows one side’s answer, or the form in its place.
func (p *Page) half(pair insight.Pair, side model.Side) fyne.CanvasObject {
	at := spot{pair.Question.ID, side}
	if p.form != nil && p.form.at == at {
		return p.form.object
	}
	answer := of(pair, side)
	parts := []fyne.CanvasObject{look.NewText(questionOf(pair, side)).Semibold()}
	if answer == nil || answer.Where == "" {
		parts = append(parts, look.NewText(p.words.Say("checklist.unanswered")).In(look.Muted))
	} else {
		parts = append(parts, look.HBox(12, levels(answer.Where), look.NewText(p.stage(answer)).Semibold()))
	}
	if answer != nil {
		parts = append(parts, look.VBox(0, p.said("checklist.because", answer.Evidence), p.said("checklist.next", p.nextOf(answer))))
	}
	says := p.words.Say("checklist.side.says", words.With{"Number": pair.Number, "Side": p.words.Say("checklist." + string(side)),
		"Question": questionOf(pair, side), "Stage": p.stage(answer)})
	block := look.NewBlock(says, look.Inset(8, 15, 10, 15, look.VBox(5, parts...)), func() { p.open(at) }).Joined(look.RadiusCard)
	block.OnFocus = func(on bool) {
		if on {
			p.came(at)
		}
	}
	block.OnKey = func(key *fyne.KeyEvent) bool { return p.step(at, key.Name) }
	p.blocks[at] = block
	return block
}

func questionOf(pair insight.Pair, side model.Side) string {
	if side == model.CouncilSide {
		return pair.Question.Council
	}
	return pair.Question.Citizens
}

// levels are the three boxes that go with the words of a stage.
func levels(where model.Stage) fyne.CanvasObject {
	filled := map[model.Stage]int{model.Started: 1, model.HalfWay: 2, model.InPlace: 3}
	if where == model.DoNotKnow {
		return look.NewLevelsUnknown()
	}
	return look.NewLevels(filled[where])
}

// stage says where a side is.
func (p *Page) stage(answer *model.Answer) string {
	if answer == nil || answer.Where == "" {
		return p.words.Say("checklist.unanswered")
	}
	return p.words.Say("choice.stage." + string(answer.Where))
}

// said puts a quiet word before what was said.
func (p *Page) said(key, text string) fyne.CanvasObject {
	run := look.Run{Text: " " + text}
	if text == "" {
		run = look.Run{Text: " " + p.words.Say("checklist.not_said"), Color: look.Muted}
	}
	return look.NewRichText(look.Run{Text: p.words.Say(key), Color: look.Muted}, run).Caption()
}

// nextOf is the next step with who does it.
func (p *Page) nextOf(answer *model.Answer) string {
	if answer.Next == "" || answer.Owner == "" {
		return answer.Next + answer.Owner
	}
	return p.words.Say("checklist.next_owner", words.With{"Next": strings.TrimRight(answer.Next, ". "), "Owner": answer.Owner})
}

// row is a question folded to a line.
func (p *Page) row(pair insight.Pair) fyne.CanvasObject {
	stands := pair.Says(p.words)
	switch pair.Standing {
	case insight.Alike:
		stands = p.words.Say("checklist.both", words.With{"Stage": p.stage(pair.Citizens)})
	case insight.Differ, insight.NotKnown, insight.OneSideOpen:
		stands = p.words.Say("checklist.each", words.With{"Citizens": p.stage(pair.Citizens), "Council": p.stage(pair.Council)})
	}
	line := look.HBox(12, look.NewBadge(strconv.Itoa(pair.Number), false),
		look.WideScaled(128, look.NewText(pair.Strand.Short).In(look.Muted)), look.NewText(pair.Question.Short),
		look.NewText(stands).Caption().OneLine(), look.NewShape(look.IconChevronDown, look.Muted, 14))
	says := p.words.Say("checklist.unfold.says", words.With{"Number": pair.Number, "Question": pair.Question.Short, "Stands": stands})
	block := look.NewBlock(says, look.Inset(5, 15, 4, 15, line), func() { p.fold(pair.Question.ID, true) })
	block.OnFocus = func(on bool) {
		if on {
			p.came(spot{pair.Question.ID, p.side()})
		}
	}
	block.OnKey = func(key *fyne.KeyEvent) bool { return p.step(spot{pair.Question.ID, p.side()}, key.Name) }
	p.folded[pair.Question.ID] = block
	return block
}

// side is the side the keyboard was at last.
func (p *Page) side() model.Side {
	if p.at.side == "" {
		return model.Citizens
	}
	return p.at.side
}

// fold opens a question or folds it to a line, and keeps the keyboard there.
func (p *Page) fold(question string, open bool) {
	p.unfolded[question] = open
	p.fill()
	p.focus(spot{question, p.side()})
}
