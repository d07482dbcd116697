package shelf

import (
	"log/slog"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/store/journal"
)

// Notes are the journal of the open project.
type Notes struct {
	keeper *journal.Keeper
	shelf  *Shelf
	id     model.ID
}

// Note begins the journal of a project that was opened, and notes at once what came
// back. Name is what the project is called. Trouble is told, from another goroutine, when
// the journal cannot be written, and told nil when it can again.
func (s *Shelf) Note(o *Opened, name string, trouble func(error)) *Notes {
	h := journal.Header{Project: o.Doc.ID, Path: o.Path, Name: name, Began: s.now()}
	base := o.Doc
	if o.Path == "" {
		base = nil // nothing is safe anywhere else
	}
	j := journal.Begin(s.disk, s.journals(), h, base, o.Seen.Key(), s.now)
	n := &Notes{keeper: journal.Keep(j, s.pace, trouble), shelf: s, id: o.Doc.ID}
	if o.Back == nil {
		o.Settled()
		return n
	}
	n.Note(o.Back.Joined)
	go func() {
		if n.Flush() == nil {
			o.Settled()
		}
	}()
	return n
}

// Note takes down the present state; it costs nothing.
func (n *Notes) Note(doc *model.Document) { n.keeper.Note(doc) }

// Saved says that a file holds a state of the project now.
func (n *Notes) Saved(path, name string, doc *model.Document, key *file.Key) {
	n.keeper.Saved(journal.Header{Project: doc.ID, Path: path, Name: name, Began: n.shelf.now()}, doc, key)
}

// Resealed says that a project without a file has another key now.
func (n *Notes) Resealed(name string, doc *model.Document, key *file.Key) {
	n.keeper.Saved(journal.Header{Project: doc.ID, Name: name, Began: n.shelf.now()}, nil, key)
}

// Flush waits until everything is noted.
func (n *Notes) Flush() error { return n.keeper.Flush() }

// Remove ends the journal: everything is saved, or let go and kept as an earlier version.
func (n *Notes) Remove() {
	if err := n.keeper.Remove(); err != nil {
		slog.Warn("removing the journal", "error", err) // read again it does no harm
	}
}

// Leave ends the journal and keeps it for the next start.
func (n *Notes) Leave() {
	if err := n.keeper.Leave(); err != nil {
		slog.Warn("leaving the journal", "error", err)
	}
}
