# make run: open the program.  make test: everything that must hold.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
COMPILED := hatch_build.py tools/messages.py src/ryggkompis/i18n/locale/nb/LC_MESSAGES/ryggkompis.po \
	$(wildcard data/*.yaml) src/ryggkompis/content/compiled.py src/ryggkompis/domain/catalogue/catalogue.py

.PHONY: run test check bench torture simulate prove mutants courses pictures figures man messages clean

run: $(INSTALLED)
	@$(BIN)/ryggkompis

test: check
	$(BIN)/pytest -q -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(READY)
	$(BIN)/python -m tools.bench $(PARTS)

# Many more arbitrary lives than a test run has time for.
prove: $(READY)
	LIVES=20000 $(BIN)/pytest -q tests/domain/test_invariants.py tests/domain/test_replays.py -n 2

# The fault suite at full length; takes about a quarter of an hour.
torture: $(READY)
	$(BIN)/python -m tools.torture

simulate: $(READY)
	$(BIN)/python -m tools.simulate

# Each number and comparison of the plan changed by one; takes up to twenty minutes.
mutants: $(READY)
	$(BIN)/python -m tools.mutants

courses: $(READY)
	$(BIN)/python -m tools.courses

pictures: $(READY)
	$(BIN)/python -m tools.pictures

figures: $(READY)
	$(BIN)/python -m tools.figures

man: $(READY)
	$(BIN)/python -m tools.man

# What is compiled here need not be installed again.
messages: $(READY)
	$(BIN)/python tools/messages.py
	@touch $(INSTALLED) $(READY)

$(INSTALLED): pyproject.toml constraints.txt $(COMPILED)
	@$(PYTHON) -c 'import sys; sys.exit("Ryggkompis needs Python 3.11 or newer. Try: make PYTHON=python3.12 run" if sys.version_info < (3, 11) else 0)'
	@echo 'Setting up Ryggkompis in .venv (once; about a minute) ...'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -e .
	@touch $@

$(READY): $(INSTALLED)
	@$(PIP) -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
