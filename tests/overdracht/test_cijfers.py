"""Figures over the end of measures: what counts, what falls out and why, and what stays hidden."""

from __future__ import annotations

import argparse
from datetime import date, timedelta

import pytest

from paraplu.casussen.actions import give_jeugdbeschermer
from paraplu.casussen.cijfers.tellen import Blik, Verborgen
from paraplu.overdracht.cijfers.lezen import Beeindigd, Gevolgd, Gevraagd, Gezet, Jaar, read_jaar
from paraplu.overdracht.cijfers.metingen import METINGEN, make_tabellen
from paraplu.overdracht.cijfers.woorden import namen
from paraplu.overdracht.opdrachten import register
from tests.casussen.bouwen import make_medewerker
from tests.inzage.uitvoer.lezen import lees_regels
from tests.overdracht.bouwen import Loop

OP = date(2026, 6, 30)
JAN = date(2026, 1, 5)


def stap(casus: int, klaar: str = "2026-01-08", uitkomst: str = "beschikbaar", **velden) -> Gezet:
    return Gezet(
        **{
            "casus": casus, "regio": "FV", "gi": "GI-1", "lokaal_team": "LT-0228",
            "sleutel": "beschikbaar", "anker": JAN, "uiterste_datum": date(2026, 1, 8),
            "afgerond_op": date.fromisoformat(klaar) if klaar else None, "uitkomst": uitkomst,
            "geopend_op": JAN, **velden,
        }
    )  # fmt: skip


def maatregel(casus: int, soort: str = "voogdij", reden: str = "", **velden) -> Beeindigd:
    return Beeindigd(
        **{
            "casus": casus, "regio": "FV", "gi": "GI-1", "soort": soort, "vanaf": date(2024, 1, 1),
            "op": date(2026, 3, 1) if reden else None, "reden": reden, "voogd": "",
            "met_overdracht": True, "geboren": date(2014, 1, 1), "dagen_tot_hulp": None, **velden,
        }
    )  # fmt: skip


def cijfers(**velden):
    leeg = dict.fromkeys(("stappen", "overnames", "gevolgd", "maatregelen", "voogdvragen"), ())
    return make_tabellen(Jaar(jaar=2026, **{**leeg, **velden}), op=OP)


def test_op_tijd_is_binnen_drie_werkdagen_iemand_hebben():
    """R186: a no within three days is not in time, and neither is a late yes."""
    rijen = [stap(n) for n in range(6)]
    rijen += [stap(6, "2026-01-09"), stap(7, uitkomst="niet_beschikbaar"), stap(8, "", "")]
    cijfer = cijfers(stappen=tuple(rijen))["beschikbaar"].cijfer(Blik())
    assert (cijfer.aantal, cijfer.aandeel) == (9, 6 / 9)
    assert cijfer.mediaan == 3


def test_wie_nog_tijd_heeft_en_wat_niet_doorging_valt_af_met_de_reden():
    rijen = [stap(n) for n in range(5)]
    open_ = stap(20, "", "", anker=OP, uiterste_datum=OP + timedelta(days=3))
    weg = [stap(n, uitkomst="ingetrokken") for n in (30, 31)]
    tabel = cijfers(stappen=(*rijen, open_, *weg))["beschikbaar"]
    assert tabel.cijfer(Blik()).aantal == 5
    assert {r.afgevallen for r in tabel.afgevallen.list_rijen(Blik())} == {
        "nog_tijd",
        "ingetrokken",
    }


def test_een_andere_jeugdbeschermer_is_een_wisseling():
    """R295: per child that had a measure in the year; the first one and other years do not count."""
    rijen = [maatregel(n) for n in range(5)]
    rijen += [
        maatregel(5, wisselingen=(date(2026, 2, 1), date(2026, 5, 1))),
        maatregel(6, wisselingen=(date(2025, 12, 31), date(2026, 7, 1))),
        maatregel(7, vanaf=date(2026, 7, 1)),
    ]
    cijfer = cijfers(maatregelen=tuple(rijen))["wisselingen"].cijfer(Blik())
    assert (cijfer.aantal, cijfer.aandeel) == (7, 6 / 7)


@pytest.mark.django_db
def test_wie_eerder_jeugdbeschermer_was_blijft_bekend(loop):
    """R295: the same person again is no change."""
    rij = loop.maatregel
    give_jeugdbeschermer(maatregel=rij, medewerker=rij.jeugdbeschermer, on=date(2026, 2, 1))
    assert rij.beschermers.count() == 1
    ander = make_medewerker("jeugdbeschermer", rij.gi)
    give_jeugdbeschermer(maatregel=rij, medewerker=ander, on=date(2026, 3, 1))
    assert [b.medewerker == ander for b in rij.beschermers.all()] == [False, True]
    [gelezen] = [m for m in read_jaar(2026).maatregelen if m.wisselingen]
    assert gelezen.wisselingen == (date(2026, 3, 1),)


def test_per_regio_en_per_lokaal_team():
    rijen = [stap(n) for n in range(6)] + [
        stap(n, regio="RA", lokaal_team="LT-0274") for n in range(6, 12)
    ]
    tabel = cijfers(stappen=tuple(rijen))["beschikbaar"]
    assert tabel.waarden(1, Blik()) == ["FV", "RA"]
    assert tabel.cijfer(Blik(partij="LT-0274")).aantal == 6


@pytest.mark.parametrize(
    ("reden", "voogd", "breed", "streng"),
    [
        ("voogd_gevonden", "pleegouder", 1, 1),
        ("voogd_gevonden", "burgervoogd", 1, 1),
        ("gezag_hersteld", "", 1, 0),
        ("overlijden", "", 1, 0),
        ("andere_gi", "", 1, 0),
        ("meerderjarig", "", 0, 0),
    ],
)
def test_ra10_telt_breed_en_streng(reden, voogd, breed, streng):
    """R188, P19: broad is every voogdij that ends before 18, strict only a guardian found."""
    rijen = tuple(maatregel(n) for n in range(9))
    tabellen = cijfers(maatregelen=(*rijen, maatregel(9, reden=reden, voogd=voogd)))
    delen = [tabellen[s].cijfer(Blik()).aandeel for s in ("ra10_breed", "ra10_streng")]
    assert delen == [breed / 10, streng / 10]


@pytest.mark.parametrize(("geboren", "telt"), [("2008-03-02", 1), ("2008-03-01", 0)])
def test_ra10_telt_alleen_voor_het_kind_18_is(geboren, telt):
    """On the birthday itself the child is 18."""
    rij = maatregel(9, reden="gezag_hersteld", geboren=date.fromisoformat(geboren))
    rijen = tuple(maatregel(n) for n in range(9))
    assert cijfers(maatregelen=(*rijen, rij))["ra10_breed"].cijfer(Blik()).aandeel == telt / 10


def test_een_ots_telt_niet_mee_in_ra10():
    rijen = tuple(maatregel(n, "ots") for n in range(9))
    assert cijfers(maatregelen=rijen)["ra10_breed"].cijfer(Blik()).aantal == 0


def test_verlengde_ots_is_langer_dan_een_jaar_en_zonder_uitzonderingen():
    """R185, R303: months, split by how soon help began."""
    lang = [maatregel(n, "ots", "volgens_plan", dagen_tot_hulp=30) for n in range(5)]
    kort = maatregel(6, "ots", "volgens_plan", vanaf=date(2025, 6, 1))
    dood = maatregel(7, "ots", "overlijden")
    tabel = cijfers(maatregelen=(*lang, kort, dood))["duur_ots"]
    assert tabel.cijfer(Blik(), "snel").mediaan == 26
    assert tabel.cijfer(Blik()).aantal == 5
    assert {r.afgevallen for r in tabel.afgevallen.list_rijen(Blik())} == {
        "niet_verlengd", "uitzondering",
    }  # fmt: skip


def test_met_hoeveel_van_de_maatregelen_een_warme_overdracht_was():
    """R12."""
    met = [maatregel(n, "ots", "volgens_plan") for n in range(6)]
    zonder = [maatregel(n, "ots", "andere_gi", met_overdracht=False) for n in range(6, 12)]
    tabel = cijfers(maatregelen=(*met, *zonder))["einde"]
    assert tabel.cijfer(Blik()).aandeel == 0.5
    assert tabel.delen(Blik()) == ["andere_gi:", "volgens_plan:"]


def gevolgd(
    casus: int, hulp: str = "ja", *, in_beeld: bool = True, laatste: bool = True
) -> Gevolgd:
    return Gevolgd(
        casus=casus, regio="FV", lokaal_team="LT-0228", op=JAN, in_beeld=in_beeld, hulp=hulp,
        is_laatste=laatste,
    )  # fmt: skip


def test_gezinnen_zonder_hulp_en_uit_beeld_bij_het_laatste_moment():
    """R252: how many families got no help, and how many are out of sight."""
    rijen = [gevolgd(n) for n in range(6)] + [
        gevolgd(n, "nee", in_beeld=False) for n in range(6, 8)
    ]
    rijen += [gevolgd(0, "nee", laatste=False)] + [gevolgd(n, "niet_nodig") for n in range(8, 13)]
    tabellen = cijfers(gevolgd=tuple(rijen))
    assert tabellen["hulp"].cijfer(Blik()).aandeel == 6 / 8
    assert tabellen["in_beeld"].cijfer(Blik()).aandeel == 11 / 13


def test_een_afgesproken_moment_dat_voorbijging_telt_als_te_laat():
    """R48, R276."""
    basis = {"sleutel": "opvolgen", "anker": None, "uiterste_datum": date(2026, 1, 8)}
    op_tijd = [stap(n, "2026-01-08", "gevolgd", **basis) for n in range(4)]
    te_laat = [stap(9, "2026-01-12", "gevolgd", **basis), stap(10, "", "", **basis)]
    nog = stap(11, "", "", **{**basis, "uiterste_datum": OP})
    cijfer = cijfers(stappen=(*op_tijd, *te_laat, nog))["gevolgd"].cijfer(Blik())
    assert (cijfer.aantal, cijfer.aandeel) == (6, 4 / 6)


def test_zoeken_naar_een_voogd_telt_per_antwoord():
    """R304."""
    rijen = tuple(
        Gevraagd(casus=n, regio="FV", gi="GI-1", op=JAN, resultaat="nee" if n % 2 else "ja")
        for n in range(12)
    )
    assert cijfers(voogdvragen=rijen)["voogdvragen"].cijfer(Blik(), "ja").aantal == 6


def test_een_klein_aantal_is_verborgen_en_is_niet_uit_te_rekenen():
    rijen = [stap(n) for n in range(9)] + [
        stap(9, regio="RA"),
        stap(10, regio="AC"),
        stap(11, regio="AC"),
    ]
    tabel = cijfers(stappen=tuple(rijen))["beschikbaar"]
    assert isinstance(tabel.cijfer(Blik(regio="RA")), Verborgen)
    assert isinstance(tabel.cijfer(Blik(regio="AC")), Verborgen)
    zichtbaar = [
        r for r in ("FV", "RA", "AC") if not isinstance(tabel.cijfer(Blik(regio=r)), Verborgen)
    ]
    assert len(zichtbaar) < 2


def test_elk_deel_heeft_een_naam():
    for meting in METINGEN:
        for deel in ("volgens_plan:", "beschikbaar", "snel", "nee"):
            assert isinstance(namen(meting.sleutel, deel)[1], str)
    assert namen("einde", "voogd_gevonden:pleegouder")[1].endswith("een pleegouder")
    assert namen("beschikbaar", "open")[1] == "Nog geen antwoord"


@pytest.mark.django_db
def test_de_bladzijden_en_het_blad_tonen_wat_er_gebeurde(loop: Loop):
    loop.tot("opvolgen").volg()
    client = loop.client("regionaal_contactpersoon")
    tekst = client.get("/cijfers/overdracht/").content.decode()
    assert "Het lokale team binnen drie werkdagen" in tekst
    assert "Verborgen: minder dan 5 casussen" in tekst
    for meting in ("beschikbaar", "einde"):
        antwoord = client.get(f"/cijfers/overdracht/{meting}/")
        assert antwoord.status_code == 200
        assert "Testkind" not in antwoord.content.decode()
    blad = str(lees_regels(client.get("/cijfers/overdracht/blad/")))
    assert "minder dan 5 casussen" in blad


@pytest.mark.django_db
def test_de_opdracht_toont_dezelfde_zinnen(loop: Loop, capsys):
    loop.tot("opvolgen").volg()
    keuze = argparse.ArgumentParser()
    register(keuze.add_subparsers())
    args = keuze.parse_args(["overdrachtcijfers", "--jaar", str(loop.vandaag.year)])
    assert args.doe(args) == 0
    assert "Het lokale team binnen drie werkdagen: Verborgen" in capsys.readouterr().out
    fout = keuze.parse_args(["overdrachtcijfers", "--regio", "XX"])
    assert fout.doe(fout) == 2
