//go:build !linux

package main

import (
	"errors"
	"time"
)

// threadTime is asked for on a desk of the journeys only, which Linux alone has.
func threadTime() (time.Duration, error) { return 0, errors.New("only Linux tells the time worked") }
