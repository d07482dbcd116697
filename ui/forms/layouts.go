package forms

import "commonplan/model"

// entry is one field as a form shows it. Its words have the keys
// "form.<type>.<field>" (the question) and, if there is one, "form.<type>.<field>.hint".
type entry struct {
	field string
	share float32               // of the row's width, beside others
	tall  bool                  // a field of several lines
	when  func(model.Item) bool // the row is asked for only then; nil is always
}

// layout says how a record type is asked for: rows of fields, then what is related.
type layout struct {
	rows    [][]entry
	related []relation
}

func one(field string) []entry  { return []entry{{field: field, share: 1}} }
func long(field string) []entry { return []entry{{field: field, share: 1, tall: true}} }
func two(a string, share float32, b string) []entry {
	return []entry{{field: a, share: share}, {field: b, share: 1 - share}}
}
func three(a, b, c string) []entry {
	return []entry{{field: a, share: 1. / 3}, {field: b, share: 1. / 3}, {field: c, share: 1. / 3}}
}

// only asks for a row under a condition.
func only(when func(model.Item) bool, row []entry) []entry {
	row[0].when = when
	return row
}

func isRunning(item model.Item) bool { return item.(*model.Cost).Kind == model.Running }

func hasNoActivities(item model.Item) bool { return len(item.(*model.Option).Activities) == 0 }

// layouts are the forms of all record types.
var layouts = map[model.Type]layout{
	model.TypeProject: {rows: [][]entry{
		one("name"), one("subtitle"), two("place", .5, "ward"), two("lead", .5, "lead_kind"), one("contact"), one("print_contact"),
		long("ask"), long("summary"), two("council", .5, "committee"), three("meeting", "start", "months"),
		two("level", .5, "council_plan"), three("reach", "reach_of", "version"), long("nothing"), long("why_us"), one("terminology"),
	}},
	model.TypeListening: {rows: [][]entry{
		one("title"), three("from", "date", "how_many"), one("who"), long("heard"), long("changed"), long("missing"), one("private"),
	}},
	model.TypeNeed: {rows: [][]entry{long("title"), two("who", .65, "how_many"), long("detail"), one("theme")},
		related: []relation{evidenceFor, linksOn, lineOfSight}},
	model.TypeAsset:    {rows: [][]entry{long("title"), one("kind"), long("offer")}},
	model.TypeEvidence: {rows: [][]entry{long("says"), two("kind", .5, "people"), one("source"), two("from", .5, "date"), one("about"), one("private")}},
	model.TypeActivity: {rows: [][]entry{
		long("title"), long("detail"), two("where", .5, "lead"), one("months"), one("prevention"), one("ways"), one("depth"), long("outputs"), one("theme"),
	}, related: []relation{linksBack, linksOn, costsOf, contributionsTo, lineOfSight}},
	model.TypeOutcome: {rows: [][]entry{long("title"), two("level", .5, "who"), one("tags"), one("theme")},
		related: []relation{linksBack, linksOn, indicatorsOf, evidenceFor, lineOfSight}},
	model.TypeGoal: {rows: [][]entry{long("title"), one("objective"), one("source")}, related: []relation{linksBack, lineOfSight}},
	model.TypeLink: {rows: [][]entry{one("from"), one("to"), one("strength"), long("why")}, related: []relation{evidenceFor}},
	model.TypeIndicator: {rows: [][]entry{
		one("title"), one("outcome"), three("baseline", "target", "by"), two("unit", .35, "method"), one("who"),
	}, related: []relation{readingsOf}},
	model.TypeReading: {rows: [][]entry{one("indicator"), two("date", .5, "value"), long("note")}},
	model.TypeQuality: {rows: [][]entry{one("title")}},
	model.TypePartner: {rows: [][]entry{one("name"), two("kind", .5, "status"), long("offers"), long("gains"), one("contact")},
		related: []relation{contributionsOf}},
	model.TypeContribution: {rows: [][]entry{one("partner"), one("to"), one("role")}},
	model.TypeCost: {rows: [][]entry{
		one("line"), one("activities"), two("kind", .5, "year"), three("quantity", "rate", "working"),
		only(isRunning, one("method")), only(isRunning, three("part", "whole", "part_of")), only(isRunning, one("to_pound")),
	}},
	model.TypeFunding:   {rows: [][]entry{one("source"), two("status", .5, "amount"), one("note")}},
	model.TypeMilestone: {rows: [][]entry{one("title"), two("month", .4, "owner"), one("council")}},
	model.TypeRisk:      {rows: [][]entry{one("title"), two("likelihood", .5, "effect"), long("response"), one("owner")}},
	model.TypeOption:    {rows: [][]entry{one("title"), one("kind"), one("activities"), only(hasNoActivities, one("cost")), long("achieves")}},
	model.TypeStatement: {rows: [][]entry{one("kind"), long("text"), one("review")}},
	model.TypeAnswer: {rows: [][]entry{
		two("question", .5, "side"), one("where"), long("evidence"), long("next"), two("owner", .5, "date"),
	}},
	model.TypeReview:  {rows: [][]entry{one("title"), two("date", .3, "who"), long("learnt"), long("changes")}},
	model.TypeComment: {rows: [][]entry{long("text"), two("who", .5, "date"), one("settled"), one("private")}},
	model.TypePicture: {rows: [][]entry{one("caption"), one("alt"), one("private")}},
	model.TypeSection: {rows: [][]entry{long("text"), one("hidden")}},
}
