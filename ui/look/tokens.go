package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the window, by what they are for. Each is a name the theme resolves,
// so that a widget follows the switch between light and dark. Text on any of the
// backgrounds has a contrast of at least 4.5, edges and icons of 3.
const (
	Paper         fyne.ThemeColorName = "paper"         // window background
	Surface       fyne.ThemeColorName = "surface"       // cards, fields, tables
	Sunk          fyne.ThemeColorName = "sunk"          // navigation, status bar, table heads
	Line          fyne.ThemeColorName = "line"          // dividers, card border at rest
	FadedLine     fyne.ThemeColorName = "fadedLine"     // links and borders out of the line of sight
	Edge          fyne.ThemeColorName = "edge"          // border of all one can click or type in
	Ink           fyne.ThemeColorName = "ink"           // text
	Muted         fyne.ThemeColorName = "muted"         // second line, captions
	Faded         fyne.ThemeColorName = "faded"         // cards out of the line of sight
	Primary       fyne.ThemeColorName = "mainColour"    // main button, focus ring, filled marks
	OnPrimary     fyne.ThemeColorName = "onPrimary"     // text on the main button
	PrimaryTint   fyne.ThemeColorName = "primaryTint"   // chosen row, good news
	Attention     fyne.ThemeColorName = "attention"     // gaps and differences, with icon and words
	AttentionTint fyne.ThemeColorName = "attentionTint" // panel of what is still missing
	Error         fyne.ThemeColorName = "wrong"         // what cannot be stored as typed
	ErrorTint     fyne.ThemeColorName = "wrongTint"
	Clear         fyne.ThemeColorName = "clear" // nothing at all: what is behind shows
)

// Kind is a kind of record on the map, with its own shape and colour.
type Kind int

// The five kinds, in the order of the map's columns. NoKind is for records that have
// no column: they show a line icon instead of a shape.
const (
	NoKind Kind = iota
	Need
	Activity
	ServiceOutcome
	CommunityOutcome
	Goal
)

type kindLook struct {
	icon        Icon
	colour      fyne.ThemeColorName
	tint        fyne.ThemeColorName
	light, dark [2]uint32 // colour and tint
}

var kinds = [...]kindLook{
	NoKind:           {icon: IconFile, colour: Muted, tint: PrimaryTint},
	Need:             {IconNeed, "need", "needTint", [2]uint32{0xA8452C, 0xF9E7DF}, [2]uint32{0xF2A183, 0x44291F}},
	Activity:         {IconActivity, "activity", "activityTint", [2]uint32{0x2458A6, 0xE3EBF7}, [2]uint32{0x9CC1F7, 0x22324A}},
	ServiceOutcome:   {IconService, "service", "serviceTint", [2]uint32{0x7B3F92, 0xF2E7F6}, [2]uint32{0xDBABEB, 0x3A2A42}},
	CommunityOutcome: {IconCommunity, "community", "communityTint", [2]uint32{0x456B1E, 0xE8F0DA}, [2]uint32{0xACD088, 0x2C3820}},
	Goal:             {IconGoal, "goal", "goalTint", [2]uint32{0x7A5600, 0xF8EDCE}, [2]uint32{0xE7C263, 0x3D3318}},
}

func (k Kind) look() kindLook {
	if k < 0 || int(k) >= len(kinds) {
		return kinds[NoKind]
	}
	return kinds[k]
}

// Icon is the kind's shape.
func (k Kind) Icon() Icon { return k.look().icon }

// Color is the kind's colour, for its shape and its border in the line of sight.
func (k Kind) Color() fyne.ThemeColorName { return k.look().colour }

// Tint is the kind's background when chosen.
func (k Kind) Tint() fyne.ThemeColorName { return k.look().tint }

// palette holds each token as {light, dark}.
var palette = buildPalette()

func buildPalette() map[fyne.ThemeColorName][2]color.NRGBA {
	all := map[fyne.ThemeColorName][2]color.NRGBA{Clear: {}}
	add := func(name fyne.ThemeColorName, light, dark uint32) {
		all[name] = [2]color.NRGBA{rgb(light), rgb(dark)}
	}
	add(Paper, 0xFAF6EE, 0x1F1C19)
	add(Surface, 0xFFFDF9, 0x2A2622)
	add(Sunk, 0xF2ECE0, 0x181512)
	add(Line, 0xDED5C5, 0x463F37)
	add(FadedLine, 0xDCD3C3, 0x4A433B)
	add(Edge, 0x8A8070, 0x938978)
	add(Ink, 0x2B2621, 0xF3EEE5)
	add(Muted, 0x5F574B, 0xC6BCAE)
	add(Faded, 0x6E6558, 0xA0968A)
	add(Primary, 0x135E63, 0x7CC9C6)
	add(OnPrimary, 0xFFFFFF, 0x0E2324)
	add(PrimaryTint, 0xDCEBE8, 0x20403F)
	add(Attention, 0x7F4B00, 0xF0BE62)
	add(AttentionTint, 0xFBEBCB, 0x3E3119)
	add(Error, 0xA81C38, 0xF59AA5)
	add(ErrorTint, 0xFBE5E4, 0x44222A)
	for _, kind := range kinds[Need:] {
		add(kind.colour, kind.light[0], kind.dark[0])
		add(kind.tint, kind.light[1], kind.dark[1])
	}
	return all
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// Color gives a colour as the present theme has it. UI goroutine only.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// The four text sizes, as names the theme resolves with the text scale.
const (
	Caption    = theme.SizeNameCaptionText    // 13
	Body       = theme.SizeNameText           // 15
	Subheading = theme.SizeNameSubHeadingText // 18
	Heading    = theme.SizeNameHeadingText    // 26
)

// Measures of the grid, in Fyne's units; they do not grow with the text.
const (
	RadiusCard   float32 = 8
	RadiusField  float32 = 6
	RadiusChip   float32 = 14
	Margin       float32 = 24
	Gap          float32 = 8
	NavWidth     float32 = 208
	HelpWidth    float32 = 272
	HelpRail     float32 = 40
	StatusHeight float32 = 32
)

// Scale is the text scale of the present theme: 1 is 100 %.
func Scale() float32 { return theme.Size(Body) / bodySize }

// Scaled gives a length that grows with the text, such as an icon's side.
func Scaled(length float32) float32 { return length * Scale() }
