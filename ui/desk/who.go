package desk

import "commonplan/model"

// For tells whose side of the checklist the open copy was sent to ask for, "" for none.
func (d *Desk) For() model.Side {
	if d.project == nil {
		return ""
	}
	return d.project.Document().For
}

// Who gives the name that the person's changes carry; "" while they have not said.
func (d *Desk) Who() string { return d.source.Who }

// LastHand names who worked on the open plan last; "" where nobody gave a name.
func (d *Desk) LastHand() string {
	var last model.SessionInfo
	for _, s := range d.project.Document().Sessions {
		if s.Began > last.Began {
			last = s
		}
	}
	return last.Who
}

// CallMe keeps the name that the person's changes carry from now on.
func (d *Desk) CallMe(who string) error {
	if d.project != nil {
		if err := d.project.CallMe(who); err != nil {
			return err
		}
	}
	d.source.Who = who
	d.settings.SetWho(who)
	d.tellSaved() // the name may be in the file later than what it is about
	return nil
}
