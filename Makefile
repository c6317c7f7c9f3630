# The commands of the project; each does all of its own set-up. `make help` lists them.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
ENGINE ?= mkdocs
ENV := .venv
RUN := $(ENV)/bin/python
# Compiled code is kept where the builds keep theirs: compiling takes longer than many a test.
PYTEST := env -u PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX="$(CURDIR)/.cache/python" $(RUN) -m pytest

.DEFAULT_GOAL := help
.PHONY: help site demo components serve check fmt schema test quick audit bench search-report release dependencies lint lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

site: $(ENV)/site ## build the site into site/ (DEBUG=1: keep the traceback of a failure)
	@$(RUN) -m ecosystem build --engine $(ENGINE) $(if $(DEBUG),--debug)

demo: $(ENV)/site ## build a site of 100 made-up organisations into site-demo/
	@$(RUN) -m ecosystem demo --engine $(ENGINE)

components: $(ENV)/site ## build the site with its page of components, site/en/components/
	@ECOSYSTEM_COMPONENTS=1 $(RUN) -m ecosystem build

serve: $(ENV)/site ## show the site on this machine, and changes at once (PORT=8000)
	@$(RUN) -m ecosystem serve --engine $(ENGINE) $(if $(PORT),--port $(PORT))

# The language (LANGUAGE=fi) reaches the command through the environment, where make puts it.
check: $(ENV)/$(if $(SPELLING),test,site) ## check the data without building (LANGUAGE=fi|sv|en STRICT=1 SPELLING=1 FORMAT=…)
	@$(RUN) -m ecosystem check $(if $(STRICT),--strict) $(if $(SPELLING),--spelling) $(if $(FORMAT),--format $(FORMAT))

fmt: $(ENV)/site ## put the data files into their one canonical form
	@$(RUN) -m ecosystem fmt

schema: $(ENV)/site ## write the JSON Schemas by which code editors complete data files
	@$(RUN) -m ecosystem schema

test: $(ENV)/test lint ## run all tests (ENGINE=properdocs: on a site built by MkDocs' successor)
	@ENGINE=$(ENGINE) $(PYTEST) -n auto --dist loadfile --no-loadscope-reorder

quick: $(ENV)/test lint ## check the style and the types, and run the tests that take little time
	@$(PYTEST) -q -m "not slow"

audit: $(ENV)/test ## audit every page kind in every language, width and colour scheme in a browser
	@AUDIT=all $(PYTEST) -n auto --dist worksteal tests/browser tests/test_html.py

bench: $(ENV)/test ## measure builds, edits, index, downloads; OPTIONS="--sizes 250 --rounds 1" for less
	@$(RUN) -m benchmarks $(OPTIONS)

search-report: $(ENV)/test ## measure the search of the site with the queries of tests/search, in a browser
	@$(RUN) tests/search/measure.py

release: $(ENV)/site ## make a release in release/: the site as an archive, checksums, the list of its parts
	@$(RUN) -m ecosystem release --engine $(ENGINE)

dependencies: $(ENV)/test ## look for known security holes in the locked packages
	@$(RUN) -m ecosystem dependencies

lint: $(ENV)/test ## check the style and the types of the code
	@$(RUN) -m ruff check benchmarks hooks tests
	@$(RUN) -m ruff format --check --quiet benchmarks hooks tests
	@$(RUN) -m mypy benchmarks hooks tests

lock: $(ENV)/test ## write the newest allowed versions of all dependencies, and their licences, into requirements/
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		pyproject.toml -o requirements/site.txt
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		pyproject.toml --group dev -c requirements/site.txt -o requirements/test.txt
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@$(RUN) -m ecosystem licences

clean: ## remove what the commands have made
	@rm -rf site site-demo $(ENV) .cache .mypy_cache .pytest_cache .ruff_cache

# The environment. Its stamps are newer than the lock files that they were made from. The package is found
# through a relative path, so a folder may be moved, renamed or have any letters in its name.
$(ENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "error: Python 3.11 or newer is needed, and none was found" >&2; exit 1; }
	@$(PYTHON) -m venv $(ENV) || { rm -rf $(ENV); \
		echo "error: Python cannot make an environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(RUN) -c 'import site, pathlib; pathlib.Path(site.getsitepackages()[0], "ecosystem.pth").write_text("../../../../hooks\n")'

$(ENV)/site: requirements/site.txt $(ENV)/bin/python
	@echo "setting up (once) …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(ENV)/test: requirements/test.txt $(ENV)/site
	@echo "setting up the tests (once) …"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
