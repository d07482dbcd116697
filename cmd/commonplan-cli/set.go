package main

import "commonplan/model/edit"

// set changes one field, through the same door as the window.
func (c *cli) set(typed call) error {
	name, record, field, value := typed.words[0], typed.words[1], typed.words[2], typed.words[3]
	return c.change(name, func(project *edit.Project) error {
		return project.SetText(record, field, value)
	})
}
