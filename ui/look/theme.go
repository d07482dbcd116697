package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"commonplan/resources/fonts"
)

// Variant says which set of colours a theme shows.
type Variant int

// System follows the setting of the computer.
const (
	System Variant = iota
	Light
	Dark
)

// The smallest and largest text scale.
const (
	MinScale float32 = 1
	MaxScale float32 = 2
)

const bodySize float32 = 15

var (
	regularFont  = fyne.NewStaticResource("SourceSans3-Regular.ttf", fonts.SourceSansRegular)
	semiboldFont = fyne.NewStaticResource("SourceSans3-SemiBold.ttf", fonts.SourceSansSemibold)
)

// Theme is Commonplan's look as Fyne asks for it: colours, typeface, sizes, icons.
type Theme struct {
	variant Variant
	scale   float32
	window  bool // painted by the graphics system, not by a test
}

// NewTheme gives the theme in a variant and at a text scale from 1 (100 %) to 2;
// a scale outside is brought to the nearer end.
func NewTheme(variant Variant, scale float32) *Theme {
	return &Theme{variant: variant, scale: max(MinScale, min(MaxScale, scale))}
}

// Variant is the set of colours asked for.
func (t *Theme) Variant() Variant { return t.variant }

// TextScale is the text scale, 1 to 2.
func (t *Theme) TextScale() float32 { return t.scale }

// fyneColors says which of our tokens stands for each colour Fyne's own widgets ask for.
var fyneColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:                Paper,
	theme.ColorNameButton:                    Surface,
	theme.ColorNameDisabledButton:            Sunk,
	theme.ColorNameDisabled:                  Faded,
	theme.ColorNameError:                     Error,
	theme.ColorNameFocus:                     PrimaryTint,
	theme.ColorNameForeground:                Ink,
	theme.ColorNameForegroundOnError:         Surface,
	theme.ColorNameForegroundOnPrimary:       OnPrimary,
	theme.ColorNameForegroundOnSuccess:       OnPrimary,
	theme.ColorNameForegroundOnWarning:       Surface,
	theme.ColorNameHeaderBackground:          Sunk,
	theme.ColorNameHover:                     Sunk,
	theme.ColorNameHyperlink:                 Primary,
	theme.ColorNameInnerWindowBorder:         Line,
	theme.ColorNameInnerWindowBorderInactive: Line,
	theme.ColorNameInputBackground:           Surface,
	theme.ColorNameInputBorder:               Edge,
	theme.ColorNameMenuBackground:            Surface,
	theme.ColorNameOverlayBackground:         Surface,
	theme.ColorNamePlaceHolder:               Faded,
	theme.ColorNamePressed:                   Line,
	theme.ColorNamePrimary:                   Primary,
	theme.ColorNameScrollBar:                 Edge,
	theme.ColorNameScrollBarBackground:       Sunk,
	theme.ColorNameSelection:                 PrimaryTint,
	theme.ColorNameSeparator:                 Line,
	theme.ColorNameSuccess:                   Primary,
	theme.ColorNameWarning:                   Attention,
}

// Color gives a token, or the token that stands for a colour of Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	dark := t.variant == Dark || t.variant == System && system == theme.VariantDark
	if name == theme.ColorNameShadow { // sets menus and dialogs off from the page
		if dark {
			return color.NRGBA{A: 0x70}
		}
		return color.NRGBA{R: 0x2B, G: 0x26, B: 0x21, A: 0x30}
	}
	token, known := palette[name]
	if !known {
		if token, known = palette[fyneColors[name]]; !known {
			return theme.DefaultTheme().Color(name, system)
		}
	}
	tone := token[0]
	if dark {
		tone = token[1]
	}
	if name == theme.ColorNameBackground && t.window {
		return asCleared(tone)
	}
	return tone
}

// ForWindow makes the theme one for a real window, see asCleared.
func (t *Theme) ForWindow() *Theme { t.window = true; return t }

// asCleared gives what Fyne must be told for the window to be cleared in a colour: it
// takes 255 × 255 for the most a channel can be, so that all come out lighter.
func asCleared(c color.NRGBA) color.NRGBA {
	told := func(channel uint8) uint8 { return uint8((int(channel)*255 + 128) / 257) }
	return color.NRGBA{R: told(c.R), G: told(c.G), B: told(c.B), A: c.A}
}

// Font gives Source Sans 3 in its two weights; there is no slanted and no second face.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultSymbolFont()
	case style.Bold:
		return semiboldFont
	default:
		return regularFont
	}
}

// Icon gives our drawing of an icon Fyne's own widgets show, where we have one.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if icon, ours := fyneIcons[name]; ours {
		return IconIn(icon, Ink)
	}
	return theme.DefaultTheme().Icon(name)
}

// textSizes grow with the text scale; fixedSizes do not.
var (
	textSizes = map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:           bodySize,
		theme.SizeNameCaptionText:    13,
		theme.SizeNameSubHeadingText: 18,
		theme.SizeNameHeadingText:    26,
		theme.SizeNameInlineIcon:     20,
	}
	fixedSizes = map[fyne.ThemeSizeName]float32{
		theme.SizeNamePadding:            4,
		theme.SizeNameInnerPadding:       10,
		theme.SizeNameLineSpacing:        4,
		theme.SizeNameScrollBar:          12,
		theme.SizeNameScrollBarSmall:     5,
		theme.SizeNameScrollBarRadius:    6,
		theme.SizeNameSeparatorThickness: 1,
		theme.SizeNameInputBorder:        2, // Fyne draws the text cursor this wide, too
		theme.SizeNameInputRadius:        RadiusField,
		theme.SizeNameSelectionRadius:    4,
		theme.SizeNameButtonRadius:       RadiusCard,
		theme.SizeNameCardRadius:         RadiusCard,
		theme.SizeNameDialogRadius:       RadiusCard,
		theme.SizeNamePopupRadius:        RadiusCard,
		theme.SizeNameMenuRadius:         RadiusField,
		theme.SizeNameInnerWindowRadius:  RadiusCard,
		theme.SizeNameModalBlurRadius:    0,
	}
)

// Size gives a measure; those of text and icons grow with the text scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, grows := textSizes[name]; grows {
		return size * t.scale
	}
	if size, fixed := fixedSizes[name]; fixed {
		return size
	}
	return theme.DefaultTheme().Size(name)
}
