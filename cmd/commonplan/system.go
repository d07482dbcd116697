package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// documents gives the folder in which people keep their papers.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return home
}

// read opens a finished paper in the system's own program for it.
func read(path string) error {
	command := exec.Command("xdg-open", path)
	switch runtime.GOOS {
	case "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		command = exec.Command("open", path)
	}
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }() // the reader stays open; its end means nothing to us
	return nil
}
