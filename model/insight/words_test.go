package insight_test

import (
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/insight"
	"commonplan/model/words"
)

func TestEveryGapHasItsTextsAndEveryTextItsGap(t *testing.T) {
	written, err := words.Keys("en")
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]bool{}
	for _, key := range insight.GapKeys() {
		for _, form := range []string{"title", "sentence", "hint"} {
			wanted["insight.gap."+key+"."+form] = true
		}
	}
	for key := range wanted {
		if !slices.Contains(written, key) {
			t.Errorf("there are no words for %s", key)
		}
	}
	for _, key := range written {
		if strings.HasPrefix(key, "insight.gap.") && !wanted[key] {
			t.Errorf("the words for %s belong to no gap", key)
		}
	}
}

func TestStepsMarksAndBasesHaveWords(t *testing.T) {
	var keys []string
	for _, step := range insight.Steps {
		keys = append(keys, "insight.step."+string(step))
	}
	for _, mark := range []insight.Mark{insight.NotBegun, insight.OnTheWay, insight.Ready} {
		keys = append(keys, "insight.mark."+string(mark))
	}
	for _, basis := range []insight.Basis{insight.FullBasis, insight.DirectBasis, insight.StatedBasis} {
		keys = append(keys, "insight.basis."+string(basis))
	}
	_, methods := model.ShareMethod("").Choices()
	for _, method := range methods {
		keys = append(keys, "insight.share.of."+method)
	}
	for _, key := range keys {
		if !english.Has(key) {
			t.Errorf("there are no words for %s", key)
		}
	}
}

// Fields that only a link between records can fill are never typed in by people.
func TestEveryRequiredFieldIsMissed(t *testing.T) {
	structural := []model.Type{model.TypeLink, model.TypeContribution, model.TypeAnswer, model.TypeComment, model.TypeSection}
	for _, recordType := range model.Types() {
		schema, _ := model.SchemaOf(recordType)
		for _, field := range schema.Fields {
			byPeople := field.Required && field.Kind != model.KindReference && field.Name != "media" && !slices.Contains(structural, recordType)
			if key := string(recordType) + "." + field.Name; byPeople && !slices.Contains(insight.GapKeys(), key) {
				t.Errorf("nobody would miss %s", key)
			}
		}
	}
}

func TestEveryRecordTypeBelongsToAStep(t *testing.T) {
	for _, recordType := range model.Types() {
		step := insight.StepOf(recordType)
		anywhere := recordType == model.TypeComment || recordType == model.TypePicture
		if (step == "") != anywhere {
			t.Errorf("%s belongs to step %q", recordType, step)
		}
		if step != "" && !slices.Contains(step.Types(), recordType) {
			t.Errorf("%s does not list %s", step, recordType)
		}
	}
}

func TestARecordIsNamedAsPeopleDo(t *testing.T) {
	p := theExample(t, "open-door-days")
	for id, want := range map[model.ID]string{
		card(t, p, "A4"): "A4 “Six short courses and work tasters”",
		card(t, p, "S2"): "S2 “I know people I can turn to”",
		p.Costs[2].ID:    "“Hall hire”",
		model.ProjectID:  "Open Door Days",
		"nowhere":        "",
	} {
		if got := insight.NameOf(english, p, id); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	f := whole(t)
	f.need.Title, f.risk.Title = "", ""
	p = f.plan(t)
	if got := insight.NameOf(english, p, "n1"); got != "N1" {
		t.Errorf("a need without words is %q, want N1", got)
	}
	if got := insight.NameOf(english, p, p.Risks[0].ID); got != "Risk without a name" {
		t.Errorf("a risk without words is %q", got)
	}
	if got := insight.LabelsOf(english, theExample(t, "good-plates"), cards(t, theExample(t, "good-plates"), "A2 A3 A5")); got != "A2, A3 and A5" {
		t.Errorf("the list is %q", got)
	}
}
