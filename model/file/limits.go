package file

import "commonplan/model"

// The limits a project file must keep, far above what a real project needs.
const (
	MaxFile     = 256 << 20 // bytes of a whole file
	maxParts    = 5000
	maxPart     = 64 << 20  // bytes of one part
	maxAll      = 512 << 20 // bytes of all parts together …
	maxUnpacked = 160 << 20 // … and of those that are packed: they cost memory of their own
	maxRatio    = 200       // how much smaller than its content a part may be …
	ratioFrom   = 1 << 20   // … if it is larger than this
	maxDepth    = 32        // JSON within JSON
	maxRecords  = 200_000
	maxKeys     = 50_000    // keys of one object
	maxValues   = 1_000_000 // values of all records together, with what they replaced
	maxText     = model.MaxText
	maxPixels   = 40_000_000
	maxPartName = 200
)
