# For contributors. `just` alone lists what there is; every recipe is a command you can also type.

default:
    @just --list

# Everything the build server checks.
check *ARGS:
    bin/test {{ARGS}}

# Mend what a machine can mend.
fix:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# Only the tests; for instance: just test tests/spec
test *ARGS:
    PYTHONPATH=. .venv/bin/python -m pytest {{ARGS}}

# Make the generated pages in docs/ again.
docs:
    bin/paraplu documenten

# Lock the requirements again after a change in pyproject.toml.
lock:
    .venv/bin/uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --universal --python-version 3.11 -q -o requirements.txt
    .venv/bin/uv pip compile pyproject.toml --extra test --extra bench -c requirements.txt --generate-hashes --no-emit-index-url --universal --python-version 3.11 -q -o requirements-test.txt

# Run Paraplu with its demo.
start *ARGS:
    bin/start {{ARGS}}
