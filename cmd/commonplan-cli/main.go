// Command commonplan-cli does Commonplan's work without a window: it begins a project,
// tells what is in it and what is missing, prints it, changes a field, exports it.
//
// Its words, its exit codes and the shape of its JSON are fixed, so that scripts can
// rely on them: 0 done; 1 the input is at fault, with one sentence on stderr and
// nothing written; 2 wrong use. Each command is a line in the table of commands.go and
// a file of its own; cli.go reads what was typed, disk.go is the way to the files.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }
