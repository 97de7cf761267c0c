# `make run` and `make test` set up all they need; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
# What the files' times do not tell: that the environment is of another Python than the one asked
# for (or of one that is gone), and that the build which newest.json names is not there.
VERSION_OF = $(shell { $(1) --version; } 2>/dev/null || echo no $(1))
ifneq ($(call VERSION_OF,$(BIN)/python),$(call VERSION_OF,$(PYTHON)))
OTHER_PYTHON := other-python
endif
BUILT := $(shell sed -n 's/.*"file": *"\([^"]*\)".*/\1/p' warehouse/newest.json 2>/dev/null)
ifeq ($(and $(BUILT),$(wildcard warehouse/$(BUILT))),)
NO_BUILD := no-build
endif
INPUTS := $(wildcard data/*.toml data/*.csv data/snapshots/*) $(shell find etl samspil -name '*.py' -o -name '*.sql')

.DEFAULT_GOAL := help
.PHONY: help run build check test faults lint format bench figures pictures docs clean other-python no-build

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: build ## the dashboard at http://localhost:8501 (PORT=… for another)
	$(BIN)/streamlit run server.py --server.port $(PORT)

build: warehouse/newest.json ## the warehouse from the embedded data

warehouse/newest.json: .venv/runtime $(INPUTS) $(NO_BUILD)
	$(BIN)/python -m etl build

check: .venv/dev lint ## linter, types and the quick tests, in seconds
	$(BIN)/python -m mypy samspil etl web
	$(BIN)/python -m pytest -q -n auto --maxprocesses 8 -m "not browser and not faults and not slow and not embedded"

test: .venv/dev lint ## the linter, the types and every test, the browser ones included
	$(BIN)/python -m mypy samspil etl web
	@./scripts/ensure_chromium.sh || true # the browser tests skip, or fail where CI=true
	@./scripts/ensure_axe.sh || true # likewise those of accessibility
	$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist worksteal -m "not faults or faults_few"

faults: .venv/dev ## break things on purpose and write docs/RELIABILITY.md (minutes; disks need root)
	SAMSPIL_RELIABILITY=docs/RELIABILITY.md $(BIN)/python -m pytest -m faults tests/faults

lint: .venv/dev ## the linter and the format check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/dev ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev build ## measure speed, as ratios within one run
	@./scripts/ensure_chromium.sh
	$(BIN)/python -m bench

figures: build ## draw ahead the figures of other sites and the pictures of shared links (minutes; needs Chromium)
	$(BIN)/python -m etl publish-figures

pictures: .venv/dev build ## every page at three widths in both languages, into pictures/
	@./scripts/ensure_chromium.sh
	PYTHONPATH=. $(BIN)/python scripts/pictures.py pictures

docs: .venv/runtime ## write what tables and columns mean into docs/DATA.md
	$(BIN)/python -m etl describe --into docs/DATA.md

clean: ## remove the environment, every build and what the server compressed
	rm -rf .venv .cache warehouse

.venv/runtime: requirements.txt constraints.txt $(OTHER_PYTHON)
	@./scripts/check_python.sh $(PYTHON)
	$(PYTHON) -m venv $(if $(OTHER_PYTHON),--clear) .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
