package file

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"commonplan/model"
)

// small is a small file of a kind, and how it is opened.
type small struct {
	what string
	data []byte
	open func(data []byte) (*model.Document, error)
}

// smalls gives five small files: with everything a newer version could write, with next
// to nothing, with a picture, with parts of newer versions, and with a password.
func smalls(t testing.TB) []small {
	t.Helper()
	cat := picture(t)
	key := lock(t, secret)
	_, protected := hill(t, key)
	bare := []content{
		{partMime, []byte(mimeType)}, {partReadme, nil},
		{partProject, []byte(`{"format":1,"needs":{"read":[],"write":[]},"id":"hill","sessions":[` + "\n],\"records\":[\n]}\n")},
		{partHistory, []byte("{\"history\":[\n]}\n")},
	}
	return []small{
		{"crafted", pack(t, crafted()), Decode},
		{"bare", pack(t, bare), Decode},
		{"with a picture", pack(t, append(bare, content{PictureName(cat, "png"), cat})), Decode},
		{"with other parts", pack(t, bare, content{"ext/a/b.txt", []byte("abc")}, content{"ext/c", bytes.Repeat([]byte("yard "), 99)}), Decode},
		{"with a password", protected, func(data []byte) (*model.Document, error) {
			key, err := Unlock(data, secret)
			if err != nil {
				return nil, err
			}
			return key.Decode(data)
		}},
	}
}

// whole gives the document of the file before it is damaged.
func (s small) whole(t testing.TB) *model.Document {
	t.Helper()
	doc, err := s.open(s.data)
	if err != nil {
		t.Fatalf("%s: %v", s.what, err)
	}
	return doc
}

// same tells whether two documents say the same.
func same(a, b *model.Document) bool {
	for _, write := range []func(*model.Document) ([]byte, error){writeProject, writeHistory} {
		said, err := write(a)
		also, again := write(b)
		if err != nil || again != nil || !bytes.Equal(said, also) {
			return false
		}
	}
	return maps.EqualFunc(a.Parts, b.Parts, bytes.Equal)
}

// holds opens a damaged file: it must say the same as the whole one, or be refused with
// a problem; which part it names is given, "" for none.
func (s small) holds(t *testing.T, damagedFile []byte, want *model.Document, how string, at int) (part any) {
	t.Helper()
	doc, err := s.open(damagedFile)
	if err != nil {
		problem, ok := err.(*model.Problem)
		if !ok || doc != nil {
			t.Fatalf("%s, %s %d: %v is no sentence", s.what, how, at, err)
		}
		return problem.With["Part"]
	}
	if !same(doc, want) {
		t.Fatalf("%s, %s %d: it was read as something else", s.what, how, at)
	}
	return nil
}

func TestAFlippedBitIsNeverReadWronglyAndItsPartIsNamed(t *testing.T) {
	for _, s := range smalls(t) {
		want, named := s.whole(t), 0
		flipped := bytes.Clone(s.data)
		for i := range flipped {
			for bit := range 8 {
				flipped[i] ^= 1 << bit
				if s.holds(t, flipped, want, "bit", i*8+bit) != nil {
					named++
				}
				flipped[i] ^= 1 << bit
			}
		}
		if named < len(flipped)*8*6/10 {
			t.Errorf("%s: only %d of %d faults name the damaged part", s.what, named, len(flipped)*8)
		}
	}
}

func TestAFileCutAnywhereIsRefused(t *testing.T) {
	for _, s := range smalls(t) {
		for n := range s.data {
			if doc, err := s.open(s.data[:n]); err == nil || doc != nil {
				t.Fatalf("%s, cut at %d: opened", s.what, n)
			} else if problem, ok := err.(*model.Problem); !ok || n > 300 && problem.Key != "problem.file.cut" {
				t.Fatalf("%s, cut at %d: %v", s.what, n, err)
			}
		}
	}
}

// TestRandomDamageIsNeverReadWrongly changes files in every way a bad disk or transfer
// does, several at once. COMMONPLAN_DAMAGES says how often; make damage does a million.
func TestRandomDamageIsNeverReadWrongly(t *testing.T) {
	times, seed := 5_000, uint64(1)
	if asked, err := strconv.Atoi(os.Getenv("COMMONPLAN_DAMAGES")); err == nil {
		times, seed = asked, rand.Uint64()
	}
	t.Logf("%d times from seed %d", times, seed)
	random := rand.New(rand.NewPCG(seed, 0))
	all := smalls(t)
	wants := make([]*model.Document, len(all))
	for i, s := range all {
		wants[i] = s.whole(t)
	}
	refused := 0
	for n := range times {
		i := random.IntN(len(all))
		data := bytes.Clone(all[i].data)
		for range 1 + random.IntN(3) {
			data = damage(data, all[random.IntN(len(all))].data, random)
		}
		if all[i].holds(t, data, wants[i], "try", n); len(data) != len(all[i].data) {
			refused++
		}
	}
	if refused == 0 {
		t.Error("no file ever changed its length: the damage does too little")
	}
}

// damage spoils data in one way.
func damage(data, other []byte, random *rand.Rand) []byte {
	if len(data) < 2 {
		return data
	}
	from := random.IntN(len(data))
	to := from + random.IntN(min(len(data)-from, 512)+1)
	switch random.IntN(7) {
	case 0: // a changed bit
		data[from] ^= 1 << random.IntN(8)
	case 1: // a sector of zeros
		clear(data[from:to])
	case 2: // a sector of something else
		for i := from; i < to; i++ {
			data[i] = byte(random.Uint32())
		}
	case 3: // a cut
		data = data[:from]
	case 4: // a piece missing
		data = append(data[:from], data[to:]...)
	case 5: // a piece twice
		data = append(bytes.Clone(data[:to]), data[from:]...)
	case 6: // a sector of another file
		copy(data[from:to], other[min(from, len(other)):])
	}
	return data
}
