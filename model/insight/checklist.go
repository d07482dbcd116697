package insight

import (
	"cmp"
	"slices"

	"commonplan/model"
	"commonplan/model/framework"
	"commonplan/model/words"
)

// Standing tells how the two sides' answers to a question stand to each other.
type Standing int

// The standings, in the order in which they are worth talking about.
const (
	Differ      Standing = iota // both have said where they are, and it is not the same
	NotKnown                    // both have answered, and one side or both do not know
	OneSideOpen                 // one side has not answered
	Alike                       // both are at the same step
	BothOpen                    // neither side has answered
)

// Pair is one question with both answers.
type Pair struct {
	Number            int // from 1, as in the question set
	Question          framework.Question
	Strand            framework.Strand
	Citizens, Council *model.Answer // nil: not answered
	Standing          Standing
	Apart             int // steps between the answers, if they differ
}

// Sides is the checklist with both sides' answers.
type Sides struct {
	Pairs                                          []Pair // in the order of their standing, the furthest apart first
	Differ, NotKnown, OneSideOpen, Alike, BothOpen int
}

// Answered tells how many questions a side has answered; that one does not know is an
// answer too.
func (s Sides) Answered(side model.Side) int {
	n := 0
	for _, pair := range s.Pairs {
		answer := pair.Council
		if side == model.Citizens {
			answer = pair.Citizens
		}
		if answer != nil && answer.Where != "" {
			n++
		}
	}
	return n
}

// CompareSides puts the answers of both sides beside each other.
func CompareSides(p *model.Plan) Sides {
	set := framework.Checklist()
	answers := map[model.ID]*model.Answer{}
	for _, answer := range p.Answers {
		key := model.KeyedID(model.TypeAnswer, answer.Question, string(answer.Side))
		if answers[key] == nil {
			answers[key] = answer
		}
	}
	var s Sides
	for i, question := range set.Questions {
		pair := Pair{Number: i + 1, Question: question, Strand: set.Strand(question),
			Citizens: answers[model.KeyedID(model.TypeAnswer, question.ID, string(model.Citizens))],
			Council:  answers[model.KeyedID(model.TypeAnswer, question.ID, string(model.CouncilSide))]}
		pair.compare()
		s.count(pair)
		s.Pairs = append(s.Pairs, pair)
	}
	slices.SortStableFunc(s.Pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.Standing, b.Standing), b.Apart-a.Apart)
	})
	return s
}

func (s *Sides) count(pair Pair) {
	switch pair.Standing {
	case Differ:
		s.Differ++
	case NotKnown:
		s.NotKnown++
	case OneSideOpen:
		s.OneSideOpen++
	case Alike:
		s.Alike++
	case BothOpen:
		s.BothOpen++
	}
}

func (pair *Pair) compare() {
	citizens, knows := step(pair.Citizens)
	council, councilKnows := step(pair.Council)
	switch {
	case !answered(pair.Citizens) && !answered(pair.Council):
		pair.Standing = BothOpen
	case !answered(pair.Citizens) || !answered(pair.Council):
		pair.Standing = OneSideOpen
	case !knows || !councilKnows:
		pair.Standing = NotKnown
	case citizens == council:
		pair.Standing = Alike
	default:
		pair.Standing, pair.Apart = Differ, max(citizens-council, council-citizens)
	}
}

// step gives the place on the scale from not yet (0) to in place (3); false if the side
// does not know or has not answered.
func step(answer *model.Answer) (int, bool) {
	if answer == nil {
		return 0, false
	}
	i := slices.Index([]model.Stage{model.NotYet, model.Started, model.HalfWay, model.InPlace}, answer.Where)
	return max(i, 0), i >= 0
}

// answered tells whether a side has said anything, be it that it does not know.
func answered(answer *model.Answer) bool { return answer != nil && answer.Where != "" }

// NextStep is what one side does next about a question.
type NextStep struct {
	Pair   Pair
	Answer *model.Answer
}

// NextSteps lists what both sides do next, in the order of the pairs. Where something is
// in place and nobody is named, there is nothing to do.
func (s Sides) NextSteps() []NextStep {
	var steps []NextStep
	for _, pair := range s.Pairs {
		for _, a := range []*model.Answer{pair.Citizens, pair.Council} {
			if a == nil || blank(a.Next) || a.Where == model.InPlace && blank(a.Owner) {
				continue
			}
			steps = append(steps, NextStep{pair, a})
		}
	}
	return steps
}

// Says tells how the answers stand: "3 steps apart", "one side does not know".
func (pair Pair) Says(w *words.Words) string {
	switch pair.Standing {
	case Differ:
		return w.Say("insight.sides.apart", words.With{"N": pair.Apart})
	case Alike:
		return w.Say("insight.sides.alike")
	case BothOpen:
		return w.Say("insight.sides.both_open")
	case OneSideOpen:
		return w.Say("insight.sides.one_open")
	}
	if pair.Citizens.Where == pair.Council.Where {
		return w.Say("insight.sides.neither_knows")
	}
	return w.Say("insight.sides.one_does_not_know")
}

// Summary counts the standings that there are: "4 differ, 9 are alike and in 2 a side does
// not know".
func (s Sides) Summary(w *words.Words) string {
	var said []string
	for _, standing := range []struct {
		key string
		n   int
	}{{"differ", s.Differ}, {"alike", s.Alike}, {"not_known", s.NotKnown}, {"one_open", s.OneSideOpen}, {"both_open", s.BothOpen}} {
		if standing.n > 0 {
			said = append(said, w.Say("insight.sides.summary."+standing.key, words.With{"N": standing.n}))
		}
	}
	return w.And(said)
}
