package proposal

import (
	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/words"
)

// Reminder is what a group keeps in its folder once its file has a password: which file
// it is, and room for where the password is kept. The password itself is not on it, and
// cannot be: nobody hands it to this package.
type Reminder struct {
	Project, Group string // as the plan says; Group may be empty
	File           string // the file's name; "" if it was never saved
	Date           model.Date
	Words          *words.Words
}

// Paper gives the sheet, of one side.
func (r Reminder) Paper() paper.Document {
	say := func(key string) string { return r.Words.Say("papers.reminder." + key) }
	var facts []paper.Fact
	for _, fact := range []struct{ label, value string }{
		{say("file"), r.File}, {say("since"), r.Words.Date(r.Date)}, {say("by"), r.Group},
	} {
		if fact.value != "" {
			facts = append(facts, paper.Fact{Label: fact.label, Value: paper.Words(fact.value)})
		}
	}
	var questions []figure.Question
	for i, key := range []string{"who", "where", "hint", "checked"} {
		questions = append(questions, figure.Question{Number: i + 1, Text: say(key), Lines: 2})
	}
	chart := figure.ChartOptions{Words: r.Words, Metrics: metrics.Of(paper.Print{}.Typeface), Width: tableWidth}
	blocks := []paper.Block{
		paper.TitleBlock{Kicker: say("kicker"), Title: r.Project, Facts: facts},
		paper.Paragraph{Text: paper.Words(say("line"))},
		paper.Paragraph{Text: paper.Words(say("keep"))},
	}
	return paper.Document{
		Title: say("kicker") + ": " + r.Project, Subject: say("subject"), Author: r.Group, Language: r.Words.Tag(),
		Format: paper.ToFillIn, Footer: paper.Footer{Project: r.Project, Group: r.Group},
		Blocks: append(blocks, figures(figure.QuestionSheet(nil, questions, chart))...),
	}
}
