package news

import (
	"strings"

	"commonplan/model"
	"commonplan/model/merge"
	"commonplan/model/words"
)

// Piece is a part of a sentence.
type Piece struct {
	Text   string
	Strong bool // the name of a record
}

// Sentence is a sentence in pieces.
type Sentence []Piece

// String is the plain sentence.
func (s Sentence) String() string {
	var all strings.Builder
	for _, piece := range s {
		all.WriteString(piece.Text)
	}
	return all.String()
}

// Teller says what happened between two states of a plan.
type Teller struct {
	words         *words.Words
	before, after *model.Plan
}

// NewTeller gives a teller. Before is the plan without the copy, after the plan with it;
// they may be the same.
func NewTeller(w *words.Words, before, after *model.Plan) *Teller {
	return &Teller{words: w, before: before, after: after}
}

// Names are set between these while a sentence is put together, to be found again.
const (
	strong = "\x02"
	plain  = "\x03"
)

// Tell says what one change is.
func (t *Teller) Tell(c merge.Change) Sentence {
	with := words.With{"Who": c.Who, "Title": strong + t.Name(c.Record) + plain}
	key := string(c.Kind)
	switch c.Kind {
	case merge.New:
		return t.sentence("news.new."+string(c.Type), with)
	case merge.Changed:
		key = t.changed(c, with)
	case merge.ToSettle:
		key = t.toSettle(c, with)
	}
	return t.by("news."+key, c.Who, with)
}

// by chooses the sentence that names who did it, if that is known.
func (t *Teller) by(key, who string, with words.With) Sentence {
	if who != "" {
		key += ".by"
	}
	return t.sentence(key, with)
}

// changed chooses the sentence for a changed field.
func (t *Teller) changed(c merge.Change, with words.With) string {
	spec := fieldOf(c.Type, c.Field)
	with["Field"] = t.FieldName(c.Type, c.Field, c.Member)
	switch {
	case model.IsPlace(c.Field):
		return "moved"
	case len(c.Came)+len(c.Went) > 0:
		return t.members(c, with)
	case spec.Kind == model.KindYesNo && c.To == "true":
		return "set"
	case spec.Kind == model.KindYesNo:
		return "unset"
	}
	from, to := t.Value(c.Type, c.Field, c.From), t.Value(c.Type, c.Field, c.To)
	names := IsName(c.Type, c.Field) && from != "" && to != ""
	with["From"], with["To"] = t.named(spec, from, names), t.named(spec, to, names)
	long := spec.Kind == model.KindLongText || isLong(from) || isLong(to)
	switch {
	case names && !long:
		return "renamed"
	case from == "" && long:
		return "written"
	case to == "" && long:
		return "erased"
	case long:
		return "rewritten"
	case from == "":
		return "filled"
	case to == "":
		return "emptied"
	}
	return "changed"
}

// named marks a text as a record's name, and puts other words that somebody wrote into
// quotation marks.
func (t *Teller) named(spec *model.Field, text string, name bool) string {
	if name {
		return strong + text + plain
	}
	return t.quoted(spec, text)
}

// quoted leaves figures as they are: a target is a text, but mostly one of digits.
func (t *Teller) quoted(spec *model.Field, text string) string {
	switch spec.Kind {
	case model.KindText, model.KindLongText, model.KindChoice, model.KindReference:
		if text != "" && !strings.ContainsAny(text[:1], "0123456789") {
			return t.words.Say("news.quoted", words.With{"Text": text})
		}
	}
	return text
}

// IsName tells whether a field is what its record is known by.
func IsName(kind model.Type, field string) bool {
	return field == "title" || field == "name" || field == "line" && kind == model.TypeCost
}

// longest is how many letters a value may have to be told within a sentence.
const longest = 60

func isLong(text string) bool {
	return len([]rune(text)) > longest || strings.ContainsRune(text, '\n')
}

// members chooses the sentence for what came into a set and what went out of it.
func (t *Teller) members(c merge.Change, with words.With) string {
	with["Came"], with["Went"] = t.memberNames(c, c.Came), t.memberNames(c, c.Went)
	switch {
	case len(c.Went) == 0:
		return "came"
	case len(c.Came) == 0:
		return "went"
	}
	return "came_and_went"
}

func (t *Teller) memberNames(c merge.Change, members []string) string {
	names := make([]string, len(members))
	for i, member := range members {
		names[i] = t.Member(c.Type, c.Field, member)
	}
	return t.words.And(names)
}

// toSettle chooses the sentence for what two copies say differently.
func (t *Teller) toSettle(c merge.Change, with words.With) string {
	if c.Field == "" {
		key := "dispute"
		if len(c.Added) > 0 {
			key, with["Added"] = "added", t.Added(c.Added)
		}
		if c.There {
			return key + ".there"
		}
		return key + ".here"
	}
	with["Field"] = t.FieldName(c.Type, c.Field, c.Member)
	spec := fieldOf(c.Type, c.Field)
	here, there := t.OrNothing(c.Type, c.Field, c.To), t.OrNothing(c.Type, c.Field, c.Alternative)
	with["From"], with["To"] = t.quoted(spec, here), t.quoted(spec, there)
	if IsName(c.Type, c.Field) {
		return "both_name"
	}
	if spec.Kind == model.KindLongText || isLong(here) || isLong(there) {
		return "both_long"
	}
	return "both"
}

// sentence puts a sentence together and takes it apart at the names.
func (t *Teller) sentence(key string, with words.With) Sentence {
	said := words.Capital(t.words.Say(key, with))
	said = strings.ReplaceAll(strings.ReplaceAll(said, "….", "…"), "…"+plain+".", "…"+plain) // a name that was cut
	var s Sentence
	for said != "" {
		text, rest, found := strings.Cut(said, strong)
		if text != "" {
			s = append(s, Piece{Text: text})
		}
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, plain)
		s = append(s, Piece{Text: name, Strong: true})
		said = after
	}
	return s
}
