package file_test

import (
	"bytes"
	"testing"

	"commonplan/model"
	"commonplan/model/file"
	"commonplan/model/modeltest"
)

func TestWhatIsEncodedIsReadBackTheSame(t *testing.T) {
	b := modeltest.MadeUp(t, 100)
	data, err := file.Encode(b.Document())
	if err != nil {
		t.Fatal(err)
	}

	doc, err := file.Decode(data)

	if err != nil {
		t.Fatal(err)
	}
	modeltest.Same(t, "the plan", modeltest.Facts(model.ReadPlan(doc, nil)), modeltest.Facts(b.Plan()))
	again, err := file.Encode(doc)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("encoding again gives other bytes (error %v)", err)
	}
	if err := file.Verify(data, b.Document()); err != nil {
		t.Error(err)
	}
}
