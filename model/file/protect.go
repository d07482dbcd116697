package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"commonplan/model"
)

// Key is what a project protected by a password is sealed with. It is made once by
// [NewKey], or had from a file by [Unlock]: both take a second, because guessing
// passwords must be slow. Everything else is fast.
//
// A nil *Key is that of a project without a password. All its methods work: they read
// and write plainly, so that nobody need ask whether there is one.
type Key struct {
	wrapped    []byte                // the key part: the identities, sealed with the password
	identities []*age.X25519Identity // the present one first, then those of earlier passwords
}

// Effort is how hard guessing a password is made: trying one takes 2^Effort rounds and
// 2^Effort KiB of memory.
type Effort int

const (
	// UsualEffort takes half a second and 128 MiB on an old PC.
	UsualEffort Effort = 17
	// LeastEffort is for tests, where there is no secret.
	LeastEffort Effort = 1

	maxEffort     = 18 // what we are ready to do for a file of somebody else's
	maxKeyPart    = 64 << 10
	maxAgeHeader  = 4 << 10 // of what is sealed with an identity
	maxIdentities = 64
)

// NewKey makes a key for a password, which must not be empty.
func NewKey(password string, effort Effort) (*Key, error) {
	return (*Key)(nil).Renew(password, effort)
}

// Renew makes a key for another password. What is written with it cannot be read with
// the password before; what was written before can be read with the new one.
func (k *Key) Renew(password string, effort Effort) (*Key, error) {
	if password == "" {
		return nil, model.NewProblem("problem.password.empty")
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("making a key: %w", err)
	}
	renewed := &Key{identities: []*age.X25519Identity{identity}}
	if k != nil {
		earlier := k.identities[:min(len(k.identities), maxIdentities-1)]
		renewed.identities = append(renewed.identities, earlier...)
	}
	recipient, err := age.NewScryptRecipient(norm.NFC.String(password))
	if err != nil {
		return nil, fmt.Errorf("making a key of a password: %w", err)
	}
	recipient.SetWorkFactor(int(effort))
	var lines strings.Builder
	for _, one := range renewed.identities {
		lines.WriteString(one.String() + "\n")
	}
	renewed.wrapped, err = encrypt([]byte(lines.String()), recipient)
	return renewed, err
}

// IsProtected tells whether a file is a project protected by a password. Of a damaged
// one, too, it suffices to see the [Beginning].
func IsProtected(data []byte) bool { return beginsAs(data, mimeProtected) }

// Unlock gives the key of a protected file. A wrong password, a damaged file and one
// that asks for more than [maxEffort] each give their own [model.Problem].
func Unlock(data []byte, password string) (*Key, error) {
	parts, mime, err := readFile(data)
	if err == nil && mime != mimeProtected {
		err = foreign(data, []entry{{name: partMime}})
	}
	if err == nil {
		err = checkProtected(parts)
	}
	if err != nil {
		return nil, err
	}
	wrapped, err := find(parts, partKey)
	if err != nil {
		return nil, err
	}
	return unlockPart(wrapped, password)
}

// unlockPart gives the key that a key part holds.
func unlockPart(wrapped []byte, password string) (*Key, error) {
	if len(wrapped) > maxKeyPart {
		return nil, damaged(partKey)
	}
	if password == "" {
		return nil, model.NewProblem("problem.password.wrong")
	}
	identity, err := age.NewScryptIdentity(norm.NFC.String(password))
	if err != nil {
		return nil, fmt.Errorf("making a key of a password: %w", err)
	}
	identity.SetMaxWorkFactor(maxEffort)
	lines, err := decrypt(partKey, wrapped, bounded{identity})
	if err != nil {
		return nil, err
	}
	key := &Key{wrapped: bytes.Clone(wrapped)}
	for line := range strings.Lines(string(lines)) {
		one, err := age.ParseX25519Identity(strings.TrimSuffix(line, "\n"))
		if err != nil || len(key.identities) == maxIdentities {
			return nil, damaged(partKey)
		}
		key.identities = append(key.identities, one)
	}
	if len(key.identities) == 0 {
		return nil, damaged(partKey)
	}
	return key, nil
}

// bounded is a password that refuses to work harder than it should.
type bounded struct{ password *age.ScryptIdentity }

func (b bounded) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if len(stanzas) != 1 || stanzas[0].Type != "scrypt" || len(stanzas[0].Args) != 2 {
		return nil, damaged(partKey)
	}
	if effort, err := strconv.Atoi(stanzas[0].Args[1]); err == nil && effort > maxEffort {
		return nil, model.NewProblem("problem.password.effort")
	}
	fileKey, err := b.password.Unwrap(stanzas)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return nil, model.NewProblem("problem.password.wrong")
	}
	return fileKey, err
}

// Seal encrypts anything that belongs to the project, such as a journal entry, so that
// only [Key.Open] of this key and of those renewed from it can read it.
func (k *Key) Seal(data []byte) ([]byte, error) {
	if k == nil {
		return data, nil
	}
	return encrypt(data, k.identities[0].Recipient())
}

// Open gives back what was sealed with this key or with an earlier one. What is damaged
// or was sealed with another is a [model.Problem].
func (k *Key) Open(sealed []byte) ([]byte, error) {
	if k == nil {
		return sealed, nil
	}
	if !bytes.Contains(sealed[:min(len(sealed), maxAgeHeader)], []byte("\n--- ")) {
		return nil, damaged(partSealed)
	}
	identities := make([]age.Identity, len(k.identities))
	for i, one := range k.identities {
		identities[i] = one
	}
	return decrypt(partSealed, sealed, identities...)
}

// Encode gives the bytes of a project file, see [Encode]: a protected one, unless the
// key is nil. Sealing draws on chance, so the same document gives other bytes each time.
func (k *Key) Encode(doc *model.Document) ([]byte, error) {
	encoded, err := k.Prepare(doc)
	return encoded.data, err
}

// Prepare encodes a document, see [Key.Encode], to be verified before it is written.
func (k *Key) Prepare(doc *model.Document) (Encoded, error) {
	if err := MayWrite(doc); err != nil {
		return Encoded{}, err
	}
	parts, err := canonicalParts(doc)
	if err != nil {
		return Encoded{}, err
	}
	data, err := encodePlain(doc, parts)
	if err == nil && k != nil {
		data, err = k.protect(data)
	}
	if err != nil {
		return Encoded{}, err
	}
	return Encoded{k, doc, parts, data}, nil
}

// protect gives the bytes of a protected file for those of one without a password.
func (k *Key) protect(data []byte) ([]byte, error) {
	sealed, err := k.Seal(data)
	if err != nil {
		return nil, err
	}
	return packArchive([]content{
		{partMime, []byte(mimeProtected)}, {partReadme, []byte(readmeProtected)},
		{partKey, k.wrapped}, {partSealed, sealed},
	})
}

// Decode reads the bytes of a project file, see [Decode], protected or not. What is
// protected by something else than this key is a [model.Problem].
func (k *Key) Decode(data []byte) (*model.Document, error) {
	parts, mime, err := readFile(data)
	switch {
	case err != nil:
		return nil, err
	case mime == mimeType:
		return decodeParts(parts)
	case mime != mimeProtected:
		return nil, foreign(data, []entry{{name: partMime}})
	case k == nil:
		return nil, model.NewProblem("problem.password.needed")
	}
	if err := checkProtected(parts); err != nil {
		return nil, err
	}
	sealed, err := find(parts, partSealed)
	if err != nil {
		return nil, err
	}
	plain, err := k.Open(sealed)
	if err != nil {
		return nil, err
	}
	if IsProtected(plain) {
		return nil, damaged(partSealed)
	}
	return Decode(plain)
}

// String keeps keys out of logs.
func (k *Key) String() string {
	if k == nil {
		return "no key"
	}
	return "a key"
}

// checkProtected makes sure that a protected file holds nothing that does not belong there.
func checkProtected(parts []content) error {
	for _, part := range parts {
		if !slices.Contains([]string{partMime, partReadme, partKey, partSealed}, part.name) {
			return foreignPart(part.name)
		}
	}
	return nil
}

func encrypt(data []byte, to age.Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	sealed.Grow(len(data) + len(data)/1024 + 1024)
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, fmt.Errorf("sealing: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("sealing: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("sealing: %w", err)
	}
	return sealed.Bytes(), nil
}

// decrypt gives what a part holds sealed: never more than the part itself.
func decrypt(part string, sealed []byte, with ...age.Identity) ([]byte, error) {
	var problem *model.Problem
	from, err := age.Decrypt(bytes.NewReader(sealed), with...)
	switch {
	case errors.As(err, &problem):
		return nil, problem
	case errors.Is(err, age.ErrIncorrectIdentity):
		return nil, model.NewProblem("problem.password.other")
	case err != nil:
		return nil, damaged(part)
	}
	data := bytes.NewBuffer(make([]byte, 0, len(sealed)))
	if _, err := io.Copy(data, from); err != nil {
		return nil, damaged(part)
	}
	return data.Bytes(), nil
}
