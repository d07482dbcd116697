package check

// Rule is one thing that is looked at.
type Rule struct {
	Name    string
	What    string // in a few words
	Clauses string // of ISO 14289-1 (UA) and ISO 19005-2 (A); "ours" if of neither
}

// Rules are all that is looked at. The clauses are those of the standards, with the
// numbers that validators give the single tests.
var Rules = []Rule{
	{"file", "can be read at all; header, trailer, identifier, nothing after the end, lengths, spacing, filters, limits of numbers, names and strings",
		"A 6.1.2-1 6.1.2-2 6.1.3-1 6.1.3-2 6.1.3-3 6.1.4-2 6.1.6-1 6.1.6-2 6.1.7.1-1 6.1.7.1-2 6.1.7.1-3 6.1.7.2-1 6.1.8-1 6.1.9-1 6.1.13-1…11; UA 7.16-1"},
	{"form", "no entry that we do not write: actions, forms, groups, masks, layers, attachments",
		"A 6.2.2-2 6.2.5-1…6 6.2.6-1 6.2.8-1…5 6.2.9-1…3 6.2.10-1 6.2.10-2 6.4.1-1…3 6.4.2-1 6.4.2-2 6.5.1-1 6.5.1-2 6.5.2-1 6.5.2-2 6.8-1…5 6.9-1…4 6.10-1 6.10-2 6.11-1; UA 7.10-1 7.10-2 7.11-1 7.15-1 7.18.2-1 7.18.6.2-1 7.18.6.2-2 7.18.8-1 7.20-1 7.20-2"},
	{"metadata", "XMP is sound, says PDF/UA-1 and PDF/A-2a, explains the former, and agrees with the information dictionary",
		"A 6.6.2.1-1…5 6.6.2.3.1-1 6.6.2.3.1-2 6.6.2.3.2-1 6.6.2.3.3-1…18 6.6.4-1…7; UA 5-1…5 7.1-8"},
	{"title", "the paper has a title, and viewers show it", "UA 7.1-9 7.1-10"},
	{"language", "the language of the paper and of every part is known", "A 6.7.4-1; UA 7.2-2 7.2-21…25 7.2-29…34"},
	{"colour", "a sound sRGB profile says what the colours are, and no other kind of colour is used",
		"A 6.2.3-1…3 6.2.4.2-1 6.2.4.2-2 6.2.4.3-2…4 6.2.4.4-1 6.2.4.4-2"},
	{"marks", "all that is drawn is marked once, as content or as an artifact; marks are closed and not nested",
		"A 6.2.2-1 6.1.13-8 6.7.2.2-1 6.7.3.3-1; UA 6.2-1 7.1-1 7.1-2 7.1-3 7.1-4 7.1-11"},
	{"parents", "marks, structure and the table between them agree, one to one", "A 6.7.3.3-1; UA 7.1-3 7.1-11"},
	{"structure", "every element is of a standard kind, knows its parent, holds something and stands where its kind may stand",
		"A 6.7.3.4-1…3; UA 7.1-5 7.1-6 7.1-7 7.1-12 7.2-26…28 7.4.4-1…3 7.9-1 7.9-2"},
	{"headings", "headings begin with level 1 and never skip one", "UA 7.4.2-1"},
	{"tables", "rows are equally long, header cells say what they head and head something, cells have a header, and heads stand before bodies",
		"UA 7.2-3…16 7.2-36…39 7.2-41…43 7.5-1 7.5-2"},
	{"lists", "lists hold items, items a label and a body, and the numbering is said", "UA 7.2-17…20 7.2-40"},
	{"figures", "pictures have alternative text and say where they stand", "UA 7.3-1 7.7-1"},
	{"links", "links say what they are, belong to the structure, stand on the page and lead somewhere",
		"A 6.3.1-1 6.3.2-1 6.3.2-2 6.3.3-1 6.5.1-1; UA 7.18.1-1 7.18.1-2 7.18.3-1 7.18.5-1 7.18.5-2"},
	{"bookmarks", "bookmarks have titles, lead to pages and belong to headings", "ours; UA 7.2-2"},
	{"fonts", "fonts are embedded, their names say that they are cut, widths agree, every letter has a glyph and a text",
		"A 6.2.11.2-1…7 6.2.11.3.1-1 6.2.11.3.2-1 6.2.11.3.3-1…3 6.2.11.4.1-1 6.2.11.4.1-2 6.2.11.4.2-2 6.2.11.5-1 6.2.11.6-1…4 6.2.11.7.2-1 6.2.11.7.2-2 6.2.11.7.3-1 6.2.11.8-1; UA 7.21.3.1-1 7.21.3.2-1 7.21.3.3-1…3 7.21.4.1-1 7.21.4.1-2 7.21.4.2-2 7.21.5-1 7.21.6-1…4 7.21.7-1 7.21.7-2 7.21.8-1"},
	{"contrast", "words stand out from what is under them: 4.5 to 1, or 3 to 1 from 18 points (14 if bold)", "ours (WCAG 2.2, 1.4.3)"},
	{"repeats", "words at the same place of every page are artifacts", "ours (UA 7.8)"},
}
