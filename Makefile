# Commonplan. The work is done by the scripts in .ci/; make alone says what there is.
.PHONY: help run test build bench clean

help:
	@echo "make run    install what is missing, build Commonplan and open it"
	@echo "make test   every check and test, the real build, and a journey through the window"
	@echo "make build  build/commonplan (the window) and build/commonplan-cli (the command line)"
	@echo "make bench  how long opening, saving and printing take"
	@echo "make clean  remove build/"

run:
	@sh .ci/open

test:
	@sh .ci/test

build:
	@sh .ci/install build
	@sh .ci/build commonplan commonplan-cli

bench:
	@sh .ci/bench

clean:
	rm -rf build
