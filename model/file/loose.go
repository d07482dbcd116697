package file

import (
	"encoding/binary"
	"fmt"

	"commonplan/model"
)

// EncodeLoose gives the records and the history of a document without the archive around
// them and without its parts: for journals, which note a few records at a time.
func EncodeLoose(doc *model.Document) ([]byte, error) {
	project, err := writeProject(doc)
	if err != nil {
		return nil, fmt.Errorf("writing records: %w", err)
	}
	history, err := writeHistory(doc)
	if err != nil {
		return nil, fmt.Errorf("writing earlier values: %w", err)
	}
	loose := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(project)+len(history)), uint32(len(project)))
	return append(append(loose, project...), history...), nil
}

// DecodeLoose reads what [EncodeLoose] gives. It trusts nothing, as [Decode] does.
func DecodeLoose(data []byte) (*model.Document, error) {
	if len(data) > maxPart {
		return nil, model.NewProblem("problem.file.part.large", "Part", partProject, "Most", maxPart>>20)
	}
	if len(data) < 4 || int64(binary.LittleEndian.Uint32(data)) > int64(len(data)-4) {
		return nil, damaged(partProject)
	}
	split := 4 + int(binary.LittleEndian.Uint32(data))
	doc, err := readProject(data[4:split])
	if err != nil {
		return nil, err
	}
	doc.History, err = readHistory(data[split:])
	return doc, err
}
