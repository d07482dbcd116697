package pdfread

import (
	"bytes"
	"errors"
	"strconv"
)

var errSyntax = errors.New("this is not a PDF file as Commonplan writes it")

// lexer reads values one after the other.
type lexer struct {
	data  []byte
	at    int
	depth int
}

const deepest = 100 // arrays and dictionaries in one another

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes spaces and comments and tells whether anything is left.
func (l *lexer) skip() bool {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return true
		}
	}
	return false
}

func (l *lexer) has(s string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(s)) }

// value reads the next value; a word that is none is an [Operator].
func (l *lexer) value() (any, error) {
	if !l.skip() {
		return nil, errSyntax
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case l.has("<<"):
		return l.dict()
	case c == '<':
		return l.hex()
	case c == '[':
		return l.array()
	case isDelimiter(c):
		return nil, errSyntax
	}
	return l.word()
}

func (l *lexer) name() (any, error) {
	l.at++
	var out []byte
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		c := l.data[l.at]
		if c == '#' && l.at+2 < len(l.data) {
			n, err := strconv.ParseUint(string(l.data[l.at+1:l.at+3]), 16, 8)
			if err != nil {
				return nil, errSyntax
			}
			c = byte(n)
			l.at += 2
		}
		out = append(out, c)
		l.at++
	}
	return Name(out), nil
}

// word reads a number, a reference, true, false, null or an operator.
func (l *lexer) word() (any, error) {
	w := l.bare()
	switch w {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if n, err := strconv.Atoi(w); err == nil {
		if n > 0 && l.has(" 0 R") && (l.at+4 == len(l.data) || isSpace(l.data[l.at+4]) || isDelimiter(l.data[l.at+4])) {
			l.at += 4
			return Ref(n), nil
		}
		return n, nil
	}
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		f, err := strconv.ParseFloat(w, 64)
		if err != nil || bytes.ContainsAny([]byte(w), "eEnNxX_") {
			return nil, errSyntax
		}
		return f, nil
	}
	return Operator(w), nil
}

func (l *lexer) bare() string {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

func (l *lexer) literal() (any, error) {
	l.at++
	var out []byte
	for open := 1; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return String(out), nil
			}
		case '\\':
			if l.at++; l.at == len(l.data) {
				return nil, errSyntax
			}
			switch c = l.data[l.at]; c {
			case 'r':
				c = '\r'
			case 'n':
				c = '\n'
			case 't':
				c = '\t'
			case '(', ')', '\\':
			default:
				return nil, errSyntax // octal and others are not written by us
			}
		}
		out = append(out, c)
	}
	return nil, errSyntax
}

func (l *lexer) hex() (any, error) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 || end%2 == 0 {
		return nil, errSyntax
	}
	digits := l.data[l.at+1 : l.at+end]
	l.at += end + 1
	out := make([]byte, len(digits)/2)
	for i := range out {
		n, err := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8)
		if err != nil {
			return nil, errSyntax
		}
		out[i] = byte(n)
	}
	return String(out), nil
}

func (l *lexer) array() (any, error) {
	if l.depth++; l.depth > deepest {
		return nil, errSyntax
	}
	defer func() { l.depth-- }()
	l.at++
	out := Array{}
	for {
		if !l.skip() {
			return nil, errSyntax
		}
		if l.data[l.at] == ']' {
			l.at++
			return out, nil
		}
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

func (l *lexer) dict() (any, error) {
	if l.depth++; l.depth > deepest {
		return nil, errSyntax
	}
	defer func() { l.depth-- }()
	l.at += 2
	out := Dict{}
	for {
		if !l.skip() {
			return nil, errSyntax
		}
		if l.has(">>") {
			l.at += 2
			return out, nil
		}
		key, err := l.value()
		if err != nil {
			return nil, err
		}
		name, ok := key.(Name)
		if _, twice := out[name]; !ok || twice {
			return nil, errSyntax
		}
		if out[name], err = l.value(); err != nil {
			return nil, err
		}
	}
}
