package example_test

import (
	"bytes"
	"errors"
	"testing"

	"commonplan/model"
	"commonplan/model/example"
	"commonplan/model/file"
	"commonplan/model/modeltest"
	"commonplan/resources/examples"
)

func TestTheShippedProjectsAreMadeFromTheReadableData(t *testing.T) {
	for _, name := range example.Names() {
		shipped, err := examples.Files.ReadFile(name + ".commonplan")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := example.Build(name, readable(t, name))
		if err != nil {
			t.Fatal(err)
		}
		made, err := file.Encode(doc)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(shipped, made) {
			t.Errorf("%s.commonplan is not what %s.json says: run go generate ./resources/examples", name, name)
		}
	}
}

func TestAShippedProjectOpensAsItWasWrittenDown(t *testing.T) {
	for name, plan := range plans(t) {
		doc, err := example.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		modeltest.Same(t, name, modeltest.Facts(model.ReadPlan(doc, nil)), modeltest.Facts(plan))
	}
}

func TestAnExampleThatIsNotThereIsAProblemWithItsName(t *testing.T) {
	_, err := example.Open("open-door")
	var problem *model.Problem
	if !errors.As(err, &problem) || problem.With["Text"] != "open-door" {
		t.Errorf("got the error %v, want a problem that names open-door", err)
	}
}
