"""Wat binnenkomt wordt gecontroleerd, gekoppeld, beantwoord en weggelegd, elk bericht één keer."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest

from paraplu.aanmelden.berichtenpost import bij_ontvangst
from paraplu.aanmelden.berichtenpost import ontvangen as ontvangst
from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van, zet_klaar
from paraplu.aanmelden.berichtenpost.ontvangen import NIET_VAN_ONS, NIET_VOOR_ONS, ontvang
from paraplu.aanmelden.berichtenpost.queries import answer_due, overdue, unlinked
from paraplu.aanmelden.berichtenpost.ronde import doe_ronde
from paraplu.aanmelden.berichtenpost.verzenden import verstuur
from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import lees, schrijf
from paraplu.berichten.antwoord import Oordeel, antwoord
from paraplu.monitor.opslag import Opslag
from tests.berichten.omslag import envelopen
from tests.inname.post import anders_geschreven, kapot

from .conftest import AANBIEDER, GEMEENTE, NU
from .voorbeeld import BSN, DAG

ANDER_BSN = "999900018"


@pytest.fixture
def nummer(post) -> int:
    """A 301 of this case went out; its allocation."""
    uitgaand = post.toewijzing()
    zet_klaar(uitgaand, casus=post.casus)
    verstuur(nu=NU)
    (sleutel,) = Werkbericht.objects.get().sleutels
    return int(sleutel.split()[-1])


def ontvangen(soort: str) -> Werkbericht:
    return Werkbericht.objects.get(richting="in", soort=soort)


def test_een_start_vindt_haar_casus_op_het_nummer_van_de_toewijzing(post, nummer, gehoord):
    bestand = post.leg_in(post.start(nummer))
    (gelezen,) = ontvang(nu=NU)

    assert gelezen.bericht == ontvangen("JW305")
    assert ontvangen("JW305").casus == post.casus
    assert gehoord == [("start_gemeld", post.casus, DAG)]
    assert list(post.in_("gelezen")) == [bestand.name]
    assert post.in_("in") == {}


def test_op_een_goede_start_staat_het_retourbericht_klaar(post, nummer):
    post.leg_in(post.start(nummer))
    ronde = doe_ronde(nu=NU)
    (retour,) = ronde.verzonden
    bericht = lees(post.in_("uit")[retour.bestandsnaam]).bericht

    assert (retour.soort, retour.afzender, retour.ontvanger) == ("JW306", GEMEENTE, AANBIEDER)
    assert retour.antwoord_op == ontvangen("JW305")
    assert retour.casus == post.casus
    assert bericht is not None and "RetourCodes" not in bericht.inhoud["Header"]


def test_een_eerste_verzoek_vindt_de_casus_van_het_kind_bij_deze_aanbieder(post, gehoord):
    post.leg_in(post.verzoek())
    ontvang(nu=NU)

    assert ontvangen("JW315").casus == post.casus
    assert gehoord == [("verzoek_ontvangen", post.casus, DAG)]


def test_een_nummer_van_een_ander_kind_komt_niet_bij_deze_casus(post, nummer, gehoord):
    post.leg_in(post.start(nummer, bsn=ANDER_BSN))
    ontvang(nu=NU)

    assert ontvangen("JW305").casus is None
    assert list(unlinked()) == [ontvangen("JW305")]
    assert gehoord == []


def test_een_nummer_van_een_andere_aanbieder_komt_niet_bij_deze_casus(post, nummer, gehoord):
    post.leg_in(post.start(nummer, aanbieder="98000009"))
    ontvang(nu=NU)

    assert ontvangen("JW305").casus is None
    assert gehoord == []


def test_hetzelfde_bestand_nog_eens_is_hetzelfde_bericht(post, nummer, gehoord):
    uitgaand = post.start(nummer)
    post.leg_in(uitgaand)
    ontvang(nu=NU)
    post.leg_in(uitgaand, naam="nog-eens.xml")
    (tweede,) = ontvang(nu=NU)

    assert tweede.bekend
    assert Werkbericht.objects.filter(richting="in").count() == 1
    assert Werkbericht.objects.filter(soort="JW306").count() == 1
    assert len(gehoord) == 1
    assert sorted(post.in_("gelezen")) == sorted([uitgaand.bestandsnaam, "nog-eens.xml"])


@pytest.mark.parametrize("om", envelopen.OM)
def test_een_envelop_om_een_bericht_maakt_er_geen_ander_bericht_van(post, nummer, om):
    inhoud = post.start(nummer).inhoud
    post.leg_in(envelopen.OM[om](envelopen.b64(inhoud)), "een.xml")
    post.leg_in(anders_geschreven(inhoud), "twee.xml")
    eerste, tweede = ontvang(nu=NU)

    assert (eerste.bericht, tweede.bekend) == (tweede.bericht, True)
    assert (eerste.bericht.status, eerste.bericht.casus) == ("beantwoord", post.casus)


def test_gestopt_voor_het_wegleggen_wordt_niets_dubbel(post, nummer, gehoord, monkeypatch):
    class Gestopt(BaseException):
        pass

    def stop(*_args):
        raise Gestopt

    post.leg_in(post.start(nummer))
    with monkeypatch.context() as even:
        even.setattr(ontvangst, "move_durably", stop)
        with pytest.raises(Gestopt):
            ontvang(nu=NU)
    assert len(post.in_("in")) == 1
    ontvang(nu=NU)

    assert post.in_("in") == {}
    assert len(post.in_("gelezen")) == 1
    assert len(gehoord) == 1
    assert Werkbericht.objects.filter(soort="JW306").count() == 1


def test_een_bericht_dat_een_regel_breekt_krijgt_een_afkeur_en_een_uitleg(post, nummer, gehoord):
    morgen = DAG + timedelta(days=1)
    inhoud = post.start(nummer).inhoud.replace(
        f"Begindatum>{DAG}".encode(), f"Begindatum>{morgen}".encode()
    )
    post.leg_in(inhoud, "start.xml")
    ronde = doe_ronde(nu=NU)
    uitleg = post.in_("fout")["start.xml.txt"].decode()

    assert len(ronde.geweigerd) == 1
    assert (ontvangen("JW305").status, ontvangen("JW305").retourcodes) == ("afgekeurd", "0001")
    assert [een.soort for een in ronde.verzonden] == ["JW306"]
    assert gehoord == []
    assert (
        "TR134" in uitleg and "Wat te doen:" in uitleg and ronde.verzonden[0].bestandsnaam in uitleg
    )
    assert BSN not in uitleg


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"geen xml", "geen bericht"),
        (b"", "geen bericht"),
        (b"<a/>", "geen bericht"),
    ],
)
def test_wat_geen_bericht_is_gaat_naar_fout_met_uitleg(post, inhoud, zin):
    post.leg_in(inhoud, "iets.xml")
    (gelezen,) = ontvang(nu=NU)

    assert zin in gelezen.fout
    assert set(post.in_("fout")) == {"iets.xml", "iets.xml.txt"}
    assert zin in post.in_("fout")["iets.xml.txt"].decode()
    assert not Werkbericht.objects.exists()


def test_een_bericht_dat_niet_aan_het_schema_voldoet_krijgt_geen_antwoord(post, nummer):
    post.leg_in(kapot(post.start(nummer).inhoud), "kapot.xml")
    (gelezen,) = ontvang(nu=NU)

    assert "schema" in gelezen.fout
    assert set(post.in_("fout")) == {"kapot.xml", "kapot.xml.txt"}
    assert not Werkbericht.objects.filter(richting="in").exists()
    assert not Werkbericht.objects.filter(soort="JW306").exists()


def test_een_bericht_voor_een_ander_wordt_geweigerd(post):
    post.leg_in(post.verzoek(gemeente="0363"), "verkeerd.xml")
    (gelezen,) = ontvang(nu=NU)
    assert gelezen.fout == NIET_VOOR_ONS


def test_een_identificatie_die_al_was_gebruikt_wordt_afgekeurd(post, nummer):
    post.leg_in(post.start(nummer), "een.xml")
    post.leg_in(post.start(nummer, begindatum=date(2026, 3, 1)), "twee.xml")
    ontvang(nu=NU)
    eerste, tweede = Werkbericht.objects.filter(richting="in").order_by("id")

    assert (eerste.status, tweede.status) == ("beantwoord", "afgekeurd")
    assert tweede.retourcodes == "9056"


def retour(verzonden: Werkbericht, inhoud: bytes, *codes: str) -> bytes:
    heen = lees(inhoud).bericht
    pad = "Client/ToegewezenProducten/ToegewezenProduct[1]"
    gemaakt = antwoord(
        heen,
        [Oordeel(pad=pad, code=code) for code in codes],
        identificatie="R1",
        dagtekening=DAG,
    )
    return schrijf(gemaakt)


@pytest.mark.parametrize(
    ("codes", "status", "soort"),
    [((), "beantwoord", "bericht_goedgekeurd"), (("TR332",), "afgekeurd", "bericht_afgekeurd")],
)
def test_een_antwoord_staat_bij_het_bericht_dat_is_verzonden(post, gehoord, codes, status, soort):
    uitgaand = post.toewijzing()
    verzonden = zet_klaar(uitgaand, casus=post.casus)
    verstuur(nu=NU)
    post.leg_in(retour(verzonden, uitgaand.inhoud, *codes), "retour.xml")
    ontvang(nu=NU)
    verzonden.refresh_from_db()

    assert (verzonden.status, verzonden.afgehandeld) == (status, NU)
    assert verzonden.retourcodes == ("9332" if codes else "")
    assert ontvangen("JW302").antwoord_op == verzonden
    assert (ontvangen("JW302").afzender, ontvangen("JW302").casus) == (AANBIEDER, post.casus)
    assert gehoord == [(soort, post.casus, DAG)]
    assert not Werkbericht.objects.filter(richting="uit").exclude(pk=verzonden.pk).exists()


def test_een_antwoord_op_wat_wij_niet_zonden_wordt_geweigerd(post):
    uitgaand = post.toewijzing()
    post.leg_in(retour(None, uitgaand.inhoud), "retour.xml")
    (gelezen,) = ontvang(nu=NU)
    assert gelezen.fout == NIET_VAN_ONS


def test_een_stap_die_het_niet_kan_verwerken_houdt_andere_post_niet_tegen(post, nummer):
    def kan_niet(**_kwargs):
        raise RuntimeError(BSN)

    post.leg_in(post.start(nummer), "a.xml")
    post.leg_in(post.verzoek(), "b.xml")
    bij_ontvangst.register("start_gemeld", kan_niet)
    try:
        ronde = doe_ronde(nu=NU)
    finally:
        bij_ontvangst.unregister("start_gemeld", kan_niet)
    opnieuw = doe_ronde(nu=NU)

    assert ronde.mislukt
    assert [(een.naam, bool(een.fout)) for een in ronde.gelezen] == [
        ("a.xml", True),
        ("b.xml", False),
    ]
    assert BSN not in repr(ronde.gelezen[0])
    assert [een.naam for een in opnieuw.gelezen] == ["a.xml"] and not opnieuw.mislukt


def test_een_bestand_dat_nog_wordt_geschreven_blijft_liggen(post):
    post.leg_in(post.verzoek(), ".bezig.xml")
    post.leg_in(post.verzoek(), "bezig.xml.deel")
    assert ontvang(nu=NU) == []


def test_wat_binnenkomt_telt_mee_in_de_monitor(post, nummer):
    post.leg_in(post.start(nummer))
    doe_ronde(nu=NU)
    doe_ronde(nu=NU)
    opslag = Opslag(post.var / "tabellen")
    geteld = sorted(rij["soort"] for rij in opslag.arrow("bericht").to_pylist())

    assert geteld == ["JW301", "JW305", "JW306"]
    assert [len(opslag.arrow(tabel)) for tabel in ("toewijzing", "start")] == [1, 1]
    assert not Werkbericht.objects.filter(levering="").exists()


def test_een_onbekende_soort_betekenis_kan_niemand_horen():
    with pytest.raises(KeyError):
        bij_ontvangst.register("start", print)


def test_wat_lang_geleden_is_gelezen_wordt_opgeruimd(post, nummer):
    post.leg_in(post.start(nummer), "start.xml")
    ontvang(nu=NU)
    (pad,) = (post.var / "postvak" / "gelezen").iterdir()
    os.utime(pad, (NU.timestamp(), NU.timestamp()))
    ontvang(nu=NU + timedelta(days=30))
    assert pad.exists()
    ontvang(nu=NU + timedelta(days=31))

    assert not pad.exists()
    assert BSN.encode() in inhoud_van(ontvangen("JW305"))


def test_een_antwoord_dat_uitblijft_valt_op_na_drie_werkdagen(post, nummer):
    """Monday 2 March 2026: the answer is due on Thursday."""
    (bericht,) = Werkbericht.objects.all()

    assert answer_due(bericht) == date(2026, 3, 5)
    assert overdue(on=date(2026, 3, 5)) == []
    assert overdue(on=date(2026, 3, 6)) == [bericht]
