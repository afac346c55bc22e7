"""What the tests of reading along share."""

from __future__ import annotations

import pytest

from tests.casussen.bouwen import Wereld
from tests.meelezen.bouwen import Meelezers
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def mee(db: None, tmp_path, monkeypatch, settings) -> Meelezers:
    """One case of a family with two parents and two children, and a text message outbox."""
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))
    settings.SMS_BESTAND = str(tmp_path / "sms.txt")
    settings.EMAIL_FILE_PATH = str(tmp_path / "post")
    return Meelezers(Wereld(), tmp_path / "sms.txt")
