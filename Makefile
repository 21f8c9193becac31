# Every target is one script; the scripts say what they do. `make help` lists the targets.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check fmt bench story clauses docs openapi lock

help:  ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

setup:  ## install everything that the targets below need
	@infra/setup test

demo:  ## run the whole system on this machine (PORT=8000, RESET=1, DATABASE_URL=...)
	@infra/setup run && exec .venv/bin/python -m infra.demo

test:  ## everything that must hold: `make check`, then every test
	@infra/test

check:  ## the fast half: format, lint, types, contracts, drift
	@infra/check

fmt:  ## bring the sources into shape
	@infra/fmt

bench:  ## measure against the floors; writes var/bench.json
	@infra/setup test && exec .venv/bin/python -m infra.bench

story:  ## the whole chain through the HTTP API on a fresh database
	@infra/setup run && exec .venv/bin/python -m infra.story

clauses:  ## clause by clause: which tests and pages serve it
	@infra/setup test && exec .venv/bin/python -m infra.clauses

docs:  ## write the pages of docs/ that are made from the code
	@infra/setup test && .venv/bin/python -m infra.clauses --write && .venv/bin/python -m infra.workflows --write && .venv/bin/python -m infra.papers --write

openapi:  ## write the OpenAPI documents and the TypeScript client
	@infra/setup test && exec .venv/bin/python -m infra.openapi

lock:  ## bring requirements*.lock in line with pyproject.toml (UPGRADE=1: to the newest)
	@infra/lock
