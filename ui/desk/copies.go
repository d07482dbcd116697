package desk

import (
	"path/filepath"
	"strings"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/share"
)

// Copy is a copy of the open project that is ready to be sent.
type Copy struct {
	Left []share.Left // what is left out of it
	Size int64        // of the file as it is sent, protected if the project is, in bytes

	doc *model.Document
}

// PrepareCopy makes a copy to send, which may ask for one side's answers, and looks
// through it for anything private, unless that is to go along; then is told.
func (d *Desk) PrepareCopy(private bool, side model.Side, then func(*Copy, error)) {
	if d.project == nil {
		then(nil, model.NewProblem("problem.closed"))
		return
	}
	d.project.EndBurst()
	doc, key := d.project.Document(), d.key
	go func() {
		c, err := prepare(doc, private, side, key)
		d.later(func() { then(c, err) })
	}()
}

func prepare(doc *model.Document, private bool, side model.Side, key *file.Key) (*Copy, error) {
	shared := share.Copy{Document: doc}
	if !private {
		shared = share.WithoutPrivate(doc)
	}
	c := &Copy{Left: shared.Left, doc: shared.Document.Clone()}
	c.doc.For = side
	data, err := file.Encode(c.doc)
	if err != nil {
		return nil, err
	}
	if !private {
		if err := share.Check(data, doc); err != nil {
			return nil, err
		}
	}
	if key != nil {
		if data, err = key.Encode(c.doc); err != nil {
			return nil, err
		}
	}
	c.Size = int64(len(data))
	return c, nil
}

// WriteCopy writes a copy to a file, protected as the project is; the project's own file
// stays as it is. Then is told how that went.
func (d *Desk) WriteCopy(path string, c *Copy, then func(error)) {
	if !strings.EqualFold(filepath.Ext(path), Extension) {
		path += Extension
	}
	if path == d.path {
		then(model.NewProblem("problem.share.self", "File", filepath.Base(path)))
		return
	}
	key := d.key
	go func() {
		err := d.disk.WriteCopy(path, c.doc, key)
		d.later(func() { then(err) })
	}()
}
