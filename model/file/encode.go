package file

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// features are the words of "needs" that this version knows. Format 1 has none.
var features []string

// Encoded is a project file about to be written, with what it was made of.
type Encoded struct {
	key   *Key
	doc   *model.Document
	parts plainParts
	data  []byte
}

// Bytes are what the file will hold; they must not be changed.
func (e Encoded) Bytes() []byte { return e.data }

// plainParts are the two canonical parts of a document.
type plainParts struct{ project, history []byte }

func (p plainParts) equal(q plainParts) bool {
	return bytes.Equal(p.project, q.project) && bytes.Equal(p.history, q.history)
}

func canonicalParts(doc *model.Document) (p plainParts, err error) {
	if p.project, err = writeProject(doc); err != nil {
		return p, fmt.Errorf("writing %s: %w", partProject, err)
	}
	if p.history, err = writeHistory(doc); err != nil {
		return p, fmt.Errorf("writing %s: %w", partHistory, err)
	}
	return p, nil
}

// Encode gives the bytes of a project file. The same document gives the same bytes. It
// refuses a document that needs a newer version to be written, see [MayWrite].
func Encode(doc *model.Document) ([]byte, error) { return (*Key)(nil).Encode(doc) }

// encodePlain gives the bytes of a file without a password.
func encodePlain(doc *model.Document, made plainParts) ([]byte, error) {
	parts := []content{
		{partMime, []byte(mimeType)}, {partReadme, []byte(readme)},
		{partProject, made.project}, {partHistory, made.history},
	}
	var pictures, extra []content
	for _, name := range slices.Sorted(maps.Keys(doc.Parts)) {
		part := content{name, doc.Parts[name]}
		if strings.HasPrefix(name, folderMedia) {
			pictures = append(pictures, part)
		} else {
			extra = append(extra, part)
		}
	}
	sums := content{partSums, writeSums(slices.Concat(parts, pictures, extra))}
	return packArchive(slices.Concat(parts, pictures, []content{sums}, extra))
}

// MayWrite gives nil if this version may write the document, or else the problem: a
// newer version wrote what this one would spoil. It can be read and printed.
func MayWrite(doc *model.Document) error {
	for _, words := range [][]string{doc.Needs.Write, doc.Needs.Read} {
		for _, word := range words {
			if !slices.Contains(features, word) {
				return model.NewProblem("problem.file.newer.write", "Text", shorten(word))
			}
		}
	}
	return nil
}

// State names the state of a document: the SHA-256 of its canonical project.json, in
// hexadecimal. Equal states are equal plans, whatever was changed on the way. It is ""
// for a document that no file can hold.
func State(doc *model.Document) string {
	project, err := writeProject(doc)
	if err != nil {
		return ""
	}
	return hashOf(project)
}

// Canonical gives the two canonical parts of a document, project.json and history.json.
// Two documents are equal if these are, and their other parts.
func Canonical(doc *model.Document) (project, history []byte, err error) {
	parts, err := canonicalParts(doc)
	return parts.project, parts.history, err
}

// Verify reads the file back and makes sure that nothing went missing on the way: what
// was read must give the same parts again.
func (e Encoded) Verify() error {
	back, err := e.key.Decode(e.data)
	if err != nil {
		return fmt.Errorf("reading back what was encoded: %w", err)
	}
	again, err := canonicalParts(back)
	if err != nil {
		return fmt.Errorf("encoding what was read back: %w", err)
	}
	if !again.equal(e.parts) {
		return fmt.Errorf("what was read back differs from what was encoded")
	}
	if !maps.EqualFunc(back.Parts, e.doc.Parts, bytes.Equal) {
		return fmt.Errorf("the pictures read back differ from those encoded")
	}
	return nil
}
