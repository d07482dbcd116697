package typeset

import "commonplan/model/figure"

// Type is a size of letters and the distance from line to line, both in points.
type Type struct{ Size, Leading float64 }

// Look is everything about how a paper looks. Lengths are mm unless they say points.
type Look struct {
	PageWidth, PageHeight float64
	Left, Width           float64 // of the text
	Top, Bottom           float64 // between which text stands
	FooterRule            float64 // y of the rule above the footer

	Body, Small, Tight          Type // Tight is for lines of cost
	Title, Subtitle, Heading    Type
	SubHeading, Figures         Type
	Sentence, Footer            Type // of the decision; at the foot of every page
	Ink, Accent, Mute           figure.Colour
	Rule, Hair, Tint            figure.Colour
	Environment, Social, Wealth figure.Colour

	NearlyFull     float64 // part of a page after which some sections begin a new one
	SectionSpace   float64 // before a section
	SectionRoom    float64 // more before a section, on a page that has room
	HeadingSpace   float64 // under a section's heading
	ParagraphSpace float64
	NumberWidth    float64 // from a section's number to its title
	SectionRule    float64 // the line above a section's heading; 0 is none
	TitleRule      float64 // the line under the title block; 0 is none

	CellGap          float64 // between the columns of a table
	RowPad, TightPad float64 // above and below a row's words
	HeadPad          float64 // above a table's head
	HeadRulePad      float64 // under its words
	FigurePad        float64 // above and below a key figure

	HairWidth, RuleWidth, TotalWidth, FrameWidth float64
	FrameDash                                    []float64

	Reflow      bool    // large print: one column, see [LargePrint]
	Spread      float64 // distances inside blocks are times this; 0 counts as 1
	FooterLines int     // 0 counts as 1
}

// A4 is the look of a paper on A4 upright.
func A4() Look {
	return Look{
		PageWidth: 210, PageHeight: 297,
		Left: 18, Width: 174, Top: 15, Bottom: 277, FooterRule: 281.6,

		Body: Type{11, 14}, Small: Type{9.5, 12}, Tight: Type{11, 13.5},
		Title: Type{28, 31.5}, Subtitle: Type{14, 17.5}, Heading: Type{14, 17.5},
		SubHeading: Type{11, 14}, Figures: Type{14, 17.5},
		Sentence: Type{14, 17.5}, Footer: Type{9.5, 12},

		Ink: figure.Hex(0x1A1A1A), Accent: figure.Hex(0x135E63), Mute: figure.Hex(0x4D4D4D),
		Rule: figure.Hex(0x767676), Hair: figure.Hex(0xB3B3B3), Tint: figure.Hex(0xEEF3F5),
		Environment: figure.Hex(0x1F6B3A), Social: figure.Hex(0x6A2C70), Wealth: figure.Hex(0x8A4A00),

		NearlyFull: .85, SectionSpace: 4.4, SectionRoom: 1.2, HeadingSpace: 1.4, ParagraphSpace: 1.8,
		NumberWidth: 8, SectionRule: pt(.75),

		CellGap: 3, RowPad: .75, TightPad: .42, HeadPad: .5, HeadRulePad: .9, FigurePad: 1,

		HairWidth: pt(.35), RuleWidth: pt(.75), TotalWidth: pt(1.2), FrameWidth: pt(1.5),
		FrameDash: []float64{1.1, .75},
	}
}

// full is the height of the text on a page.
func (l Look) full() float64 { return l.Bottom - l.Top }

// pt turns points into millimetres.
func pt(points float64) float64 { return points * 25.4 / 72 }

func (t Type) height() float64 { return pt(t.Leading) }

// baseline is how far under the top of a line its baseline stands.
func (s *setter) baseline(t Type) float64 {
	ascent, descent := s.metrics.Vertical()
	return pt(t.Leading/2 + t.Size*(ascent-descent)/2)
}
