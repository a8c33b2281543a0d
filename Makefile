# make run: open the program.  make test: everything that must hold.  make executable: one file that needs no Python.
PYTHON ?= python3
# More than there are cores: a test of the window waits half its time.
WORKERS ?= 8
# Where bytecode is not kept, each of the hundreds of processes that the tests start is compiled anew.
unexport PYTHONDONTWRITEBYTECODE
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 1 -c constraints.txt
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
CLEAN := build/clean
WHEEL := build/.wheel
LIVES ?= 20000
TIMES ?= 30
COMPILED := hatch_build.py tools/messages.py src/ryggkompis/i18n/locale/nb/LC_MESSAGES/ryggkompis.po \
	$(wildcard data/*.yaml) src/ryggkompis/content/compiled.py src/ryggkompis/domain/catalogue/catalogue.py

.PHONY: run test check executable bench torture simulate prove mutants courses pictures figures review schema man commands keys messages clean

run: $(INSTALLED)
	@$(BIN)/ryggkompis

# The tests start what people install; pytest alone starts the checkout, which a change takes less long to reach.
test: check $(WHEEL)
	RYGGKOMPIS_PYTHON=$(CURDIR)/$(CLEAN)/bin/python $(BIN)/pytest -q -n $(WORKERS) --dist worksteal

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 src
	$(BIN)/lint-imports
	$(BIN)/python -m tools.limits
	$(BIN)/deptry src

# dist/ryggkompis for this system, with a list of what is in it; takes about two minutes.
executable:
	@$(PYTHON) -m tools.executable

bench: $(READY) $(WHEEL)
	$(BIN)/python -m tools.bench $(PARTS)

# Many more arbitrary lives, and examples of what is written and read back, than a test run has time for.
prove: $(READY)
	LIVES=$(LIVES) $(BIN)/pytest -q tests/domain/test_invariants.py tests/domain/test_replays.py -n 2
	TIMES=$(TIMES) $(BIN)/pytest -q tests/store tests/importers tests/report -m hypothesis -n 2
	TIMES=$(TIMES) $(BIN)/pytest -q tests/e2e/test_no_answer_is_lost.py -n 2

# The fault suite at full length; takes half an hour or more.  make torture SEED=7 STEPS=40: one story again.
torture: $(READY)
	SEED=$(SEED) STEPS=$(STEPS) $(BIN)/python -m tools.torture

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

# What a clinician is asked, as a page and on paper, into build/review; reviews/ says what to do with the answers.
review: $(READY)
	$(BIN)/python -m tools.review make

schema: $(READY)
	$(BIN)/python -m tools.schema

# The table of keys in docs/keys.md.
keys: $(READY)
	$(BIN)/python -m tools.keys

man: $(READY)
	$(BIN)/python -m tools.man

# docs/commands.md.
commands: $(READY)
	$(BIN)/python -m tools.commands

# What is compiled here need not be installed again.
messages: $(READY)
	$(BIN)/python tools/messages.py
	@touch $(INSTALLED) $(READY)

$(INSTALLED): pyproject.toml constraints.txt $(COMPILED)
	@$(PYTHON) -c 'import sys; sys.exit("Ryggkompis needs Python 3.11 or newer. Try: make PYTHON=python3.12 run" if sys.version_info < (3, 11) else 0)'
	@echo 'Setting up Ryggkompis in .venv (once; about a minute) ...'
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p build
	@if $(PIP) -e '.[all]' >build/pip.log 2>&1; then :; \
	elif $(PIP) -e . >>build/pip.log 2>&1; then \
		echo 'PDF and the lock cannot be had for this machine; all the rest works. What pip said: build/pip.log'; \
	else \
		echo 'Ryggkompis could not be set up. Is this machine on the network? What pip said: build/pip.log' >&2; exit 1; \
	fi
	@echo "To have “ryggkompis” as a command everywhere: pipx install '$(CURDIR)[all]'"
	@touch $@

# Groups need a newer pip than many a Python brings.
$(READY): $(INSTALLED)
	@$(PIP) --upgrade pip
	@$(PIP) --group dev
	@touch $@

# The wheel, in an environment that holds what it asks for and nothing else.
$(WHEEL): $(READY) hatch_build.py $(shell find src data docs/man -type f ! -name '*.pyc' ! -name '*.mo' ! -path '*/compiled/*')
	@rm -rf build/wheel
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir build/wheel .
	@$(BIN)/python -m venv --without-pip $(CLEAN)
	@$(BIN)/python -m pip --python $(CLEAN)/bin/python install --quiet --disable-pip-version-check -c constraints.txt \
		--force-reinstall --no-deps build/wheel/*.whl
	@$(BIN)/python -m pip --python $(CLEAN)/bin/python install --quiet --disable-pip-version-check -c constraints.txt \
		"$$(echo build/wheel/*.whl)[all]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
