package forms

import (
	"fyne.io/fyne/v2"

	"commonplan/model"
	"commonplan/model/edit"
	"commonplan/model/words"
	"commonplan/ui/comments"
	"commonplan/ui/look"
	"commonplan/ui/pictures"
)

// Form is the form of one record: its fields, and what is related to it below.
type Form struct {
	desk  Desk
	shell Shell
	words *words.Words

	id         model.ID
	kind       model.Type
	inputs     map[string]input
	order      []string
	related    *fyne.Container
	pictures   *pictures.Part // nil where nothing is to be seen, such as on a link
	comments   *comments.Part // nil where nobody remarks, such as on a comment
	head       *fyne.Container
	conditions []condition
	title      string
	back       func() // to where one came from, or to the list's record from one that is not in the list; may be nil
	backTo     string // the words of its link
	object     *look.Scroll
}

// condition says when a row is asked for.
type condition struct {
	row  fyne.CanvasObject
	when func(model.Item) bool
}

// newForm gives the form of a record.
func newForm(desk Desk, shell Shell, id model.ID, back func()) *Form {
	f := &Form{desk: desk, shell: shell, words: desk.Words(), id: id, back: back, backTo: desk.Words().Say("form.back"), inputs: map[string]input{}}
	f.kind = f.item().Type()
	f.head, f.related = look.VBox(8), look.VBox(24)
	parts := []fyne.CanvasObject{f.head}
	for _, row := range layouts[f.kind].rows {
		object := f.row(row)
		if when := row[0].when; when != nil {
			f.conditions = append(f.conditions, condition{object, when})
		}
		parts = append(parts, object)
	}
	page := look.VBox(24, look.VBox(16, parts...), f.related)
	if pictured[f.kind] {
		f.pictures = pictures.New(desk, shell, id)
		page.Add(f.pictures.Object())
	}
	if !unremarked[f.kind] {
		f.comments = comments.New(desk, shell, id)
		page.Add(f.comments.Object())
		page.Add(look.HBox(0, look.NewLink(f.say("form.history"), func() { f.shell.ShowHistory(f.id) })))
	}
	f.object = look.NewScroll(look.Inset(4, look.Margin, 40, 16, page))
	f.showRecord(f.item())
	return f
}

// unremarked are the records on which nobody can remark.
var unremarked = map[model.Type]bool{model.TypeComment: true, model.TypeSection: true}

// pictured are the records that can be seen, or heard of in a place that can.
var pictured = map[model.Type]bool{
	model.TypeProject: true, model.TypeNeed: true, model.TypeAsset: true, model.TypeListening: true, model.TypeEvidence: true,
	model.TypeActivity: true, model.TypeOutcome: true, model.TypePartner: true, model.TypeReview: true,
}

func (f *Form) row(row []entry) fyne.CanvasObject {
	schema, _ := model.SchemaOf(f.kind)
	var shares []float32
	var objects []fyne.CanvasObject
	for _, e := range row {
		spec, ok := schema.Field(e.field)
		if !ok {
			continue // the tests hold that every entry names a field
		}
		in := f.newInput(e, spec)
		f.inputs[e.field] = in
		f.order = append(f.order, e.field)
		shares, objects = append(shares, e.share), append(objects, in.object)
	}
	if len(objects) == 1 {
		return objects[0]
	}
	return look.Columns(16, shares, objects...)
}

// say gives a sentence, with pairs of name and value put in.
func (f *Form) say(key string, pairs ...string) string { return say(f.words, key, pairs...) }

func say(w *words.Words, key string, pairs ...string) string {
	if len(pairs) == 0 {
		return w.Say(key)
	}
	with := words.With{}
	for i := 0; i+1 < len(pairs); i += 2 {
		with[pairs[i]] = pairs[i+1]
	}
	return w.Say(key, with)
}

// item gives the record as it stands; nil if it is gone.
func (f *Form) item() model.Item { return f.desk.Plan().Item(f.id) }

// show brings all fields and what is related up to date.
func (f *Form) show() {
	item := f.item()
	if item == nil {
		return
	}
	f.showRecord(item)
	f.showPictures(edit.Event{})
	f.showComments(edit.Event{})
}

// showRecord brings the fields and the related records up to date.
func (f *Form) showRecord(item model.Item) {
	for _, in := range f.inputs {
		in.show(item)
	}
	f.showConditions(item)
	f.showHead(item)
	f.showRelated(item)
}

// showConditions shows the rows that the record's answers ask for.
func (f *Form) showConditions(item model.Item) {
	changed := false
	for _, c := range f.conditions {
		if wanted := c.when(item); wanted != c.row.Visible() {
			changed = true
			if wanted {
				c.row.Show()
			} else {
				c.row.Hide()
			}
		}
	}
	if changed {
		f.object.Refit()
	}
}

// changed brings up to date what an edit changed. While somebody types in a field, the
// field is left alone, unless undo changes it.
func (f *Form) changed(e edit.Event) {
	item := f.item()
	if item == nil {
		return
	}
	typing := false
	for _, in := range f.inputs {
		if in.busy != nil && in.busy() && e.How == edit.Edited {
			typing = true
			continue
		}
		in.show(item)
	}
	f.showConditions(item)
	f.showHead(item)
	if !typing || !onlyTexts(e, f.id) {
		f.showRelated(item)
	}
	f.showPictures(e)
	f.showComments(e)
}

// showComments brings the comments up to date after an edit that may concern them.
func (f *Form) showComments(e edit.Event) {
	if f.comments != nil && (len(e.Touched) == 0 || e.Concerns(model.TypeComment)) {
		f.comments.Changed()
		f.object.Refit()
	}
}

// showPictures brings the pictures up to date after an edit that may concern them.
func (f *Form) showPictures(e edit.Event) {
	if f.pictures != nil && (len(e.Touched) == 0 || e.Concerns(model.TypePicture)) {
		f.pictures.Changed()
		f.object.Refit()
	}
}

// onlyTexts tells whether an event changed no other record than the form's own, so
// that what is related has not changed.
func onlyTexts(e edit.Event, id model.ID) bool {
	for _, touch := range e.Touched {
		if touch.Record != id {
			return false
		}
	}
	return true
}

func (f *Form) showHead(item model.Item) {
	plan := f.desk.Plan()
	title := f.say("type." + string(f.kind))
	if label := plan.Label(f.id); label != "" {
		title = f.say("form.head", "Type", title, "Number", label)
	}
	if len(f.head.Objects) > 0 && f.title == title {
		return
	}
	f.title = title
	var buttons []fyne.CanvasObject
	if f.id != model.ProjectID {
		buttons = append(buttons, look.NewButton(f.say("form.remove"), f.remove).Small().WithIcon(look.IconTrash))
	}
	if model.ColumnOf(item) != model.NoColumn {
		buttons = append(buttons, look.NewButton(f.say("form.see_on_map"), func() { f.shell.ShowOnMap(f.id) }).Small().WithIcon(look.IconEye))
	}
	f.head.Objects = nil
	if f.back != nil {
		f.head.Add(look.HBox(0, look.NewLink(f.backTo, f.back)))
	}
	icon, color := SignOf(item)
	shape := look.NewShape(icon, color, 20)
	f.head.Add(look.HBox(look.Gap, append([]fyne.CanvasObject{shape, look.NewText(title).Semibold()}, buttons...)...))
	f.head.Refresh()
}

// leadBack shows a link to where one came from.
func (f *Form) leadBack(words string, back func()) {
	f.backTo, f.back, f.title = words, back, ""
	if item := f.item(); item != nil {
		f.showHead(item)
	}
}

// remove puts the record into the bin; undo brings it back.
func (f *Form) remove() { removeRecord(f.desk, f.shell, f.id) }

func removeRecord(desk Desk, shell Shell, id model.ID) {
	item := desk.Plan().Item(id)
	if item == nil || id == model.ProjectID {
		return
	}
	err := desk.Edit(editName("remove", item.Type()), func(c *edit.Change) error { return c.Remove(id) })
	if err != nil {
		shell.Trouble(err)
	}
}

// focus puts the cursor into a field, or into the first one, and brings it into view.
func (f *Form) focus(field string) {
	if field == "" && len(f.order) > 0 {
		field = f.order[0]
	}
	in, ok := f.inputs[field]
	if !ok { // it is mended by what is related to the record
		f.object.Reveal(f.related)
		return
	}
	if in.focus != nil {
		in.focus()
	}
	if field == f.order[0] {
		f.object.ScrollToTop() // with the head
		return
	}
	f.object.Reveal(in.object)
}

// kindOf gives the shape of a record.
func kindOf(item model.Item) look.Kind {
	return map[model.Column]look.Kind{
		model.NeedColumn: look.Need, model.ActivityColumn: look.Activity, model.ServiceColumn: look.ServiceOutcome,
		model.CommunityColumn: look.CommunityOutcome, model.GoalColumn: look.Goal,
	}[model.ColumnOf(item)]
}

// SignOf gives the shape of a record with its colour, or its line icon.
func SignOf(item model.Item) (look.Icon, fyne.ThemeColorName) {
	if kind := kindOf(item); kind != look.NoKind {
		return kind.Icon(), kind.Color()
	}
	return icons[item.Type()], look.Muted
}

// icons are the line icons of records that have no column.
var icons = map[model.Type]look.Icon{
	model.TypeProject: look.IconFile, model.TypeAsset: look.IconStar, model.TypeEvidence: look.IconChart, model.TypeListening: look.IconSpeech,
	model.TypeLink: look.IconLink, model.TypeIndicator: look.IconChart, model.TypeReading: look.IconPencil, model.TypeQuality: look.IconCheck,
	model.TypePartner: look.IconPeople, model.TypeContribution: look.IconPeople, model.TypeCost: look.IconCoin, model.TypeFunding: look.IconCoin,
	model.TypeMilestone: look.IconCalendar, model.TypeRisk: look.IconUmbrella, model.TypeOption: look.IconOutline,
	model.TypeStatement: look.IconBook, model.TypeAnswer: look.IconDiffer, model.TypeReview: look.IconEye,
	model.TypeComment: look.IconSpeech, model.TypePicture: look.IconPicture,
}
