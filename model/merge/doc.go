// Package merge brings copies of one project together: copies that were mailed around,
// filled in by the council, restored from a backup, found beside each other, or rescued
// after a crash. It knows records and fields, not their meaning.
//
// # The join
//
// [Join] is a join of states, one record and one field at a time. Any two copies that
// meet can be joined, in any order and any number of times, with the same bytes as the
// result: it is commutative, associative and idempotent, and a copy that is older than
// another adds nothing to it. No clock decides anything.
//
// Every value of a field carries the stamp of the change that wrote it, (session, n).
// Every record carries its context: how far it has seen each session. Say two copies
// hold different values of a title. If one copy's context covers the other's stamp, it
// had seen that value and replaced it: the value goes into the history. If neither
// covers the other's, both changes were made without knowing of each other, and both
// values stay live until a person settles it. So a join may move a value into the
// history; it never drops one, and the history only grows.
//
// The context belongs to the record, not to the document: a record that a copy lacks is
// not known there, rather than deleted. A copy that was sent without the private records
// comes home harmlessly.
//
// # Where there is no stamp
//
// Keys and parts of newer versions, and who worked in a session, have no stamp. Where two
// copies differ in them, both contents stay, one of them under another name. A stamp that
// was forged or used twice, with two values, keeps both. Only what a copy was sent for
// goes, unless both were sent for the same.
//
// # Long texts
//
// Two changes to one long text are put together word by word, and only words that both
// changed are asked about. That is done in reading, not in joining: both values stay live
// in the file, and whoever reads the field ([model.Document.Reading], and so the plan and
// every paper) sees the text with both changes. Their base is the latest value that both
// came from, which the field's own history tells. So the merged text needs no stamp and
// no clock, is the same on every PC, and the join stays a pure union, whatever the order.
// The next edit of the field starts from what was read and replaces both values.
//
// Had the join written the merged text as a value of its own, each PC would have had to
// write it, each under another stamp, and copies that hold the same would differ.
//
// # Deletion against change
//
// A deletion carries what its writer had seen of the record ([model.Deletion]). A change
// that is not in it was made without knowing of the deletion, so the record stays, and is
// something to settle: a function of the joined state, not of the order of joining. So
// does a record that another still refers to, such as a cost: see [model.Bin].
package merge
