// Package model holds what a Commonplan project is: its records, their fields and
// their rules. It imports nothing else of Commonplan and touches no disk, no clock
// and no screen.
//
// There are two views of the same facts:
//
//   - The generic view. A [Document] is a set of [Record]s; a record is an id, a type
//     and fields, each field with the [Stamp] of the change that wrote it. Files and
//     merges work on this view only, so records and fields of newer versions survive.
//   - The typed view. [Need], [Activity], [Outcome] and their like are plain structs;
//     a [Plan] is all of them, in order. Screens and papers work on this view.
//
// Struct tags join the two (see [Schema]): `field:"title,required"`. [ReadPlan] goes
// from records to structs; package edit goes back, changing only fields that differ.
//
// A Document and its Records are never changed in place: an edit makes new ones. A
// snapshot is therefore a pointer, and may be read by any goroutine.
//
// Where two copies changed one field without knowing of each other it has several values
// until somebody settles it; [Document.Reading] tells what it says meanwhile. A removed
// record stays in the document, in the bin, see [Deletion].
//
// Money is whole pence ([Pence]); dates are civil ([Date]); the months of the plan
// count from 1 ([Months]). A rule that is broken gives a [Problem]: a key for the
// sentence and what to put into it, so that every sentence can be translated.
package model
