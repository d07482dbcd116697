package check

import (
	"encoding/binary"

	"commonplan/model/paper/pdf/pdfread"
)

// colours looks at the profile that says what the colours are.
func (c *checker) colours() {
	intents := c.file.Array(c.file.Catalog()["OutputIntents"])
	if len(intents) != 1 {
		c.find("colour", 0, "intent")
		return
	}
	intent := c.file.Dict(intents[0])
	if intent["S"] != pdfread.Name("GTS_PDFA1") || intent["Type"] != pdfread.Name("OutputIntent") ||
		text(intent["OutputConditionIdentifier"]) == "" || intent["DestOutputProfileRef"] != nil {
		c.find("colour", 0, "intent")
	}
	stream := c.file.Stream(intent["DestOutputProfile"])
	if stream == nil || stream.Dict["N"] != 3 {
		c.find("colour", 0, "profile")
		return
	}
	if data, err := stream.Data(); err != nil || !soundProfile(data) {
		c.find("colour", 0, "profile")
	}
}

// soundProfile tells whether a profile is an RGB profile for a screen, of version 2 or
// 4, with all it must have.
func soundProfile(p []byte) bool {
	if len(p) < 132 || int(binary.BigEndian.Uint32(p)) != len(p) || string(p[12:24]) != "mntrRGB XYZ " || string(p[36:40]) != "acsp" ||
		p[8] != 2 && p[8] != 4 {
		return false
	}
	wanted := map[string]bool{"desc": true, "cprt": true, "wtpt": true, "rXYZ": true, "gXYZ": true, "bXYZ": true, "rTRC": true, "gTRC": true, "bTRC": true}
	count := int(binary.BigEndian.Uint32(p[128:]))
	for i := range count {
		at := 132 + 12*i
		if at+12 > len(p) {
			return false
		}
		offset, length := int(binary.BigEndian.Uint32(p[at+4:])), int(binary.BigEndian.Uint32(p[at+8:]))
		if offset%4 != 0 || offset < 132+12*count || length < 8 || offset+length > len(p) {
			return false
		}
		delete(wanted, string(p[at:at+4]))
	}
	return len(wanted) == 0
}
