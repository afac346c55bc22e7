"""A case with its parties, and a post office of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from paraplu.aanmelden.berichtenpost import (
    Jeugdige,
    Uitgaand,
    Verzending,
    bij_ontvangst,
    schrijf_start,
    schrijf_toewijzing,
    schrijf_verzoek,
)
from paraplu.aanmelden.berichtenpost.duiden import SOORTEN
from paraplu.aanmelden.berichtenpost.nummers import (
    volgend_toewijzingnummer,
    volgende_identificatie,
)
from paraplu.casussen.actions import change_persoon
from paraplu.casussen.models import Casus
from tests.casussen.bouwen import Wereld

from .voorbeeld import BSN, DAG, JEUGDIGE, START, TOEWIJZING, VERZOEK

GEMEENTE, AANBIEDER = "0228", "90000101"
NU = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Post:
    """A case, and messages about its child between its gemeente and its provider."""

    casus: Casus
    var: Path
    jeugdige: Jeugdige

    def verzending(self, van: str, **anders) -> Verzending:
        basis = Verzending(
            gemeente=GEMEENTE,
            aanbieder=AANBIEDER,
            identificatie=volgende_identificatie(van),
            dagtekening=DAG,
        )
        return replace(basis, **anders)

    def toewijzing(self, **anders) -> Uitgaand:
        product = replace(TOEWIJZING, nummer=volgend_toewijzingnummer(GEMEENTE), **anders)
        return schrijf_toewijzing(
            self.verzending(GEMEENTE), jeugdige=self.jeugdige, toewijzingen=[product]
        )

    def start(self, nummer: int, *, bsn: str = BSN, begindatum: date = DAG, **anders) -> Uitgaand:
        """What a provider sends that is not on Paraplu: with an identification of its own."""
        return schrijf_start(
            self.verzending("x", identificatie=f"ZA-{nummer}", **anders),
            jeugdige=replace(self.jeugdige, bsn=bsn),
            starts=[replace(START, toewijzing_nummer=nummer, begindatum=begindatum)],
        )

    def verzoek(self, **anders) -> Uitgaand:
        return schrijf_verzoek(
            self.verzending("x", identificatie="ZA-315", **anders),
            jeugdige=self.jeugdige,
            verzoeken=[VERZOEK],
        )

    def leg_in(self, inhoud: bytes | Uitgaand, naam: str = "") -> Path:
        """Put a file in the inbox, as others do."""
        map_ = self.var / "postvak" / "in"
        map_.mkdir(parents=True, exist_ok=True)
        if isinstance(inhoud, Uitgaand):
            naam, inhoud = naam or inhoud.bestandsnaam, inhoud.inhoud
        (map_ / naam).write_bytes(inhoud)
        return map_ / naam

    def in_(self, map_: str) -> dict[str, bytes]:
        """The files that others see in a folder of the post office, by their names."""
        plaats = self.var / "postvak" / map_
        paden = [pad for pad in plaats.rglob("*") if pad.is_file() and pad.name[0] != "."]
        return {pad.name: pad.read_bytes() for pad in paden}


@pytest.fixture
def post(db: None, var_map: Path, monkeypatch: pytest.MonkeyPatch) -> Post:
    """A case whose child has a BSN, and an empty post office."""
    for naam in ("KIND", "BESTAND", "GEZIN"):
        monkeypatch.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
    casus = Wereld().casus()
    change_persoon(persoon=casus.kind, versie=casus.kind.versie, bsn=BSN)
    return Post(Casus.objects.get(pk=casus.pk), var_map, JEUGDIGE)


@pytest.fixture
def gehoord() -> Iterator[list]:
    """What subscribers were told: (kind, case, day)."""
    uit: list = []

    def hoor(*, betekenis, casus, bericht, on):
        uit.append((betekenis.soort, casus, on))

    for soort in SOORTEN:
        bij_ontvangst.register(soort, hoor)
    yield uit
    for soort in SOORTEN:
        bij_ontvangst.unregister(soort, hoor)
