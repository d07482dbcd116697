package check_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"commonplan/model"
	"commonplan/model/modeltest"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/pdf/check"
	"commonplan/model/proposal"
)

// wildParts are pictures of many kinds, by the names that records give them.
func wildParts(t testing.TB) map[string][]byte {
	t.Helper()
	rgba := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	rgba.SetNRGBA(3, 3, color.NRGBA{R: 255, A: 90})
	grey := image.NewGray(image.Rect(0, 0, 1, 300))
	deep := image.NewRGBA64(image.Rect(0, 0, 20, 20))
	palette := image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.White, color.Black})
	file := func(encode func(*bytes.Buffer) error) []byte {
		var out bytes.Buffer
		if err := encode(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	whole := file(func(b *bytes.Buffer) error { return jpeg.Encode(b, rgba, nil) })
	return map[string][]byte{
		"0": file(func(b *bytes.Buffer) error { return png.Encode(b, rgba) }),
		"1": file(func(b *bytes.Buffer) error { return jpeg.Encode(b, grey, nil) }),
		"2": file(func(b *bytes.Buffer) error { return png.Encode(b, deep) }),
		"3": file(func(b *bytes.Buffer) error { return gif.Encode(b, palette, nil) }),
		"4": whole, "5": whole[:len(whole)/2], "6": []byte("no picture"),
	}
}

// wildPlan is a plan of chance with pictures on its records.
func wildPlan(t testing.TB, seed uint64) *model.Plan {
	chance := rand.New(rand.NewPCG(seed, 7))
	plan := modeltest.Wild(t, chance, 1+int(seed%3)*5).Plan()
	for i, p := range plan.Pictures {
		p.Media = strconv.Itoa(chance.IntN(8))
		if i == 0 {
			p.On = plan.Project.ID
		}
	}
	return plan
}

func TestEveryPaperOfAnyPlanPasses(t *testing.T) {
	plans := uint64(6)
	if n, err := strconv.ParseUint(os.Getenv("COMMONPLAN_WILD_PLANS"), 10, 64); err == nil {
		plans = n // for a longer look
	}
	parts := wildParts(t)
	for seed := range plans {
		plan := wildPlan(t, seed)
		for i, kind := range proposal.Papers() {
			o := proposal.Options{Paper: kind, Date: model.Date{Year: 2026, Month: 8, Day: 28}, Parts: parts}
			project := model.Clone(plan.Project)
			switch (uint64(i) + seed) % 4 {
			case 1:
				o.Large, project.PaperFont = 18, model.Atkinson
			case 2:
				project.PrintBlack, project.PrintDraft = true, true
			case 3:
				project.PrintCover, project.PaperFont, o.Poster = true, model.Atkinson, true
			}
			printed := *plan
			printed.Project = project
			doc, err := proposal.Make(&printed, o)
			if err != nil {
				t.Fatal(err)
			}
			data, report, err := pdf.Write(doc, pdf.Options{Date: made})
			if err != nil {
				t.Errorf("plan %d, %s: %v", seed, kind, err)
				continue
			}
			for _, f := range check.File(data) {
				t.Errorf("plan %d, %s, way %d (%d pages): %s", seed, kind, (uint64(i)+seed)%4, report.Pages, f)
			}
			if folder := os.Getenv("COMMONPLAN_WILD_FOLDER"); folder != "" {
				if err := os.WriteFile(fmt.Sprintf("%s/%03d-%s-%d.pdf", folder, seed, kind, (uint64(i)+seed)%4), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
