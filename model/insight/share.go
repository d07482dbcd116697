package insight

import (
	"commonplan/model"
	"commonplan/model/words"
)

// ShareSentence says how a share of running costs was worked out: "1.3 of 4.0 full-time
// posts = 32.5%", "12% of direct costs, to the nearest pound". It is "" for a line that
// is no share.
func ShareSentence(w *words.Words, line *model.Cost) string {
	share, ok := line.Share()
	if line.Kind != model.Running || !ok {
		return ""
	}
	key, with := "insight.share.part", words.With{"Percent": Percent(share), "Part": string(line.Part),
		"Whole": string(line.Whole), "Of": partOf(w, line), "Sum": line.Rate.String()}
	switch {
	case ofDirect(line):
		key = "insight.share.direct"
	case ofHundred(line):
		key = "insight.share.sum"
	}
	if line.ToPound {
		key += ".pound"
	}
	return w.Say(key, with)
}

// ShareWorking says it as short as a cost table has room for: "32.5% of £24,000",
// "12% of direct costs". It is "" for a line that is no share.
func ShareWorking(w *words.Words, line *model.Cost) string {
	share, ok := line.Share()
	if line.Kind != model.Running || !ok {
		return ""
	}
	key := "insight.share.sum"
	if ofDirect(line) {
		key = "insight.share.direct"
	}
	return w.Say(key, words.With{"Percent": Percent(share), "Sum": line.Rate.String()})
}

// ofDirect tells whether the share is taken of the year’s direct costs.
func ofDirect(line *model.Cost) bool { return line.Method == model.BySpend && line.Rate == 0 }

// ofHundred tells whether the part was given as a percentage to begin with.
func ofHundred(line *model.Cost) bool { return line.Whole == "100" && line.PartOf == "" }

func partOf(w *words.Words, line *model.Cost) string {
	if line.PartOf != "" {
		return line.PartOf
	}
	if line.Method == "" {
		return w.Say("insight.share.of.part")
	}
	return w.Say("insight.share.of." + string(line.Method))
}

// PerPersonSentence says the full cost for each one reached: "£75,404 ÷ 120 people =
// £628.37 each"; "" if nobody has said how many.
func (t *Totals) PerPersonSentence(w *words.Words, p *model.Plan) string {
	if t.Reach <= 0 {
		return ""
	}
	of := p.Project.ReachOf
	if of == "" {
		of = w.Say("insight.reach.people")
	}
	return w.Say("insight.per_person", words.With{"Full": t.Full().String(), "Reach": model.GroupThousands(int64(t.Reach)),
		"Of": of, "Each": t.PerPerson().String()})
}

// GapSentence says whether the money adds up: "Gap £8,326. Still to find."
func (s Sums) GapSentence(w *words.Words) string {
	key := "insight.gap_is.nil"
	switch {
	case s.Full() == 0 && s.Found() == 0:
		key = "insight.gap_is.empty"
	case s.Gap() > 0:
		key = "insight.gap_is.short"
	case s.Gap() < 0:
		key = "insight.gap_is.over"
	case s.ToConfirm() > 0:
		key = "insight.gap_is.to_confirm"
	}
	return w.Say(key, words.With{"Gap": max(s.Gap(), -s.Gap()).String(), "ToConfirm": s.ToConfirm().String()})
}
