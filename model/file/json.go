package file

import (
	"strings"
	"unicode/utf8"

	"commonplan/model"
)

// reader reads one JSON part strictly: valid UTF-8, no key twice, not too deep, no text
// too long, nothing after the end. encoding/json matches keys without case, takes the
// last of two, and mends bad UTF-8 in silence, so it will not do.
//
// What it gives out are pieces of the text itself wherever that is canonical already.
type reader struct {
	part  string // for messages
	text  string
	at    int
	depth int
	count int    // of values so far, see maxValues
	made  []byte // where values are made canonical
	spare []byte // where members are put in order
}

func newReader(part string, data []byte) (*reader, error) {
	r := &reader{part: part, text: string(data)}
	if !utf8.ValidString(r.text) {
		for r.at < len(r.text) {
			c, size := utf8.DecodeRuneInString(r.text[r.at:])
			if c == utf8.RuneError && size == 1 {
				break
			}
			r.at += size
		}
		return nil, r.fail("problem.file.utf8")
	}
	return r, nil
}

// fail gives a problem at the present place.
func (r *reader) fail(key string, pairs ...any) error {
	at := min(r.at, len(r.text))
	line := 1 + strings.Count(r.text[:at], "\n")
	return model.NewProblem(key, append([]any{"Part", r.part, "Line", line}, pairs...)...)
}

func (r *reader) syntax() error { return r.fail("problem.file.syntax") }

func (r *reader) space() {
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ' ', '\n', '\t', '\r':
			r.at++
		default:
			return
		}
	}
}

// peek gives the next byte after spaces; 0 at the end.
func (r *reader) peek() byte {
	r.space()
	if r.at >= len(r.text) {
		return 0
	}
	return r.text[r.at]
}

func (r *reader) take(c byte) bool {
	if r.peek() != c {
		return false
	}
	r.at++
	return true
}

// end makes sure that nothing follows.
func (r *reader) end() error {
	if r.space(); r.at < len(r.text) {
		return r.syntax()
	}
	return nil
}

func (r *reader) enter(open byte) error {
	if !r.take(open) {
		return r.syntax()
	}
	if r.depth++; r.depth > maxDepth {
		return r.fail("problem.file.deep", "Most", maxDepth)
	}
	return nil
}

// object reads an object and calls member at each value. That no key comes twice is for
// member to see, see [reader.twice].
func (r *reader) object(member func(key string) error) error {
	if err := r.enter('{'); err != nil {
		return err
	}
	defer func() { r.depth-- }()
	if r.take('}') {
		return nil
	}
	for n := 1; ; n++ {
		if n > maxKeys {
			return r.fail("problem.file.keys", "Most", model.GroupThousands(maxKeys))
		}
		key, err := r.string()
		if err != nil {
			return err
		}
		if !r.take(':') {
			return r.syntax()
		}
		if err := member(key); err != nil {
			return err
		}
		if r.take('}') {
			return nil
		}
		if !r.take(',') {
			return r.syntax()
		}
	}
}

// array reads an array and calls element at each value.
func (r *reader) array(element func() error) error {
	if err := r.enter('['); err != nil {
		return err
	}
	defer func() { r.depth-- }()
	if r.take(']') {
		return nil
	}
	for {
		if err := element(); err != nil {
			return err
		}
		if r.take(']') {
			return nil
		}
		if !r.take(',') {
			return r.syntax()
		}
	}
}

// counted counts a value that will be kept.
func (r *reader) counted() error {
	if r.count++; r.count > maxValues {
		return r.fail("problem.file.values", "Most", model.GroupThousands(maxValues))
	}
	return nil
}

func (r *reader) twice(key string) error { return r.fail("problem.file.twice", "Text", key) }

// string reads a text and cleans it, see [model.CleanText].
func (r *reader) string() (string, error) {
	raw, plain, err := r.rawString()
	if err != nil {
		return "", err
	}
	inner := raw[1 : len(raw)-1]
	if plain {
		return inner, nil
	}
	return r.unquote(inner)
}

// rawString passes over a text with its quotes. A plain one has ASCII only and nothing
// escaped: it stands for itself.
func (r *reader) rawString() (raw string, plain bool, err error) {
	if r.peek() != '"' {
		return "", false, r.syntax()
	}
	start := r.at
	plain = true
	for i := start + 1; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '"':
			if i-start-1 > maxText {
				return "", false, r.fail("problem.file.long")
			}
			r.at = i + 1
			return r.text[start:r.at], plain, nil
		case c == '\\':
			plain = false
			i++ // what is escaped is looked at by unquote
		case c < 0x20:
			r.at = i
			return "", false, r.syntax()
		case c >= 0x7f:
			plain = false
		}
	}
	r.at = len(r.text)
	return "", false, r.syntax()
}

func (r *reader) unquote(inner string) (string, error) {
	text := inner
	if i := strings.IndexByte(inner, '\\'); i >= 0 {
		unescaped, ok := unescape(inner, i)
		if !ok {
			return "", r.syntax()
		}
		text = unescaped
	}
	text = model.CleanText(text)
	if len(text) > maxText { // putting letters into their normal form can lengthen a text
		return "", r.fail("problem.file.long")
	}
	return text, nil
}

// number passes over a number and gives it as it stands, so that it stays exact.
func (r *reader) number() (string, error) {
	r.space()
	start := r.at
	r.one('-')
	if !r.one('0') && r.digits() == 0 {
		return "", r.syntax()
	}
	if r.one('.') && r.digits() == 0 {
		return "", r.syntax()
	}
	if r.one('e') || r.one('E') {
		if !r.one('+') {
			r.one('-')
		}
		if r.digits() == 0 {
			return "", r.syntax()
		}
	}
	if r.at-start > maxText {
		return "", r.fail("problem.file.long")
	}
	return r.text[start:r.at], nil
}

// one passes over a byte if it comes next, without spaces.
func (r *reader) one(c byte) bool {
	if r.at < len(r.text) && r.text[r.at] == c {
		r.at++
		return true
	}
	return false
}

func (r *reader) digits() int {
	start := r.at
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' {
		r.at++
	}
	return r.at - start
}

func (r *reader) literal(word string) error {
	if !strings.HasPrefix(r.text[r.at:], word) {
		return r.syntax()
	}
	r.at += len(word)
	return nil
}
