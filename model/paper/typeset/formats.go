package typeset

import "commonplan/model/paper"

// For is the look of a paper in its format.
func For(f paper.Format) Look {
	switch f {
	case paper.OneSide:
		return oneSide()
	case paper.ForWorking:
		return forWorking()
	case paper.ToFillIn:
		return toFillIn()
	case paper.OnTheSide:
		return onTheSide()
	case paper.Poster:
		return poster()
	}
	return A4()
}

// oneSide has larger words than [A4], for a paper of one side.
func oneSide() Look {
	l := A4()
	l.Body, l.Small, l.Tight = Type{13, 17.5}, Type{11.5, 14.5}, Type{13, 17.5}
	l.Title, l.Subtitle, l.Heading = Type{36, 39}, Type{13, 17.5}, Type{13, 17.5}
	l.SubHeading, l.Figures, l.Sentence = Type{11, 14}, Type{18, 21}, Type{20, 25.2}
	l.FrameWidth = pt(2.3)
	l.SectionSpace, l.SectionRoom = 4, .6
	return l
}

// forWorking is [A4] with a smaller title, which leaves room for lists and charts.
func forWorking() Look {
	l := A4()
	l.Title, l.Subtitle = Type{24, 28}, Type{11, 14}
	return l
}

// toFillIn gives every section the title of a sheet of its own.
func toFillIn() Look {
	l := forWorking()
	l.Heading, l.SectionRule, l.HeadingSpace = l.Title, 0, .4
	return l
}

// onTheSide is A4 turned, nearly all of it for a drawing.
func onTheSide() Look {
	l := A4()
	l.PageWidth, l.PageHeight = 297, 210
	l.Left, l.Width, l.Top, l.Bottom, l.FooterRule = 14, 269, 11, 193, 196
	l.Title, l.Subtitle, l.TitleRule = Type{24, 28}, Type{11, 14}, pt(1.5)
	l.SectionSpace, l.SectionRoom = 3, 0
	return l
}

// poster is A3 on its side, to be read from where one stands.
func poster() Look {
	l := A4()
	l.PageWidth, l.PageHeight = 420, 297
	l.Left, l.Width, l.Top, l.Bottom, l.FooterRule = 16, 388, 14, 279, 281.4
	l.Body, l.Small, l.Tight, l.Footer = Type{13, 16.5}, Type{12.5, 15.7}, Type{13, 16.5}, Type{12, 15}
	l.Title, l.Subtitle, l.Heading, l.TitleRule = Type{40, 42}, Type{17, 21}, Type{17, 21}, pt(2)
	l.SubHeading = Type{13, 16.5}
	l.SectionSpace, l.SectionRoom = 4, 0
	return l
}
