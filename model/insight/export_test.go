package insight

import (
	"maps"
	"slices"
)

// GapKeys lists the keys of all gaps there can be, sorted.
func GapKeys() []string { return slices.Sorted(maps.Keys(kinds)) }
