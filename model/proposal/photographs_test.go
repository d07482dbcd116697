package proposal_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/paper"
	"commonplan/model/paper/pdf"
	"commonplan/model/proposal"
	"commonplan/model/words"
)

func jpegFile(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, 60, 40)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// photographed is a plan with a logo, two photographs and two that are private, all of
// the same part.
func photographed(t *testing.T) *model.Plan {
	b := modeltest.New(t)
	need := b.Add(&model.Need{Title: "The yard is paved"})
	secret := b.Add(&model.Evidence{Says: "Told in confidence", About: []model.ID{need}, Private: true})
	activity := b.Add(&model.Activity{Title: "Yard garden"})
	for _, p := range []*model.Picture{
		{On: b.Plan().Project.ID, Alt: "The logo of the Circle"}, {On: need, Alt: "The yard, paved over", Caption: "In June"},
		{On: activity, Alt: "Raised beds"}, {On: need, Alt: "A face", Private: true}, {On: secret, Alt: "A letter"}} {
		p.Media = "media/a.jpg"
		b.Add(p)
	}
	return b.Plan()
}

func TestPicturesPrintWithTheirWordsButForPrivateOnes(t *testing.T) {
	plan, parts := photographed(t), map[string][]byte{"media/a.jpg": jpegFile(t)}
	for p, shows := range map[proposal.Paper]struct{ has, hasNot []string }{
		proposal.Full:    {[]string{"The logo of the Circle", "The yard, paved over", "N1 In June", "Raised beds"}, []string{"A face", "A letter"}},
		proposal.Council: {[]string{"The logo of the Circle"}, []string{"The yard, paved over", "Raised beds", "A face", "A letter"}},
		proposal.Summary: {[]string{"The logo of the Circle"}, []string{"The yard, paved over", "A face"}},
	} {
		for _, large := range []float64{0, 18} {
			doc, err := proposal.Make(plan, proposal.Options{Paper: p, Date: day, Parts: parts, Large: large})
			if err != nil {
				t.Fatal(err)
			}
			text := paper.PlainText(doc)
			holds(t, text, shows.has...)
			for _, not := range shows.hasNot {
				if strings.Contains(text, not) {
					t.Errorf("%s prints %q", p, not)
				}
			}
			if set := pdf.Layout(doc, pdf.Options{}); len(set.Refused) > 0 {
				t.Errorf("%s refuses %v", p, set.Refused)
			}
		}
	}
}

func TestAPictureThatIsNotInTheFileIsASentence(t *testing.T) {
	doc, err := proposal.Make(photographed(t), proposal.Options{Paper: proposal.Full, Date: day})
	if err != nil {
		t.Fatal(err)
	}
	set := pdf.Layout(doc, pdf.Options{})
	if len(set.Refused) != 3 || !strings.Contains(set.Refused[1].Sentence(words.English()), "The yard, paved over") {
		t.Errorf("refused are %v", set.Refused)
	}
}
