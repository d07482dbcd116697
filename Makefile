# Commonplan. The work is done by the scripts in .ci/; make alone says what there is.
.PHONY: help run test build bench launch clean

help:
	@echo "make run     install what is missing, build Commonplan and open it"
	@echo "make test    every check and test, the real build, and a journey through the window"
	@echo "make build   build/commonplan (the window) and build/commonplan-cli (the command line)"
	@echo "make bench   how long opening, saving and printing take"
	@echo "make launch  how long the window takes to open, against a bare one"
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

launch:
	@sh .ci/install build test
	@sh .ci/build commonplan commonplan/journey/bare
	@CGO_ENABLED=0 go test -tags ci,migrated_fynedo,journey -run '^$$' -bench Launch -benchtime 25x ./cmd/commonplan/journey

clean:
	rm -rf build
