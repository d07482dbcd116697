package merge_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"commonplan/model"
	"commonplan/model/merge"
)

// forger makes a document of whatever bytes it is given: stamps, contexts and history
// that no app would write, but a file can hold. There are few of everything, so that
// documents collide.
type forger struct{ bytes []byte }

func (f *forger) next(n int) int {
	if len(f.bytes) == 0 {
		return 0
	}
	b := f.bytes[0]
	f.bytes = f.bytes[1:]
	return int(b) % n
}

func (f *forger) name(prefix string, n int) string { return prefix + strconv.Itoa(f.next(n)) }

func (f *forger) value() model.Value {
	return []model.Value{"null", "true", "1", `"a"`, `"b c"`, `"b d"`, `{"seen":{"s0":2}}`, `{"seen":{"s1":3},"with":"r1"}`}[f.next(8)]
}

func (f *forger) stamp() model.Stamp {
	return model.Stamp{Session: model.Session(f.name("s", 3)), N: uint64(1 + f.next(4))}
}

func (f *forger) unknown() map[string]model.Value {
	if f.next(4) > 0 {
		return nil
	}
	return map[string]model.Value{f.name("u", 2): f.value()}
}

func (f *forger) live() model.Live {
	return model.Live{Stamp: f.stamp(), Value: f.value(), Unknown: f.unknown()}
}

var forgedFields = []string{"title", "detail", model.FieldDeleted, model.FieldPrivate, "tags/x"}

func (f *forger) document() *model.Document {
	doc := &model.Document{ID: "p", Format: 1 + f.next(2), For: []model.Side{"", model.CouncilSide, model.Citizens}[f.next(3)],
		Records: map[model.ID]*model.Record{}, History: map[model.ID][]model.Replaced{}, Parts: map[string][]byte{}, Unknown: f.unknown()}
	for range f.next(4) {
		id := model.ID(f.name("r", 3))
		if f.next(3) == 0 {
			id = model.PrivateID(id)
		}
		record := &model.Record{ID: id, Type: model.TypeNeed, Context: model.Context{}, Fields: map[string][]model.Live{}, Unknown: f.unknown()}
		for range f.next(4) {
			record.Context[model.Session(f.name("s", 3))] = uint64(1 + f.next(5))
		}
		for range f.next(5) {
			field := forgedFields[f.next(len(forgedFields))]
			record.Fields[field] = append(record.Fields[field], f.live())
		}
		doc.Records[id] = record
	}
	for range f.next(5) {
		id := model.ID(f.name("r", 3))
		r := model.Replaced{Field: forgedFields[f.next(len(forgedFields))], Live: f.live()}
		if f.next(2) == 0 {
			r.By = f.stamp()
		}
		doc.History[id] = append(doc.History[id], r)
	}
	for range f.next(3) {
		doc.Sessions = append(doc.Sessions, model.SessionInfo{ID: model.Session("s" + strconv.Itoa(len(doc.Sessions))), Who: f.name("w", 3), Unknown: f.unknown()})
	}
	if f.next(2) == 0 {
		doc.Parts["ext/"+[]string{"a", "A"}[f.next(2)]] = []byte(f.name("x", 3))
	}
	return doc
}

// holdForged holds three forged documents to the laws: in their normal form, which a
// join with itself gives, they keep them like any other.
func holdForged(t *testing.T, input []byte) {
	t.Helper()
	w := &world{rules: sound}
	joinOrFail := func(a, b *model.Document) *model.Document {
		joined, err := merge.Join(a, b)
		if err != nil {
			t.Fatalf("%x: refused: %v", input, err)
		}
		for _, doc := range []*model.Document{a, b} {
			if lost := whatIsLost(doc, joined); lost != "" {
				w.fail("lost: %s", lost)
			}
		}
		return joined
	}
	f := &forger{input}
	a, b, c := f.document(), f.document(), f.document()
	ab, bc := joinOrFail(a, b), joinOrFail(b, c)
	w.same("not commutative", ab, joinOrFail(b, a))
	w.same("not associative", joinOrFail(ab, c), joinOrFail(a, bc))
	w.same("not idempotent", joinOrFail(ab, ab), ab)
	w.same("not absorbing", joinOrFail(a, ab), ab)
	if again := joinOrFail(ab, b); again != ab {
		w.fail("nothing new, but the document is another one")
	}
	plan, before := model.ReadPlan(ab, nil), model.ReadPlan(a, nil)
	report := merge.Explain(a, b, ab)
	if plan == nil || before == nil || report.Items < report.Replaced {
		w.fail("%d of %d items are replaced", report.Replaced, report.Items)
	}
	merge.Unsettled(ab)
	if w.fault != "" {
		t.Fatalf("%x: %s", input, w.fault)
	}
}

func FuzzForgedDocumentsKeepTheLaws(f *testing.F) {
	f.Add([]byte("no app wrote this"))
	f.Fuzz(holdForged)
}

// TestForgedDocumentsKeepTheLaws forges documents at random. A long run is asked for with
// COMMONPLAN_FORGED=200000.
func TestForgedDocumentsKeepTheLaws(t *testing.T) {
	t.Parallel()
	for seed := range uint64(amount(t, "COMMONPLAN_FORGED", 10_000)) {
		chance := rand.New(rand.NewPCG(seed, 13))
		input := make([]byte, 40+chance.IntN(160))
		for i := range input {
			input[i] = byte(chance.Uint32())
		}
		holdForged(t, input)
	}
}
