// Package look is how Commonplan looks: the theme with its colours, sizes and icons,
// and the parts every screen is built from. Parts know nothing of plans: they are
// given texts and tell of intentions through callbacks, on the UI goroutine.
//
// A screen is boxes of parts. The boxes ask each part for its height at a width, so
// texts wrap and rows grow in one pass:
//
//	title := look.NewField("The need, in one sentence").
//		Changed(func(text string) { … }).    // at each letter
//		Committed(func(text string) { … })   // when the field is left, if it has changed
//	title.SetText(need.Title)                // tells nobody
//
//	form := look.VBox(16,
//		look.NewRecordHead(look.Need, "Need N5",
//			look.NewButton("See on the map", s.showOnMap).Small().WithIcon(look.IconEye)),
//		title,
//		look.Columns(16, []float32{2, 1}, who, howMany),
//	)
//	page := look.NewScroll(look.Pad(look.Margin, look.Margin, form))
//
// What there is:
//   - texts: [Text] in [Caption] 13, [Body] 15, [Subheading] 18, [Heading] 26;
//     heads: [PageHead], [NewSectionHead], [NewFormHead], [NewRecordHead]
//   - boxes: [VBox], [HBox] with [Stretch] and [Spring], [Columns], [Flow], [Pad],
//     [Inset], [Wide], [WideScaled], [Fold], [Footed], [Frame], [Scroll]
//   - to press: [Button], [NewIconButton], [NewLink], [Chip], [Segmented], [Block]
//   - to answer: [Field], [NewTextArea], [Choice], [ChipSet], [Check]
//   - records: [RecordList], [ListRow], [NewRows], [Card] (and [PlaceCard] with
//     [CardState.Look] for who draws cards)
//   - panels: [NewPanel], [NewNotePanel], [NewTinted], [Banner], [GapPanel], [NewEmpty], [Accordion]
//   - the line of sight: [NewSightStrip]; a setting and its value: [NewFact]
//   - signs: [Shape], [NewProgressMark], [Squares], [NewLevels], [StripedBar], [Badge]
//   - the window: [NavRow], [NewNavGroup], [NewStatusBar], [StatusItem], [TextSize],
//     [RailButton], [NewArea], [NewColumnLine]
//
// What is drawn around a part, such as the ring of the focus, stands outside its
// bounds: leave a gap of 8 around what can be focused.
//
// A part that has grown while it is shown is moved by Fyne's next frame in a real
// window; in a test, resize the window or call [Scroll.Refit].
//
// A key that the focused part has no use for goes on to the canvas's OnTypedKey, where
// the window listens for F6, F9 and Esc.
//
// Colours are names ([Ink], [Surface] …) that [Color] resolves; never keep a resolved
// colour. Lengths that go with the text grow by [Scaled]; gaps and radii do not grow.
package look
