// Package copies is where copies of a plan come together again: a preview in plain
// sentences of what a copy brings, before anything is touched, and the things to settle
// afterwards, one at a time, where two copies say different things.
package copies
