package model

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// TextValue gives a text as a [Value], cleaned (see [CleanText]).
func TextValue(text string) Value { return Value(quote(CleanText(text))) }

// WholeValue gives a whole number as a [Value].
func WholeValue(n int64) Value { return Value(strconv.FormatInt(n, 10)) }

// quote writes a JSON string with nothing escaped that need not be.
func quote(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte('"')
	for _, r := range text {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\t':
			b.WriteString(`\t`)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Text reads a value as a text; "" if it is none.
func (v Value) Text() string {
	if len(v) < 2 || v[0] != '"' {
		return ""
	}
	if inner := string(v[1 : len(v)-1]); !strings.ContainsRune(inner, '\\') {
		return inner
	}
	var text string
	if json.Unmarshal([]byte(v), &text) != nil {
		return ""
	}
	return text
}

// Whole reads a value as a whole number; 0 if it is none.
func (v Value) Whole() int64 {
	n, err := strconv.ParseInt(string(v), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// Facts gives the fields of an item that hold something, as they are stored: those of
// the record itself and the private ones of its companion.
func Facts(item Item) (open, private map[string]Value) {
	open, private = map[string]Value{}, map[string]Value{}
	v := reflect.ValueOf(item).Elem()
	for i := range schemaOf(item).Fields {
		f := &schemaOf(item).Fields[i]
		into := open
		if f.Private {
			into = private
		}
		f.store(v.FieldByIndex(f.index), into)
	}
	return open, private
}

func (f *Field) store(v reflect.Value, into map[string]Value) {
	if v.IsZero() {
		return
	}
	switch f.Kind {
	case KindText, KindLongText, KindDecimal, KindQuantity, KindMonths, KindChoice, KindReference:
		into[f.Name] = TextValue(v.String())
	case KindWhole, KindMoney:
		into[f.Name] = WholeValue(v.Int())
	case KindYesNo:
		into[f.Name] = "true"
	case KindDate:
		into[f.Name] = TextValue(v.Interface().(Date).String())
	case KindChoices, KindReferences, KindTags:
		for i := range v.Len() { // the member is part of a name in the file: it is cleaned like any text
			if member := CleanText(v.Index(i).String()); member != "" {
				into[f.Name+"/"+member] = "true"
			}
		}
	case KindAmounts:
		for year, sum := range v.Interface().(map[int]Pence) {
			if sum != 0 {
				into[f.Name+"/"+strconv.Itoa(year)] = WholeValue(int64(sum))
			}
		}
	}
}

// ReadItem gives the typed view of a record and its companion (nil if it has none);
// nil if the record's type is not known to this version. Its history tells how a long
// text reads that two copies changed, see [Document.Reading]. What does not fit a
// field's kind reads as: not said.
func ReadItem(record, companion *Record, history []Replaced) Item {
	schema, ok := SchemaOf(record.Type)
	if !ok {
		return nil
	}
	item := schema.NewItem()
	item.Head().ID = record.ID
	v := reflect.ValueOf(item).Elem()
	for i := range schema.Fields {
		f := &schema.Fields[i]
		from := record
		if f.Private {
			if companion == nil {
				continue
			}
			from = companion
		}
		f.load(from, history, v.FieldByIndex(f.index))
	}
	return item
}

func (f *Field) load(from *Record, history []Replaced, into reflect.Value) {
	value := from.Value(f.Name)
	if f.Kind == KindLongText && len(from.Fields[f.Name]) > 1 {
		value, _ = from.reading(f.Name, f.Kind, history)
	}
	switch f.Kind {
	case KindText, KindLongText, KindDecimal, KindQuantity, KindMonths, KindChoice, KindReference:
		into.SetString(value.Text())
	case KindWhole, KindMoney:
		into.SetInt(value.Whole())
	case KindYesNo:
		into.SetBool(value == "true")
	case KindDate:
		if d, err := ParseDate(value.Text()); err == nil {
			into.Set(reflect.ValueOf(d))
		}
	case KindChoices, KindReferences, KindTags:
		f.loadSet(from, into)
	case KindAmounts:
		amounts := map[int]Pence{}
		for _, member := range f.members(from) {
			if year, err := strconv.Atoi(member); err == nil {
				amounts[year] = Pence(from.Value(f.Name + "/" + member).Whole())
			}
		}
		if len(amounts) > 0 {
			into.Set(reflect.ValueOf(amounts))
		}
	}
}

// members lists the members of a set field that hold something, sorted.
func (f *Field) members(from *Record) []string {
	var members []string
	for name := range from.Fields {
		if member, ok := strings.CutPrefix(name, f.Name+"/"); ok && from.Value(name) != "" && from.Value(name) != "false" {
			members = append(members, member)
		}
	}
	slices.Sort(members)
	return members
}

func (f *Field) loadSet(from *Record, into reflect.Value) {
	members := f.members(from)
	if f.Kind == KindChoices { // in the list's own order; values of newer versions are left alone
		members = slices.DeleteFunc(slices.Clone(f.Values), func(value string) bool {
			return !slices.Contains(members, value)
		})
	}
	if len(members) == 0 {
		return
	}
	set := reflect.MakeSlice(into.Type(), len(members), len(members))
	for i, member := range members {
		set.Index(i).SetString(member)
	}
	into.Set(set)
}

// Clone gives a copy of an item that shares nothing with it.
func Clone[T Item](item T) T {
	copied := reflect.New(reflect.TypeOf(item).Elem())
	copied.Elem().Set(reflect.ValueOf(item).Elem())
	for i := range schemaOf(item).Fields {
		f := copied.Elem().FieldByIndex(schemaOf(item).Fields[i].index)
		switch {
		case f.Kind() == reflect.Slice && !f.IsNil():
			fresh := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(fresh, f)
			f.Set(fresh)
		case f.Kind() == reflect.Map && !f.IsNil():
			f.Set(reflect.ValueOf(maps.Clone(f.Interface().(map[int]Pence))))
		}
	}
	return copied.Interface().(T)
}

// Text gives an item's field as text, the way [SetText] reads it: sums as "1,200.50",
// dates as stored, sets joined by ", ", amounts as "1: 30,000, 2: 30,000".
func Text(item Item, field string) string {
	f, ok := schemaOf(item).Field(field)
	if !ok {
		return ""
	}
	v := reflect.ValueOf(item).Elem().FieldByIndex(f.index)
	switch f.Kind {
	case KindText, KindLongText, KindDecimal, KindChoice, KindReference, KindMonths:
		return v.String()
	case KindQuantity:
		return Quantity(v.String()).String()
	case KindWhole:
		if v.Int() == 0 {
			return ""
		}
		return GroupThousands(v.Int())
	case KindMoney:
		if v.Int() == 0 {
			return ""
		}
		return Pence(v.Int()).Figures()
	case KindYesNo:
		return map[bool]string{true: "yes", false: "no"}[v.Bool()]
	case KindDate:
		return v.Interface().(Date).String()
	case KindAmounts:
		amounts := v.Interface().(map[int]Pence)
		var parts []string
		for _, year := range slices.Sorted(maps.Keys(amounts)) {
			parts = append(parts, strconv.Itoa(year)+": "+amounts[year].Figures())
		}
		return strings.Join(parts, ", ")
	}
	var members []string
	for i := range v.Len() {
		members = append(members, v.Index(i).String())
	}
	return strings.Join(members, ", ")
}

// SetText reads a text into an item's field. What the field cannot hold is refused
// with a [Problem] and the item left as it was.
func SetText(item Item, field, text string) error {
	f, ok := schemaOf(item).Field(field)
	if !ok {
		return NewProblem("problem.field", "Field", field, "Type", string(item.Type()))
	}
	v := reflect.ValueOf(item).Elem().FieldByIndex(f.index)
	value, err := f.parse(text)
	if err != nil {
		return err
	}
	if value == nil {
		v.SetZero()
		return nil
	}
	v.Set(reflect.ValueOf(value).Convert(v.Type()))
	return nil
}

// parse gives the field's Go value for a text, nil for none.
func (f *Field) parse(text string) (any, error) {
	trimmed := strings.TrimSpace(CleanText(text))
	if trimmed == "" && f.Kind != KindText && f.Kind != KindLongText {
		return nil, nil
	}
	switch f.Kind {
	case KindText:
		return strings.Join(strings.Fields(trimmed), " "), checkLength(trimmed)
	case KindLongText:
		return CleanText(text), checkLength(text)
	case KindWhole:
		return f.parseWhole(trimmed)
	case KindYesNo:
		return parseYesNo(trimmed)
	case KindMoney:
		return wrap(ParsePence(trimmed))
	case KindDecimal:
		return wrap(ParseDecimal(trimmed))
	case KindQuantity:
		return wrap(ParseQuantity(trimmed))
	case KindDate:
		return wrap(ParseDate(trimmed))
	case KindMonths:
		return wrap(ParseMonths(trimmed))
	case KindChoice:
		return trimmed, f.checkChoice(trimmed)
	case KindReference:
		return trimmed, nil
	case KindAmounts:
		return parseAmounts(trimmed)
	}
	return f.parseSet(trimmed)
}

func wrap[T any](value T, err error) (any, error) { return value, err }

func (f *Field) parseWhole(text string) (any, error) {
	digits, ok := ungroup(roughly(text))
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return nil, NewProblem("problem.whole", "Text", text)
	}
	return n, f.checkRange(n)
}

func parseYesNo(text string) (any, error) {
	switch strings.ToLower(text) {
	case "yes", "true", "on", "1":
		return true, nil
	case "no", "false", "off", "0":
		return false, nil
	}
	return nil, NewProblem("problem.yes_no", "Text", text)
}

func parseAmounts(text string) (any, error) {
	amounts := map[int]Pence{}
	for part := range strings.SplitSeq(text, ", ") {
		year, sum, named := strings.Cut(part, ":")
		if !named {
			year, sum = "1", part
		}
		y, err := strconv.Atoi(strings.TrimSpace(year))
		if err != nil || y < 1 || y > 10 {
			return nil, NewProblem("problem.year", "Text", part)
		}
		if amounts[y], err = ParsePence(sum); err != nil {
			return nil, err
		}
	}
	return amounts, nil
}

func (f *Field) parseSet(text string) (any, error) {
	var members []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		if part == "" || slices.Contains(members, part) {
			continue
		}
		if f.Kind == KindChoices {
			if err := f.checkChoice(part); err != nil {
				return nil, err
			}
		}
		members = append(members, part)
	}
	switch f.Kind {
	case KindReferences:
		return convert[ID](members), nil
	case KindTags:
		return convert[Tag](members), nil
	case KindChoices:
		slices.SortFunc(members, func(a, b string) int { return slices.Index(f.Values, a) - slices.Index(f.Values, b) })
		return convert[Way](members), nil // the five ways are the only set of choices
	}
	return nil, NewProblem("problem.field", "Field", f.Name, "Type", "")
}

func convert[T ~string](texts []string) []T {
	out := make([]T, len(texts))
	for i, text := range texts {
		out[i] = T(text)
	}
	return out
}
