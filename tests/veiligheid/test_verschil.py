"""Whatever changes between two versions is shown, under its heading, and nothing else is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from paraplu.veiligheid.inhoud import AfspraakInhoud, Planinhoud, VoorwaardeInhoud
from paraplu.veiligheid.leesbaar import list_blokken, list_lange_zinnen
from paraplu.veiligheid.verschil import compare
from tests.veiligheid.bouwen import AFSPRAAK, INHOUD, VOORWAARDE, inhoud

#: A value of each field that differs from the plan of the tests.
KEUZES = {"aanleiding": "tafel", "fase": "herstel", "met_ouders": "niet", "voor_wie": "kind"}


def anders(veld: str, waarde: object) -> object:
    if isinstance(waarde, date):
        return waarde + timedelta(days=1)
    if veld == "tot":
        return date(2026, 9, 1)
    return KEUZES.get(veld, "Iets heel anders")


def velden_of(soort: type) -> list[str]:
    return [v.name for v in fields(soort) if v.name not in ("voorwaarden", "afspraken")]


def check(nieuw: Planinhoud) -> None:
    (deel,) = compare(INHOUD, nieuw)
    assert deel.erbij
    (terug,) = compare(nieuw, INHOUD)
    assert (terug.weg, terug.erbij) == (deel.erbij, deel.weg)


@pytest.mark.parametrize("veld", velden_of(Planinhoud))
def test_elke_wijziging_van_het_plan_valt_op(veld):
    check(inhoud(**{veld: anders(veld, getattr(INHOUD, veld))}))


@pytest.mark.parametrize("veld", velden_of(VoorwaardeInhoud))
def test_elke_wijziging_van_een_voorwaarde_valt_op(veld):
    nieuw = replace(VOORWAARDE, **{veld: anders(veld, getattr(VOORWAARDE, veld))})
    check(inhoud(voorwaarden=(nieuw,)))


@pytest.mark.parametrize("veld", velden_of(AfspraakInhoud))
def test_elke_wijziging_van_een_afspraak_valt_op(veld):
    afspraak = replace(AFSPRAAK, **{veld: anders(veld, getattr(AFSPRAAK, veld))})
    check(inhoud(voorwaarden=(replace(VOORWAARDE, afspraken=(afspraak,)),)))


def test_zonder_wijziging_is_er_niets_te_zien():
    assert compare(INHOUD, inhoud()) == []


def test_een_voorwaarde_ervoor_maakt_van_de_andere_geen_nieuwe():
    eerst = VoorwaardeInhoud(
        wat="Er is altijd eten.", gesteld_door="School", geregeld_op=date(2026, 3, 3)
    )
    (deel,) = compare(INHOUD, inhoud(voorwaarden=(eerst, VOORWAARDE)))
    assert deel.weg == ()
    assert len(deel.erbij) == 1
    assert "Er is altijd eten" in deel.erbij[0]


def test_wie_voor_het_hele_plan_kijkt_kijkt_ook_naar_elke_afspraak():
    """R69: per agreement it is known who supervises it."""
    zelf = replace(VOORWAARDE, afspraken=(AFSPRAAK, replace(AFSPRAAK, toezicht_door="Juf Els")))
    tekst = str(list_blokken(inhoud(voorwaarden=(zelf,))))
    assert "('Wie kijkt of het gebeurt', 'Buurvrouw Ans')" in tekst
    assert "('Wie kijkt of het gebeurt', 'Juf Els')" in tekst


def test_een_lange_zin_voor_een_kind_valt_op():
    lang = "Als " + "heel " * 15 + "veel woorden."
    assert list_lange_zinnen(INHOUD) == []
    assert list_lange_zinnen(inhoud(kind_uitleg=f"Kort. {lang} Klaar.")) == [lang.rstrip(".")]
