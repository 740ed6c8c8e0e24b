# What a newcomer needs: `make demo` and `make test`. Only git, make, Python, PyPI and the npm
# registry (by an npm from PyPI) are asked for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_STORE := demo.store
DEMO_SERVE ?= 1
DEMO_PORT ?= 8000
COVERED := 90
# Tests of real servers run beside the others: two cores, half the time.
SERVED := .pytest-served.log

.PHONY: demo test lint types unit bench docs notebook clean help

help:
	@echo "make demo   set up, load the sample articles, print answers, serve the site (DEMO_SERVE=0: don't stay)"
	@echo "make test   lint, types, import rules, tests with coverage"
	@echo "make bench  measure speed and quality (long)"
	@echo "make docs   build the documentation into site/ (warnings are errors)"
	@echo "make notebook  run the notebooks of docs/ again"
	@echo "make clean  take away what make made"

# The product and its tests in an environment of their own; made anew when setup.cfg changes.
$(VENV)/product: setup.cfg pyproject.toml setup.py package.json package-lock.json
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Communiqué needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@echo "setting up $(VENV): a few minutes the first time"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/tools: $(VENV)/product
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

demo: $(VENV)/product
	@rm -rf $(DEMO_STORE)
	@$(BIN)/communique load examples/articles --store $(DEMO_STORE)
	@echo; echo "== Meetings that are planned and not told as held"
	@$(BIN)/communique query planned-not-held --store $(DEMO_STORE)
	@echo; echo "== What is said of each mission's strength, with the words that say it"
	@$(BIN)/communique query mission-figures --store $(DEMO_STORE)
	@echo; echo "== Where articles disagree"
	@$(BIN)/communique query contradictions --store $(DEMO_STORE)
ifneq ($(DEMO_SERVE),0)
	@echo; echo "Open http://127.0.0.1:$(DEMO_PORT)/ in a browser; Ctrl-C ends the demo."
	@$(BIN)/communique serve --store $(DEMO_STORE) --port $(DEMO_PORT)
endif

test: lint types unit

lint: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/tools
	$(BIN)/mypy

unit: $(VENV)/tools
	@$(BIN)/python -m pytest tests/real tests/w3c >$(SERVED) 2>&1 & served=$$!; \
	$(BIN)/python -m pytest --ignore=tests/real --ignore=tests/w3c --cov --cov-report=term --cov-fail-under=$(COVERED); own=$$?; \
	wait $$served; theirs=$$?; cat $(SERVED); exit $$((own + theirs))

bench: $(VENV)/tools
	$(BIN)/python -m benchmarks.run

docs: $(VENV)/tools
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

notebook: $(VENV)/tools
	cd docs/notebooks && $(abspath $(BIN))/python -m nbconvert --to notebook --execute --inplace \
		--ExecutePreprocessor.record_timing=False *.ipynb

clean:
	rm -rf $(VENV) $(DEMO_STORE) site build *.egg-info .mypy_cache .ruff_cache .pytest_cache .coverage $(SERVED)
