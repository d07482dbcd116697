package dense_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"commonplan/model/paper/pdf/dense"
)

// unpack reads a stream as any reader does.
func unpack(t testing.TB, packed []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// lines are like the objects of a long paper.
func lines(count int) []byte {
	var b bytes.Buffer
	for n := range count {
		fmt.Fprintf(&b, "<</S/TD/Pg %d 0 R/P %d 0 R/K %d>>\n", 3+2*(n/40), 900+n/4, n%40)
	}
	return b.Bytes()
}

// texts are all kinds that a packer may stumble over.
func texts() map[string][]byte {
	r := rand.New(rand.NewSource(1))
	noise := make([]byte, 70_000)
	_, _ = r.Read(noise)
	few := make([]byte, 90_000)
	for i := range few {
		few[i] = "ab"[r.Intn(2)]
	}
	skewed := []byte{} // each byte twice as rare as the one before: codes as long as may be
	for n := range 20 {
		skewed = append(skewed, bytes.Repeat([]byte{byte(n)}, 1<<(19-n))...)
	}
	r.Shuffle(len(skewed), func(a, b int) { skewed[a], skewed[b] = skewed[b], skewed[a] })
	return map[string][]byte{"nothing": {}, "one byte": {7}, "four bytes": []byte("abcd"), "one byte often": bytes.Repeat([]byte{0}, 100_000),
		"noise": noise, "two letters": few, "skewed": skewed, "lines": lines(3_000), // as far as may be, and farther
		"far away": slices.Concat(noise[:32_767], noise[:300], noise[:32_769], noise[:300])}
}

func TestAnyReaderUnpacksWhatWasPacked(t *testing.T) {
	for name, text := range texts() {
		if got := unpack(t, dense.Pack(text)); !bytes.Equal(got, text) {
			t.Errorf("%s: %d bytes came back of %d, or others", name, len(got), len(text))
		}
	}
}

func TestPartsStandOneAfterTheOther(t *testing.T) {
	if got := unpack(t, dense.Pack([]byte("1 0 2 36 "), nil, lines(50), []byte("end"))); string(got) != "1 0 2 36 "+string(lines(50))+"end" {
		t.Errorf("got %.80q", got)
	}
}

func TestTheSameTextGivesTheSameBytes(t *testing.T) {
	first := dense.Pack(lines(500))
	dense.Pack([]byte(strings.Repeat("another text ", 90)))
	if !bytes.Equal(first, dense.Pack(lines(500))) {
		t.Error("the bytes differ")
	}
}

// index is like the places of the objects of a long paper.
func index(count int) []byte {
	r := rand.New(rand.NewSource(1))
	var b bytes.Buffer
	at := 0
	for n := range count {
		fmt.Fprintf(&b, "%d %d ", 2_000+n, at)
		at += []int{36, 36, 36, 37, 44, 60}[r.Intn(6)]
	}
	return b.Bytes()
}

func TestPlacesOfObjectsAreSmallerThanAGeneralPackerMakesThem(t *testing.T) {
	var general bytes.Buffer
	w, err := zlib.NewWriterLevel(&general, zlib.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(index(1_000)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if ours := len(dense.Pack(index(1_000))); ours > general.Len()*85/100 {
		t.Errorf("%d bytes, beside %d", ours, general.Len())
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte("<</S/TD/P 1 0 R>>\n<</S/TD/P 2 0 R>>\n"), 9)
	f.Add([]byte{}, 0)
	f.Fuzz(func(t *testing.T, text []byte, at int) {
		at = max(0, min(at, len(text)))
		if got := unpack(t, dense.Pack(text[:at], text[at:])); !bytes.Equal(got, text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}
