// Package icons embeds Commonplan's own icons: one SVG file each, drawn on a grid of
// 24, in one colour written as currentColor, which the window replaces by a colour of
// its theme. The five kinds of record and the marks of progress are solid shapes; all
// others are lines. The program's own icon, commonplan.svg and .png, has its colours.
package icons

import (
	"embed"
	"fmt"
)

//go:embed *.svg
var files embed.FS

// App is the program's icon, a PNG of 512 pixels made from commonplan.svg.
//
//go:embed commonplan.png
var App []byte

// SVG gives the file of an icon by its name, such as "leaf". The error names an icon
// there is not.
func SVG(name string) ([]byte, error) {
	data, err := files.ReadFile(name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("there is no icon named %q: %w", name, err)
	}
	return data, nil
}
