// Package exchange gives a plan to other programs. It touches no disk.
//
//	JSON   every record with its fields, for scripts
package exchange
