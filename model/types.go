package model

import (
	"slices"
	"strings"
)

// Type is a record type, spelled as in the file.
type Type string

// The record types.
const (
	TypeProject      Type = "project"
	TypeNeed         Type = "need"
	TypeAsset        Type = "asset"
	TypeEvidence     Type = "evidence"
	TypeListening    Type = "listening"
	TypeActivity     Type = "activity"
	TypeOutcome      Type = "outcome"
	TypeGoal         Type = "goal"
	TypeLink         Type = "link"
	TypeIndicator    Type = "indicator"
	TypeReading      Type = "reading"
	TypeQuality      Type = "quality"
	TypePartner      Type = "partner"
	TypeContribution Type = "contribution"
	TypeCost         Type = "cost"
	TypeFunding      Type = "funding"
	TypeMilestone    Type = "milestone"
	TypeRisk         Type = "risk"
	TypeOption       Type = "option"
	TypeStatement    Type = "statement"
	TypeAnswer       Type = "answer"
	TypeReview       Type = "review"
	TypeComment      Type = "comment"
	TypePicture      Type = "picture"
	TypeSection      Type = "section"

	// TypePrivate is the type of companion records, see [PrivateID].
	TypePrivate Type = "private"
)

// Item is a typed record: a pointer to [Need], [Activity] and their like.
type Item interface {
	Type() Type
	Head() *Base
}

// Base is what every typed record has.
type Base struct {
	ID       ID
	Position Position `field:"position"`
}

// Head gives the record's id and place in its list.
func (b *Base) Head() *Base { return b }

// Project is the one record about the project itself.
type Project struct {
	Base
	Name          string      `field:"name,required"`
	Subtitle      string      `field:"subtitle"`
	Summary       string      `field:"summary,long"`
	Ask           string      `field:"ask,required"`
	Place         string      `field:"place,required"`
	Ward          string      `field:"ward"`
	Level         Level       `field:"level"`
	Council       string      `field:"council"`
	Committee     string      `field:"committee"`
	Meeting       Date        `field:"meeting"`
	Lead          string      `field:"lead,required"` // the lead group
	LeadKind      string      `field:"lead_kind"`     // "a members’ group"
	Contact       string      `field:"contact,private"`
	Start         Date        `field:"start"`
	Months        int         `field:"months,min=1,max=120"`
	Reach         int         `field:"reach,min=0,max=10000000"` // how many, see ReachOf
	ReachOf       string      `field:"reach_of"`                 // "people", "person-years", "pupils"
	CouncilPlan   string      `field:"council_plan"`             // the plan that goals name as their source
	Nothing       string      `field:"nothing,long"`             // what happens if nothing is done
	WhyUs         string      `field:"why_us,long"`
	Terminology   Terminology `field:"terminology"`
	Version       int         `field:"version,min=0,max=9999"` // of the paper
	PrintContact  bool        `field:"print_contact"`
	Sides         int         `field:"sides,min=1,max=40"` // the council paper’s limit
	PrintLarge    bool        `field:"print_large"`
	LargeSize     int         `field:"large_size,min=16,max=24"` // points of large print; 0 is 18
	PaperFont     PaperFont   `field:"paper_font"`
	PrintDraft    bool        `field:"print_draft"`    // the word “Draft” behind the text of every page
	PrintCover    bool        `field:"print_cover"`    // a page with the title alone comes first
	PrintBlack    bool        `field:"print_black"`    // black and white, for copiers
	PaperLanguage Language    `field:"paper_language"` // what the papers say themselves; "" is English
	OwnLanguage   Language    `field:"own_language"`   // of what people wrote; "" is English
}

// Need is something people lack or want changed.
type Need struct {
	Base
	Title   string   `field:"title,required"`
	Detail  string   `field:"detail,long"`
	Who     string   `field:"who"`
	HowMany int      `field:"how_many,min=0,max=100000000"`
	Theme   string   `field:"theme"`
	Row     Position `field:"row"` // see [RowOf]
}

// Asset is a strength already here.
type Asset struct {
	Base
	Title string    `field:"title,required"`
	Kind  AssetKind `field:"kind"`
	Offer string    `field:"offer,long"`
}

// Evidence says what is known, who says so and since when.
type Evidence struct {
	Base
	About   []ID         `field:"about,ref=need|outcome|link"`
	Kind    EvidenceKind `field:"kind"`
	Says    string       `field:"says,required,long"`
	Source  string       `field:"source"`
	From    Date         `field:"from"` // the beginning, if it was gathered over a time
	Date    Date         `field:"date"`
	People  int          `field:"people,min=0,max=100000000"`
	Private bool         `field:"private"`
}

// Listening is one occasion on which people were heard.
type Listening struct {
	Base
	Title   string `field:"title,required"`
	From    Date   `field:"from"`
	Date    Date   `field:"date"`
	Who     string `field:"who"`
	HowMany int    `field:"how_many,min=0,max=100000000"`
	Missing string `field:"missing,long"`
	Heard   string `field:"heard,long"`
	Changed string `field:"changed,long"`
	Private bool   `field:"private"`
}

// Activity is what the group will do.
type Activity struct {
	Base
	Title      string     `field:"title,required"`
	Detail     string     `field:"detail,long"`
	Where      string     `field:"where"`
	Lead       string     `field:"lead"`
	Months     Months     `field:"months"`
	Prevention Prevention `field:"prevention"`
	Ways       []Way      `field:"ways"`
	Depth      Depth      `field:"depth"`
	Outputs    string     `field:"outputs,long"`
	Theme      string     `field:"theme"`
	Row        Position   `field:"row"` // see [RowOf]
}

// Outcome is a change that matters, for those who take part or for the area.
type Outcome struct {
	Base
	Level OutcomeLevel `field:"level,required"`
	Title string       `field:"title,required"`
	Who   string       `field:"who"`
	Tags  []Tag        `field:"tags"`
	Theme string       `field:"theme"`
	Row   Position     `field:"row"` // see [RowOf]
}

// Goal is a long-term direction under one of the three objectives.
type Goal struct {
	Base
	Title     string    `field:"title,required"`
	Objective Objective `field:"objective,required"`
	Source    string    `field:"source"` // where the council’s own plan says so
	Row       Position  `field:"row"`    // see [RowOf]
}

// RowOf is where a person put a card in its column of the map, as [Position] is for a
// list; "" where the map may choose, or the item is no card.
func RowOf(item Item) Position {
	switch card := item.(type) {
	case *Need:
		return card.Row
	case *Activity:
		return card.Row
	case *Outcome:
		return card.Row
	case *Goal:
		return card.Row
	}
	return ""
}

// ByRow gives cards in the order a person gave them on the map: those that have a row
// in the order of their rows, at the places that these have in the list.
func ByRow(cards []Item) []Item {
	var places []int
	var rows []Item
	for i, card := range cards {
		if RowOf(card) != "" {
			places, rows = append(places, i), append(rows, card)
		}
	}
	if len(rows) == 0 {
		return cards
	}
	slices.SortStableFunc(rows, func(a, b Item) int { return strings.Compare(string(RowOf(a)), string(RowOf(b))) })
	ordered := slices.Clone(cards)
	for n, i := range places {
		ordered[i] = rows[n]
	}
	return ordered
}

// Link joins two records from left to right: what leads to what.
type Link struct {
	Base
	From     ID       `field:"from,required,ref=need|activity|outcome,owner"`
	To       ID       `field:"to,required,ref=activity|outcome|goal,owner"`
	Strength Strength `field:"strength"`
	Why      string   `field:"why,long"`
}

// Indicator is a sign that an outcome is happening.
type Indicator struct {
	Base
	Outcome  ID     `field:"outcome,ref=outcome,owner"`
	Title    string `field:"title,required"`
	Unit     string `field:"unit"`
	Baseline string `field:"baseline"` // as people say it: "41% (26 of 64)", "not known"
	Target   string `field:"target"`
	By       string `field:"by"` // "month 12", "July"
	Method   string `field:"method"`
	Who      string `field:"who"`
}

// Reading is one measurement of an indicator.
type Reading struct {
	Base
	Indicator ID     `field:"indicator,required,ref=indicator,owner"`
	Date      Date   `field:"date"`
	Value     string `field:"value,required"`
	Note      string `field:"note,long"`
}

// Quality says how the work must be done.
type Quality struct {
	Base
	Title string `field:"title,required"`
}

// Partner is somebody the group works with.
type Partner struct {
	Base
	Name    string        `field:"name,required"`
	Kind    PartnerKind   `field:"kind"`
	Offers  string        `field:"offers,long"`
	Gains   string        `field:"gains,long"`
	Status  PartnerStatus `field:"status"`
	Contact string        `field:"contact,private"`
}

// Contribution is what a partner does in an activity or for an outcome.
type Contribution struct {
	Base
	Partner ID     `field:"partner,required,ref=partner,owner"`
	To      ID     `field:"to,required,ref=activity|outcome,owner"`
	Role    string `field:"role"`
}

// Cost is one line of one year: quantity × rate, or a share of running costs.
type Cost struct {
	Base
	Line       string      `field:"line,required"`
	Activities []ID        `field:"activities,ref=activity,owner"` // none: for all activities
	Kind       CostKind    `field:"kind"`
	Year       int         `field:"year,min=1,max=10"`
	Quantity   Quantity    `field:"quantity"` // none: one
	Rate       Pence       `field:"rate"`
	Working    string      `field:"working"`  // "with on-costs"
	Method     ShareMethod `field:"method"`   // running costs: how the share is worked out
	Part       Decimal     `field:"part"`     // running costs: our part, 1.3 …
	Whole      Decimal     `field:"whole"`    // … of this whole, 4.0
	PartOf     string      `field:"part_of"`  // "full-time posts"
	ToPound    bool        `field:"to_pound"` // round the share to the nearest pound
}

// Funding is a source of money.
type Funding struct {
	Base
	Source string        `field:"source,required"`
	Status FundingStatus `field:"status"`
	Amount map[int]Pence `field:"amount"` // by year, from 1
	Note   string        `field:"note"`
}

// Milestone is a point in the plan’s time.
type Milestone struct {
	Base
	Title   string `field:"title,required"`
	Month   int    `field:"month,min=1,max=120"`
	Owner   string `field:"owner"`
	Council bool   `field:"council"` // the council takes part, as in a review
}

// Risk is what could go wrong and what is done about it.
type Risk struct {
	Base
	Title      string     `field:"title,required"`
	Likelihood Likelihood `field:"likelihood"`
	Effect     Effect     `field:"effect"`
	Response   string     `field:"response,long"`
	Owner      string     `field:"owner"`
}

// Option is one of the choices before the council; there is always "do nothing".
type Option struct {
	Base
	Title      string     `field:"title,required"`
	Kind       OptionKind `field:"kind"`
	Activities []ID       `field:"activities,ref=activity"` // if any, their direct cost is the option’s
	Cost       Pence      `field:"cost"`
	Achieves   string     `field:"achieves,long"`
}

// Statement is what the group says on safety, equality and their like.
type Statement struct {
	Base
	Kind   StatementKind `field:"kind,required"`
	Text   string        `field:"text,long"`
	Review Date          `field:"review"` // when the policy is looked at again
}

// Answer is one side’s answer to one checklist question.
type Answer struct {
	Base
	Question string `field:"question,required"` // the id in the question set
	Side     Side   `field:"side,required"`
	Where    Stage  `field:"where"`
	Evidence string `field:"evidence,long"`
	Next     string `field:"next,long"`
	Owner    string `field:"owner"`
	Date     Date   `field:"date"`
}

// Review is a look back together: what was learnt and what changes.
type Review struct {
	Base
	Title   string `field:"title,required"`
	Date    Date   `field:"date"`
	Who     string `field:"who"`
	Learnt  string `field:"learnt,long"`
	Changes string `field:"changes,long"`
}

// Comment is a remark on any record.
type Comment struct {
	Base
	On      ID     `field:"on,required,ref=*,owner"`
	Text    string `field:"text,required,long"`
	Who     string `field:"who"`
	Date    Date   `field:"date"`
	Settled bool   `field:"settled"`
	Private bool   `field:"private"`
}

// Picture is a photograph or logo on any record.
type Picture struct {
	Base
	On      ID     `field:"on,ref=*,owner"`
	Media   string `field:"media,required"` // the part of the file that holds it
	Caption string `field:"caption"`
	Alt     string `field:"alt,required"`
	Private bool   `field:"private"`
}

// Section says how one section of one paper is printed: whether, in which place and
// with what words of the group's own after it. A section without such a record stands
// where the paper puts it. There is one for each paper and key, see [KeyedID].
type Section struct {
	Base
	Paper  string `field:"paper,required"`      // as the command line spells it
	Key    string `field:"key,required"`        // the section's id in that paper
	Place  int    `field:"place,min=1,max=999"` // counted from 1; 0 is where the paper has it
	Hidden bool   `field:"hidden"`
	Text   string `field:"text,long"`
}

// Type gives the record type.
func (*Project) Type() Type { return TypeProject }

// Type gives the record type.
func (*Need) Type() Type { return TypeNeed }

// Type gives the record type.
func (*Asset) Type() Type { return TypeAsset }

// Type gives the record type.
func (*Evidence) Type() Type { return TypeEvidence }

// Type gives the record type.
func (*Listening) Type() Type { return TypeListening }

// Type gives the record type.
func (*Activity) Type() Type { return TypeActivity }

// Type gives the record type.
func (*Outcome) Type() Type { return TypeOutcome }

// Type gives the record type.
func (*Goal) Type() Type { return TypeGoal }

// Type gives the record type.
func (*Link) Type() Type { return TypeLink }

// Type gives the record type.
func (*Indicator) Type() Type { return TypeIndicator }

// Type gives the record type.
func (*Reading) Type() Type { return TypeReading }

// Type gives the record type.
func (*Quality) Type() Type { return TypeQuality }

// Type gives the record type.
func (*Partner) Type() Type { return TypePartner }

// Type gives the record type.
func (*Contribution) Type() Type { return TypeContribution }

// Type gives the record type.
func (*Cost) Type() Type { return TypeCost }

// Type gives the record type.
func (*Funding) Type() Type { return TypeFunding }

// Type gives the record type.
func (*Milestone) Type() Type { return TypeMilestone }

// Type gives the record type.
func (*Risk) Type() Type { return TypeRisk }

// Type gives the record type.
func (*Option) Type() Type { return TypeOption }

// Type gives the record type.
func (*Statement) Type() Type { return TypeStatement }

// Type gives the record type.
func (*Answer) Type() Type { return TypeAnswer }

// Type gives the record type.
func (*Review) Type() Type { return TypeReview }

// Type gives the record type.
func (*Comment) Type() Type { return TypeComment }

// Type gives the record type.
func (*Picture) Type() Type { return TypePicture }

// Type gives the record type.
func (*Section) Type() Type { return TypeSection }
