package file

import (
	"slices"
	"strings"

	"commonplan/model"
)

// value reads any JSON value and gives it in canonical form.
func (r *reader) value() (model.Value, error) {
	switch r.peek() {
	case '"':
		raw, plain, err := r.rawString()
		if err != nil || plain {
			return model.Value(raw), err
		}
		inner := raw[1 : len(raw)-1]
		text, err := r.unquote(inner)
		if err != nil {
			return "", err
		}
		if text == inner && strings.IndexByte(inner, '\\') < 0 {
			return model.Value(raw), nil
		}
		return model.Value(appendText(nil, text)), nil
	case '{', '[':
		canonical, err := r.appendValue(nil)
		return model.Value(canonical), err
	case 't':
		return "true", r.literal("true")
	case 'f':
		return "false", r.literal("false")
	case 'n':
		return model.None, r.literal(string(model.None))
	}
	number, err := r.number()
	return model.Value(number), err
}

// appendValue reads any JSON value and appends its canonical form.
func (r *reader) appendValue(to []byte) ([]byte, error) {
	switch r.peek() {
	case '{':
		return r.appendObject(to)
	case '[':
		to = append(to, '[')
		first := true
		err := r.array(func() (err error) {
			if !first {
				to = append(to, ',')
			}
			first = false
			to, err = r.appendValue(to)
			return err
		})
		return append(to, ']'), err
	}
	value, err := r.value()
	return append(to, value...), err
}

func (r *reader) appendObject(to []byte) ([]byte, error) {
	type member struct {
		key   string
		value []byte
	}
	var members []member
	err := r.object(func(key string) error {
		value, err := r.appendValue(nil)
		members = append(members, member{key, value})
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	to = append(to, '{')
	for i, m := range members {
		if i > 0 {
			if m.key == members[i-1].key {
				return nil, r.twice(m.key)
			}
			to = append(to, ',')
		}
		to = appendText(to, m.key)
		to = append(to, ':')
		to = append(to, m.value...)
	}
	return append(to, '}'), nil
}

// canonical gives a value's canonical form; depth is how deep it will stand.
func canonical(value model.Value, depth int) (model.Value, error) {
	if value == "" {
		return model.None, nil
	}
	r, err := newReader("", []byte(value))
	if err != nil {
		return "", err
	}
	r.depth = depth
	value, err = r.value()
	if err != nil {
		return "", err
	}
	return value, r.end()
}

// isPlain tells whether a value is canonical at a glance: a plain text, a whole number
// or a word.
func isPlain(value model.Value) bool {
	switch value {
	case model.None, "true", "false":
		return true
	}
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' || len(value) > maxText {
		return isWhole(value)
	}
	return isPlainText(string(value[1 : len(value)-1]))
}

func isWhole(value model.Value) bool {
	if value == "" || len(value) > 1 && value[0] == '0' {
		return false
	}
	for i := range len(value) {
		if value[i] < '0' || value[i] > '9' {
			return false
		}
	}
	return true
}

// isPlainText tells whether a text stands for itself between quotes.
func isPlainText(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c >= 0x7f || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}
