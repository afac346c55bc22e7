"""Loaded before anything else: the whole run has a folder of state of its own.

Django reads its settings before any conftest, so this cannot wait for one.
"""

from __future__ import annotations

import os
import tempfile

# The workers of xdist inherit the folder from the first process.
EERSTE = "PYTEST_XDIST_WORKER" not in os.environ
if EERSTE:
    os.environ["PARAPLU_VAR"] = tempfile.mkdtemp(prefix="paraplu-test-")
    for naam in ("PARAPLU_SLEUTEL_KIND", "PARAPLU_SLEUTEL_BESTAND", "PARAPLU_SLEUTEL_SPOOR"):
        os.environ.pop(naam, None)
