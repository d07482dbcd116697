package check

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"time"

	"commonplan/model/paper/pdf/pdfread"
	"commonplan/model/words"
)

// The names of XMP's schemas.
const (
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// packet is an XMP packet as texts by the names of the elements they stand in, without
// those of RDF: "dc title" or "extension schemas/schema prefix".
type packet map[string]string

// known are the properties that need no explanation.
var known = map[string]bool{
	nsDC + "format": true, nsDC + "title": true, nsDC + "description": true, nsDC + "creator": true, nsDC + "language": true,
	nsXMP + "CreatorTool": true, nsXMP + "CreateDate": true, nsXMP + "ModifyDate": true, nsXMP + "MetadataDate": true,
	nsPDF + "Producer": true, nsPDFA + "part": true, nsPDFA + "conformance": true, nsPDFUA + "part": true,
}

// readPacket reads a packet as XML.
func readPacket(data []byte) (packet, error) {
	out := packet{}
	d := xml.NewDecoder(bytes.NewReader(data))
	var path []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			path = append(path, t.Name.Space+t.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); s != "" {
				out[own(path)] = s
			}
		}
	}
}

// own is a path without the elements that every packet has.
func own(path []string) string {
	var parts []string
	for _, p := range path {
		if !strings.HasPrefix(p, nsRDF) && p != "adobe:ns:meta/xmpmeta" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " ")
}

// metadata looks at what the file says about itself.
func (c *checker) metadata() {
	catalog := c.file.Catalog()
	if c.file.Dict(catalog["ViewerPreferences"])["DisplayDocTitle"] != true {
		c.find("title", 0, "hidden")
	}
	stream := c.file.Stream(catalog["Metadata"])
	if stream == nil || stream.Dict["Subtype"] != pdfread.Name("XML") || stream.Dict["Type"] != pdfread.Name("Metadata") {
		c.find("metadata", 0, "missing")
		return
	}
	if stream.Dict["Filter"] != nil || !bytes.HasPrefix(stream.Raw, []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")) ||
		!bytes.HasSuffix(stream.Raw, []byte(`<?xpacket end="r"?>`)) {
		c.find("metadata", 0, "packet")
	}
	p, err := readPacket(stream.Raw)
	if err != nil {
		c.find("metadata", 0, "xml", words.With{"Why": err})
		return
	}
	c.identity(p)
	c.agrees(p)
	c.languages(p)
}

// identity looks which standards a packet claims, and that it explains what PDF/A does
// not know.
func (c *checker) identity(p packet) {
	if p[nsPDFUA+"part"] != "1" {
		c.find("metadata", 0, "ua")
	}
	if p[nsPDFA+"part"] != "2" || p[nsPDFA+"conformance"] != "A" {
		c.find("metadata", 0, "a")
	}
	const schema = nsExtension + "schemas " + nsSchema
	const property = schema + "property " + nsProperty
	for path, want := range map[string]string{
		schema + "namespaceURI": nsPDFUA, schema + "prefix": "pdfuaid", schema + "schema": "",
		property + "name": "part", property + "valueType": "Integer", property + "category": "internal", property + "description": "",
	} {
		if got := p[path]; got == "" || want != "" && got != want {
			c.find("metadata", 0, "extension")
			break
		}
	}
	for path := range p {
		if !known[path] && !strings.HasPrefix(path, nsExtension+"schemas ") {
			c.find("metadata", 0, "unknown", words.With{"Name": path})
		}
	}
}

// agrees looks that the packet and the information dictionary say the same.
func (c *checker) agrees(p packet) {
	info := c.file.Dict(c.file.Trailer["Info"])
	if p[nsDC+"title"] == "" {
		c.find("title", 0, "missing")
	}
	for key, path := range map[pdfread.Name]string{
		"Title": nsDC + "title", "Subject": nsDC + "description", "Author": nsDC + "creator",
		"Creator": nsXMP + "CreatorTool", "Producer": nsPDF + "Producer"} {
		if text(info[key]) != p[path] {
			c.find("metadata", 0, "differs", words.With{"Entry": string(key)})
		}
	}
	for key, path := range map[pdfread.Name]string{"CreationDate": nsXMP + "CreateDate", "ModDate": nsXMP + "ModifyDate"} {
		here, there := text(info[key]), p[path]
		if here == "" && there == "" {
			continue
		}
		a, soundA := infoDate(here)
		b, err := time.Parse(time.RFC3339, there)
		if !soundA || err != nil || !a.Equal(b) {
			c.find("metadata", 0, "differs", words.With{"Entry": string(key)})
		}
	}
}

var infoDates = regexp.MustCompile(`^D:(\d{14})(?:Z|([+-]\d\d)'(\d\d)')$`)

// infoDate reads a date with its zone.
func infoDate(s string) (time.Time, bool) {
	m := infoDates.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	zone := "+0000"
	if m[2] != "" {
		zone = m[2] + m[3]
	}
	t, err := time.Parse("20060102150405-0700", m[1]+zone)
	return t, err == nil
}

// languageName is the form of a language's name.
var languageName = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// languages looks at the language of the file; those of its parts are looked at with them.
func (c *checker) languages(p packet) {
	lang := text(c.file.Catalog()["Lang"])
	if !languageName.MatchString(lang) {
		c.find("language", 0, "file", words.With{"Language": lang})
	}
	if p[nsDC+"language"] != lang {
		c.find("language", 0, "differs", words.With{"Language": lang, "Other": p[nsDC+"language"]})
	}
}
