package model

// Choice is a value out of a fixed list. The words for a value have the key
// "choice.<list>.<value>", such as "choice.prevention.upstream".
type Choice interface {
	// Choices gives the list's name in the words and its values in order.
	Choices() (list string, values []string)
}

// The choice types. "" is always allowed and means: not decided yet.
type (
	Level         string
	Terminology   string
	AssetKind     string
	EvidenceKind  string
	Prevention    string
	Way           string
	Depth         string
	OutcomeLevel  string
	Objective     string
	Strength      string
	PartnerKind   string
	PartnerStatus string
	CostKind      string
	ShareMethod   string
	FundingStatus string
	Likelihood    string
	Effect        string
	OptionKind    string
	StatementKind string
	Side          string
	Stage         string
	PaperFont     string
	Language      string
)

// Tag marks an outcome with an item of a framework: "framework:item".
type Tag string

// The values of the choices.
const (
	Neighbourhood Level = "neighbourhood"
	Town          Level = "town"
	County        Level = "county"

	FieldTerms Terminology = "field" // "service outcome"
	PlainTerms Terminology = "plain" // "different for members"

	AssetPeople AssetKind = "people"
	AssetPlace  AssetKind = "place"
	AssetGroup  AssetKind = "group"
	AssetSkill  AssetKind = "skill"
	AssetMoney  AssetKind = "money"

	Survey     EvidenceKind = "survey"
	Statistics EvidenceKind = "statistics"
	Story      EvidenceKind = "story"
	Meeting    EvidenceKind = "meeting"
	Research   EvidenceKind = "research"

	Upstream   Prevention = "upstream"
	Midstream  Prevention = "midstream"
	Downstream Prevention = "downstream"

	Connect      Way = "connect"
	BeActive     Way = "be_active"
	TakeNotice   Way = "take_notice"
	KeepLearning Way = "keep_learning"
	Give         Way = "give"

	Told       Depth = "told"
	Asked      Depth = "asked"
	Designing  Depth = "designing"
	Delivering Depth = "delivering"
	Reviewing  Depth = "reviewing"

	Service   OutcomeLevel = "service"
	Community OutcomeLevel = "community"

	Environment   Objective = "environment"
	SocialJustice Objective = "social_justice"
	Economy       Objective = "economy"

	Some   Strength = "some"
	Strong Strength = "strong"

	Talking  PartnerStatus = "talking"
	Agreed   PartnerStatus = "agreed"
	Declined PartnerStatus = "declined"

	Direct  CostKind = "direct"
	Running CostKind = "running"
	InKind  CostKind = "in_kind"

	ByStaffTime ShareMethod = "staff_time"
	BySpace     ShareMethod = "space"
	BySpend     ShareMethod = "spend" // of the year's direct costs
	ByActivity  ShareMethod = "activity"

	FundingAsked FundingStatus = "asked"
	Applied      FundingStatus = "applied"
	Secured      FundingStatus = "secured"
	Own          FundingStatus = "own"

	Unlikely Likelihood = "unlikely"
	Possible Likelihood = "possible"
	Likely   Likelihood = "likely"

	LowEffect    Effect = "low"
	MediumEffect Effect = "medium"
	HighEffect   Effect = "high"

	DoNothing   OptionKind = "do_nothing"
	Smaller     OptionKind = "smaller"
	Proposed    OptionKind = "proposed"
	OtherOption OptionKind = "other"

	Safeguarding      StatementKind = "safeguarding"
	Equality          StatementKind = "equality"
	EnvironmentalCare StatementKind = "environment"
	DataProtection    StatementKind = "data"
	Evaluation        StatementKind = "evaluation"
	PapersHeld        StatementKind = "papers"

	Citizens    Side = "citizens"
	CouncilSide Side = "council"

	NotYet    Stage = "not_yet"
	Started   Stage = "started"
	HalfWay   Stage = "half_way"
	InPlace   Stage = "in_place"
	DoNotKnow Stage = "do_not_know"

	SourceSans PaperFont = "source_sans"
	Atkinson   PaperFont = "atkinson" // letters easier to tell apart

	InEnglish Language = "en"
	InWelsh   Language = "cy"
)

// Choices gives the values in order.
func (Level) Choices() (string, []string) {
	return "level", []string{"neighbourhood", "town", "county"}
}

// Choices gives the values in order.
func (Terminology) Choices() (string, []string) {
	return "terminology", []string{"field", "plain"}
}

// Choices gives the values in order.
func (AssetKind) Choices() (string, []string) {
	return "asset_kind", []string{"people", "place", "group", "skill", "money"}
}

// Choices gives the values in order.
func (EvidenceKind) Choices() (string, []string) {
	return "evidence_kind", []string{"survey", "statistics", "story", "meeting", "research"}
}

// Choices gives the values in order.
func (Prevention) Choices() (string, []string) {
	return "prevention", []string{"upstream", "midstream", "downstream"}
}

// Choices gives the values in order.
func (Way) Choices() (string, []string) {
	return "way", []string{"connect", "be_active", "take_notice", "keep_learning", "give"}
}

// Choices gives the values in order.
func (Depth) Choices() (string, []string) {
	return "depth", []string{"told", "asked", "designing", "delivering", "reviewing"}
}

// Choices gives the values in order.
func (OutcomeLevel) Choices() (string, []string) {
	return "outcome_level", []string{"service", "community"}
}

// Choices gives the values in order.
func (Objective) Choices() (string, []string) {
	return "objective", []string{"environment", "social_justice", "economy"}
}

// Choices gives the values in order.
func (Strength) Choices() (string, []string) {
	return "strength", []string{"some", "strong"}
}

// Choices gives the values in order.
func (PartnerKind) Choices() (string, []string) {
	return "partner_kind", []string{"council", "health", "education", "voluntary", "faith", "business", "other"}
}

// Choices gives the values in order.
func (PartnerStatus) Choices() (string, []string) {
	return "partner_status", []string{"talking", "agreed", "declined"}
}

// Choices gives the values in order.
func (CostKind) Choices() (string, []string) {
	return "cost_kind", []string{"direct", "running", "in_kind"}
}

// Choices gives the values in order.
func (ShareMethod) Choices() (string, []string) {
	return "share_method", []string{"staff_time", "space", "spend", "activity"}
}

// Choices gives the values in order.
func (FundingStatus) Choices() (string, []string) {
	return "funding_status", []string{"asked", "applied", "secured", "own"}
}

// Choices gives the values in order.
func (Likelihood) Choices() (string, []string) {
	return "likelihood", []string{"unlikely", "possible", "likely"}
}

// Choices gives the values in order.
func (Effect) Choices() (string, []string) {
	return "effect", []string{"low", "medium", "high"}
}

// Choices gives the values in order.
func (OptionKind) Choices() (string, []string) {
	return "option_kind", []string{"do_nothing", "smaller", "proposed", "other"}
}

// Choices gives the values in order.
func (StatementKind) Choices() (string, []string) {
	return "statement_kind", []string{"safeguarding", "equality", "environment", "data", "evaluation", "papers"}
}

// Choices gives the values in order.
func (Side) Choices() (string, []string) {
	return "side", []string{"citizens", "council"}
}

// Choices gives the values in order.
func (Stage) Choices() (string, []string) {
	return "stage", []string{"not_yet", "started", "half_way", "in_place", "do_not_know"}
}

// Choices gives the values in order.
func (PaperFont) Choices() (string, []string) {
	return "paper_font", []string{"source_sans", "atkinson"}
}

// Choices gives the values in order.
func (Language) Choices() (string, []string) {
	return "language", []string{"en", "cy"}
}

// Objectives are the three objectives in their fixed order.
var Objectives = []Objective{Environment, SocialJustice, Economy}

// Ways are the five ways to well-being (nef, 2008) in their usual order.
var Ways = []Way{Connect, BeActive, TakeNotice, KeepLearning, Give}
