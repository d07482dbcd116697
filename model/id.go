package model

import (
	"encoding/base32"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ID names a record for ever: 80 random bits as 16 letters and digits, or a plain
// word where every copy must agree ("project", [KeyedID]).
type ID string

// ProjectID is the id of the one project record.
const ProjectID ID = "project"

var idAlphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID draws a fresh id from a source of randomness.
func NewID(random io.Reader) (ID, error) {
	var bits [10]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("drawing a record id: %w", err)
	}
	return ID(idAlphabet.EncodeToString(bits[:])), nil
}

// KeyedID is the id of a record of which there can be only one for its keys, such as
// the council's answer to question 7: copies that both write it mean the same record.
func KeyedID(t Type, keys ...string) ID {
	return ID(string(t) + "." + strings.Join(keys, "."))
}

// PrivateID is the id of the companion record that holds the private fields of a
// record (see [Schema]). A copy that was sent without it does not know those fields,
// rather than having deleted them.
func PrivateID(id ID) ID { return id + privateEnd }

const privateEnd = ".private"

// OwnerID gives the record whose private fields a companion holds.
func OwnerID(companion ID) ID { return ID(strings.TrimSuffix(string(companion), privateEnd)) }

// Session names one run of the app on one opened file: 64 fresh random bits in
// hexadecimal. It is never a person or a PC: a restored backup would use its stamps again.
type Session string

// NewSession draws a fresh session.
func NewSession(random io.Reader) (Session, error) {
	var bits [8]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("drawing a session: %w", err)
	}
	return Session(hex.EncodeToString(bits[:])), nil
}

// Stamp names one change of one field: the n-th of its session, from 1.
type Stamp struct {
	Session Session
	N       uint64
}

// String gives "session:n", as in the file.
func (s Stamp) String() string {
	return string(s.Session) + ":" + strconv.FormatUint(s.N, 10)
}

// Compare orders stamps by session and then number. The order means nothing; it is
// only the same everywhere.
func (s Stamp) Compare(other Stamp) int {
	if c := strings.Compare(string(s.Session), string(other.Session)); c != 0 {
		return c
	}
	switch {
	case s.N < other.N:
		return -1
	case s.N > other.N:
		return 1
	}
	return 0
}

// ParseStamp reads "session:n".
func ParseStamp(text string) (Stamp, error) {
	session, number, ok := strings.Cut(text, ":")
	n, err := strconv.ParseUint(number, 10, 64)
	if !ok || err != nil || n == 0 || session == "" || strconv.FormatUint(n, 10) != number {
		return Stamp{}, NewProblem("problem.stamp", "Text", text)
	}
	return Stamp{Session: Session(session), N: n}, nil
}

// Position is a record's place in its list: records stand in the order of their
// positions as text. A position is between two others for ever, never "after X", so
// lists from two copies can be put together.
type Position string

const (
	positionDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	positionWidth  = 6                     // digits of a position that was added at an end
	positionStep   = 62 * 62 * 62          // room left between two such positions
	positionMiddle = 62 * 62 * 62 * 62 * 4 // where an empty list begins, with room before it
)

// Between gives a position after a and before b; "" stands for the start or the end
// of the list. Chance keeps two copies that insert at the same place apart. a must
// stand before b.
func Between(a, b Position, random io.Reader) (Position, error) {
	var bits [8]byte
	if _, err := io.ReadFull(random, bits[:]); err != nil {
		return "", fmt.Errorf("drawing a position: %w", err)
	}
	chance := binary.LittleEndian.Uint64(bits[:])
	switch {
	case a == "" && b == "":
		return Position(wide(positionMiddle + chance%3844)), nil
	case b == "" && number(a) < 1<<35:
		return Position(wide(number(a)/3844*3844 + positionStep + chance%3844)), nil
	}
	tail := string([]byte{positionDigits[chance%62], positionDigits[1+chance/62%61]})
	return Position(middle(string(a), string(b)) + tail), nil
}

func number(p Position) uint64 {
	var n uint64
	for i := range positionWidth {
		n *= 62
		if i < len(p) {
			n += uint64(max(0, strings.IndexByte(positionDigits, p[i])))
		}
	}
	return n
}

func wide(n uint64) string {
	digits := make([]byte, positionWidth)
	for i := positionWidth - 1; i >= 0; i-- {
		digits[i] = positionDigits[n%62]
		n /= 62
	}
	return string(digits)
}

// middle gives the shortest text between a and b, read as fractions in base 62.
func middle(a, b string) string {
	digit := func(s string, empty int) int {
		if s == "" {
			return empty
		}
		return max(0, strings.IndexByte(positionDigits, s[0]))
	}
	var out []byte
	bounded := b != ""
	for {
		da, db := digit(a, 0), 62
		if bounded {
			db = digit(b, 0)
		}
		if db-da > 1 {
			return string(append(out, positionDigits[(da+db)/2]))
		}
		out = append(out, positionDigits[da])
		if db > da {
			bounded = false // now anything after a's rest will do
		}
		if a != "" {
			a = a[1:]
		}
		if b != "" {
			b = b[1:]
		}
		if bounded && a == "" && b == "" {
			return string(out) // a was not before b: the caller re-spaces such lists
		}
	}
}
