package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// remote are the kinds of file system that live on another computer.
var remote = map[int64]bool{
	unix.NFS_SUPER_MAGIC: true, unix.SMB_SUPER_MAGIC: true, unix.SMB2_SUPER_MAGIC: true, unix.CIFS_SUPER_MAGIC: true,
	unix.AFS_SUPER_MAGIC: true, unix.CODA_SUPER_MAGIC: true, unix.V9FS_MAGIC: true, unix.CEPH_SUPER_MAGIC: true,
	unix.FUSE_SUPER_MAGIC: true,
}

// mediumOf asks the kernel which device a path is on, and whether that can be pulled out.
func mediumOf(path string) Medium {
	for { // a file that is not there yet will be on the disk of its folder
		var about unix.Stat_t
		if err := unix.Stat(path, &about); err == nil {
			return mediumOfDevice(path, unix.Major(about.Dev), unix.Minor(about.Dev))
		}
		parent := filepath.Dir(path)
		if parent == path {
			return UnknownMedium
		}
		path = parent
	}
}

func mediumOfDevice(path string, major, minor uint32) Medium {
	var system unix.Statfs_t
	device, err := filepath.EvalSymlinks(fmt.Sprintf("/sys/dev/block/%d:%d", major, minor))
	if err != nil { // no disk of this computer
		if unix.Statfs(path, &system) == nil && remote[int64(system.Type)] {
			return Network
		}
		return UnknownMedium
	}
	if strings.Contains(device, "/usb") { // sticks, and disks that hang on a cable
		return Removable
	}
	for _, folder := range []string{device, filepath.Dir(device)} { // a partition’s disk is above it
		if flag, err := os.ReadFile(filepath.Join(folder, "removable")); err == nil {
			if strings.TrimSpace(string(flag)) == "1" {
				return Removable
			}
			return Fixed
		}
	}
	return Fixed
}
