// Package insight answers questions about a plan. Every answer is a pure function of a
// [model.Plan] (and of the day, where age matters), so the window, the papers and the
// command line all show the same figure.
//
//	TotalsOf       what it costs, who pays, the gap; by year and by activity
//	LineOfSight    what a record leads to, and what leads to it
//	PathsToGoals   the ways from a record to the goals, one by one
//	Gaps           what is missing, by the step of the window where it is mended
//	ProgressOf     how far each step is
//	WinWinOf       who serves which goals, what only one activity adds, the cheapest set
//	BalanceOf      objectives, five ways, prevention, depth, levels of outcome
//	CompareSides   the checklist, differences first
//	CoursesOf      measures between baseline and target, and which are behind
//
// Answers carry ids and numbers. Their methods that take [words.Words] say them as
// sentences; the sentences are in resources/words/en/insight.json.
package insight
