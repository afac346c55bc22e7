"""Wat een bericht betekent, los van voor wie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from paraplu.aanmelden.berichtenpost import (
    Antwoord,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    schrijf_verzoek,
    verwijder,
)
from paraplu.aanmelden.berichtenpost.duiden import duid
from paraplu.berichten import Bericht
from paraplu.berichten.antwoord import Oordeel, antwoord

from .voorbeeld import JEUGDIGE, START, STOP, TOEWIJZING, VERZOEK, gelezen, verzending

WIE = {"jeugdige": JEUGDIGE}
GEWIJZIGD = replace(TOEWIJZING, nummer=7, reden_wijziging="05", ingangsdatum=date(2027, 1, 1),
                    einddatum=date(2027, 2, 1))  # fmt: skip
WEG = replace(verwijder(TOEWIJZING, op=datetime(2026, 3, 2)), nummer=8)

GEVALLEN = [
    (
        schrijf_toewijzing(verzending(), toewijzingen=[TOEWIJZING, GEWIJZIGD, WEG], **WIE),
        ["toewijzing_ontvangen", "toewijzing_gewijzigd", "toewijzing_ingetrokken"],
    ),
    (schrijf_verzoek(verzending(), verzoeken=[VERZOEK], **WIE), ["verzoek_ontvangen"]),
    (
        schrijf_antwoord(verzending(), antwoord=Antwoord(referentie="R")),
        ["verzoek_in_onderzoek"],
    ),
    (
        schrijf_antwoord(verzending(), antwoord=Antwoord(referentie="R", reden="3")),
        ["verzoek_afgewezen"],
    ),
    (
        schrijf_start(verzending(), starts=[START, replace(START, toewijzing_nummer=9,
                                                           verwijderd=True)], **WIE),
        ["start_gemeld", "start_teruggenomen"],
    ),
    (
        schrijf_stop(verzending(), stops=[STOP, replace(STOP, reden="20"),
                                          replace(STOP, reden="34", verwijderd=True)], **WIE),
        ["stop_gemeld", "stop_tijdelijk", "stop_teruggenomen"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("uitgaand", "soorten"), GEVALLEN, ids=lambda een: str(een)[:30])
def test_elke_regel_van_een_bericht_heeft_een_betekenis(uitgaand, soorten):
    betekenissen = duid(gelezen(uitgaand.inhoud))

    assert [een.soort for een in betekenissen] == soorten
    assert {(een.gemeente, een.aanbieder) for een in betekenissen} == {("0202", "98000001")}
    assert JEUGDIGE.bsn not in repr(betekenissen)


def test_een_toewijzing_wordt_gevonden_op_nummer_en_op_de_referentie_van_het_verzoek():
    uitgaand = schrijf_toewijzing(
        verzending(), toewijzingen=[replace(TOEWIJZING, referentie="REF-1")], **WIE
    )
    (betekenis,) = duid(gelezen(uitgaand.inhoud))

    assert betekenis.sleutels == ("T 0202 70000011", "R 98000001 REF-1")
    assert (betekenis.datum, betekenis.einddatum) == (date(2026, 3, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("oordelen", "soort", "codes"),
    [
        ((), "bericht_goedgekeurd", ()),
        (["TR332"], "bericht_afgekeurd", ("9332",)),
    ],
)
def test_een_antwoord_zegt_of_het_bericht_is_goedgekeurd(oordelen, soort, codes):
    heen = gelezen(schrijf_toewijzing(verzending(), toewijzingen=[TOEWIJZING], **WIE).inhoud)
    pad = "Client/ToegewezenProducten/ToegewezenProduct[1]"
    terug = antwoord(
        heen,
        [Oordeel(pad=pad, code=code) for code in oordelen],
        identificatie="TERUG-1",
        dagtekening=date(2026, 3, 4),
    )
    assert isinstance(terug, Bericht)
    (betekenis,) = duid(terug)

    assert (betekenis.soort, betekenis.codes) == (soort, codes)
    assert betekenis.heenbericht == ("JW301", "PPL-00000001")
    assert (betekenis.gemeente, betekenis.aanbieder) == ("0202", "98000001")
    assert betekenis.dagtekening == date(2026, 3, 4)
