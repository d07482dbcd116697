package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

const (
	allFor     = 24 * time.Hour
	dailyFor   = 30 * 24 * time.Hour
	monthlyFor = 24 // months
)

// Thin says which versions may go, by their times, the newest first: true is go. Of a day
// or a month the last one stays.
func Thin(times []time.Time, now time.Time) []bool {
	gone := make([]bool, len(times))
	days, months := map[string]bool{}, map[string]bool{}
	for i, at := range times {
		at := at.UTC()
		day, month := at.Format("2006-01-02"), at.Format("2006-01")
		switch age := now.Sub(at); {
		case i == 0, age < allFor:
		case age < dailyFor:
			gone[i] = days[day]
		default:
			gone[i] = months[month] || at.AddDate(0, monthlyFor, 0).Before(now)
		}
		if !gone[i] {
			days[day], months[month] = true, true
		}
	}
	return gone
}

// thinOut removes the versions whose time is over, and pictures that only they had.
func thinOut(all []Version, now time.Time) error {
	times := make([]time.Time, len(all))
	for i, v := range all {
		times[i] = v.Time
	}
	var stay []Version
	gone := Thin(times, now)
	for i, v := range all {
		if !gone[i] {
			stay = append(stay, v)
			continue
		}
		for _, kind := range []string{extension, listing} { // a list alone would keep pictures
			err := v.disk.Remove(filepath.Join(v.folder, v.name+kind))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("removing an earlier version: %w", err)
			}
		}
	}
	if len(stay) == len(all) {
		return nil
	}
	return clearPictures(stay)
}

func clearPictures(stay []Version) error {
	wanted := map[string]bool{}
	for _, v := range stay {
		names, err := v.pictures()
		if err != nil {
			return err // better too many pictures than one too few
		}
		for _, name := range names {
			wanted[pictureName(name, false)] = true
		}
	}
	folder := filepath.Join(stay[0].folder, pictures)
	names, err := stay[0].disk.List(folder)
	if err != nil {
		return fmt.Errorf("looking through the pictures of earlier versions: %w", err)
	}
	for _, name := range names {
		if !wanted[strings.TrimSuffix(name, sealedName)] {
			if err := stay[0].disk.Remove(filepath.Join(folder, name)); err != nil {
				return fmt.Errorf("removing a picture of earlier versions: %w", err)
			}
		}
	}
	return nil
}
