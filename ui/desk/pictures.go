package desk

import (
	"log/slog"

	"commonplan/model/picture"
)

// Part gives a part of the open file, such as a picture; nil if there is none of that name.
func (d *Desk) Part(name string) []byte {
	if d.project == nil {
		return nil
	}
	return d.project.Document().Parts[name]
}

// ReadPicture reads a picture from a file and makes it ready to be kept, elsewhere; then
// is told on the screen's goroutine. It changes nothing.
func (d *Desk) ReadPicture(path string, then func(picture.Picture, error)) {
	project := d.project
	go func() {
		data, err := d.disk.ReadPicture(path)
		var made picture.Picture
		if err == nil {
			made, err = picture.Import(data)
		}
		d.later(func() {
			if err != nil {
				slog.Warn("reading a picture", "path", path, "error", err)
			}
			if d.project == project {
				then(made, err)
			}
		})
	}()
}
