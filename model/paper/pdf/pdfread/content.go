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

// Letters reads a font's letter table: the text that each code of one byte stands for.
func Letters(table []byte) (map[byte]string, error) {
	out := map[byte]string{}
	inList := false
	err := Draw(table, func(op Operator, args []any) {
		switch op {
		case "beginbfchar":
			inList = true
		case "endbfchar":
			for i := 0; inList && i+1 < len(args); i += 2 {
				code, isCode := args[i].(String)
				text, isText := args[i+1].(String)
				if isCode && isText && len(code) == 1 {
					out[code[0]] = ("\xfe\xff" + text).Text()
				}
			}
			inList = false
		}
	})
	return out, err
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
