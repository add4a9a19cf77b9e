PYTHON ?= python3
BIN := .venv/bin
FOLDERS := station ui local_store devices sync installer tests

# Compiled code is kept, whatever the shell says: every program that is started reads it again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

run: setup ## open the program on a sample home; without a display run the demo
	@$(BIN)/python -m installer.launch

test: setup-test ## run the tests
	@$(BIN)/python -m pytest -q -n 2 $(PYTEST)

check: setup-test ## format, lint, types, import rules
	$(BIN)/ruff format --check $(FOLDERS)
	$(BIN)/ruff check $(FOLDERS)
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 $(filter-out tests,$(FOLDERS))
	$(BIN)/lint-imports

format: setup-test ## format the code and sort the imports
	$(BIN)/ruff check --fix-only --quiet $(FOLDERS)
	$(BIN)/ruff format $(FOLDERS)

bench: setup-test ## measure speed and memory beside the peers, in ratios
	@$(BIN)/python -m tests.bench

soak: setup-test ## clean 1,000 pages in flat memory; kill 200 receptions; 10,000 steps of dossiers' lives; send 1,000 reader bursts into each input method; 20,000 keys at random; every story of the window with slow workers; 500 receptions in flat memory
	@SOAK_PAGES=1000 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/devices/page_pipeline/test_memory_soak.py
	@KILLS=200 $(BIN)/python -m pytest -q -p no:randomly tests/e2e/test_kill.py
	@LIFE_STEPS=10000 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/station/test_life_promises.py
	@BURSTS=1000 $(BIN)/python -m pytest -q -p no:randomly -rs tests/ui/test_reader_keys_live.py
	@MONKEY_KEYS=20000 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/ui/test_monkey.py
	@SLOW_WORKERS_MS=200 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/ui -k test_window
	@RECEPTIONS=500 $(BIN)/python -m pytest -q -s -p no:randomly --timeout 0 tests/ui/test_leak.py

fuzz: setup-test ## read a million damaged ID texts, 20,000 damaged pictures, 5,000 damaged files; takes hours
	@FUZZ_FILES=5000 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/devices/test_file_fuzz.py
	@FUZZ_TEXTS=1000000 FUZZ_PICTURES=20000 $(BIN)/python -m pytest -q -p no:randomly --timeout 0 tests/devices/test_id_fuzz.py

demo: setup ## receive one dossier from an ID-card picture, end to end, into demo-out/
	@$(BIN)/station demo --out demo-out

menu: setup ## put the program into this user's application menu (Linux)
	@$(BIN)/python -m installer.menu_entry

lock: ## resolve the dependencies anew and lock them with hashes
	@test -x $(BIN)/uv || { echo "first: make setup-test"; exit 1; }  # it would fail once a dependency is new
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-header -q -U -o installer/requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -U -o installer/requirements-dev.txt

setup: ## install what running needs
	@$(PYTHON) installer/setup.py run

setup-test: ## install what testing needs too
	@$(PYTHON) installer/setup.py test

clean: ## remove the environment and everything that was made
	rm -rf .venv .sample-home demo-out build *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage

.PHONY: help run test check format bench soak fuzz demo menu lock setup setup-test clean
