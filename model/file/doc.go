// Package file turns a [model.Document] into the bytes of a project file and back. It
// touches no disk; package store does.
//
// A project file, "name.commonplan", is a ZIP archive with these parts, in this order:
//
//	mimetype         stored, first: application/vnd.commonplan.project+zip
//	README.txt       what this is, for somebody without Commonplan
//	project.json     the records, one a line
//	history.json     the values that were replaced, one record a line
//	media/<sha256>.jpg|png   pictures; the name is the hash of the content
//	sums.json        SHA-256 of every other part, so that damage can be named
//	ext/…            parts of newer versions, carried along unchanged
//
// # Canonical form
//
// Both JSON parts are written in one way only: the header's keys in the order format,
// needs, id, for (only in a copy that asks for one side's answers), sessions, records and
// every other key sorted; records sorted by id; text in NFC with nothing escaped that
// need not be; numbers as they were; LF. So equal states are equal bytes, whatever the
// platform, and [State] can name a state by a hash.
//
// # What a newer version wrote
//
// Unknown records, fields, keys (of values, too) and ext/ parts are kept as they are. A newer version
// that cannot live with that says so in the header: an unknown word in needs.read makes
// [Decode] refuse the file; one in needs.write lets it be read but not written, see
// [MayWrite]. A key for which the model has no room is refused, never dropped.
//
// # Protected by a password
//
// A protected file is an archive of another kind, in two layers of age
// (https://age-encryption.org), which any age program opens, too:
//
//	mimetype         application/vnd.commonplan.protected+zip
//	README.txt       how to open it without Commonplan
//	key.age          age identities, encrypted with the password (scrypt): slow on purpose
//	project.age      the whole project file above, encrypted to the first identity: fast
//
// A [Key] stands for the identities. Whoever opens a project keeps its key with it, nil
// if there is no password, and reads and writes everything that belongs to the project
// through it: the file by [Key.Encode] and [Key.Decode], journal entries and anything
// else by [Key.Seal] and [Key.Open]:
//
//	if file.IsProtected(data) {
//		key, err = file.Unlock(data, password) // half a second
//	}
//	doc, err := key.Decode(data) // works for a nil key, too
//	…
//	data, err = key.Encode(doc)
//	entry, err := key.Seal(change)
//
// To change the password is [Key.Renew]: a new identity, with the earlier ones kept
// behind it so that journals and earlier versions can still be read.
//
// # Hostile and damaged files
//
// [Decode] trusts nothing. Every limit below is held by counting bytes, not by
// believing what the file says of itself, and whatever is wrong gives one
// [model.Problem] that names the part and, where there is one, the line. What was refused
// for what is in it is not lost: [Salvage] reads every record whose own line is whole,
// and every picture that is what its name says.
package file
