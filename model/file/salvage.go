package file

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"

	"filippo.io/age"

	"commonplan/model"
)

// Salvaged tells what could be read of a damaged file, and what could not.
type Salvaged struct {
	Records, RecordsLost   int
	Pictures, PicturesLost int
	HistoryLost            bool // earlier values are missing, some or all
	Unsure                 bool // a checksum does not fit: what was read may have changed letters
}

// unsalvageable are the problems of files that have nothing to be saved, or need no saving.
var unsalvageable = []string{
	"problem.file.empty", "problem.file.large", "problem.file.foreign", "problem.file.foreign.pdf", "problem.file.foreign.office",
	"problem.file.newer.read", "problem.file.newer.write", "problem.file.gone", "problem.file.irregular",
	"problem.file.permission", "problem.file.name", "problem.file.used", "problem.file.failed",
}

// CanSalvage tells whether a file was refused because of what is in it, so that
// [Salvage] may find something.
func CanSalvage(err error) bool {
	var problem *model.Problem
	return errors.As(err, &problem) && strings.HasPrefix(problem.Key, "problem.file.") && !slices.Contains(unsalvageable, problem.Key)
}

// Salvage reads what can be read of a file that [Decode] refuses: every record whose own
// line is whole, and every picture that is what its name says. It never changes data.
// The document has no id: it must become a project of its own, since what is in it may
// not be what the project said. The error is a [model.Problem] if nothing can be read.
func Salvage(data []byte) (*model.Document, Salvaged, error) {
	if len(data) > MaxFile {
		return nil, Salvaged{}, model.NewProblem("problem.file.large", "Most", MaxFile>>20)
	}
	s := salvage{doc: &model.Document{Format: model.Format, Records: map[model.ID]*model.Record{}, History: map[model.ID][]model.Replaced{}}}
	pieces := findPieces(data)
	mentioned := 0 // pictures that there should be
	for _, p := range pieces {
		switch {
		case p.name == partProject:
			s.project(p)
		case p.name == partHistory:
			s.history(p)
		case strings.HasPrefix(p.name, folderMedia):
			mentioned++
			s.picture(p)
		case strings.HasPrefix(p.name, folderExt) && p.whole:
			s.part(p)
		}
	}
	if len(s.doc.Records) == 0 && s.told.Pictures == 0 {
		return nil, Salvaged{}, model.NewProblem("problem.salvage.nothing")
	}
	s.told.Records = len(s.doc.Records)
	s.told.PicturesLost = max(mentioned, s.pictured()) - s.told.Pictures
	s.told.HistoryLost = s.told.HistoryLost || !s.sawHistory
	return s.doc, s.told, nil
}

// SalvageLocked is Salvage for a file protected by a password. Its key part must be whole;
// of the rest it reads what stands before the damage. The key is to protect what was
// saved as before.
func SalvageLocked(data []byte, password string) (*model.Document, Salvaged, *Key, error) {
	pieces := findPieces(data)
	part := func(name string) []byte {
		if i := slices.IndexFunc(pieces, func(p piece) bool { return p.name == name }); i >= 0 {
			return pieces[i].data
		}
		return nil
	}
	key, err := unlockPart(part(partKey), password)
	if err != nil {
		return nil, Salvaged{}, nil, err
	}
	doc, told, err := Salvage(key.openWhatIs(part(partSealed)))
	told.Unsure = false // what the seal lets through is as it was written
	return doc, told, key, err
}

// openWhatIs gives what was sealed up to where the seal is broken.
func (k *Key) openWhatIs(sealed []byte) []byte {
	identities := make([]age.Identity, len(k.identities))
	for i, one := range k.identities {
		identities[i] = one
	}
	from, err := age.Decrypt(bytes.NewReader(sealed), identities...)
	if err != nil {
		return nil
	}
	data, _ := io.ReadAll(from) // what came before the fault is what we want
	return data
}

// piece is a part of a damaged archive as far as it could be unpacked.
type piece struct {
	name  string
	data  []byte
	whole bool // its checksum fits
}

// findPieces finds the parts of an archive without believing its list of contents, by the
// headers that stand before each. It keeps the limits of [Decode].
func findPieces(data []byte) []piece {
	var pieces []piece
	unpacked, looked := 0, 0
	signature := binary.LittleEndian.AppendUint32(nil, localSignature)
	for at := 0; len(pieces) < maxParts; {
		next := bytes.Index(data[at:], signature)
		if next < 0 {
			return pieces
		}
		at += next
		e, ok := readLocal(data, at)
		if !ok {
			at += len(signature)
			continue
		}
		if looked += e.reach(data) - e.start; looked > maxAll {
			return pieces // headers upon headers: no disk damages a file like that
		}
		if e.method == methodDeflate {
			if unpacked += e.size; unpacked > maxUnpacked {
				return pieces
			}
		}
		p := e.unpackToFault(data)
		if !slices.ContainsFunc(pieces, func(other piece) bool { return other.name == p.name && other.whole }) {
			pieces = append(pieces, p)
		}
		at = e.start
		if p.whole {
			at = e.reach(data)
		}
	}
	return pieces
}

// readLocal reads the header that stands before a part.
func readLocal(data []byte, at int) (e entry, ok bool) {
	if len(data)-at < localLength {
		return e, false
	}
	local := data[at:]
	u16 := func(i int) int { return int(binary.LittleEndian.Uint16(local[i:])) }
	u32 := func(i int) int { return int(binary.LittleEndian.Uint32(local[i:])) }
	end := localLength + u16(26)
	if u16(26) > maxPartName || end+u16(28) > len(local) || u32(22) > maxPart {
		return e, false
	}
	e = entry{name: string(local[localLength:end]), method: uint16(u16(8)), sum: uint32(u32(14)), packed: u32(18), size: u32(22), header: at, start: at + end + u16(28)}
	return e, allowedName(e.name) && (e.method == methodStore || e.method == methodDeflate)
}

// reach is where the packed content of a part ends at the latest.
func (e *entry) reach(data []byte) int { return min(len(data), e.start+e.packed) }

// unpackToFault unpacks a part as far as it goes.
func (e *entry) unpackToFault(data []byte) piece {
	end := e.reach(data)
	p := piece{name: e.name, data: data[e.start:end:end]}
	if e.method == methodDeflate {
		unpacked := make([]byte, e.size)
		n, _ := io.ReadFull(flate.NewReader(bytes.NewReader(p.data)), unpacked) // up to the fault
		p.data = unpacked[:n]
	}
	p.whole = crc32.ChecksumIEEE(p.data) == e.sum && len(p.data) == e.size
	return p
}

// salvage is a document in the making.
type salvage struct {
	doc        *model.Document
	told       Salvaged
	sawHistory bool
}

// project reads the records that can be read, a line each.
func (s *salvage) project(p piece) {
	s.told.Unsure = s.told.Unsure || !p.whole
	if whole, err := readProject(p.data); err == nil && p.whole {
		s.doc.Needs, s.doc.Sessions, s.doc.Records, s.doc.Unknown = whole.Needs, whole.Sessions, whole.Records, whole.Unknown
		return
	}
	inRecords, ended := false, false
	for line := range bytes.Lines(p.data) {
		text := bytes.TrimSuffix(bytes.TrimRight(line, "\r\n"), []byte(","))
		switch {
		case bytes.HasSuffix(text, []byte(`"records":[`)):
			inRecords = true
		case bytes.HasPrefix(text, []byte("]")):
			ended = inRecords
		case inRecords && !ended && len(s.doc.Records) < maxRecords:
			if !s.record(text) {
				s.told.RecordsLost++
			}
		case !inRecords:
			s.session(text)
		}
	}
	if !ended {
		s.told.RecordsLost++ // at least the one in which it was cut
	}
}

// record reads a line of the records; false if it is damaged.
func (s *salvage) record(line []byte) bool {
	r, err := newReader(partProject, line)
	if err != nil {
		return false
	}
	record, err := r.record()
	if err != nil || r.end() != nil {
		return false
	}
	if s.doc.Records[record.ID] == nil {
		s.doc.Records[record.ID] = record
	}
	return true
}

// session reads a line of the sessions, if it is one.
func (s *salvage) session(line []byte) {
	r, err := newReader(partProject, line)
	if err != nil {
		return
	}
	session, err := r.session()
	known := slices.ContainsFunc(s.doc.Sessions, func(other model.SessionInfo) bool { return other.ID == session.ID })
	if err == nil && r.end() == nil && !known && len(s.doc.Sessions) < maxRecords {
		s.doc.Sessions = append(s.doc.Sessions, session)
	}
}

// history reads earlier values, of one record a line.
func (s *salvage) history(p piece) {
	s.sawHistory = true
	ended := false
	for line := range bytes.Lines(p.data) {
		text := bytes.TrimSuffix(bytes.TrimRight(line, "\r\n"), []byte(","))
		ended = ended || bytes.HasPrefix(text, []byte("]"))
		if bytes.HasPrefix(text, []byte(`{"f":`)) && !s.earlier(text) {
			s.told.HistoryLost = true
		}
	}
	s.told.HistoryLost = s.told.HistoryLost || !ended || !p.whole
}

// earlier reads a line of the history; false if it is damaged.
func (s *salvage) earlier(line []byte) bool {
	r, err := newReader(partHistory, line)
	if err != nil {
		return false
	}
	id, replaced, err := r.historyOf()
	if err != nil || r.end() != nil {
		return false
	}
	s.doc.History[id] = replaced
	return true
}

// picture keeps a picture that is what its name says.
func (s *salvage) picture(p piece) {
	if checkPicture(p.name, hashOf(p.data), p.data) == nil && s.doc.Parts[p.name] == nil {
		s.part(p)
		s.told.Pictures++
	}
}

func (s *salvage) part(p piece) {
	if s.doc.Parts == nil {
		s.doc.Parts = map[string][]byte{}
	}
	s.doc.Parts[p.name] = p.data
}

// pictured counts the pictures that the records speak of.
func (s *salvage) pictured() int {
	names := map[model.Value]bool{}
	for _, record := range s.doc.Records {
		if media := record.Value("media"); record.Type == model.TypePicture && media != "" {
			names[media] = true
		}
	}
	return len(names)
}
