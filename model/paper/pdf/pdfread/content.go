package pdfread

import "strconv"

// Draw goes through a page's content: it calls do with each operator and the values
// before it. The slice is used again.
func Draw(content []byte, do func(op Operator, args []any)) error {
	l := &lexer{data: content}
	var args []any
	for l.skip() {
		v, err := l.value()
		if err != nil {
			return err
		}
		op, ok := v.(Operator)
		if !ok {
			args = append(args, v)
			continue
		}
		do(op, args)
		args = args[:0]
	}
	if len(args) > 0 {
		return errSyntax
	}
	return nil
}

// Letters reads a font's letter table: the text that each code stands for.
func Letters(table []byte) (map[uint16]string, error) {
	out := map[uint16]string{}
	inList := false
	err := Draw(table, func(op Operator, args []any) {
		switch op {
		case "beginbfchar":
			inList = true
		case "endbfchar":
			for i := 0; inList && i+1 < len(args); i += 2 {
				code, isCode := args[i].(String)
				text, isText := args[i+1].(String)
				if isCode && isText && len(code) == 2 {
					out[uint16(code[0])<<8|uint16(code[1])] = ("\xfe\xff" + text).Text()
				}
			}
			inList = false
		}
	})
	return out, err
}

// Codes gives the codes of a text in a font with two bytes for a code.
func Codes(s String) []uint16 {
	out := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}

// Fonts gives the fonts of a page by their name on it.
func (f *File) Fonts(p Page) map[Name]Dict {
	out := map[Name]Dict{}
	for name, v := range f.Dict(f.Dict(p.Dict["Resources"])["Font"]) {
		out[name] = f.Dict(v)
	}
	return out
}

// String names a reference for messages.
func (r Ref) String() string { return "object " + strconv.Itoa(int(r)) }
