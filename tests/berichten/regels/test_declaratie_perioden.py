"""CS100, CS337, CS340, TR137 en TR335: de perioden van een declaratie en haar prestaties."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.berichten.regels.declaratie import vijf_jaar_voor
from tests.berichten.regels.voorbeeld import (
    codes,
    declaratie_client,
    declaratiebericht,
    paden,
    prestatie,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode"
PERIODE = "Declaratie/DeclaratiePeriode"


def periode(begin: str, einde: str) -> dict[str, str]:
    return {"Begindatum": begin, "Einddatum": einde}


def met_regel(begin: str, einde: str, **wijzigingen):
    """A 323 with one line of this period."""
    regel = prestatie(ProductPeriode=periode(begin, einde))
    return declaratiebericht(clienten=[declaratie_client(prestaties=[regel])], **wijzigingen)


def met_periode(begin: str, einde: str):
    """A 323 on this period."""
    return declaratiebericht(DeclaratiePeriode=periode(begin, einde))


def test_cs100_een_periode_begint_in_2021_of_later():
    assert not codes(met_regel("2021-01-01", "2021-01-31"))
    assert paden(met_regel("2020-12-01", "2020-12-31"), "CS100") == [
        f"{REGEL}/Begindatum",
        f"{REGEL}/Einddatum",
    ]
    assert paden(met_periode("2020-12-31", "2021-01-31"), "CS100") == [f"{PERIODE}/Begindatum"]


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-02-01", "2024-02-29", False),
        ("2024-02-10", "2024-02-10", False),
        ("2024-01-31", "2024-02-01", True),
        ("2023-02-01", "2024-02-01", True),
    ],
)
def test_cs337_een_prestatie_ligt_in_een_maand(begin, einde, fout):
    assert paden(met_regel(begin, einde), "CS337") == ([f"{REGEL}/Einddatum"] if fout else [])


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-02-01", "2024-02-29", False),
        ("2023-02-01", "2023-02-28", False),
        ("2024-02-01", "2024-02-28", True),
        ("2024-02-02", "2024-02-29", True),
        ("2024-01-01", "2024-02-29", True),
    ],
)
def test_cs340_een_declaratie_gaat_over_een_hele_maand(begin, einde, fout):
    assert paden(met_periode(begin, einde), "CS340") == ([PERIODE] if fout else [])


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-03-01", "2024-03-01", False),
        ("2024-03-01", "2024-03-02", True),
        ("2024-02-10", "2024-02-09", True),
    ],
)
def test_tr137_een_periode_eindigt_na_haar_begin_en_voor_de_dagtekening(begin, einde, fout):
    assert paden(met_regel(begin, einde), "TR137") == ([f"{REGEL}/Einddatum"] if fout else [])
    assert ("TR137" in codes(met_periode(begin, einde))) == fout


@pytest.mark.parametrize(
    ("dagtekening", "einde", "fout"),
    [
        ("2026-01-31", "2021-01-31", False),
        ("2026-02-01", "2021-01-31", True),
        ("2024-03-01", "2024-02-29", False),
    ],
)
def test_tr335_een_prestatie_is_hoogstens_vijf_jaar_oud(dagtekening, einde, fout):
    bericht = met_regel(f"{einde[:8]}01", einde, DeclaratieDagtekening=dagtekening)
    assert paden(bericht, "TR335") == ([f"{REGEL}/Einddatum"] if fout else [])


def test_vijf_jaar_voor_een_schrikkeldag_is_1_maart():
    assert vijf_jaar_voor(date(2024, 2, 29)) == date(2019, 3, 1)
    assert vijf_jaar_voor(date(3, 1, 1)) is None
    assert vijf_jaar_voor(None) is None
