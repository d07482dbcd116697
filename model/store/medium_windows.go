package store

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// mediumOf asks Windows what kind of drive a path is on.
func mediumOf(path string) Medium {
	full, err := filepath.Abs(path)
	if err != nil {
		return UnknownMedium
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(full) + `\`)
	if err != nil {
		return UnknownMedium
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_FIXED, windows.DRIVE_RAMDISK:
		return Fixed
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return Removable
	case windows.DRIVE_REMOTE:
		return Network
	}
	return UnknownMedium
}
