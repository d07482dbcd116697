package look

import (
	"bytes"
	"fmt"
	"image/color"
	"log/slog"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"commonplan/resources/icons"
)

// Icon names one of our icons (a file of resources/icons), or none when empty.
type Icon string

// The icons, by what they show or mean.
const (
	NoIcon           Icon = ""
	IconNeed         Icon = "need"
	IconActivity     Icon = "activity"
	IconService      Icon = "service"
	IconCommunity    Icon = "community"
	IconGoal         Icon = "goal"
	IconLeaf         Icon = "leaf"   // the environment
	IconScales       Icon = "scales" // social justice
	IconCoin         Icon = "coin"   // the economy, money
	IconMarkEmpty    Icon = "mark-empty"
	IconMarkHalf     Icon = "mark-half"
	IconMarkDone     Icon = "mark-done"
	IconAttention    Icon = "attention"
	IconPlus         Icon = "plus"
	IconMinus        Icon = "minus"
	IconClose        Icon = "close"
	IconCheck        Icon = "check"
	IconChevronUp    Icon = "chevron-up"
	IconChevronDown  Icon = "chevron-down"
	IconChevronLeft  Icon = "chevron-left"
	IconChevronRight Icon = "chevron-right"
	IconArrowUp      Icon = "arrow-up"
	IconArrowDown    Icon = "arrow-down"
	IconEye          Icon = "eye"
	IconSearch       Icon = "search"
	IconFile         Icon = "file"
	IconFolder       Icon = "folder"
	IconSave         Icon = "save"
	IconPrint        Icon = "print"
	IconShare        Icon = "share"
	IconMail         Icon = "mail"
	IconPeople       Icon = "people"
	IconPerson       Icon = "person"
	IconSpeech       Icon = "speech"
	IconStar         Icon = "star"
	IconBook         Icon = "book"
	IconLock         Icon = "lock"
	IconClock        Icon = "clock"
	IconCalendar     Icon = "calendar"
	IconChart        Icon = "chart"
	IconDiffer       Icon = "differ"
	IconCamera       Icon = "camera"
	IconPicture      Icon = "picture"
	IconHelp         Icon = "help"
	IconInfo         Icon = "info"
	IconPanel        Icon = "panel" // fold or open the help
	IconCouncil      Icon = "council"
	IconMerge        Icon = "merge" // copies brought together, things to settle
	IconTrash        Icon = "trash"
	IconLink         Icon = "link"
	IconUndo         Icon = "undo"
	IconRedo         Icon = "redo"
	IconPencil       Icon = "pencil"
	IconUmbrella     Icon = "umbrella" // risks
	IconFit          Icon = "fit"
	IconOutline      Icon = "outline"
	IconGrip         Icon = "grip"
	IconMore         Icon = "more"
	IconSettings     Icon = "settings"
)

// fyneIcons says which of our icons stands for one that Fyne's own widgets show.
var fyneIcons = map[fyne.ThemeIconName]Icon{
	theme.IconNameArrowDropDown: IconChevronDown,
	theme.IconNameArrowDropUp:   IconChevronUp,
	theme.IconNameMenuExpand:    IconChevronRight,
	theme.IconNameNavigateBack:  IconChevronLeft,
	theme.IconNameNavigateNext:  IconChevronRight,
	theme.IconNameMoveUp:        IconArrowUp,
	theme.IconNameMoveDown:      IconChevronDown, // an open branch of a tree
	theme.IconNameCancel:        IconClose,
	theme.IconNameConfirm:       IconCheck,
	theme.IconNameDelete:        IconTrash,
	theme.IconNameSearch:        IconSearch,
	theme.IconNameContentAdd:    IconPlus,
	theme.IconNameContentRemove: IconMinus,
	theme.IconNameContentUndo:   IconUndo,
	theme.IconNameContentRedo:   IconRedo,
	theme.IconNameDocument:      IconFile,
	theme.IconNameDocumentPrint: IconPrint,
	theme.IconNameDocumentSave:  IconSave,
	theme.IconNameFile:          IconFile,
	theme.IconNameFolder:        IconFolder,
	theme.IconNameFolderOpen:    IconFolder,
	theme.IconNameHelp:          IconHelp,
	theme.IconNameQuestion:      IconHelp,
	theme.IconNameInfo:          IconInfo,
	theme.IconNameWarning:       IconAttention,
	theme.IconNameError:         IconAttention,
	theme.IconNameVisibility:    IconEye,
	theme.IconNameSettings:      IconSettings,
}

// WinWin is the mark of three touching circles, filled for each objective reached, in
// the fixed order environment (above), social justice (left), economy (right).
func WinWin(environment, socialJustice, economy bool) Icon {
	name := []byte("win-win-000")
	for i, reached := range []bool{environment, socialJustice, economy} {
		if reached {
			name[len(name)-3+i] = '1'
		}
	}
	return Icon(name)
}

// IconIn gives an icon in a colour of the theme. It follows a change of theme, so it
// can be handed to any of Fyne's own widgets. An icon there is not shows as nothing.
func IconIn(icon Icon, name fyne.ThemeColorName) fyne.Resource {
	return &themedIcon{icon, name}
}

type themedIcon struct {
	icon  Icon
	color fyne.ThemeColorName
}

// Name differs from colour to colour, because Fyne keeps drawn icons by name.
func (t *themedIcon) Name() string { return tinted(t.icon, theme.Color(t.color)).Name() }

func (t *themedIcon) Content() []byte { return tinted(t.icon, theme.Color(t.color)).Content() }

type tintedIcon struct {
	icon   Icon
	colour color.NRGBA
}

var tintedIcons sync.Map // tintedIcon → *fyne.StaticResource

func tinted(icon Icon, c color.Color) *fyne.StaticResource {
	key := tintedIcon{icon, color.NRGBAModel.Convert(c).(color.NRGBA)}
	if known, ok := tintedIcons.Load(key); ok {
		return known.(*fyne.StaticResource)
	}
	hex := fmt.Sprintf("#%02X%02X%02X", key.colour.R, key.colour.G, key.colour.B)
	content := bytes.ReplaceAll(drawing(icon), []byte("currentColor"), []byte(hex))
	res := fyne.NewStaticResource(fmt.Sprintf("%s-%s.svg", icon, hex[1:]), content)
	tintedIcons.Store(key, res)
	return res
}

func drawing(icon Icon) []byte {
	if reached, found := strings.CutPrefix(string(icon), "win-win-"); found && len(reached) == 3 {
		return winWinDrawing(reached)
	}
	data, err := icons.SVG(string(icon))
	if err == nil {
		data, err = outlined(data)
	}
	if err != nil {
		if icon != NoIcon {
			slog.Error("an icon is missing", "error", err)
		}
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"/>`)
	}
	return data
}

func winWinDrawing(reached string) []byte {
	var path strings.Builder
	circle := func(x, y, r float64, sweep int) {
		fmt.Fprintf(&path, "M%g %gA%g %g 0 0 %d %g %gA%g %g 0 0 %d %g %gZ",
			x, y-r, r, r, sweep, x, y+r, r, r, sweep, x, y-r)
	}
	for i, centre := range [][2]float64{{12, 6.8}, {6.6, 16.2}, {17.4, 16.2}} {
		circle(centre[0], centre[1], 5.4, 1)
		if reached[i] != '1' {
			circle(centre[0], centre[1], 3.7, 0)
		}
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path fill="currentColor" fill-rule="evenodd" d="%s"/></svg>`, path.String())
}

// glyph is an icon inside a widget's drawing.
type glyph struct {
	*canvas.Image
	side float32 // before the text scale
}

func newGlyph(side float32) *glyph {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	img.Hide()
	return &glyph{Image: img, side: side}
}

// show draws an icon in a colour; it does nothing when both are as before.
func (g *glyph) show(icon Icon, name fyne.ThemeColorName) {
	g.Hidden = icon == NoIcon
	if g.Hidden {
		return
	}
	res := tinted(icon, theme.Color(name))
	if g.Resource == fyne.Resource(res) {
		return
	}
	at, size := g.Position(), g.Size()
	*g.Image = *readIcon(res)
	g.Image.Move(at)
	g.Image.Resize(size)
	canvas.Refresh(g.Image)
}

// readIcons keeps icons as Fyne has read them: it would read the drawing again for
// every picture of it, which is a fifth of what opening a form takes.
var readIcons = make(map[*fyne.StaticResource]*canvas.Image)

func readIcon(res *fyne.StaticResource) *canvas.Image {
	img, known := readIcons[res]
	if !known {
		img = &canvas.Image{Resource: res, FillMode: canvas.ImageFillContain}
		img.Refresh()
		readIcons[res] = img
	}
	return img
}

// span is the side the icon takes now, 0 when there is none.
func (g *glyph) span() float32 {
	if g.Hidden {
		return 0
	}
	return Scaled(g.side)
}

// place puts the icon with its left at x and its middle at the height y.
func (g *glyph) place(x, middle float32) {
	side := Scaled(g.side)
	g.Resize(fyne.NewSquareSize(side))
	g.Move(fyne.NewPos(x, middle-side/2))
}
