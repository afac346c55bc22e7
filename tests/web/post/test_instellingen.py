"""How mail leaves is chosen in the environment; who sets nothing gets files."""

from __future__ import annotations

import json
import os
import subprocess
import sys

NAMEN = (
    "EMAIL_BACKEND", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL",
    "POST_NAAR_BUITEN", "WEBADRES", "DEFAULT_FROM_EMAIL",
)  # fmt: skip
VRAAG = (
    "import json; from paraplu.project import settings as s; "
    f"print(json.dumps({{naam: getattr(s, naam) for naam in {NAMEN}}}))"
)


def instellingen(**omgeving: str) -> dict:
    zonder = {k: v for k, v in os.environ.items() if not k.startswith("PARAPLU_MAIL")}
    antwoord = subprocess.run(
        [sys.executable, "-c", VRAAG], capture_output=True, text=True, check=True,
        env={**zonder, "PARAPLU_DATABASE_URL": "postgresql://x/y", **omgeving},
    )  # fmt: skip
    return json.loads(antwoord.stdout)


def test_wie_niets_instelt_krijgt_mails_als_bestand():
    gekozen = instellingen()
    assert gekozen["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert not gekozen["POST_NAAR_BUITEN"]


def test_met_een_mailserver_gaat_mail_versleuteld_naar_buiten():
    gekozen = instellingen(
        PARAPLU_MAIL_HOST="mail.voorbeeld.example", PARAPLU_ADRES="https://paraplu.example/"
    )
    assert gekozen["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    assert (gekozen["EMAIL_HOST"], gekozen["EMAIL_PORT"]) == ("mail.voorbeeld.example", 587)
    assert (gekozen["EMAIL_USE_TLS"], gekozen["EMAIL_USE_SSL"]) == (True, False)
    assert gekozen["POST_NAAR_BUITEN"]
    assert gekozen["WEBADRES"] == "https://paraplu.example"


def test_de_versleuteling_is_te_kiezen():
    tls = instellingen(PARAPLU_MAIL_HOST="m", PARAPLU_MAIL_TLS="tls", PARAPLU_MAIL_POORT="465")
    assert (tls["EMAIL_USE_TLS"], tls["EMAIL_USE_SSL"], tls["EMAIL_PORT"]) == (False, True, 465)
