package store

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// reasons says which sentence an error number of the system stands for.
var reasons = map[syscall.Errno]string{
	windows.ERROR_DISK_FULL:                 "full",
	windows.ERROR_HANDLE_DISK_FULL:          "full",
	windows.ERROR_DISK_QUOTA_EXCEEDED:       "full",
	windows.ERROR_FILE_TOO_LARGE:            "full",
	syscall.ENOSPC:                          "full",
	windows.ERROR_WRITE_PROTECT:             "protected",
	windows.ERROR_FILENAME_EXCED_RANGE:      "name",
	windows.ERROR_INVALID_NAME:              "name",
	windows.ERROR_BAD_PATHNAME:              "name",
	windows.ERROR_DIRECTORY:                 "gone",
	windows.ERROR_NOT_READY:                 "gone",
	windows.ERROR_BAD_NETPATH:               "gone",
	windows.ERROR_SHARING_VIOLATION:         "used",
	windows.ERROR_LOCK_VIOLATION:            "used",
	windows.ERROR_USER_MAPPED_FILE:          "used",
	windows.ERROR_UNABLE_TO_REMOVE_REPLACED: "used",
}
