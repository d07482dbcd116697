package pdf

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"commonplan/model/paper"
	"commonplan/model/words"
)

// facts are what the file says about itself, in the same words in each of the two
// places where readers look: the XMP packet and the older information dictionary.
type facts struct {
	title, subject, author, language string
	made                             time.Time // zero if not known
}

const program = "Commonplan"

// language is the form of a language's name, as PDF/UA wants it (RFC 3066).
var language = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// factsOf gathers the facts of a paper. A file must have a title and a language, so a
// paper without gets those of its words.
func factsOf(doc paper.Document, opts Options) facts {
	w := opts.Words
	if w == nil {
		w = words.English()
	}
	fc := facts{title: sound(doc.Title), subject: sound(doc.Subject), author: sound(doc.Author),
		language: doc.Language, made: opts.Date}
	if fc.title == "" {
		fc.title = w.Say("paper.untitled")
	}
	if !language.MatchString(fc.language) {
		fc.language = w.Language()
	}
	return fc
}

// info is the information dictionary: no entry for what is not known.
func (fc facts) info() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Creator (%s) /Producer (%s)", program, program)
	for _, e := range []struct{ key, value string }{
		{"Title", fc.title}, {"Subject", fc.subject}, {"Author", fc.author}} {
		if e.value != "" {
			fmt.Fprintf(&b, " /%s %s", e.key, literal(e.value))
		}
	}
	if !fc.made.IsZero() {
		made := pdfDate(fc.made)
		fmt.Fprintf(&b, " /CreationDate %s /ModDate %s", made, made)
	}
	return b.String() + ">>"
}

// pdfDate writes a time with its zone, as (D:20260828100000+01'00').
func pdfDate(t time.Time) string {
	zone := t.Format("-07:00")
	if zone == "+00:00" {
		return t.Format("(D:20060102150405Z)")
	}
	return t.Format("(D:20060102150405") + zone[:3] + "'" + zone[4:] + "')"
}

// xmp is the packet that says what the file is and which standards it keeps: PDF/UA-1
// and PDF/A-2a. PDF/A does not know PDF/UA's entry, so the packet explains it.
func (fc facts) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">` + "\n" +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about=""` + "\n" +
		` xmlns:dc="http://purl.org/dc/elements/1.1/"` + "\n" +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/"` + "\n" +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` + "\n" +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` + "\n" +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` + "\n" +
		` xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` + "\n" +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"` + "\n" +
		` xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` + "\n" +
		"<dc:format>application/pdf</dc:format>\n")
	alternatives(&b, "dc:title", fc.title)
	alternatives(&b, "dc:description", fc.subject)
	if fc.author != "" {
		b.WriteString("<dc:creator><rdf:Seq><rdf:li>" + escaped(fc.author) + "</rdf:li></rdf:Seq></dc:creator>\n")
	}
	b.WriteString("<dc:language><rdf:Bag><rdf:li>" + escaped(fc.language) + "</rdf:li></rdf:Bag></dc:language>\n")
	b.WriteString("<xmp:CreatorTool>" + program + "</xmp:CreatorTool>\n<pdf:Producer>" + program + "</pdf:Producer>\n")
	if !fc.made.IsZero() {
		for _, entry := range []string{"CreateDate", "ModifyDate", "MetadataDate"} {
			fmt.Fprintf(&b, "<xmp:%s>%s</xmp:%s>\n", entry, fc.made.Format("2006-01-02T15:04:05Z07:00"), entry)
		}
	}
	b.WriteString("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n" +
		"<pdfuaid:part>1</pdfuaid:part>\n" +
		"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n" +
		"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n" +
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n" +
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n" +
		"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n" +
		"<pdfaProperty:name>part</pdfaProperty:name>\n" +
		"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n" +
		"<pdfaProperty:category>internal</pdfaProperty:category>\n" +
		"<pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>\n" +
		"</rdf:li></rdf:Seq></pdfaSchema:property>\n" +
		"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n" +
		"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// alternatives writes a text that might be given in several languages.
func alternatives(b *strings.Builder, name, value string) {
	if value != "" {
		fmt.Fprintf(b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n", name, escaped(value), name)
	}
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// sound makes a text fit to stand in a file's facts.
func sound(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(paper.Sound(s)), " "))
}
