package edit

import (
	"slices"

	"commonplan/model"
)

// CallMe gives the name to remember with changes from now on. What was done in this
// session without a name gets it, too. Under another name a fresh session begins, so
// that what was done under the old one stays theirs.
func (p *Project) CallMe(who string) error {
	if p.source.Who == who {
		return nil
	}
	p.EndBurst()
	at := slices.IndexFunc(p.doc.Sessions, func(s model.SessionInfo) bool { return s.ID == p.session })
	switch {
	case at < 0: // nothing was written in it yet
	case p.doc.Sessions[at].Who == "":
		p.doc = p.doc.Clone()
		p.doc.Sessions[at].Who = who
	default:
		session, err := model.NewSession(p.source.Random)
		if err != nil {
			return err
		}
		p.session, p.n = session, 0
	}
	p.source.Who = who
	return nil
}
