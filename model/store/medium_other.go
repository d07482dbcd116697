//go:build !linux && !windows

package store

import "strings"

// mediumOf goes by where macOS puts what can be pulled out.
func mediumOf(path string) Medium {
	switch {
	case strings.HasPrefix(path, "/Volumes/"):
		return Removable
	case strings.HasPrefix(path, "/Network/"), strings.HasPrefix(path, "/net/"):
		return Network
	}
	return Fixed
}
