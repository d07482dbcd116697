package model

import (
	"fmt"
	"sort"
	"strings"
)

// Problem is a broken rule or an input that cannot be stored. It names the sentence
// to show (a key of the words) and what to put into it; package words says it.
type Problem struct {
	Key  string
	With map[string]any
}

// NewProblem makes a problem from a key and pairs of name and value.
func NewProblem(key string, pairs ...any) *Problem {
	p := &Problem{Key: key, With: map[string]any{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		p.With[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return p
}

// Error gives the key and its values: for logs. People are shown the sentence.
func (p *Problem) Error() string {
	names := make([]string, 0, len(p.With))
	for name := range p.With {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString(p.Key)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, p.With[name])
	}
	return b.String()
}

// Sentence gives the key of the sentence to show and what to put into it.
func (p *Problem) Sentence() (key string, with map[string]any) { return p.Key, p.With }
