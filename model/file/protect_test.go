package file

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"commonplan/model"
)

const secret = "Tŷ’r Bryn 1907"

func lock(t testing.TB, password string) *Key {
	t.Helper()
	key, err := NewKey(password, LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// hill gives a small document, and its file protected by a key.
func hill(t testing.TB, key *Key) (*model.Document, []byte) {
	t.Helper()
	doc, err := Decode(pack(t, crafted(), content{"ext/a", []byte("abc")}))
	if err != nil {
		t.Fatal(err)
	}
	data, err := key.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, data
}

// verified holds an encoded document to being what is read back.
func verified(t testing.TB, key *Key, doc *model.Document) {
	t.Helper()
	encoded, err := key.Prepare(doc)
	if err == nil {
		err = encoded.Verify()
	}
	if err != nil {
		t.Error(err)
	}
}

func problemOf(err error) string {
	if problem, ok := err.(*model.Problem); ok {
		return problem.Key
	}
	return fmt.Sprint(err)
}

func TestAProtectedProjectOpensWithItsPassword(t *testing.T) {
	doc, data := hill(t, lock(t, secret))

	key, err := Unlock(data, secret)
	if err != nil {
		t.Fatal(err)
	}

	back, err := key.Decode(data)
	if err != nil || State(back) != State(doc) || string(back.Parts["ext/a"]) != "abc" {
		t.Errorf("read back wrongly, error %v", err)
	}
	verified(t, key, doc)
	if bytes.Contains(data, []byte("hill")) || bytes.Contains(data, []byte("ext/a")) {
		t.Error("something of the project can be read without the password")
	}
}

func TestAPasswordTypedInAnotherFormOfUnicodeFits(t *testing.T) {
	_, data := hill(t, lock(t, "t\u0177"))
	if _, err := Unlock(data, "ty\u0302"); err != nil {
		t.Error(err)
	}
}

func TestWithoutItsPasswordAProtectedProjectIsRefused(t *testing.T) {
	_, data := hill(t, lock(t, secret))
	for _, password := range []string{"", "wrong", secret + " ", strings.ToUpper(secret)} {
		if _, err := Unlock(data, password); problemOf(err) != "problem.password.wrong" {
			t.Errorf("%q gives %v", password, err)
		}
	}
	if _, err := Decode(data); problemOf(err) != "problem.password.needed" {
		t.Errorf("without a key: %v", err)
	}
	if _, err := lock(t, secret).Decode(data); problemOf(err) != "problem.password.other" {
		t.Errorf("with the key of another project: %v", err)
	}
	if _, err := NewKey("", LeastEffort); problemOf(err) != "problem.password.empty" {
		t.Errorf("an empty password: %v", err)
	}
}

func TestAnotherPasswordShutsTheOldOneOutButReadsWhatItWrote(t *testing.T) {
	first := lock(t, "old")
	doc, before := hill(t, first)
	second, err := first.Renew("new", LeastEffort)
	if err != nil {
		t.Fatal(err)
	}
	after, err := second.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}

	if _, err := first.Decode(after); problemOf(err) != "problem.password.other" {
		t.Errorf("the old key reads the new file: %v", err)
	}
	if _, err := Unlock(after, "old"); problemOf(err) != "problem.password.wrong" {
		t.Errorf("the old password opens the new file: %v", err)
	}
	key, err := Unlock(after, "new")
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{"the file before": before, "the file after": after} {
		if back, err := key.Decode(data); err != nil || State(back) != State(doc) {
			t.Errorf("%s was read with error %v", what, err)
		}
	}
}

func TestAPasswordCanBeChangedAnyNumberOfTimes(t *testing.T) {
	key := lock(t, "0")
	doc, _ := hill(t, key)
	for i := range maxIdentities + 2 {
		var err error
		if key, err = key.Renew(fmt.Sprint(i), LeastEffort); err != nil {
			t.Fatal(err)
		}
	}
	data, err := key.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unlock(data, fmt.Sprint(maxIdentities+1)); err != nil {
		t.Error(err)
	}
}

func TestWhatBelongsToAProtectedProjectIsSealed(t *testing.T) {
	key := lock(t, secret)
	entry := []byte("the yard is hot")
	sealed, err := key.Seal(entry)
	if err != nil || bytes.Contains(sealed, entry) {
		t.Fatalf("error %v, sealed as %q", err, sealed)
	}
	if back, err := key.Open(sealed); err != nil || !bytes.Equal(back, entry) {
		t.Errorf("opened as %q, error %v", back, err)
	}
	for i := range sealed {
		flipped := bytes.Clone(sealed)
		flipped[i] ^= 1
		if back, err := key.Open(flipped); err == nil {
			t.Fatalf("byte %d changed, and still opened as %q", i, back)
		} else if !strings.HasPrefix(problemOf(err), "problem.") {
			t.Fatalf("byte %d changed: %v is no sentence", i, err)
		}
	}
}

func TestWithoutAPasswordNothingIsSealed(t *testing.T) {
	var none *Key
	doc, data := hill(t, none)
	plain, err := Encode(doc)
	if err != nil || !bytes.Equal(plain, data) {
		t.Errorf("another file than without a key, error %v", err)
	}
	verified(t, none, doc)
	entry := []byte("the yard is hot")
	if sealed, err := none.Seal(entry); err != nil || !bytes.Equal(sealed, entry) {
		t.Errorf("sealed as %q, error %v", sealed, err)
	}
	if back, err := none.Open(entry); err != nil || !bytes.Equal(back, entry) {
		t.Errorf("opened as %q, error %v", back, err)
	}
	if back, err := lock(t, secret).Decode(data); err != nil || State(back) != State(doc) {
		t.Errorf("a key cannot read what has no password: %v", err)
	}
	if IsProtected(data) {
		t.Error("a plain file passes for a protected one")
	}
}

// sealedFile gives a protected file of parts that may be anything.
func sealedFile(t testing.TB, parts ...content) []byte {
	t.Helper()
	data, err := packArchive(append([]content{{partMime, []byte(mimeProtected)}}, parts...))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// header gives an age file that nobody can open, with the given stanzas.
func header(stanzas string) []byte {
	return []byte("age-encryption.org/v1\n" + stanzas + "--- " + strings.Repeat("A", 43) + "\n" + strings.Repeat("n", 64))
}

func TestHostileKeysAreRefusedWithoutTheWork(t *testing.T) {
	key := lock(t, secret)
	body := strings.Repeat("A", 43) + "\n"
	salt := strings.Repeat("A", 22)
	hard := func(effort string) []byte { return header("-> scrypt " + salt + " " + effort + "\n" + body) }
	words, err := age.NewScryptRecipient(secret)
	if err != nil {
		t.Fatal(err)
	}
	words.SetWorkFactor(1)
	noIdentity, err := encrypt([]byte("AGE-SECRET-KEY-NONE\n"), words)
	if err != nil {
		t.Fatal(err)
	}
	nothing, err := encrypt(nil, words)
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		key  []byte
		want string
	}{
		"2^30 rounds":           {hard("30"), "problem.password.effort"},
		"2^19 rounds":           {hard("19"), "problem.password.effort"},
		"2^99999 rounds":        {hard("99999"), "problem.password.effort"},
		"a number too long":     {hard(strings.Repeat("9", 40)), "problem.file.damaged"},
		"no number":             {hard("x"), "problem.file.damaged"},
		"2^-1 rounds":           {hard("-1"), "problem.file.damaged"},
		"two passwords":         {header(strings.Repeat("-> scrypt "+salt+" 1\n"+body, 2)), "problem.file.damaged"},
		"no password":           {header("-> X25519 " + strings.Repeat("A", 43) + "\n" + body), "problem.file.damaged"},
		"a short salt":          {header("-> scrypt AAAA 1\n" + body), "problem.file.damaged"},
		"no age file":           {[]byte("hello"), "problem.file.damaged"},
		"nothing":               {nil, "problem.file.damaged"},
		"a header that is cut":  {key.wrapped[:60], "problem.file.damaged"},
		"a content that is cut": {key.wrapped[:len(key.wrapped)-1], "problem.file.damaged"},
		"a key part too large":  {make([]byte, maxKeyPart+1), "problem.file.damaged"},
		"what is no identity":   {noIdentity, "problem.file.damaged"},
		"no identity at all":    {nothing, "problem.file.damaged"},
	} {
		got, err := Unlock(sealedFile(t, content{partKey, c.key}, content{partSealed, nil}), secret)
		if got != nil || problemOf(err) != c.want {
			t.Errorf("%s gives %v, want %s", what, err, c.want)
		}
	}
}

func TestHostileSealedPartsAreRefused(t *testing.T) {
	key := lock(t, secret)
	foreign := header(strings.Repeat("-> X25519 "+strings.Repeat("A", 43)+"\n"+strings.Repeat("A", 43)+"\n", 10_000))
	letter, err := key.Seal([]byte("Dear councillor,"))
	if err != nil {
		t.Fatal(err)
	}
	_, twice := hill(t, key)
	nested, err := key.Seal(twice)
	if err != nil {
		t.Fatal(err)
	}
	mine := content{partKey, key.wrapped}
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"10,000 recipients":      {sealedFile(t, mine, content{partSealed, foreign}), "problem.file.damaged"},
		"a letter":               {sealedFile(t, mine, content{partSealed, letter}), "problem.file.foreign"},
		"one within another":     {sealedFile(t, mine, content{partSealed, nested}), "problem.file.damaged"},
		"no project":             {sealedFile(t, mine), "problem.file.missing"},
		"a plain part beside it": {sealedFile(t, mine, content{partProject, []byte("{}")}), "problem.file.part.name"},
	} {
		if doc, err := key.Decode(c.data); doc != nil || problemOf(err) != c.want {
			t.Errorf("%s gives %v, want %s", what, err, c.want)
		}
	}
	refused(t, "a sealed part in a plain project", pack(t, crafted(), content{partSealed, letter}), "problem.file.part.name")
	if _, err := Unlock(sealedFile(t), secret); problemOf(err) != "problem.file.missing" {
		t.Errorf("without a key part: %v", err)
	}
	if _, err := Unlock(pack(t, crafted()), secret); err == nil {
		t.Error("a project without a password was unlocked")
	}
}

func TestAProtectedFileThatAnotherProgramPackedAnewIsRead(t *testing.T) {
	key := lock(t, secret)
	doc, data := hill(t, key)
	parts, _, err := readFile(data)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(parts)
	anew, err := packArchive(parts)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Unlock(anew, secret)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := again.Decode(anew); err != nil || State(back) != State(doc) {
		t.Errorf("read with error %v", err)
	}
}

func TestAKeyKeepsOutOfLogs(t *testing.T) {
	key := lock(t, secret)
	said := fmt.Sprintf("%v %+v %s", key, key, key)
	if strings.Contains(said, "SECRET") || strings.Contains(said, "0x") {
		t.Errorf("it says %s", said)
	}
}
