package desk

import (
	"log/slog"

	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/store"
	"commonplan/model/store/shelf"
)

// Salvage puts what can be read of a damaged file on the desk, as a project of its own
// that was never saved; then is told what there is and what is lost. The damaged file
// stays as it is.
func (d *Desk) Salvage(path, password string, then func(file.Salvaged, error)) {
	go func() {
		doc, told, key, err := d.disk.Salvage(path, password)
		var project *edit.Project
		if err == nil {
			project, err = edit.OpenAsNew(doc, d.source)
		}
		d.later(func() {
			if err != nil {
				slog.Warn("saving what can be read", "path", path, "error", err)
				then(told, err)
				return
			}
			project.Unsaved()
			d.take(project, shelf.Opened{Doc: project.Document(), Seen: store.Seen{}.WithKey(key)})
			then(told, nil)
		})
	}()
}
