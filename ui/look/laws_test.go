package look

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

func TestWrappingLosesNoWordAndKeepsToTheWidth(t *testing.T) {
	newApp(t, 1)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zA-Z£’“]{1,14}(-[a-z]{1,9})?`), 0, 30).Draw(t, "words")
		width := rapid.Float32Range(20, 400).Draw(t, "width")
		lines := Wrap(strings.Join(words, " "), width, 15, false)

		plain := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := plain(strings.Join(lines, "")), strings.Join(words, ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, line := range lines {
			if TextWidth(line, 15, false) > width+2 && len([]rune(line)) > 1 {
				t.Fatalf("the line %q is wider than %v", line, width)
			}
		}
	})
}

func TestWrappingKeepsParagraphsAndAlwaysGivesALine(t *testing.T) {
	newApp(t, 1)
	if got := Wrap("", 100, 15, false); len(got) != 1 || got[0] != "" {
		t.Errorf("nothing wraps to %q", got)
	}
	if got := Wrap("one\n\ntwo", 100, 15, false); strings.Join(got, "|") != "one||two" {
		t.Errorf("paragraphs wrap to %q", got)
	}
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			f := float64(v) / 255
			if f <= 0.04045 {
				return f / 12.92
			}
			return math.Pow((f+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextAndEdgesCanBeReadOnEveryBackground(t *testing.T) {
	least := map[fyne.ThemeColorName]float64{Ink: 4.5, Muted: 4.5, Faded: 4.5, Primary: 4.5, Attention: 4.5, Error: 4.5, Edge: 3}
	for _, kind := range kinds[Need:] {
		least[kind.colour] = 4.5
	}
	for name, ratio := range least {
		for _, ground := range []fyne.ThemeColorName{Paper, Surface, Sunk} {
			for variant := range 2 {
				if got := contrast(palette[name][variant], palette[ground][variant]); got < ratio {
					t.Errorf("%s on %s has contrast %.2f, want %v (variant %d)", name, ground, got, ratio, variant)
				}
			}
		}
	}
	for _, pair := range [][2]fyne.ThemeColorName{{OnPrimary, Primary}, {Primary, PrimaryTint}, {Attention, AttentionTint}, {Error, ErrorTint}, {Ink, PrimaryTint}, {Muted, AttentionTint}} {
		for variant := range 2 {
			if got := contrast(palette[pair[0]][variant], palette[pair[1]][variant]); got < 4.5 {
				t.Errorf("%s on %s has contrast %.2f (variant %d)", pair[0], pair[1], got, variant)
			}
		}
	}
}

func TestTheThemeKeepsItsScaleWithinBounds(t *testing.T) {
	for asked, want := range map[float32]float32{0.5: 15, 1: 15, 1.5: 22.5, 3: 30} {
		if got := NewTheme(Light, asked).Size(theme.SizeNameText); got != want {
			t.Errorf("scale %v gives text of %v, want %v", asked, got, want)
		}
	}
}

func TestTheThemeIsLightDarkOrAsTheSystem(t *testing.T) {
	for _, c := range []struct {
		variant Variant
		system  fyne.ThemeVariant
		dark    bool
	}{{Light, theme.VariantDark, false}, {Dark, theme.VariantLight, true}, {System, theme.VariantDark, true}, {System, theme.VariantLight, false}} {
		got := NewTheme(c.variant, 1).Color(theme.ColorNameBackground, c.system)
		want := palette[Paper][0]
		if c.dark {
			want = palette[Paper][1]
		}
		if got != want {
			t.Errorf("%+v: background %v, want %v", c, got, want)
		}
	}
}

func TestEveryIconIsThereAndDrawsInItsColour(t *testing.T) {
	newApp(t, 1)
	all := []Icon{WinWin(true, true, true), WinWin(true, false, true), WinWin(false, false, true), IconLeaf, IconScales, IconCoin,
		IconMarkEmpty, IconMarkHalf, IconMarkDone, IconAttention, IconPlus, IconMinus, IconClose, IconCheck, IconChevronUp, IconChevronDown,
		IconChevronLeft, IconChevronRight, IconArrowUp, IconArrowDown, IconEye, IconSearch, IconFile, IconFolder, IconSave, IconPrint, IconShare,
		IconMail, IconPeople, IconPerson, IconSpeech, IconStar, IconBook, IconLock, IconClock, IconCalendar, IconChart, IconDiffer, IconCamera,
		IconPicture, IconHelp, IconInfo, IconPanel, IconCouncil, IconMerge, IconTrash, IconLink, IconUndo, IconRedo, IconPencil, IconUmbrella,
		IconFit, IconOutline, IconGrip, IconMore, IconSettings}
	for kind := Need; kind <= Goal; kind++ {
		all = append(all, kind.Icon())
	}
	for _, icon := range all {
		img := canvas.NewImageFromResource(IconIn(icon, Error))
		img.Resize(fyne.NewSquareSize(96))
		window := inWindow(t, container.NewWithoutLayout(img), 96, 96)
		c := window.Canvas()
		if !hasColour(c.Capture(), palette[Error][0]) {
			t.Errorf("%s draws nothing in its colour", icon)
		}
	}
}

func hasColour(img image.Image, want color.NRGBA) bool {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B) {
				return true
			}
		}
	}
	return false
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= 3 }

func TestAnIconFollowsTheTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(NewTheme(Light, 1))
	res := IconIn(IconLeaf, Ink)
	before, name := res.Content(), res.Name()
	app.Settings().SetTheme(NewTheme(Dark, 1))
	if bytes.Equal(before, res.Content()) || res.Name() == name {
		t.Error("the icon keeps the light colour in the dark theme")
	}
}

func TestAWheelOverAFieldScrollsThePage(t *testing.T) {
	newApp(t, 1)
	f := NewTextArea("In more detail", 2)
	page := NewScroll(VBox(8, f, High(900, NewDivider())))
	inWindow(t, page, 300, 300)
	for _, o := range test.WidgetRenderer(f).Objects() {
		if relay, ok := o.(*wheelRelay); ok {
			relay.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60), PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(100, 60)}})
		}
	}
	if page.Offset.Y != 60 {
		t.Errorf("the page scrolled by %v", page.Offset.Y)
	}
}

func TestAPageFitsItsTextsInOnePass(t *testing.T) {
	newApp(t, 1)
	text := NewText(strings.Repeat("Something people lack or want changed, with evidence. ", 20))
	below := NewButton("Add", nil)
	page := NewScroll(Pad(20, 20, VBox(8, text, below)))
	inWindow(t, page, 400, 200)
	if want := text.HeightFor(360) + 8; below.Position().Y != want || want < 10*TextPitch(Body) {
		t.Errorf("the button stands at %v, the text ends at %v", below.Position().Y, want-8)
	}
	if page.Content.Size().Height != HeightFor(page.Content, 400) {
		t.Errorf("the page is %v high, its content needs %v", page.Content.Size().Height, HeightFor(page.Content, 400))
	}
}

func TestALineIconIsAsThickAsItsGridSaysAtAnySize(t *testing.T) {
	newApp(t, 1)
	for _, side := range []int{24, 96, 240} {
		img := canvas.NewImageFromResource(IconIn(IconMinus, Error))
		img.Resize(fyne.NewSquareSize(float32(side)))
		shot := inWindow(t, container.NewWithoutLayout(img), float32(side), float32(side)).Canvas().Capture()
		inked := 0.0
		for y := range side { // down the middle of the line
			r, _, _, _ := shot.At(side/2, y).RGBA()
			paper, ink := float64(palette[Paper][0].R), float64(palette[Error][0].R)
			inked += (paper - float64(r>>8)) / (paper - ink)
		}
		if want := 1.8 * float64(side) / 24; math.Abs(inked-want) > 0.15*want+0.1 {
			t.Errorf("at %d the line is %.2f thick, want %.2f", side, inked, want)
		}
	}
}

func TestAnIconThatIsNotUnderstoodIsRefused(t *testing.T) {
	for _, d := range []string{"L4 4", "M4 4Q1 2 3 4", "M4"} {
		svg := `<svg xmlns="http://www.w3.org/2000/svg"><path stroke="currentColor" stroke-width="1.6" d="` + d + `"/></svg>`
		if _, err := outlined([]byte(svg)); err == nil {
			t.Errorf("the path %q is taken", d)
		}
	}
}
