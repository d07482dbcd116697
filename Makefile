# Commonplan. The work is done by the scripts in .ci/; make alone says what there is.
.PHONY: help run test build bench long fuzz damage launch frames steps compare-layout clean

help:
	@echo "make run     install what is missing, build Commonplan and open it"
	@echo "make test    every check and test, the real build, and a journey through the window"
	@echo "make build   build/commonplan (the window) and build/commonplan-cli (the command line)"
	@echo "make bench   how long opening, saving and printing take"
	@echo "make fuzz    looks for input that breaks reading (FUZZ=10s a target)"
	@echo "make damage  a million damaged files: none may be read wrongly"
	@echo "make long    a million random histories of copies that are merged, and the disk: kills, full, two at once"
	@echo "make launch  how long the window takes to open, against a bare one"
	@echo "make frames  how smoothly a large map moves, in ms a frame"
	@echo "make steps   how long each step of a large project holds the window up"
	@echo "make compare-layout  time and crossings of the map, against Graphviz"
	@echo "make clean   remove build/"

run:
	@sh .ci/open

test:
	@sh .ci/test

build:
	@sh .ci/install build
	@sh .ci/build commonplan commonplan-cli

bench:
	@sh .ci/bench

fuzz:
	@sh .ci/fuzz

damage:
	@COMMONPLAN_DAMAGES=1000000 CGO_ENABLED=0 go test -count=1 -v -tags ci,migrated_fynedo -run RandomDamage ./model/file

long:
	@sh .ci/long

launch:
	@sh .ci/install build test
	@sh .ci/build commonplan commonplan/journey/bare
	@CGO_ENABLED=0 go test -tags ci,migrated_fynedo,journey -run '^$$' -bench Launch -benchtime 25x ./cmd/commonplan/journey

frames:
	@sh .ci/install build test
	@sh .ci/build commonplan/journey/frames
	@CGO_ENABLED=0 go test -tags ci,migrated_fynedo,journey -run '^$$' -bench Frames -benchtime 1x ./cmd/commonplan/journey

steps:
	@sh .ci/install build test
	@sh .ci/build commonplan/journey/frames
	@CGO_ENABLED=0 go test -tags ci,migrated_fynedo,journey -run '^$$' -bench Steps -benchtime 1x ./cmd/commonplan/journey

# Wants dot: Debian’s graphviz.
compare-layout:
	@CGO_ENABLED=0 go test -v -count=1 -tags dot -run Graphviz ./model/layout

clean:
	rm -rf build
