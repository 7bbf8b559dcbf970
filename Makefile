# Thin wrappers; the scripts in packaging/dev say what they do.
.PHONY: demo test lint long lock freeze

demo:
	sh packaging/dev/demo.sh

test:
	sh packaging/dev/test.sh

# The three below want the environment that `make test` leaves.
lint:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/mypy packaging/dev packaging/licences.py
	.venv/bin/lint-imports

long:
	sh packaging/dev/long.sh

freeze:
	sh packaging/dev/freeze.sh

lock:
	sh packaging/dev/lock.sh
