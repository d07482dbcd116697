// Package mapfile makes files of the map, for people and programs that have no
// Commonplan: a picture, a drawing, a page, or a graph with positions. The same plan
// always gives the same bytes.
package mapfile

import (
	"bytes"
	"fmt"
	"image/png"
	"math"

	"commonplan/model"
	"commonplan/model/figure"
	"commonplan/model/paper"
	"commonplan/model/paper/metrics"
	"commonplan/model/paper/pdf"
	"commonplan/model/paper/raster"
	"commonplan/model/paper/typeset"
	"commonplan/model/words"
)

// Kind is a kind of file, as its name ends.
type Kind string

// The kinds of file.
const (
	PNG Kind = ".png" // a picture for a letter or a web page
	SVG Kind = ".svg" // a drawing that stays sharp at any size
	PDF Kind = ".pdf" // one page, as large as the map, that a screen reader reads
	Dot Kind = ".dot" // for Graphviz and other programs, with where each card stands
)

// Kinds are all kinds, the likeliest first.
var Kinds = []Kind{PNG, SVG, PDF, Dot}

// A picture has so many pixels for each mm, and fewer where it would be too large for
// other programs to open.
const (
	sharp    = 8
	mostArea = 24e6 // pixels
)

// Write gives the map as a file of a kind: the cards that only chooses, or all of them
// where it is nil, and the links between them. An error means that the file could not
// be made at all; there is nothing in a plan that could cause it.
func Write(kind Kind, plan *model.Plan, w *words.Words, only func(model.ID) bool) ([]byte, error) {
	o := figure.MapOptions{Words: w, Metrics: metrics.SourceSans(), Poster: true, Only: only}
	if kind == Dot {
		return figure.Dot(plan, o), nil
	}
	picture, _ := figure.Map(plan, o) // a picture by itself is as high as it must be
	switch kind {
	case SVG:
		return figure.SVG(picture), nil
	case PNG:
		return paint(picture)
	case PDF:
		return page(picture, plan, w)
	}
	return nil, fmt.Errorf("no map is written as %q", kind)
}

func paint(picture figure.Picture) ([]byte, error) {
	var out bytes.Buffer
	if err := png.Encode(&out, raster.Picture(picture, metrics.SourceSans(), scaleOf(picture))); err != nil {
		return nil, fmt.Errorf("writing the picture: %w", err)
	}
	return out.Bytes(), nil
}

// scaleOf is how many pixels a picture has for each mm.
func scaleOf(picture figure.Picture) float64 {
	return min(sharp, math.Sqrt(mostArea/(picture.Width*picture.Height)))
}

// page puts the map on a page of its own, with what it says in words.
func page(picture figure.Picture, plan *model.Plan, w *words.Words) ([]byte, error) {
	doc := paper.Document{
		Title:   w.Say("mapfile.title", words.With{"Map": picture.Title, "Name": plan.Project.Name}),
		Subject: plan.Project.Name, Author: plan.Project.Lead, Language: w.Language(),
	}
	file, _, err := pdf.WritePages(doc, typeset.Sheet(picture, metrics.SourceSans(), w.Language()), pdf.Options{Words: w})
	return file, err
}
