"""Before a garden starts: pillars, conditions, knowledge, questions, consent and money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from paraplu.toekomsttuin.actions import gereedheid, leden, omgeving, tuinen
from paraplu.toekomsttuin.fouten import NietNodig, TuinFout
from paraplu.toekomsttuin.lezen.gereed import missing_kennis, read_gereed
from paraplu.toekomsttuin.models import Begrotingsregel, Fase, Gereedheid, Lidkennis, Pilot
from paraplu.toekomsttuin.onderwerpen import CONDITIES, KENNIS, ONDERWERPEN, PIJLERS, VRAGEN
from paraplu.toekomsttuin.queries import leden_on
from tests.casussen.bouwen import BEGIN
from tests.toekomsttuin.bouwen import VANDAAG

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("onderwerpen", "aantal"), [(PIJLERS, 6), (CONDITIES, 11), (KENNIS, 7), (VRAGEN, 10)]
)
def test_zoveel_onderwerpen_noemt_de_bouwsteen(onderwerpen, aantal):
    """R41, R45, R46, R50."""
    assert len(onderwerpen) == aantal
    assert len({str(naam) for naam in onderwerpen.values()}) == aantal


def note(w, soort: str, sleutel: str, stand: str = "geregeld") -> Gereedheid:
    return gereedheid.note_gereedheid(
        tuin=w.tuin, soort=soort, sleutel=sleutel, stand=stand, tekst="zo is het",
        by=w.wie["raad"], on=VANDAAG,
    )  # fmt: skip


def test_elk_onderwerp_heeft_stand_dag_wie_en_tekst_en_wat_eerder_gold_blijft(w):
    adres = f"/tuinen/{w.tuin.pk}/gereed/conditie/privacy/"
    client = w.als("raad")
    for stand, tekst in (("bezig", "We zoeken het uit."), ("geregeld", "Het staat in bijlage 2.")):
        assert client.post(adres, {"stand": stand, "tekst": tekst}).status_code == 302
    [punt] = [
        p for p in read_gereed(w.tuin, op=VANDAAG).punten["conditie"] if p.sleutel == "privacy"
    ]
    assert punt.is_geregeld
    assert (punt.nu.op, punt.nu.door) == (VANDAAG, w.wie["raad"])
    assert "We zoeken het uit." in client.get(adres).content.decode()
    lijst = w.als("wethouder").get(f"/tuinen/{w.tuin.pk}/gereed/").content.decode()
    assert "Het staat in bijlage 2." in lijst
    assert "1 van 27 onderwerpen" in lijst
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        Gereedheid.objects.update(stand="open")


def test_een_onderwerp_dat_er_niet_is_wordt_niet_bewaard(w):
    with pytest.raises(TuinFout):
        note(w, "conditie", "een_analyse")
    assert w.als("raad").get(f"/tuinen/{w.tuin.pk}/gereed/vraag/privacy/").status_code == 404


def test_een_open_voorwaarde_waarschuwt_en_houdt_een_start_niet_tegen(w):
    """P43: the agreement is the start; the conditions are a list that warns."""
    antwoord = w.als("regio").post(
        f"/tuinen/{w.tuin.pk}/erbij/fase/",
        {"fase": "gestart", "vanaf": VANDAAG.isoformat(), "toelichting": ""},
    )
    assert antwoord.status_code == 302
    assert w.tuin.fasen.last().fase == Fase.GESTART
    tekst = w.als("raad").get(f"/tuinen/{w.tuin.pk}/").content.decode()
    assert "deze afspraken zijn nog niet rond" in tekst
    assert "Dit houdt niets tegen." in tekst


def test_alles_geregeld_geeft_geen_enkele_waarschuwing(w):
    tuinen.set_fase(tuin=w.tuin, fase=Fase.GESTART, vanaf=BEGIN, by=w.wie["regio"])
    for soort, onderwerpen in ONDERWERPEN.items():
        for sleutel in onderwerpen:
            note(w, soort, sleutel)
    for lid, post in zip(
        w.leden.values(), ("teamleider", "gedragswetenschapper", "", ""), strict=True
    ):
        leden.change_lid(lid=lid, post=post, uren=Decimal(24), bereikbaar="")
    for onderwerp in KENNIS:
        leden.note_kennis(lid=w.leden["raad"], onderwerp=onderwerp, niveau="ruim", on=VANDAAG)
    for post in ("teamleider", "gedragswetenschapper"):
        _regel(w, post, "regio")
    gereed = read_gereed(w.tuin, op=VANDAAG)
    assert gereed.waarschuwingen == ()
    assert gereed.geregeld == gereed.totaal == 27


def _regel(w, soort: str, bron: str) -> Begrotingsregel:
    return gereedheid.add_begrotingsregel(
        tuin=w.tuin, jaar=2026, soort=soort, bedrag=Decimal(1000), bron=bron,
        by=w.wie["regio"], on=VANDAAG,
    )  # fmt: skip


def test_kennis_telt_als_iemand_er_ruim_van_weet_en_de_laatste_keer_geldt(w):
    """R46."""
    alle = list(leden_on(w.tuin, op=VANDAAG))
    assert len(missing_kennis(alle)) == 7
    leden.note_kennis(lid=w.leden["raad"], onderwerp="recht", niveau="ruim", on=VANDAAG)
    assert str(KENNIS["recht"]) not in missing_kennis(alle)
    leden.note_kennis(
        lid=w.leden["raad"], onderwerp="recht", niveau=Lidkennis.Niveau.BASIS, on=VANDAAG
    )
    assert str(KENNIS["recht"]) in missing_kennis(alle)


def test_de_vaste_posten_staan_in_de_begroting_met_wie_betaalt(w):
    """R44, R51: a line without a source does not count as paid."""
    _regel(w, "teamleider", "open")
    zinnen = " ".join(read_gereed(w.tuin, op=VANDAAG).waarschuwingen)
    assert "wie de teamleider betaalt" in zinnen
    regel = _regel(w, "teamleider", "gemeente")
    zinnen = " ".join(read_gereed(w.tuin, op=VANDAAG).waarschuwingen)
    assert "wie de teamleider betaalt" not in zinnen
    gereedheid.drop_begrotingsregel(regel=regel, on=VANDAAG)
    with pytest.raises(NietNodig):
        gereedheid.drop_begrotingsregel(regel=regel, on=VANDAAG)


def test_de_begroting_telt_per_jaar_op_en_per_betaler(w):
    """R259."""
    client = w.als("regio")
    velden = {"jaar": 2026, "soort": "uren", "bron": "rijk", "toelichting": ""}
    adres = f"/tuinen/{w.tuin.pk}/erbij/begroting/"
    assert client.post(adres, {**velden, "bedrag": "-5"}).status_code == 422
    for bedrag in ("1500", "250.50"):
        assert client.post(adres, {**velden, "bedrag": bedrag}).status_code == 302
    tekst = w.als("raad").get(f"/tuinen/{w.tuin.pk}/begroting/").content.decode()
    assert "1.750,50" in tekst
    assert ">2026<" in tekst
    assert "Laat vervallen" not in tekst


def test_elke_partner_zegt_per_document_wat_zij_vindt(w):
    """R244: agrees, under conditions or not, with text and day; the RvdK can say no (P43)."""
    document = gereedheid.add_document(tuin=w.tuin, titel="Plan", versie="0.9", op=BEGIN)
    raad, vt = w.wie["raad"].organisatie, w.wie["veilig_thuis"].organisatie
    adres = f"/tuinen/{w.tuin.pk}/erbij/instemming/"
    velden = {"document": document.pk, "organisatie": raad.pk, "op": VANDAAG.isoformat()}
    client = w.als("raad")
    assert client.post(adres, {**velden, "oordeel": "nee", "tekst": ""}).status_code == 422
    nee = {**velden, "oordeel": "nee", "tekst": "Kinderen zijn te weinig beschermd."}
    assert client.post(adres, nee).status_code == 302
    ja = {**velden, "organisatie": vt.pk, "oordeel": "ja", "tekst": ""}
    assert client.post(adres, ja).status_code == 302
    onder = {**velden, "oordeel": "onder_voorwaarden", "tekst": "Mits er een jurist meekijkt."}
    assert client.post(adres, onder).status_code == 302
    tekst = client.get(f"/tuinen/{w.tuin.pk}/instemming/").content.decode()
    nu, eerder = tekst.split("Wat eerder gold")
    assert "Mits er een jurist meekijkt." in nu
    assert "Kinderen zijn te weinig beschermd." in eerder
    assert document.oordelen.count() == 3


def test_een_les_van_een_pilot_staat_bij_de_afspraak_waar_zij_over_gaat(w):
    """R247."""
    client = w.als("raad")
    pilot = {
        "naam": "Team Jeugdlink", "regio": "FoodValley", "deelnemers": "Raad, GI's, Ede",
        "doelgroep": "gezinnen met zorgen", "evaluatie_op": "2021-10-15",
    }  # fmt: skip
    assert client.post("/tuinen/pilots/pilot/", pilot).status_code == 302
    les = {"pilot": Pilot.objects.get().pk, "conditie": "leeroomgeving", "tekst": "Neem de tijd."}
    assert client.post("/tuinen/pilots/les/", les).status_code == 422
    assert (
        client.post("/tuinen/pilots/les/", {**les, "conditie": "leeromgeving"}).status_code == 302
    )
    tekst = client.get(f"/tuinen/{w.tuin.pk}/gereed/").content.decode()
    assert "Les van Team Jeugdlink:" in tekst
    assert tekst.index("Neem de tijd.") > tekst.index("Ruimte om te leren")


def test_van_een_lokaal_team_staat_bij_de_tuin_wat_het_kan(w):
    """R248: frame and version, QuickScan, conditions met."""
    team = w.wie["lokaal_team"].organisatie
    adres = f"/tuinen/{w.tuin.pk}/erbij/team/"
    velden = {
        "team": team.pk, "kader": "Kwaliteitskader", "versie": "2", "quickscan_op": str(BEGIN),
        "uitkomst": "Signaleren gaat goed.", "voldaan": "ja",
    }  # fmt: skip
    assert w.als("raad").post(adres, velden).status_code == 302
    tekst = w.als("wethouder").get(f"/tuinen/{w.tuin.pk}/").content.decode()
    assert "Kwaliteitskader, 2: voldoet." in tekst
    assert "Signaleren gaat goed." in tekst


REGISTERS = {
    "leermoment": {
        "soort": "advies", "niveau": "tactisch", "op": str(VANDAAG), "met_wie": "een adviseur",
        "geleerd": "Begin klein.",
    },
    "clientinbreng": {
        "van_wie": "Zorgbelang", "tekst": "Praat met ons.", "gevolg": "Wij nodigen hen uit.",
        "op": str(VANDAAG),
    },
    "expertise": {
        "domein": "lvb", "voor_wie": "beide", "organisatie": "Kenniscentrum Zuid",
        "contact": "meldpunt, ma-vr", "vanaf": str(BEGIN),
    },
}  # fmt: skip


def test_de_tuinen_leren_van_elkaar_op_het_niveau_van_bestuur_en_regio(w):
    """R217: the Gelderse structure to learn, of officials and of the board."""
    for niveau in ("strategisch", "tactisch"):
        velden = {**REGISTERS["leermoment"], "soort": "gelderland", "niveau": niveau}
        adres = f"/tuinen/{w.tuin.pk}/erbij/leermoment/"
        assert w.als("raad").post(adres, velden).status_code == 302
    tekst = w.als("wethouder").get(f"/tuinen/{w.tuin.pk}/leren/").content.decode()
    assert tekst.count("Leren met de andere Gelderse tuinen") == 2
    assert all(f"een adviseur, {niveau}." in tekst for niveau in ("bestuur", "regio"))


@pytest.mark.parametrize("register", REGISTERS)
def test_wat_de_tuin_leert_en_wie_zij_kan_bellen_staat_op_een_pagina(w, register):
    """R47, R49, R258."""
    adres = f"/tuinen/{w.tuin.pk}/erbij/{register}/"
    assert w.als("raad").post(adres, REGISTERS[register]).status_code == 302
    tekst = w.als("wethouder").get(f"/tuinen/{w.tuin.pk}/leren/").content.decode()
    for waarde in REGISTERS[register].values():
        if " " in waarde:
            assert waarde in tekst


def test_een_klacht_heeft_ontvangst_afhandeling_en_les(w):
    """R224; only for the members of the garden."""
    velden = {"ontvangen_op": str(BEGIN), "kern": "Te laat gebeld.", "bevestigd_op": str(VANDAAG)}
    client = w.als("raad")
    assert client.post(f"/tuinen/{w.tuin.pk}/erbij/klacht/", velden).status_code == 302
    klacht = w.tuin.klachten.get()
    adres = f"/tuinen/klacht/{klacht.pk}/"
    assert client.post(adres, {"afhandeling": "Excuses gemaakt."}).status_code == 422
    assert client.post(adres, {"afhandeling": "Excuses.", "les": "Bel eerder."}).status_code == 302
    with pytest.raises(NietNodig):
        omgeving.settle_klacht(klacht=klacht, afhandeling="x", les="y", on=VANDAAG)
    assert "Bel eerder." in client.get(f"/tuinen/{w.tuin.pk}/klachten/").content.decode()
    assert w.als("regio").post(f"/tuinen/{w.tuin.pk}/erbij/klacht/", velden).status_code == 404
