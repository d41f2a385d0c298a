# The README's two commands are `make protokoll` and `make test`; the rest is for who builds on gen.
# Written for GNU make 3.81 (the one on macOS) and any POSIX sh.

# Under LC_ALL=C a Python before 3.13 cannot start from a folder whose path holds å, ä or ö.
ifneq (,$(filter C POSIX,$(LC_ALL)))
export LC_ALL = C.UTF-8
endif

GEN = .venv/bin/gen
PYTHON_IN_VENV = .venv/bin/python

.PHONY: help protokoll test lint format bench
.NOTPARALLEL:

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile
	@echo 'Another Python than python3 (3.11 or later): make test PYTHON=python3.12'

protokoll: ## Make .venv if needed, then the protokoll of the example meeting in out/
	@sh .ci/venv.sh
	$(GEN) protokoll data/ksau-2023-03-06.xlsx

test: ## Bring what the tests need and run them (some: make test ARGS='-k jäv')
	@sh .ci/venv.sh dev
	@sh .ci/verktyg.sh
	$(PYTHON_IN_VENV) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

lint: ## Check style, formatting and types
	@sh .ci/venv.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict gen/

format: ## Format the code and mend what ruff can mend
	@sh .ci/venv.sh dev
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: ## Measure gen beside LibreOffice alone, carbone and docxtpl: out/bench/
	@sh .ci/venv.sh
	$(PYTHON_IN_VENV) -m benchmarks
