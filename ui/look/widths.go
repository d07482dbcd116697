package look

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"commonplan/resources/fonts"
)

// letterWidths has how far one weight of Source Sans goes on after each letter, and by
// how much two letters stand closer: for English that is all there is to how wide a text
// is. Looking both up takes a fraction of shaping the text, which is what Fyne does to
// measure it; TestWidthsAreThoseOfFyne holds them together. A text with other letters,
// which may be joined or come from another typeface, is left to Fyne.
type letterWidths struct {
	perEm   int32
	letters []letterWidth          // by place
	places  map[rune]uint8         // of the letters
	ascii   [128]uint8             // the places of most of them, 0 where there is none
	pairs   []int16                // by how much the two letters of a pair stand farther apart; notAsked at first
	kerning [][]tables.PairPosData // of each of these, the first that knows a pair counts
}

// letterWidth is a letter and how far it goes on.
type letterWidth struct {
	glyph   tables.GlyphID
	advance int32
}

// notAsked stands for a pair that was not looked up in the typeface yet.
const notAsked = math.MinInt16

var sourceSans = [2]func() *letterWidths{
	sync.OnceValue(func() *letterWidths { return mustReadWidths(fonts.SourceSansRegular) }),
	sync.OnceValue(func() *letterWidths { return mustReadWidths(fonts.SourceSansSemibold) }),
}

// widthsOf gives the letters of one weight. They are read once. UI goroutine only.
func widthsOf(semibold bool) *letterWidths {
	if semibold {
		return sourceSans[1]()
	}
	return sourceSans[0]()
}

// mustReadWidths reads a typeface that is built in.
func mustReadWidths(data []byte) *letterWidths {
	w, err := readWidths(data)
	if err != nil {
		panic(fmt.Errorf("reading Source Sans: %w", err))
	}
	return w
}

// readWidths reads just these tables: a whole typeface takes twenty times as long.
func readWidths(data []byte) (*letterWidths, error) {
	loader, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	head, _, err := font.LoadHeadTable(loader, nil)
	if err != nil {
		return nil, err
	}
	w := &letterWidths{perEm: int32(head.Upem())}
	for _, read := range []func(*opentype.Loader) error{w.readGlyphs, w.readAdvance, w.readKerning} {
		if err := read(loader); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// readTable parses a table of a typeface.
func readTable[T any](from *opentype.Loader, name string, parse func([]byte) (T, int, error)) (T, error) {
	raw, err := from.RawTable(opentype.MustNewTag(name))
	if err != nil {
		var none T
		return none, err
	}
	table, _, err := parse(raw)
	return table, err
}

// english gives the letters and signs of English.
func english() []rune {
	all := []rune("£€–—‘’“”•…·×÷−←↑→↓≤≥")
	for letter := ' '; letter <= '~'; letter++ {
		all = append(all, letter)
	}
	return all
}

func (w *letterWidths) readGlyphs(from *opentype.Loader) error {
	table, err := readTable(from, "cmap", tables.ParseCmap)
	if err != nil {
		return err
	}
	glyphs, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return err
	}
	w.letters = []letterWidth{{}} // place 0 is of no letter
	w.places = map[rune]uint8{}
	for _, letter := range english() {
		glyph, has := glyphs.Lookup(letter)
		if !has {
			continue
		}
		place := uint8(len(w.letters))
		w.letters = append(w.letters, letterWidth{glyph: tables.GlyphID(glyph)})
		w.places[letter] = place
		if letter < unicode.MaxASCII {
			w.ascii[letter] = place
		}
	}
	w.pairs = slices.Repeat([]int16{notAsked}, len(w.letters)*len(w.letters))
	return nil
}

func (w *letterWidths) readAdvance(from *opentype.Loader) error {
	count, err := readTable(from, "maxp", tables.ParseMaxp)
	if err != nil {
		return err
	}
	head, err := readTable(from, "hhea", tables.ParseHhea)
	if err != nil {
		return err
	}
	own := int(head.NumOfLongMetrics) // the glyphs after these are all as wide as the last
	widths, err := readTable(from, "hmtx", func(raw []byte) (tables.Hmtx, int, error) {
		return tables.ParseHmtx(raw, own, int(count.NumGlyphs)-own)
	})
	for i := range w.letters {
		w.letters[i].advance = int32(widths.Advance(w.letters[i].glyph))
	}
	return err
}

// readKerning reads the pairs of the feature “kern”, for Latin letters.
func (w *letterWidths) readKerning(from *opentype.Loader) error {
	table, err := readTable(from, "GPOS", tables.ParseLayout)
	if err != nil {
		return err
	}
	for _, i := range lookupsOf(table, "latn", "kern") {
		all, err := table.LookupList.Lookups[i].AsGPOSLookups()
		if err != nil {
			return err
		}
		var pairs []tables.PairPosData
		for _, lookup := range all {
			if far, elsewhere := lookup.(tables.ExtensionPos); elsewhere {
				if lookup, err = far.Resolve(); err != nil {
					return err
				}
			}
			if of, are := lookup.(tables.PairPos); are {
				pairs = append(pairs, of.Data)
			}
		}
		w.kerning = append(w.kerning, pairs)
	}
	return nil
}

// lookupsOf gives the places of what a feature of a script does, in their order.
func lookupsOf(table tables.Layout, script, feature string) []uint16 {
	var all []uint16
	for i, record := range table.ScriptList.Records {
		if record.Tag != opentype.MustNewTag(script) || table.ScriptList.Scripts[i].DefaultLangSys == nil {
			continue
		}
		for _, f := range table.ScriptList.Scripts[i].DefaultLangSys.FeatureIndices {
			if table.FeatureList.Records[f].Tag == opentype.MustNewTag(feature) {
				all = append(all, table.FeatureList.Features[f].LookupListIndices...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// apart is by how much the second letter of a pair stands farther from the first, or
// less than 0 if it stands nearer.
func (w *letterWidths) apart(first, second uint8) int32 {
	at := int(first)*len(w.letters) + int(second)
	if w.pairs[at] == notAsked {
		w.pairs[at] = w.lookUp(w.letters[first].glyph, w.letters[second].glyph)
	}
	return int32(w.pairs[at])
}

// lookUp looks a pair up in the typeface.
func (w *letterWidths) lookUp(first, second tables.GlyphID) int16 {
	var all int16
	for _, pairs := range w.kerning {
		for _, of := range pairs {
			if by, known := pair(of, first, second); known {
				all += by
				break
			}
		}
	}
	return all
}

func pair(of tables.PairPosData, first, second tables.GlyphID) (by int16, known bool) {
	at, covered := of.Cov().Index(first)
	if !covered {
		return 0, false
	}
	switch of := of.(type) {
	case tables.PairPosData1:
		record, has := of.PairSets[at].FindGlyph(second)
		return record.ValueRecord1.XAdvance, has
	case tables.PairPosData2:
		class2, has := of.ClassDef2.Class(second)
		if !has {
			return 0, false
		}
		class1, _ := of.ClassDef1.Class(first)
		return of.Record(class1, class2).ValueRecord1.XAdvance, true
	}
	return 0, false
}

// joined tells of letters that are drawn as one.
func joined(text string) bool {
	return len(text) > 1 && text[0] == 'f' && (text[1] == 'f' || text[1] == 't')
}

// textWidth is how wide a text is on one line; false if it has letters that this
// knows nothing of. As where it is drawn, it is set in whole sizes and in parts of 1/64.
func (w *letterWidths) textWidth(text string, size float32) (float32, bool) {
	const parts = 64
	scale := (int32(size*parts) + parts - 1) / parts * parts
	var all int32
	before := uint8(0)
	for i, letter := range text {
		place := w.place(letter)
		if place == 0 || joined(text[i:]) {
			return 0, false
		}
		if i > 0 {
			all += w.apart(before, place) * scale / w.perEm
		}
		all += (2*w.letters[place].advance*scale + w.perEm) / (2 * w.perEm)
		before = place
	}
	return float32(all) / parts, true
}

// place is where a letter stands among those this knows; 0 if it does not.
func (w *letterWidths) place(letter rune) uint8 {
	if int(letter) < len(w.ascii) {
		return w.ascii[letter]
	}
	return w.places[letter]
}
