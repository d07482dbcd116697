// Package news says in plain sentences what a copy of a plan brings: one sentence for
// each [merge.Change], with the names of records marked so that a screen can set them
// apart.
//
//	teller := news.NewTeller(words.English(), before, after)
//	for _, change := range report.Changes {
//		fmt.Println(teller.Tell(change))
//	}
//	// The secretary changed the target of Plate waste from 70 g to 60 g.
//
// It also names fields and writes values the way people do, wherever one value of a
// field is shown beside another.
package news
