package copies

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/merge"
	"commonplan/model/news"
	"commonplan/model/words"
	"commonplan/ui/forms"
	"commonplan/ui/look"
)

// SettleDesk is what settling asks of the app.
type SettleDesk interface {
	Words() *words.Words
	Plan() *model.Plan
	Document() *model.Document
	Unsettled() []merge.Choice
	ValueOf(id model.ID, field, text string) (model.Value, error)
	Edit(name string, change func(*edit.Change) error) error
	Now() time.Time
	Who() string
	IsOurs(model.Session) (ours, known bool)
	CanTakeBack() bool
	TakeBack() bool
}

// SettleShell is what settling asks of the window around it.
type SettleShell interface {
	ShowRecord(id model.ID)
	ShowOnMap(id model.ID)
	LeaveCopy() // goes back to where one came from
	Unfocus()   // takes the keyboard from whatever has it
	Trouble(err error)
	Confirm(title, sentence, yes string, then func())
}

// Settle shows what two copies say differently, one thing at a time. Use [NewSettle].
type Settle struct {
	desk  SettleDesk
	shell SettleShell
	words *words.Words

	choices []merge.Choice
	at      int
	keep    []func()    // what the keys 1 and 2 do, and on with more versions
	fresh   *look.Field // where it can be written new; nil for what cannot
	both    func()      // keeps both texts; nil where that makes no sense
	cards   []*look.Block

	body   *fyne.Container
	scroll *look.Scroll
}

// NewSettle gives the page.
func NewSettle(d SettleDesk, shell SettleShell) *Settle {
	s := &Settle{desk: d, shell: shell, words: d.Words(), body: look.VBox(16)}
	s.scroll = look.NewScroll(look.Inset(16, look.Margin, look.Margin, look.Margin, s.body))
	s.fill()
	return s
}

func (s *Settle) say(key string, with ...words.With) string {
	return s.words.Say("settle."+key, with...)
}

// Object is what the page draws.
func (s *Settle) Object() fyne.CanvasObject { return s.scroll }

// Chosen is the record the choice is about.
func (s *Settle) Chosen() model.ID {
	if s.at < len(s.choices) {
		return s.choices[s.at].Record
	}
	return ""
}

// Choose goes to what is to be settled on a record.
func (s *Settle) Choose(id model.ID) {
	for i, c := range s.choices {
		if c.Record == id {
			s.at = i
			s.fill()
			return
		}
	}
}

// Hint says which keys do what, for the foot of the window.
func (s *Settle) Hint() string {
	if len(s.choices) == 0 {
		return ""
	}
	if s.both == nil {
		return s.say("hint.one")
	}
	return s.say("hint")
}

// Areas are the parts of the page that F6 goes to. Nothing has the keyboard before that:
// somebody who presses Enter once more than needed must not choose by it.
func (s *Settle) Areas() []func() { return []func(){s.FocusFirst} }

// FocusFirst gives the keyboard to the first value. Neither is the likelier one: it is
// only the one that is read first.
func (s *Settle) FocusFirst() {
	if len(s.cards) > 0 {
		s.cards[0].Focus()
	}
}

// Changed brings the page up to date.
func (s *Settle) Changed(edit.Event) { s.fill() }

// TypedKey settles with the keys 1 to 4; the arrows go from one thing to the next.
func (s *Settle) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.Key1, fyne.Key2:
		if i := int(key.Name[0] - '1'); i < len(s.keep) {
			s.keep[i]()
		}
	case fyne.Key3:
		if s.both != nil {
			s.both()
		}
	case fyne.Key4:
		if s.fresh != nil {
			s.fresh.Focus()
		}
	case fyne.KeyPageUp:
		s.turn(-1)
	case fyne.KeyPageDown:
		s.turn(1)
	}
}

func (s *Settle) turn(by int) {
	if next := s.at + by; next >= 0 && next < len(s.choices) {
		s.at = next
		s.fill()
		s.shell.Unfocus()
	}
}

func (s *Settle) fill() {
	s.choices = s.desk.Unsettled()
	s.at = max(0, min(s.at, len(s.choices)-1))
	s.keep, s.fresh, s.both, s.cards = nil, nil, nil, nil
	if len(s.choices) == 0 {
		done := look.NewButton(s.words.Say("dialog.ok"), s.shell.LeaveCopy)
		s.body.Objects = []fyne.CanvasObject{look.NewPageHead(s.say("title"), ""),
			look.NewEmpty(look.IconCheck, s.say("done"), s.say("done.line"), done)}
		s.addTakeBack()
		s.scroll.Refit()
		return
	}
	c := s.choices[s.at]
	teller := news.NewTeller(s.words, s.desk.Plan(), s.desk.Plan())
	before := look.NewIconButton(look.IconChevronLeft, s.say("before"), func() { s.turn(-1) }).Large()
	after := look.NewIconButton(look.IconChevronRight, s.say("after"), func() { s.turn(1) }).Large()
	if s.at == 0 {
		before.Disable()
	}
	if s.at == len(s.choices)-1 {
		after.Disable()
	}
	place := look.NewText(s.say("place", words.With{"N": len(s.choices), "At": s.at + 1})).Semibold().OneLine()
	s.body.Objects = []fyne.CanvasObject{look.NewPageHead(s.say("title"), s.say("line"), look.HBox(12, before, place, after)), s.about(teller, c)}
	if len(c.Removed) > 0 {
		s.dispute(teller, c)
	} else {
		s.versions(teller, c)
	}
	s.addTakeBack()
	s.scroll.Refit()
}

// about says what the choice is about.
func (s *Settle) about(teller *news.Teller, c merge.Choice) fyne.CanvasObject {
	item := s.desk.Plan().Item(c.Record)
	icon, color := look.IconFile, look.Muted
	if item != nil {
		icon, color = forms.SignOf(item)
	}
	title := s.say("about.record", words.With{"Type": s.words.Say("type." + string(c.Type)), "Title": teller.Name(c.Record)})
	if label := s.desk.Plan().Label(c.Record); label != "" {
		title = s.say("about.label", words.With{"Type": s.words.Say("type." + string(c.Type)), "Number": label, "Title": teller.Name(c.Record)})
	}
	lines := look.VBox(0, look.NewText(title).Semibold())
	field, member, _ := strings.Cut(c.Field, "/")
	if c.Field != "" {
		lines.Add(look.NewText(words.Capital(teller.FieldName(c.Type, field, member))).Caption())
		if was := s.before(teller, c); was != "" {
			lines.Add(look.NewText(s.say("was", words.With{"Was": was})).Caption().In(look.Muted))
		}
	}
	see := look.NewButton(s.say("see"), func() { s.shell.ShowRecord(c.Record) })
	if item != nil && model.ColumnOf(item) != model.NoColumn {
		see = look.NewButton(s.words.Say("form.see_on_map"), func() { s.shell.ShowOnMap(c.Record) })
	}
	return look.NewNotePanel(look.Pad(7, 4, look.HBox(18, look.NewShape(icon, color, 24), look.Stretch(lines), see.Small().WithIcon(look.IconEye))))
}

// before is what both copies said earlier, if that is known and short enough to show.
func (s *Settle) before(teller *news.Teller, c merge.Choice) string {
	replacedBy := map[model.Stamp]map[model.Stamp]bool{}
	for _, old := range s.desk.Document().History[c.Holder] {
		if old.Field != c.Field {
			continue
		}
		if replacedBy[old.Stamp] == nil {
			replacedBy[old.Stamp] = map[model.Stamp]bool{}
		}
		replacedBy[old.Stamp][old.By] = true
		all := true
		for _, v := range c.Versions {
			all = all && replacedBy[old.Stamp][v.Stamp]
		}
		if all {
			field, _, _ := strings.Cut(c.Field, "/")
			return clipped(teller.Value(c.Type, field, old.Value))
		}
	}
	return ""
}

// clipped cuts what would take more than a few lines.
func clipped(text string) string {
	const most = 200
	if letters := []rune(text); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + "…"
	}
	return text
}

// versions shows the values beside each other, all of one size and weight.
func (s *Settle) versions(teller *news.Teller, c merge.Choice) {
	field, _, _ := strings.Cut(c.Field, "/")
	texts := make([]string, len(c.Versions))
	for i, v := range c.Versions {
		texts[i] = teller.OrNothing(c.Type, field, v.Value)
	}
	var cards []fyne.CanvasObject
	for i, v := range c.Versions {
		other := texts[(i+1)%len(texts)]
		mine, _ := model.CompareTexts(texts[i], other)
		card := s.card(s.whose(v, i), s.when(v.Stamp), marked(mine), s.hangs(c, v.Value), i, func() { s.settle(c, v.Value) })
		cards = append(cards, card)
	}
	s.body.Add(look.Fold(20, 330, nil, cards...))
	s.body.Add(s.write(teller, c, texts[0]))
	s.body.Add(look.HBox(8, look.NewShape(look.IconUndo, look.Muted, 16), look.NewText(s.say("history")).Caption().In(look.Muted)))
}

func marked(runs []model.Run) []look.Run {
	all := make([]look.Run, len(runs))
	for i, run := range runs {
		all[i] = look.Run{Text: run.Text, Marked: run.Differs}
	}
	return all
}

// card shows one way out. What it keeps is told by its button and its key.
func (s *Settle) card(whose, when string, text []look.Run, hangs string, i int, keep func()) fyne.CanvasObject {
	s.keep = append(s.keep, keep)
	head := look.HBox(12, look.NewText(whose).Semibold(), look.NewText(when).Caption().In(look.Muted).OneLine())
	parts := look.VBox(14, head, look.NewDivider(), look.NewRichText(text...).Sized(look.Subheading))
	if hangs != "" {
		parts.Add(look.VBox(0, look.NewText(s.say("hangs")).Caption().In(look.Muted), look.NewText(hangs)))
	}
	foot := look.HBox(12, look.NewButton(s.say("keep"), keep))
	if i < 2 {
		foot.Add(look.NewText(s.say("key", words.With{"Key": i + 1})).Caption().In(look.Muted).OneLine())
	}
	plain := ""
	for _, run := range text {
		plain += run.Text
	}
	says := s.say("card.says", words.With{"Whose": whose, "Text": plain, "Key": i + 1})
	block := look.NewBlock(says, look.Pad(20, 18, look.Footed(14, parts, foot)), nil).Joined(look.RadiusCard)
	block.OnKey = func(key *fyne.KeyEvent) bool { return s.inCard(i, key.Name) }
	s.cards = append(s.cards, block)
	return look.NewPanelWith(1, block)
}

// inCard goes from card to card with the arrows. Enter keeps nothing: that takes the
// button, or the card's number.
func (s *Settle) inCard(i int, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		s.cards[max(i-1, 0)].Focus()
	case fyne.KeyRight:
		s.cards[min(i+1, len(s.cards)-1)].Focus()
	default:
		return false
	}
	return true
}

// whose says whose value it is: by the name, or else by where it was before the merge.
func (s *Settle) whose(v merge.Version, i int) string {
	if v.Who == "" {
		if ours, known := s.desk.IsOurs(v.Stamp.Session); known && ours {
			return s.say("yours")
		} else if known {
			return s.say("copys")
		}
	}
	return s.named(v.Who, i)
}

func (s *Settle) named(who string, i int) string {
	switch who {
	case "":
		return s.say("nobodys", words.With{"N": i + 1})
	case s.desk.Who():
		return s.say("yours")
	}
	return who
}

// when says when the session of a change began.
func (s *Settle) when(stamp model.Stamp) string {
	for _, session := range s.desk.Document().Sessions {
		if session.ID != stamp.Session {
			continue
		}
		if began, err := time.Parse(time.RFC3339, session.Began); err == nil {
			return dayOf(s.words, s.desk.Now(), began)
		}
	}
	return ""
}

// dayOf writes a time for people: with the hour if it is today.
func dayOf(w *words.Words, now, at time.Time) string {
	day, today := model.DateOf(at.Local()), model.DateOf(now.Local())
	switch {
	case day == today:
		return w.Say("start.today", words.With{"Time": at.Local().Format("15:04")})
	case day.Year == today.Year:
		return w.DateWithoutYear(day)
	}
	return w.Date(day)
}

// write offers to keep both, and to write it new.
func (s *Settle) write(teller *news.Teller, c merge.Choice, first string) fyne.CanvasObject {
	field, _, _ := strings.Cut(c.Field, "/")
	foot := look.HBox(12)
	parts := look.VBox(12)
	if writable(c.Type, field) {
		s.fresh = look.NewField("")
		if spec, ok := schemaField(c.Type, field); ok && spec.Kind == model.KindLongText {
			s.fresh = look.NewTextArea("", 3)
		}
		s.fresh.SetText(first)
		s.fresh.OnEnter = func() { s.useText(c) }
		parts.Add(look.NewText(s.say("write")).Subheading())
		parts.Add(s.fresh)
		foot.Add(look.NewButton(s.say("use"), func() { s.useText(c) }))
		foot.Add(look.NewText(s.say("key", words.With{"Key": 4})).Caption().In(look.Muted).OneLine())
	}
	if edit.CanKeepBoth(c.Type, field) && !news.IsName(c.Type, field) { // a title of two titles is neither
		values := make([]model.Value, len(c.Versions))
		for i, v := range c.Versions {
			values[i] = v.Value
		}
		s.both = func() { s.settle(c, edit.Both(c.Type, c.Field, values)) }
		foot.Add(look.NewButton(s.say("both"), s.both))
		foot.Add(look.NewText(s.say("both.key")).Caption().In(look.Muted).OneLine())
	}
	foot.Add(look.NewLink(s.say("later"), func() { s.later() }))
	parts.Add(foot)
	return look.NewPanel(parts)
}

func schemaField(kind model.Type, field string) (*model.Field, bool) {
	schema, ok := model.SchemaOf(kind)
	if !ok {
		return nil, false
	}
	return schema.Field(field)
}

// writable tells whether a field can be written in a line of text: a reference cannot.
func writable(kind model.Type, field string) bool {
	spec, ok := schemaField(kind, field)
	return ok && spec.Kind != model.KindReference && spec.Kind != model.KindYesNo && spec.Kind != model.KindChoice
}

// useText settles with what was written.
func (s *Settle) useText(c merge.Choice) {
	value, err := s.desk.ValueOf(c.Record, c.Field, s.fresh.Text())
	if err != nil {
		s.fresh.SetError(s.words.Explain(err))
		s.fresh.Focus()
		return
	}
	s.settle(c, value)
}

// later leaves this one as it is, and goes to the next.
func (s *Settle) later() {
	if s.at+1 < len(s.choices) {
		s.turn(1)
		return
	}
	s.shell.LeaveCopy()
}

func (s *Settle) settle(c merge.Choice, value model.Value) {
	s.done(s.desk.Edit("edit.settle", func(change *edit.Change) error {
		return change.Settle(c.Holder, c.Field, value)
	}))
}

func (s *Settle) done(err error) {
	if err != nil {
		s.shell.Trouble(err)
		return
	}
	s.shell.Unfocus() // the next thing is not chosen by the key that chose this one
}

// dispute is about a record that one copy removed while another changed or added to it.
func (s *Settle) dispute(teller *news.Teller, c merge.Choice) {
	fields := make([]string, 0, len(c.Changed))
	for _, field := range c.Changed {
		name, member, _ := strings.Cut(field, "/")
		fields = append(fields, teller.FieldName(c.Type, name, member))
	}
	with := words.With{"Fields": s.words.And(fields), "Added": teller.Added(c.Added)}
	stays, removes := "changed", "removes"
	if len(c.Added) > 0 {
		removes = "removes.added"
		if stays = "added"; len(fields) > 0 {
			stays = "changed_and_added"
		}
	}
	keep := s.card(s.named(first(c.By), 0), "", []look.Run{{Text: s.say(stays, with)}}, s.say("keeps"), 0, func() {
		s.done(s.desk.Edit("edit.settle", func(change *edit.Change) error { return change.Restore(c.Record) }))
	})
	remove := s.card(s.whose(c.Removed[0], 1), "", []look.Run{{Text: s.say("removed")}}, s.say(removes), 1, func() {
		s.done(s.desk.Edit("edit.settle", func(change *edit.Change) error { return change.Remove(c.Record) }))
	})
	s.body.Add(look.Fold(20, 330, nil, keep, remove))
	s.body.Add(look.HBox(0, look.NewLink(s.say("later"), func() { s.later() })))
}

func first(names []string) string {
	for _, name := range names {
		if name != "" {
			return name
		}
	}
	return ""
}

// addTakeBack offers to take the whole merge back.
func (s *Settle) addTakeBack() {
	if !s.desk.CanTakeBack() {
		return
	}
	s.body.Add(look.HBox(0, look.NewLink(s.words.Say("menu.take_back"), func() {
		s.shell.Confirm(s.words.Say("menu.take_back"), s.say("take_back.line"), s.say("take_back.yes"), func() { s.desk.TakeBack() })
	})))
}
