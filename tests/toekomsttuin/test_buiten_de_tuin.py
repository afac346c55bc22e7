"""What belongs to the garden stays in it: over every route, every list and every table."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.timezone import now

from paraplu.casussen.actions import open_gezin
from paraplu.netwerk.models import Afwezigheid
from paraplu.toekomsttuin import queries, wand
from paraplu.toekomsttuin.actions import (
    analyse,
    gereedheid,
    hulp,
    leden,
    omgeving,
    signalen,
    tuinen,
)
from paraplu.toekomsttuin.models import Huishouden, Kindgesprek, Klacht, Lid, Volgmoment
from paraplu.toekomsttuin.rechten import LEDEN, MATRIX
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag
from paraplu.web.wand.beleid import among
from tests.casussen.bouwen import BEGIN, make_medewerker, make_organisatie
from tests.rights.argumenten.toekomsttuin import ALLEEN_POST
from tests.toekomsttuin.bouwen import GISTEREN, VANDAAG
from tests.web.wand.achter import achter_de_wand, nummers, verzoeken_achter_de_wand

pytestmark = pytest.mark.django_db

#: Routes that show nothing of one garden: RA6 and the register of pilots.
VRIJ = {"tuinen", "tuin_nieuw", "tuin_pilots", "tuin_pilot_erbij"}
GEHEIM = ("Zonnebloem", "eigen woorden van een kind", "klacht over de tuin", "tekst van de analyse")


class Vol:
    """A garden in which every table has a row, and the address of every route in it."""

    def __init__(self, w) -> None:
        self.w = w
        raad = w.wie["raad"]
        self.huishouden = w.huishouden()
        kind = self.huishouden.mensen.get(rol="kind")
        hulp.note_kindgesprek(
            huishouden=self.huishouden,
            huisgenoot=kind,
            eigen_woorden="eigen woorden van een kind",
            op=BEGIN,
            by=raad,
        )
        volgmoment = hulp.add_regel(
            Volgmoment, huishouden=self.huishouden, by=raad, na="melding", gepland_op=VANDAAG
        )
        versie = analyse.begin_alinea(
            huishouden=self.huishouden,
            sectie="nu",
            tekst="tekst van de analyse",
            by=raad,
            now=now(),
        )
        klacht = omgeving.add_regel(
            Klacht, tuin=w.tuin, by=raad, ontvangen_op=BEGIN, kern="klacht over de tuin"
        )
        signaal = signalen.raise_signaal(
            tuin=w.tuin, soort="anders", tekst="signaal van de tuin", by=raad, on=VANDAAG
        )
        gereedheid.note_gereedheid(
            tuin=w.tuin,
            soort="pijler",
            sleutel="een_analyse",
            stand="bezig",
            tekst="x",
            by=raad,
            on=BEGIN,
        )
        t, h = w.tuin.pk, self.huishouden.pk
        self.argumenten = {
            "tuin_erbij": [t, "signaal"],
            "tuin_eindig": [t, "lid", w.leden["raad"].pk],
            "tuin_lid": [w.leden["raad"].pk],
            "tuin_gereed_punt": [t, "pijler", "een_analyse"],
            "tuin_groep_erbij": [t, "kerngroep"],
            "tuin_signaal": [signaal.pk],
            "tuin_klacht": [klacht.pk],
            "tuin_cijfer": [t, "instroom"],
            "huishouden_erbij": [h, "huisgenoot"],
            "huishouden_volgmoment": [volgmoment.pk],
            "alinea_nieuw": [h, "nu"],
            "alinea": [versie.alinea_id],
            "alinea_historie": [versie.alinea_id],
            "analyse": [h],
            **{
                route: [h]
                for route in MATRIX
                if route.startswith("huishouden_")
                and route not in {"huishouden_nieuw", "huishouden_erbij", "huishouden_volgmoment"}
            },
            "huishouden": [h],
        }

    def adres(self, route: str) -> str:
        """Where this route shows something of this garden."""
        return reverse(route, args=self.argumenten.get(route, [self.w.tuin.pk]))

    def routes(self, gebruiker: Gebruiker) -> list[str]:
        """The routes that the matrix gives to this kind, about one garden."""
        return sorted(route for route in set(MATRIX) - VRIJ if mag(gebruiker, route))


def _tekst(antwoord) -> str:
    """What an answer says: the page, or every file of a download."""
    if antwoord["Content-Type"] != "application/zip":
        return antwoord.content.decode()
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as zip_:
        return "\n".join(zip_.read(naam).decode() for naam in zip_.namelist())


@pytest.fixture
def vol(w) -> Vol:
    return Vol(w)


def test_een_lid_komt_overal_binnen_en_namen_staan_alleen_bij_het_huishouden(vol):
    client = vol.w.als("raad")
    # What only who arranges the garden does is not for every member.
    for route in sorted(set(MATRIX) - VRIJ - {"tuin_groep_erbij", *ALLEEN_POST}):
        antwoord = client.get(vol.adres(route))
        assert antwoord.status_code == 200, route
        assert ("Zonnebloem" in _tekst(antwoord)) == (route == "huishouden"), route
    for adres in ("/tuinen/", "/tuinen/pilots/", "/tuinen/pilots/pilot/"):
        assert "Zonnebloem" not in client.get(adres).content.decode()


@pytest.mark.parametrize("wie", ["vervanger", "andere_regio"])
def test_wie_er_niet_werkt_ziet_op_geen_enkele_route_iets(vol, wie):
    """A colleague who even stands in for a member elsewhere, and the people of another region."""
    w = vol.w
    medewerker = _deputy(w) if wie == "vervanger" else w.wie[wie]
    client = w.als_mens(medewerker)
    for route in vol.routes(medewerker.gebruiker):
        methode = client.post if route in ALLEEN_POST else client.get
        assert methode(vol.adres(route)).status_code == 404, route
    for route in ("tuin_erbij", "tuin_signaal", "alinea", "huishouden_erbij", "huishouden_weg"):
        if mag(medewerker.gebruiker, route):
            assert client.post(vol.adres(route), {"tekst": "x"}).status_code == 404, route
    assert f"/tuinen/{w.tuin.pk}/" not in client.get("/tuinen/").content.decode()


@pytest.mark.parametrize("wie", ["buiten", "was_lid", "andere_tuin"])
def test_ook_wie_er_was_of_in_een_andere_tuin_werkt_vindt_niets(vol, wie):
    w = vol.w
    maak = {"was_lid": _former, "andere_tuin": _elsewhere}
    medewerker = maak[wie](w) if wie in maak else w.wie[wie]
    gebruiker = medewerker.gebruiker
    assert not queries.tuinen_for(gebruiker).filter(pk=w.tuin.pk).exists()
    for vraag in (
        queries.huishoudens_for,
        queries.klachten_for,
        queries.alineas_for,
        queries.signalen_for,
        queries.leden_for,
    ):
        assert not vraag(gebruiker).exclude(pk__in=_of_elsewhere(vraag)).exists(), vraag
    client = w.als_mens(medewerker)
    for route in ("tuin", "huishouden", "analyse", "tuin_cijfers"):
        assert client.get(vol.adres(route)).status_code == 404, route


def _of_elsewhere(vraag) -> list[int]:
    """Members of another garden are there for who works in it."""
    return (
        [lid.pk for lid in Lid.objects.exclude(tuin__naam="Tuin Ede")]
        if vraag is queries.leden_for
        else []
    )


def _former(w):
    leden.end_lid(lid=w.leden["veilig_thuis"], tot=GISTEREN)
    return w.wie["veilig_thuis"]


def _deputy(w):
    Afwezigheid.objects.create(
        medewerker=w.wie["raad"], vervanger=w.wie["buiten"], vanaf=BEGIN, reden="verlof"
    )
    return w.wie["buiten"]


def _elsewhere(w):
    regio = make_organisatie("REG-CG", "regio", regio="CG")
    tuin = tuinen.open_tuin(
        naam="Tuin Arnhem",
        regio="CG",
        gemeente="0202",
        initiatiefnemer=regio,
        by=w.wie["andere_regio"],
        on=BEGIN,
    )
    leden.add_lid(tuin=tuin, medewerker=w.wie["buiten"], vanaf=BEGIN)
    return w.wie["buiten"]


@pytest.mark.parametrize("wie", ["wethouder", "stuurgroep"])
def test_bestuur_en_regio_zien_de_tuin_en_geen_huishouden(vol, wie):
    w = vol.w
    medewerker = w.wie.get(wie) or w.bestuur()[wie]
    client = w.als_mens(medewerker)
    for route in vol.routes(medewerker.gebruiker):
        # Who only looks cannot add; what stays in the garden has rows for members only.
        dicht = MATRIX[route] <= LEDEN
        if route in ALLEEN_POST:
            continue
        antwoord = client.get(vol.adres(route))
        assert antwoord.status_code in ({404} if dicht else {200, 404}), route
        if dicht:
            continue
        tekst = _tekst(antwoord)
        assert not any(woord in tekst for woord in GEHEIM), route
        assert f"/tuinen/huishouden/{vol.huishouden.pk}/" not in tekst
    assert client.get(vol.adres("tuin")).status_code == 200
    assert client.get(vol.adres("tuin_signaal")).status_code == 200


def test_een_koppeling_met_een_gezin_opent_dat_gezin_voor_niemand(vol):
    gezin = open_gezin(gemeente="0228", regio="FV", on=BEGIN)
    Huishouden.objects.update(gezin=gezin)
    tekst = vol.w.als("lokaal_team").get(vol.adres("huishouden")).content.decode()
    assert f"/gezinnen/{gezin.pk}/" not in tekst
    assert gezin.nummer not in tekst


# ---- the second wall ---------------------------------------------------------------------------

ALLEEN_LEDEN = (
    "toekomsttuin_huishouden",
    "toekomsttuin_huisgenoot",
    "toekomsttuin_kindgesprek",
    "toekomsttuin_alineaversie",
    "toekomsttuin_klacht",
    "toekomsttuin_aanspreekpunt",
    "toekomsttuin_volgmoment",
)
VAN_BESTUUR = ("toekomsttuin_tuin", "toekomsttuin_signaal", "toekomsttuin_gereedheid")


def test_de_database_toont_hetzelfde_als_de_queries(vol):
    w = vol.w
    mensen = [*w.wie.values(), *w.bestuur().values(), _former(w)]
    beheerder = Gebruiker.objects.create_user(
        "beheer", naam="B", soort="beheerder", organisatie_soort="beheer", organisatie_naam="B"
    )
    for gebruiker in [*(wie.gebruiker for wie in mensen), beheerder]:
        tuinen = set(queries.tuinen_for(gebruiker).values_list("pk", flat=True))
        van_lid = set(queries.huishoudens_for(gebruiker).values_list("pk", flat=True))
        with achter_de_wand(gebruiker):
            assert nummers("toekomsttuin_tuin") == tuinen, gebruiker.gebruikersnaam
            assert nummers("toekomsttuin_huishouden") == van_lid, gebruiker.gebruikersnaam
            for tabel in ALLEEN_LEDEN:
                assert bool(nummers(tabel)) == bool(van_lid), (gebruiker.gebruikersnaam, tabel)
            for tabel in VAN_BESTUUR:
                assert bool(nummers(tabel)) == bool(tuinen), (gebruiker.gebruikersnaam, tabel)


def test_elke_tabel_met_iets_van_een_huishouden_hangt_aan_de_leden():
    """The policies that open with the governance are named; all others go through a household."""
    bestuur = among("tuin_id", "wand_tuinen()")
    open_ = {rij.tabel for rij in wand.BELEID if rij.mag == bestuur}
    assert open_ == {
        f"toekomsttuin_{naam}"
        for naam in (
            "tuinfase", "tuingemeente", "lid", "leermoment", "gereedheid", "startdocument",
            "begrotingsregel", "signaal", "expertise", "clientinbreng",
        )
    }  # fmt: skip


def test_wie_buiten_staat_schrijft_ook_langs_de_database_niets(vol):
    kind = vol.huishouden.mensen.get(rol="kind")
    with achter_de_wand(vol.w.wie["regio"].gebruiker):
        assert Huishouden.objects.update(uitstroom_tekst="x") == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Kindgesprek.objects.create(
                huisgenoot_id=kind.pk, eigen_woorden="x", op=BEGIN, door=vol.w.wie["regio"]
            )


def test_een_tuin_beginnen_en_een_huishouden_helpen_kan_achter_de_wand(w, monkeypatch):
    verzoeken_achter_de_wand(monkeypatch)
    antwoord = w.als("regio").post(
        "/tuinen/nieuw/",
        {"naam": "Nieuw", "gemeente": "0228", "initiatiefnemer": w.gemeente.pk},
    )
    adres = antwoord["Location"]
    regio = w.als("regio")
    nieuw = make_medewerker("lokaal_team", w.wie["lokaal_team"].organisatie)
    lid = {"medewerker": nieuw.pk, "vanaf": BEGIN.isoformat(), "post": ""}
    assert regio.post(f"{adres}erbij/lid/", lid).status_code == 302
    assert regio.post(f"{adres}bestuur/stuurgroep/", lid).status_code == 302
    client = w.als_mens(nieuw)
    pk = queries.tuinen_of_member(nieuw.gebruiker).get().leden.get().pk
    huishouden = {
        "soort": "zonder_kinderen", "gemeente": "0228", "instroom_via": "veilig_thuis",
        "instroom_op": BEGIN.isoformat(), "aanspreekpunt": pk,
    }  # fmt: skip
    gemaakt = client.post(f"{adres}huishoudens/nieuw/", huishouden)
    assert gemaakt.status_code == 302
    assert client.post(f"{gemaakt['Location']}analyse/nu/", {"tekst": "x"}).status_code == 302
    assert client.get(f"{gemaakt['Location']}analyse/").status_code == 200
    assert client.get(f"{adres}cijfers/").status_code == 200
