package proposal

import (
	"slices"
	"strings"

	"commonplan/model"
	"commonplan/model/paper"
	"commonplan/model/words"
)

// A paper speaks two languages at most: what it says itself is in that of its words, and
// what people wrote stays in theirs, marked so that a screen reader changes its voice.

// WordsOf gives the words of the project's papers, in their language.
func WordsOf(project *model.Project) *words.Words { return wordsIn(spoken(project.PaperLanguage)) }

func wordsIn(language string) *words.Words {
	for _, w := range words.Every() {
		if w.Language() == language {
			return w
		}
	}
	return words.English()
}

// spoken is a language that there are words in; English stands for any other.
func spoken(language model.Language) string {
	if slices.Contains(words.Languages(), string(language)) {
		return string(language)
	}
	return "en"
}

// saysDates tells whether a text holds a stretch of time, in any language there is.
func saysDates(text string, from, to model.Date) bool {
	return slices.ContainsFunc(words.Every(), func(w *words.Words) bool {
		return strings.Contains(strings.ToLower(text), strings.ToLower(w.Dates(from, to)))
	})
}

// own gathers what people wrote, if it is in another language than the paper; else nil.
func (m *maker) own() *paper.Own {
	language := spoken(m.project.OwnLanguage)
	if language == m.words.Language() {
		return nil
	}
	var texts []string
	for _, kind := range model.Types() {
		items := m.plan.List(kind)
		if kind == model.TypeProject {
			items = []model.Item{m.project}
		}
		schema, _ := model.SchemaOf(kind)
		for _, item := range items {
			for _, f := range schema.Fields {
				if f.Kind == model.KindText || f.Kind == model.KindLongText {
					texts = append(texts, model.Text(item, f.Name))
				}
			}
		}
	}
	return paper.NewOwn(wordsIn(language).Tag(), texts)
}
