// Package share makes the copy of a project that is sent to others: without what is
// private.
//
// Left out are the records marked private, what belongs to them (comments and pictures on
// them), and the companions that hold private fields such as contacts; with them go their
// history, the pictures that nobody else uses, and the names of those who worked on
// nothing else. Of a record that was private once, the history stays behind. Parts of
// newer versions stay behind too: nobody here can tell what is in them.
//
// A record that a copy lacks is not known there, rather than deleted, so the copy comes
// home harmlessly (see package merge).
//
// [Check] looks into the finished file for anything that should not be there. It is
// called before a copy is offered, because trust is good and looking is better.
package share
