package main

import (
	"fmt"

	"commonplan/model"
)

// check says what is missing, a line each; nothing if nothing is.
func (c *cli) check(typed call) error {
	doc, err := c.read(typed.words[0])
	if err != nil {
		return err
	}
	for _, sentence := range c.gaps(model.ReadPlan(doc, nil)) {
		if _, err := fmt.Fprintln(c.out, sentence); err != nil {
			return err
		}
	}
	return nil
}
