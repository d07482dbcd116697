package model

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Kind says how a field is stored, typed in and shown.
type Kind uint8

// The kinds of field. Sets are stored with one membership a field ("ways/connect"), so
// that two copies can each add to them.
const (
	KindText Kind = iota
	KindLongText
	KindWhole     // a whole number; 0 is: not said
	KindYesNo     //
	KindMoney     // Pence
	KindDecimal   // Decimal
	KindQuantity  // Quantity
	KindDate      // Date
	KindMonths    // Months
	KindChoice    // one of Values
	KindReference // the id of a record of one of Refs
	KindChoices   // a set of Values
	KindReferences
	KindTags
	KindAmounts // Pence by year: "amount/1"
)

// Field describes one field of a record type, as its struct tag says:
//
//	`field:"name[,required][,long][,private][,owner][,ref=need|outcome][,min=1][,max=120]"`
type Field struct {
	Name     string
	Kind     Kind
	Required bool // the paper wants it; a draft may lack it
	Private  bool // kept in the companion record, see [PrivateID]
	Owner    bool // the record goes when the record referred to goes
	Refs     []Type
	Choices  string   // the name of the list in the words
	Values   []string // the values of the list
	Min, Max int      // of whole numbers; Max 0 is no limit

	index []int
}

// Schema describes a record type.
type Schema struct {
	Type   Type
	Fields []Field

	item       reflect.Type
	references []string // the fields that hold the id of a record
	sets       []string // the fields that hold a set of such ids
}

// NewItem gives an empty record of the type.
func (s *Schema) NewItem() Item { return reflect.New(s.item).Interface().(Item) }

// Field finds a field by name.
func (s *Schema) Field(name string) (*Field, bool) {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return &s.Fields[i], true
		}
	}
	return nil, false
}

var (
	typesInOrder []Type
	schemas      = readSchemas(
		&Project{}, &Need{}, &Asset{}, &Evidence{}, &Listening{}, &Activity{}, &Outcome{}, &Goal{}, &Link{},
		&Indicator{}, &Reading{}, &Quality{}, &Partner{}, &Contribution{}, &Cost{}, &Funding{}, &Milestone{},
		&Risk{}, &Option{}, &Statement{}, &Answer{}, &Review{}, &Comment{}, &Picture{}, &Section{},
	)
)

// Types lists the record types in the order of the plan.
func Types() []Type { return slices.Clone(typesInOrder) }

// SchemaOf gives the schema of a type; false if this version does not know it.
func SchemaOf(t Type) (*Schema, bool) {
	s, ok := schemas[t]
	return s, ok
}

// schemaOf gives the schema of a known item.
func schemaOf(item Item) *Schema { return schemas[item.Type()] }

func readSchemas(items ...Item) map[Type]*Schema {
	all := map[Type]*Schema{}
	for _, item := range items {
		s := &Schema{Type: item.Type(), item: reflect.TypeOf(item).Elem()}
		for _, f := range reflect.VisibleFields(s.item) {
			if tag, ok := f.Tag.Lookup("field"); ok {
				s.Fields = append(s.Fields, readField(f, tag))
			}
		}
		for _, f := range s.Fields {
			switch f.Kind {
			case KindReference:
				s.references = append(s.references, f.Name)
			case KindReferences:
				s.sets = append(s.sets, f.Name)
			}
		}
		all[s.Type] = s
		typesInOrder = append(typesInOrder, s.Type)
	}
	return all
}

func readField(f reflect.StructField, tag string) Field {
	parts := strings.Split(tag, ",")
	field := Field{Name: parts[0], index: f.Index, Kind: kindOf(f.Type)}
	for _, part := range parts[1:] {
		name, value, _ := strings.Cut(part, "=")
		switch name {
		case "required":
			field.Required = true
		case "long":
			field.Kind = KindLongText
		case "private":
			field.Private = true
		case "owner":
			field.Owner = true
		case "ref":
			for t := range strings.SplitSeq(value, "|") {
				field.Refs = append(field.Refs, Type(t))
			}
		case "min":
			field.Min, _ = strconv.Atoi(value)
		case "max":
			field.Max, _ = strconv.Atoi(value)
		default:
			panic(fmt.Sprintf("model: the tag %q of %s is not known", tag, f.Name))
		}
	}
	element := f.Type
	if element.Kind() == reflect.Slice {
		element = element.Elem()
	}
	if choice, ok := reflect.Zero(element).Interface().(Choice); ok {
		field.Choices, field.Values = choice.Choices()
	}
	return field
}

func kindOf(t reflect.Type) Kind {
	if _, ok := reflect.Zero(t).Interface().(Choice); ok {
		return KindChoice
	}
	if t.Kind() == reflect.Slice {
		switch {
		case t.Elem() == reflect.TypeFor[ID]():
			return KindReferences
		case t.Elem() == reflect.TypeFor[Tag]():
			return KindTags
		}
		return KindChoices
	}
	kinds := map[reflect.Type]Kind{
		reflect.TypeFor[string](): KindText, reflect.TypeFor[Position](): KindText,
		reflect.TypeFor[int](): KindWhole, reflect.TypeFor[bool](): KindYesNo,
		reflect.TypeFor[Pence](): KindMoney, reflect.TypeFor[Decimal](): KindDecimal,
		reflect.TypeFor[Quantity](): KindQuantity, reflect.TypeFor[Date](): KindDate,
		reflect.TypeFor[Months](): KindMonths, reflect.TypeFor[ID](): KindReference,
		reflect.TypeFor[map[int]Pence](): KindAmounts,
	}
	kind, ok := kinds[t]
	if !ok {
		panic(fmt.Sprintf("model: a field cannot be a %s", t))
	}
	return kind
}
