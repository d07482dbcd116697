package desk

import (
	"testing"
	"time"
)

func TestAFileIsSavedAfterAPauseAndAtLeastEveryTwoMinutesOfWork(t *testing.T) {
	s := safety{pause: 30 * time.Second}
	began := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)

	for after, want := range map[time.Duration]time.Duration{
		0: 30 * time.Second, 80 * time.Second: 30 * time.Second, 110 * time.Second: 10 * time.Second, 3 * time.Minute: 0,
	} {
		s.since = began
		if got := s.wait(began.Add(after)); got != want {
			t.Errorf("%v after the first change it waits %v, want %v", after, got, want)
		}
	}
	s.since = time.Time{}
	if got := s.wait(began); got != s.pause || s.since != began {
		t.Errorf("at the first change it waits %v, counted from %v", got, s.since)
	}
}
