//go:build !windows

package store

import "syscall"

// reasons says which sentence an error number of the system stands for.
var reasons = map[syscall.Errno]string{
	syscall.ENOSPC:       "full",
	syscall.EDQUOT:       "full",
	syscall.EFBIG:        "full",
	syscall.EROFS:        "protected",
	syscall.ENAMETOOLONG: "name",
	syscall.EINVAL:       "name",
	syscall.EILSEQ:       "name",
	syscall.ENOTDIR:      "gone",
	syscall.ETXTBSY:      "used",
	syscall.EBUSY:        "used",
}
