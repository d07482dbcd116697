package typeset

// Role is what an element is, in the terms of tagged PDF.
type Role string

// The roles.
const (
	RoleDocument Role = "Document"
	RoleH1       Role = "H1"
	RoleH2       Role = "H2"
	RoleH3       Role = "H3"
	RoleH4       Role = "H4"
	RoleP        Role = "P"
	RoleList     Role = "L"
	RoleItem     Role = "LI"
	RoleLabel    Role = "Lbl"
	RoleBody     Role = "LBody"
	RoleTable    Role = "Table"
	RoleHead     Role = "THead"
	RoleRows     Role = "TBody"
	RoleRow      Role = "TR"
	RoleHeadCell Role = "TH"
	RoleCell     Role = "TD"
	RoleFigure   Role = "Figure"
	RoleLink     Role = "Link"
	RoleSpan     Role = "Span"
	RoleContents Role = "TOC"
	RoleEntry    Role = "TOCI"
	RoleRefers   Role = "Reference"
	RoleNote     Role = "Note"
)

// Element is a part of the paper's structure. Elements stand in reading order,
// each after its parent.
type Element struct {
	Role     Role
	Parent   int    // index of the element it belongs to; -1 for the document
	Language string // BCP 47, if other than its parent's
	Alt      string // for figures and for marks that stand for words
	Title    string // the name of a table
	Scope    string // of a header cell: "Column" or "Row"
	Span     int    // columns a cell covers, if more than one
	Headers  []int  // elements of the cells that head a cell, where their scopes do not tell
	Numbered bool   // of a list
}

func (s *setter) element(role Role, parent int) int {
	s.elements = append(s.elements, Element{Role: role, Parent: parent})
	return len(s.elements) - 1
}
