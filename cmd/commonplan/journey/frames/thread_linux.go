package main

import (
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// threadTime is how long a processor has worked for the present thread so far.
func threadTime() (time.Duration, error) {
	var at unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &at); err != nil {
		return 0, fmt.Errorf("asking for the time worked: %w", err)
	}
	return time.Duration(at.Nano()), nil
}
