package main

import "golang.org/x/sys/windows"

// isRunning tells whether there is a process of this number.
func isRunning(pid int) bool {
	const stillActive = 259
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return err == windows.ERROR_ACCESS_DENIED
	}
	defer func() { _ = windows.CloseHandle(process) }() // nothing else uses it
	var code uint32
	return windows.GetExitCodeProcess(process, &code) == nil && code == stillActive
}
