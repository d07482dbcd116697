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
		start := r.at
		var err error
		r.made, err = r.appendValue(r.made[:0])
		if err != nil {
			return "", err
		}
		if len(r.made) > maxText {
			return "", r.fail("problem.file.long")
		}
		if raw := r.text[start:r.at]; raw == string(r.made) {
			return model.Value(raw), nil
		}
		return model.Value(r.made), nil
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

// appendObject writes the members as they come, and then puts them in order.
func (r *reader) appendObject(to []byte) ([]byte, error) {
	type member struct {
		key      string
		from, to int // with its key
	}
	var members []member
	to = append(to, '{')
	err := r.object(func(key string) (err error) {
		if len(members) > 0 {
			to = append(to, ',')
		}
		from := len(to)
		to = append(appendText(to, key), ':')
		to, err = r.appendValue(to)
		members = append(members, member{key, from, len(to)})
		return err
	})
	if err != nil {
		return nil, err
	}
	byKey := func(a, b member) int { return strings.Compare(a.key, b.key) }
	if !slices.IsSortedFunc(members, byKey) {
		start := members[0].from
		r.spare = append(r.spare[:0], to[start:]...)
		slices.SortFunc(members, byKey)
		to = to[:start]
		for i, m := range members {
			if i > 0 {
				to = append(to, ',')
			}
			to = append(to, r.spare[m.from-start:m.to-start]...)
		}
	}
	for i := 1; i < len(members); i++ {
		if members[i].key == members[i-1].key {
			return nil, r.twice(members[i].key)
		}
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
