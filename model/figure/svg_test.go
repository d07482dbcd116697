package figure_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"commonplan/model/figure"
)

// read gives the elements of a file with their attributes and texts, and fails if it is
// not well-formed.
func read(t interface{ Fatal(...any) }, svg []byte) map[string][]map[string]string {
	all := map[string][]map[string]string{}
	var open map[string]string
	for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
		token, err := d.Token()
		switch token := token.(type) {
		case xml.StartElement:
			open = map[string]string{}
			for _, a := range token.Attr {
				open[a.Name.Local] = a.Value
			}
			all[token.Name.Local] = append(all[token.Name.Local], open)
		case xml.CharData:
			if open != nil {
				open["text"] += string(token)
			}
		case xml.EndElement:
			open = nil
		}
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAPictureAsSVGHasItsShapesAndItsWords(t *testing.T) {
	svg := read(t, figure.SVG(figure.Picture{Width: 100, Height: 50.25, Title: "A & B", Alt: "N1 leads to <A1>.", Shapes: []figure.Shape{
		figure.Rect{X: 1, Y: 2, W: 30, H: 20, Radius: 2.6, Fill: figure.Hex(0xEEF3F5), Stroke: figure.Stroke{Colour: figure.Hex(0x1A1A1A), Width: 0.26}},
		figure.Path{Stroke: figure.Stroke{Colour: figure.Hex(0x333333), Width: 0.3, Dash: []float64{1.1, 0.75}}, Steps: []figure.Step{
			{Op: figure.MoveTo, P: [3]figure.Point{{X: 1, Y: 2}}}, {Op: figure.CurveTo, P: [3]figure.Point{{X: 3, Y: 2}, {X: 4, Y: 9}, {X: 6, Y: 9}}}, {Op: figure.Close}}},
		figure.Text{X: 5, Y: 6, String: "Tom & “Jo” < 3", Size: 9.5, Bold: true, Colour: figure.Hex(0x0B4F6C), Align: figure.Right},
	}}))
	for _, want := range []struct{ element, attribute, value string }{
		{"svg", "role", "img"}, {"svg", "viewBox", "-0.5 -0.5 101 51.25"}, {"svg", "width", "101mm"},
		{"title", "text", "A & B"}, {"desc", "text", "N1 leads to <A1>."},
		{"rect", "rx", "2.6"}, {"rect", "fill", "#EEF3F5"}, {"rect", "stroke-width", "0.26"},
		{"path", "d", "M1,2 C3,2 4,9 6,9 Z"}, {"path", "stroke-dasharray", "1.1 0.75"},
		{"text", "text", "Tom & “Jo” < 3"}, {"text", "text-anchor", "end"}, {"text", "font-weight", "600"}, {"text", "font-size", "3.351"},
	} {
		if got := svg[want.element]; len(got) != 1 || got[0][want.attribute] != want.value {
			t.Errorf("%s %s is %v, want %q", want.element, want.attribute, got, want.value)
		}
	}
	if ids := svg["svg"][0]["aria-labelledby"]; ids != svg["title"][0]["id"]+" "+svg["desc"][0]["id"] {
		t.Errorf("labelled by %q", ids)
	}
}

func TestAnyTextMakesAWellFormedSVG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		svg := read(t, figure.SVG(figure.Picture{Title: text, Alt: text, Shapes: []figure.Shape{figure.Text{String: text, Size: 9.5}}}))
		if len(svg["text"]) != 1 || len(svg["desc"]) != 1 {
			t.Fatalf("elements %v", svg)
		}
	})
}

// evenly measures every letter but signs beyond the Latin ones as half its size.
type evenly struct{}

func (evenly) Width(r rune, _ bool) (int, bool) { return 500, r < 0x250 }

func TestAPictureInAPageIsNamedOrHiddenAndHoldsItsTextsToTheirWidth(t *testing.T) {
	picture := figure.Picture{Width: 10, Height: 5, Title: "Map", Shapes: []figure.Shape{
		figure.Text{String: "four", Size: 72}, figure.Text{String: "☀", Size: 72}}}
	named := read(t, figure.InlineSVG(picture, figure.Inline{Label: `The "map" & more`, DescribedBy: "words", Metrics: evenly{}}))
	hidden := read(t, figure.InlineSVG(picture, figure.Inline{Class: "bar"}))
	if svg := named["svg"][0]; svg["role"] != "img" || svg["aria-label"] != `The "map" & more` || svg["aria-describedby"] != "words" || svg["aria-hidden"] != "" {
		t.Errorf("a named picture has %v", svg)
	}
	if svg := hidden["svg"][0]; svg["role"] != "" || svg["aria-hidden"] != "true" || svg["class"] != "bar" {
		t.Errorf("a hidden picture has %v", svg)
	}
	if got := named["text"][0]["textLength"]; got != "50.8" { // two inches: four halves of 72 points
		t.Errorf("four letters are held to %q", got)
	}
	if got := named["text"][1]["textLength"] + hidden["text"][0]["textLength"]; got != "" {
		t.Errorf("a text of unknown width is held to %q", got)
	}
}
