"""Van het kind in een gezin naar het kind in een bericht."""

from __future__ import annotations

import pytest

from paraplu.aanmelden.berichtenpost import NietTeVersturen, schrijf_toewijzing
from paraplu.aanmelden.berichtenpost.kind import adres_uit_tekst, jeugdige_van
from paraplu.casussen.actions import change_persoon
from paraplu.casussen.models import Persoon

from .voorbeeld import BSN, TOEWIJZING, gelezen, verzending


def wijzig(persoon: Persoon, **velden) -> Persoon:
    persoon.refresh_from_db()
    return change_persoon(persoon=persoon, versie=persoon.versie, **velden)


def test_een_kind_met_adres_en_ouder_past_in_een_301(post):
    kind = wijzig(post.casus.kind, adres="Testweg 12-II, 6811AB Arnhem", geslacht="9")
    ouder = Persoon.objects.get(gezin=kind.gezin, rol="ouder")
    wijzig(ouder, gezag=True, telefoon="06 12345678")
    uitgaand = schrijf_toewijzing(
        verzending(), jeugdige=jeugdige_van(kind), toewijzingen=[TOEWIJZING]
    )
    client = gelezen(uitgaand.inhoud).inhoud["Client"]

    assert (client["Bsn"], client["Geslacht"]) == (BSN, "0")
    assert client["Contactgegevens"]["Contact"][0]["Adres"]["Huis"] == {
        "Huisnummer": "12",
        "HuisnummerToevoeging": "II",
    }
    assert client["Relaties"]["Relatie"][0]["Naam"]["Geslachtsnaam"]["Achternaam"] == "Testouder"


def test_een_ouder_zonder_adres_en_telefoon_staat_niet_in_het_bericht(post):
    kind = wijzig(post.casus.kind, telefoon="06 12345678")
    wijzig(Persoon.objects.get(gezin=kind.gezin, rol="ouder"), gezag=True)
    assert jeugdige_van(kind).gezagsdragers == ()


def test_zonder_bsn_is_er_geen_berichtenverkeer(post):
    kind = wijzig(post.casus.kind, bsn="", geboortedatum=None)
    with pytest.raises(NietTeVersturen) as fout:
        jeugdige_van(kind)
    assert [reden.regel for reden in fout.value.redenen] == ["OP079", ""]


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("Testweg 1, 6811 AB Arnhem", ("Testweg", 1, "", "", "6811 AB", "Arnhem")),
        ("Testweg 1a 6811AB Arnhem", ("Testweg", 1, "a", "", "6811AB", "Arnhem")),
        ("Plein 1944 7-bis, 6525 XX Nijmegen", ("Plein 1944", 7, "", "bis", "6525 XX", "Nijmegen")),
        ("'t Hof 3, 6811 AB", ("'t Hof", 3, "", "", "6811 AB", "")),
    ],
)
def test_een_adres_op_een_regel_wordt_gelezen(tekst, delen):
    adres = adres_uit_tekst(tekst)
    assert adres is not None
    gelezen_ = (adres.straat, adres.huisnummer, adres.huisletter, adres.toevoeging)
    assert (*gelezen_, adres.postcode, adres.plaats) == delen


@pytest.mark.parametrize("tekst", ["", "geheim", "Testweg, Arnhem", "6811 AB", "Testweg 1, Arnhem"])
def test_wat_geen_adres_is_wordt_geen_adres(tekst):
    assert adres_uit_tekst(tekst) is None
