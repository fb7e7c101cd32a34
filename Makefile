.PHONY: build demo test quick lint clean

build:
	swift build -c release --product shingle

demo:
	scripts/demo

test:
	scripts/test

quick:
	scripts/test --quick

lint:
	scripts/lint

clean:
	rm -rf .build report
