package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// pictureEndings are how the names of pictures end. What is in them is looked at when
// they are read.
var pictureEndings = []string{".jpg", ".jpeg", ".png"}

func isPicture(uri fyne.URI) bool {
	return slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(uri.Path())))
}

// ChoosePicture asks for a picture file.
func (w *Window) ChoosePicture(then func(path string)) {
	kind := FileKind{Title: w.words.Say("pictures.choose.title"), Name: w.words.Say("pictures.choose.kind"), Extension: pictureEndings[0], Also: pictureEndings[1:]}
	w.chooser.Open(kind, w.app.Preferences().StringWithFallback(prefPictures, w.outside.Documents), func(path string) {
		w.app.Preferences().SetString(prefPictures, filepath.Dir(path))
		then(path)
	})
}

// dropPictures adds pictures that were dropped on the window to the record that is shown.
func (w *Window) dropPictures(uris []fyne.URI) {
	var paths []string
	for _, uri := range uris {
		if isPicture(uri) {
			paths = append(paths, uri.Path())
		}
	}
	page, takes := w.pages[w.step].(interface{ BringPictures(paths ...string) bool })
	if !takes || !page.BringPictures(paths...) {
		tell(w.window, w.words.Say("pictures.title"), w.words.Say("pictures.drop.where"), w.words.Say("dialog.ok"))
	}
}
