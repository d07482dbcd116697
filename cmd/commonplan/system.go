package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// home gives the person's home folder, "" if nobody knows it.
func home() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}

// documents gives the folder in which people keep their papers.
func documents() string {
	home := home()
	if home == "" {
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
	switch runtime.GOOS {
	case "windows":
		return start("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		return start("open", path)
	}
	return start("xdg-open", path)
}

// send has the system print a PDF: by its print verb on Windows, by lp where there is
// a printer. Where there is none, the paper is opened, to be printed from there. Both
// want a file, which stays in the system's temporary folder.
func send(name string, data []byte) error {
	folder, err := os.MkdirTemp("", "commonplan-print")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		return start("powershell", "-NoProfile", "-Command", "& { Start-Process -Verb Print -LiteralPath $args[0] }", path)
	}
	if printer, err := exec.Command("lpstat", "-d").Output(); err == nil && strings.Contains(string(printer), ":") {
		return exec.Command("lp", "-t", name, path).Run()
	}
	return read(path)
}

// start starts a program that goes on by itself.
func start(name string, args ...string) error {
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		return err
	}
	go func() { _ = command.Wait() }() // its end means nothing to us
	return nil
}
