package proposal_test

import (
	"bytes"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/example/exampletest"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/paper/docx"
	"commonplan/model/paper/html"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

func welsh(t testing.TB) *words.Words {
	t.Helper()
	w, err := words.In("cy")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// logged does something and gives what was logged on the way.
func logged(do func()) string {
	before := slog.Default()
	defer slog.SetDefault(before)
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	do()
	return log.String()
}

// prints makes a paper in every form.
func prints(t *testing.T, plan *model.Plan, o proposal.Options) {
	t.Helper()
	doc, err := proposal.Make(plan, o)
	if err != nil {
		t.Fatal(err)
	}
	pdf.Layout(doc, pdf.Options{Words: o.Words})
	for _, write := range []func(paper.Document, *words.Words) ([]byte, error){docx.Write, html.Write} {
		if _, err := write(doc, o.Words); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAWelshPaperAsksForNoSentenceThatIsNotThere(t *testing.T) {
	plans := []*model.Plan{modeltest.New(t).Plan()}
	for _, name := range example.Names() {
		plans = append(plans, exampletest.Plan(t, name))
	}
	for seed := range uint64(3) {
		plans = append(plans, modeltest.Wild(t, rand.New(rand.NewPCG(seed, 11)), 6).Plan())
	}
	log := logged(func() {
		for i, plan := range plans {
			for j, kind := range proposal.Papers() {
				prints(t, plan, proposal.Options{Paper: kind, Words: welsh(t), Date: day, Large: float64((i + j) % 2 * 18), Poster: i%2 == 0})
			}
		}
	})
	if strings.Contains(log, "missing") {
		t.Error(log)
	}
}

func TestTheWelshPapersOfTheExamplesHaveNoMoreSidesThanTheyMay(t *testing.T) {
	w := welsh(t)
	count := func(doc paper.Document) (int, error) { return len(pdf.Layout(doc, pdf.Options{Words: w}).Pages), nil }
	for _, name := range example.Names() {
		for _, kind := range []proposal.Paper{proposal.Council, proposal.Summary} {
			_, fitted, err := proposal.Fit(exampletest.Plan(t, name), proposal.Options{Paper: kind, Words: w, Date: day}, count)
			if err != nil || fitted.Over > 0 {
				t.Errorf("%s, %s: %d sides too many, %v", name, kind, fitted.Over, err)
			}
		}
	}
}

func TestTheProjectSaysInWhichLanguageItsPapersAre(t *testing.T) {
	for said, want := range map[model.Language]string{"": "en", "en": "en", "cy": "cy", "tlh": "en"} {
		if got := proposal.WordsOf(&model.Project{PaperLanguage: said}).Language(); got != want {
			t.Errorf("for %q it is %q, want %q", said, got, want)
		}
	}
}

// languages are those of the runs of a paper that hold some words.
func languages(doc paper.Document, said string) []string {
	var all []string
	look := func(text paper.Text) {
		for _, run := range doc.Own.Mark(text) {
			if strings.Contains(run.Text, said) && !slices.Contains(all, run.Language) {
				all = append(all, run.Language)
			}
		}
	}
	paper.Walk(doc.Blocks, func(b paper.Block) {
		switch b := b.(type) {
		case paper.TitleBlock:
			look(paper.Words(b.Kicker))
		case paper.Decision:
			look(paper.Words(b.Label))
			look(b.Sentence)
		}
	})
	return all
}

func TestWhatPeopleWroteIsMarkedWhereThePaperSpeaksAnotherLanguage(t *testing.T) {
	plan := exampletest.Plan(t, "open-door-days")
	for _, c := range []struct {
		paper, own, theirs, program string
		says                        string
	}{
		{"cy", "", "en-GB", "", "Cynnig partneriaeth"},
		{"cy", "cy", "", "", "Cynnig partneriaeth"},
		{"en", "cy", "cy", "", "Partnership proposal"},
		{"en", "", "", "", "Partnership proposal"},
	} {
		project := model.Clone(plan.Project)
		project.PaperLanguage, project.OwnLanguage = model.Language(c.paper), model.Language(c.own)
		written := *plan
		written.Project = project
		doc, err := proposal.Make(&written, proposal.Options{Paper: proposal.Council, Words: proposal.WordsOf(project), Date: day})
		if err != nil {
			t.Fatal(err)
		}
		if got := languages(doc, "Kingsmere Borough Council"); !slices.Equal(got, []string{c.theirs}) {
			t.Errorf("in %q, written in %q, their words are in %q", c.paper, c.own, got)
		}
		if got := languages(doc, c.says); !slices.Equal(got, []string{c.program}) {
			t.Errorf("in %q, written in %q, the program’s words are in %q", c.paper, c.own, got)
		}
	}
}

func TestADateInASourceIsNotSaidTwiceInTwoLanguages(t *testing.T) {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "The yard is hot"})
	b.Add(&model.Evidence{About: []model.ID{need}, Says: "It is hot", Source: "Photo walk, June 2026", Date: model.Date{Year: 2026, Month: 6}})
	doc, err := proposal.Make(b.Plan(), proposal.Options{Paper: proposal.Council, Words: welsh(t), Date: day})
	if err != nil {
		t.Fatal(err)
	}
	if text := paper.PlainText(doc); !strings.Contains(text, "Photo walk, June 2026") || strings.Contains(text, "2026, Mehefin") {
		t.Errorf("the paper says\n%s", text)
	}
}
