// Package pdftext reads the words back out of the PDF files we write, as another
// program would that copies text: through the fonts' own letter tables.
//
// It is for checks and tests. It understands the form package pdf gives its files,
// not PDF files in general.
package pdftext

import (
	"bytes"
	"strings"

	"commonplan/model/paper/pdf/pdfread"
)

// Pages gives the words of each page: a line for each marked piece of content, with
// the lines of a paragraph joined. A code without a letter is U+FFFD.
func Pages(file []byte) ([]string, error) {
	f, err := pdfread.Open(file)
	if err != nil {
		return nil, err
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	letters := map[pdfread.Name]map[byte]string{}
	out := make([]string, len(pages))
	for i, p := range pages {
		for name, font := range f.Fonts(p) {
			if letters[name] == nil {
				if letters[name], err = table(f, font); err != nil {
					return nil, err
				}
			}
		}
		if out[i], err = words(bytes.Join(p.Content, []byte("\n")), letters); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Text gives the words of all pages.
func Text(file []byte) (string, error) {
	pages, err := Pages(file)
	return strings.Join(pages, "\n"), err
}

// table reads which text each code of a font stands for.
func table(f *pdfread.File, font pdfread.Dict) (map[byte]string, error) {
	stream := f.Stream(font["ToUnicode"])
	if stream == nil {
		return map[byte]string{}, nil
	}
	data, err := stream.Data()
	if err != nil {
		return nil, err
	}
	return pdfread.Letters(data)
}

// words gives the words of one page's content.
func words(content []byte, letters map[pdfread.Name]map[byte]string) (string, error) {
	var b strings.Builder
	var now map[byte]string
	err := pdfread.Draw(content, func(op pdfread.Operator, args []any) {
		switch {
		case op == "BDC" || op == "BMC":
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
		case op == "Tf" && len(args) == 2:
			name, _ := args[0].(pdfread.Name)
			now = letters[name]
		case (op == "Tj" || op == "'") && len(args) == 1:
			text, _ := args[0].(pdfread.String)
			for _, code := range []byte(text) {
				if s, ok := now[code]; ok {
					b.WriteString(s)
				} else {
					b.WriteRune('\ufffd')
				}
			}
		}
	})
	return b.String(), err
}
