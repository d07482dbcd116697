package share_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/model/share"
)

// canary makes a random project that holds marked secrets wherever one may stand, and
// marked texts that everybody may see.
type canary struct {
	t       testing.TB
	chance  *rand.Rand
	project *edit.Project
	parts   map[string][]byte
	n       int
	open    []string // what the copy must hold
}

func newCanary(t testing.TB, seed uint64) *canary {
	chance := rand.New(rand.NewPCG(seed, 5))
	var key [32]byte
	for i := range key {
		key[i] = byte(chance.Uint32())
	}
	p, err := edit.New(edit.Source{Random: rand.NewChaCha8(key), Now: modeltest.Now, Who: "the chair"})
	if err != nil {
		t.Fatal(err)
	}
	return &canary{t: t, chance: chance, project: p, parts: map[string][]byte{}}
}

// dot is the smallest picture.
var dot = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// secret gives a text that must not leave the house.
func (c *canary) secret() string {
	c.n++
	return fmt.Sprintf("told in confidence: SECRET%d “Tŷ”", c.n)
}

// public gives a text that must be in the copy.
func (c *canary) public() string {
	c.n++
	text := fmt.Sprintf("OPEN%dX", c.n)
	c.open = append(c.open, text)
	return "for all to see " + text
}

// text gives a secret if it is to be one.
func (c *canary) text(private bool) string {
	if private {
		return c.secret()
	}
	return c.public()
}

func (c *canary) do(change func(*edit.Change) error) {
	c.t.Helper()
	if err := c.project.Edit("edit.any", change); err != nil {
		c.t.Fatal(err)
	}
}

func (c *canary) add(item model.Item) (id model.ID) {
	c.t.Helper()
	c.do(func(change *edit.Change) (err error) {
		id, err = change.Add(item)
		return err
	})
	return id
}

// picture gives a part that holds a picture with a text at its end.
func (c *canary) picture(text string) string {
	data := append(slices.Clone(dot()), text...)
	name := file.PictureName(data, "png")
	c.parts[name] = data
	return name
}

// record adds one record of a kind that can be private; hidden ones belong to a private
// record, without being marked themselves.
func (c *canary) record(on model.ID, private, hidden bool) model.ID {
	secret := private || hidden
	switch c.chance.IntN(4) {
	case 0:
		return c.add(&model.Comment{On: on, Text: c.text(secret), Who: c.text(secret), Private: private})
	case 1:
		return c.add(&model.Picture{On: on, Media: c.picture(c.text(secret)), Caption: c.text(secret), Alt: c.text(secret), Private: private})
	case 2:
		if !hidden { // evidence belongs to nothing
			return c.add(&model.Evidence{Says: c.text(secret), Source: c.text(secret), Private: private})
		}
		return c.add(&model.Comment{On: on, Text: c.text(secret)})
	}
	if hidden {
		return c.add(&model.Picture{On: on, Media: c.picture(c.text(secret)), Alt: c.text(secret)})
	}
	return c.add(&model.Listening{Title: c.text(secret), Missing: c.text(secret), Heard: c.text(secret), Private: private})
}

// retype writes another text into a record, so that the first one stands in its history.
func (c *canary) retype(id model.ID, text string) {
	c.do(func(change *edit.Change) error {
		item := model.Clone(change.Plan().Item(id))
		for _, field := range []string{"text", "caption", "says", "heard"} {
			if model.Text(item, field) != "" {
				if err := model.SetText(item, field, text); err != nil {
					return err
				}
				break
			}
		}
		return change.Put(item)
	})
}

func (c *canary) mark(id model.ID, private string) {
	c.do(func(change *edit.Change) error {
		item := model.Clone(change.Plan().Item(id))
		if err := model.SetText(item, "private", private); err != nil {
			return err
		}
		return change.Put(item)
	})
}

func (c *canary) remove(id model.ID) {
	c.do(func(change *edit.Change) error { return change.Remove(id) })
}

// step adds something: every place where a secret can stand is reached by one of them.
func (c *canary) step(need model.ID) {
	switch c.chance.IntN(10) {
	case 0: // a private record with others on it, and a second thought
		id := c.record(need, true, false)
		on := c.record(id, false, true)
		c.record(on, false, true)
		c.retype(id, c.secret())
	case 1: // a contact, changed, of a partner that may go
		partner := c.add(&model.Partner{Name: c.public(), Contact: c.secret()})
		c.do(func(change *edit.Change) error {
			p := model.Clone(change.Plan().Item(partner).(*model.Partner))
			p.Contact = c.secret()
			return change.Put(p)
		})
		if c.chance.IntN(3) == 0 {
			c.remove(partner)
		}
	case 2: // marked private afterwards
		id := c.add(&model.Comment{On: need, Text: c.secret()})
		c.mark(id, "yes")
	case 3: // private once: what was said then stays here
		id := c.add(&model.Comment{On: need, Text: c.secret(), Private: true})
		c.retype(id, c.public())
		c.mark(id, "no")
	case 4: // private, and in the bin
		c.remove(c.record(need, true, false))
	case 5: // somebody who worked on private records only
		if err := c.project.CallMe(c.secret()); err != nil {
			c.t.Fatal(err)
		}
		c.record(need, true, false)
		if err := c.project.CallMe("the chair"); err != nil {
			c.t.Fatal(err)
		}
	case 6: // one picture, shown by a public and by a private record
		name := c.picture(c.public())
		c.add(&model.Picture{On: need, Media: name, Alt: c.public()})
		c.add(&model.Picture{On: need, Media: name, Alt: c.secret(), Private: true})
	case 7:
		c.do(func(change *edit.Change) error {
			p := model.Clone(change.Plan().Project)
			p.Contact, p.Ask = c.secret(), c.public()
			return change.Put(p)
		})
	default:
		id := c.record(need, false, false)
		if c.chance.IntN(2) == 0 {
			c.record(id, false, false)
		}
	}
}

func (c *canary) document() *model.Document {
	doc := c.project.Document().Clone()
	doc.Parts = c.parts
	doc.Parts["ext/thumbnails.bin"] = []byte(c.secret())
	return doc
}

// unpacked gives everything that stands in a file, names and all.
func unpacked(t testing.TB, data []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Clone(data)
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, part.Name...), content...)
	}
	return all
}

func TestNoCopyHoldsASecretAndEachHoldsAllElse(t *testing.T) {
	t.Parallel()
	const projects = 2000
	secrets := 0
	for seed := range uint64(projects) {
		c := newCanary(t, seed)
		need := c.add(&model.Need{Title: c.public()})
		for range 3 + c.chance.IntN(5) {
			c.step(need)
		}
		doc := c.document()

		shared := share.WithoutPrivate(doc)

		data, err := file.Encode(shared.Document)
		if err != nil {
			t.Fatal(err)
		}
		secrets += c.n - len(c.open)
		inside := unpacked(t, data)
		if at := bytes.Index(inside, []byte("SECRET")); at >= 0 {
			t.Fatalf("project %d: a secret leaves the house: …%s…", seed, inside[max(0, at-200):at+40])
		}
		for _, open := range c.open {
			if !bytes.Contains(inside, []byte(open)) {
				t.Fatalf("project %d: %s is not in the copy", seed, open)
			}
		}
		if err := share.Check(data, doc); err != nil {
			t.Fatalf("project %d: a sound copy is refused: %v", seed, err)
		}
	}
	if secrets < 10*projects {
		t.Errorf("only %d secrets in %d projects", secrets, projects)
	}
}

func TestTheCheckFindsWhatShouldNotBeThere(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Contact = "0123 456789" })
	need := b.Add(&model.Need{Title: "The yard is hot"})
	comment := b.Add(&model.Comment{On: need, Text: "Mrs Ap Rhys said it first", Private: true})
	doc := b.Document()
	stamp := model.Stamp{Session: "other", N: 1}

	for what, spoil := range map[string]func(d *model.Document){
		"the record": func(d *model.Document) { d.Records[comment] = doc.Records[comment] },
		"its history": func(d *model.Document) {
			d.History[comment] = []model.Replaced{{Field: "text", Live: model.Live{Stamp: stamp, Value: `"x"`}}}
		},
		"a companion": func(d *model.Document) { d.Records["project.private"] = doc.Records["project.private"] },
		"a part":      func(d *model.Document) { d.Parts = map[string][]byte{"ext/a": nil} },
		"its words in another record": func(d *model.Document) {
			d.Records[need], _ = d.Records[need].With("detail", stamp, model.TextValue("He wrote: “Mrs Ap Rhys said it first”."))
		},
		"its words in a key": func(d *model.Document) {
			next := *d.Records[need]
			next.Unknown = map[string]model.Value{"later": `["0123 456789"]`}
			d.Records[need] = &next
		},
	} {
		shared := share.WithoutPrivate(doc).Document.Clone()
		spoil(shared)
		data, err := file.Encode(shared)
		if err != nil {
			t.Fatal(err)
		}
		problem, ok := share.Check(data, doc).(*model.Problem)
		if !ok || !strings.HasPrefix(problem.Key, "problem.share.") {
			t.Errorf("%s: the check gives %v", what, problem)
		}
	}
}

func TestWhatIsLeftOutIsListed(t *testing.T) {
	b := modeltest.New(t)
	b.Change(func(p *model.Project) { p.Contact = "0123 456789" })
	need := b.Add(&model.Need{Title: "The yard is hot"})
	evidence := b.Add(&model.Evidence{Says: "Told us at home", Private: true})
	b.Add(&model.Comment{On: evidence, Text: "Ask again"})
	b.Add(&model.Comment{On: need, Text: "Ask the caretaker"})
	b.Add(&model.Partner{Name: "The library"})

	var got []string
	for _, left := range share.WithoutPrivate(b.Document()).Left {
		got = append(got, fmt.Sprintf("%s %s %q", left.Type, left.Fields, left.Title))
	}

	want := []string{`evidence [] "Told us at home"`, `comment [] "Ask again"`, `private [contact] "Open Door Days"`}
	if !slices.Equal(got, want) {
		t.Errorf("listed %q, want %q", got, want)
	}
}
