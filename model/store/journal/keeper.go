package journal

import (
	"sync"
	"time"

	"commonplan/model"
	"commonplan/model/file"
)

// Keeper writes a journal away from the goroutine that edits: [Keeper.Note] costs
// nothing, and what was noted is on the disk a moment later.
type Keeper struct {
	journal *Journal // of the keeper's own goroutine
	pace    time.Duration
	trouble func(error)
	wake    chan struct{}
	ended   chan struct{}
	failing bool // of the keeper's own goroutine

	mu     sync.Mutex // guards what follows
	doc    *model.Document
	rebase *rebase
	urgent []chan<- error
	ending func(*Journal) error
}

// rebase is a save that the journal is yet to be told of.
type rebase struct {
	header Header
	base   *model.Document
	key    *file.Key
}

// Keep has a journal written, at this pace at most: half of what may be lost, since
// writing takes its time, too. Trouble is told from another goroutine when writing fails
// that went well before, and told nil when it goes well again.
func Keep(j *Journal, pace time.Duration, trouble func(error)) *Keeper {
	k := &Keeper{journal: j, doc: j.base, pace: pace, trouble: trouble, wake: make(chan struct{}, 1), ended: make(chan struct{})}
	go k.run()
	return k
}

// Note takes down the present state. It costs nothing: a document never changes.
func (k *Keeper) Note(doc *model.Document) { k.ask(func() { k.doc = doc }) }

// Saved says what the file holds now, see [Journal.Rebase].
func (k *Keeper) Saved(h Header, base *model.Document, key *file.Key) {
	k.ask(func() { k.rebase = &rebase{h, base, key} })
}

// Flush waits until everything noted is on the disk.
func (k *Keeper) Flush() error {
	done := make(chan error, 1)
	k.ask(func() { k.urgent = append(k.urgent, done) })
	select {
	case err := <-done:
		return err
	case <-k.ended:
		return nil
	}
}

// Remove ends the keeping and removes the journal: nothing in it is missing elsewhere.
func (k *Keeper) Remove() error { return k.end((*Journal).Remove) }

// Leave writes what was noted, ends the keeping and lets the next start find the journal.
func (k *Keeper) Leave() error {
	return k.end(func(j *Journal) error {
		err := j.Write(k.doc)
		if left := j.Leave(); err == nil {
			err = left
		}
		return err
	})
}

func (k *Keeper) end(how func(*Journal) error) error {
	var err error
	k.ask(func() {
		k.ending = func(j *Journal) error {
			err = how(j)
			return err
		}
	})
	<-k.ended
	return err
}

func (k *Keeper) ask(change func()) {
	k.mu.Lock()
	change()
	k.mu.Unlock()
	select {
	case k.wake <- struct{}{}:
	default: // it is awake
	}
}

// run writes at the keeper's pace, and at once what is urgent.
func (k *Keeper) run() {
	defer close(k.ended)
	pause := time.NewTimer(0)
	for {
		<-k.wake
		k.rest(pause)
		if k.work() {
			return
		}
		pause.Reset(k.pace)
	}
}

// rest waits for the end of the pause, or for something urgent.
func (k *Keeper) rest(pause *time.Timer) {
	for {
		k.mu.Lock()
		urgent := len(k.urgent) > 0 || k.ending != nil
		k.mu.Unlock()
		if urgent {
			return
		}
		select {
		case <-pause.C:
			return
		case <-k.wake:
		}
	}
}

// work does what is to be done by now; true if that was the end.
func (k *Keeper) work() (ended bool) {
	k.mu.Lock()
	doc, saved, urgent, ending := k.doc, k.rebase, k.urgent, k.ending
	k.rebase, k.urgent = nil, nil
	k.mu.Unlock()
	var err error
	if saved != nil {
		err = k.journal.Rebase(saved.header, saved.base, saved.key, doc)
	}
	if ending != nil {
		_ = ending(k.journal) // handed on to who asked
		return true
	}
	if err == nil {
		err = k.journal.Write(doc)
	}
	k.tell(err)
	for _, done := range urgent {
		done <- err
	}
	return false
}

// tell tells of the first failure of several, and of the end of failing.
func (k *Keeper) tell(err error) {
	if failing := err != nil; failing != k.failing {
		k.failing = failing
		k.trouble(err)
	}
}
