package main

import (
	"os"
	"strings"

	"commonplan/model"
	"commonplan/model/store"
)

// A script gives the password of protected projects in a file that only it can read, or
// in the environment; never as a word of the command, which every user of a machine sees.
const (
	passwordFlag = "--password-file"
	passwordName = "COMMONPLAN_PASSWORD"
)

// passwordSource takes the choice of a password file from what was typed, before the
// command, and tells where the password is to be had: "" is none.
func (c *cli) passwordSource(args []string) (source func() (string, error), rest []string, err error) {
	if len(args) > 0 {
		name, path, joined := strings.Cut(args[0], "=")
		if name == passwordFlag {
			rest = args[1:]
			if !joined && len(rest) > 0 {
				path, rest = rest[0], rest[1:]
			}
			if path == "" {
				return nil, nil, &misuse{key: "cli.wrong.flag.empty", with: map[string]any{"Text": passwordFlag}, usage: c.usage()}
			}
			return func() (string, error) { return passwordIn(path) }, rest, nil
		}
	}
	return func() (string, error) { return os.Getenv(passwordName), nil }, args, nil
}

// passwordIn reads a password from a file: all of it but the end of its line.
func passwordIn(path string) (string, error) {
	const most = 1 << 20
	data, err := store.ReadBounded(store.OS, whole(path), most)
	if err != nil {
		return "", err
	}
	password := strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
	if password == "" {
		return "", model.NewProblem("cli.password.empty", "File", path)
	}
	return password, nil
}
