package proposal

import "commonplan/model/paper"

// mapBlocks is the heart of section 4: the map, or where it has no room the outcomes
// in a table.
func (m *maker) mapBlocks() []paper.Block {
	return []paper.Block{m.outcomeTable(m.full)}
}

// wholeMap is the map with every link.
func (m *maker) wholeMap() []paper.Block { return nil }
