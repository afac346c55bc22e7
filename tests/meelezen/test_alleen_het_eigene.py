"""Nobody reaches what is another's: every route without account, every reader, every item there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from paraplu.meelezen import stukken
from paraplu.meelezen.models import Deelkeuze, Inbreng
from paraplu.meelezen.rechten import ZONDER_ACCOUNT
from tests.meelezen.bouwen import tekst
from tests.rights.argumenten.meelezen import ALLEEN_POST

pytestmark = pytest.mark.django_db

SOORTEN = ("open", "ouders", "niemand")
VOORNAAM = {"moeder": "Moeder", "vader": "Vader", "kind": "Fenna"}


def maak_soort(sleutel: str, *, voor_kind: bool) -> stukken.StukSoort:
    """A kind of which each case has one item, and each person one of its own."""

    def lijst(casus, persoon, op):
        van_de_casus = stukken.Stuk(sleutel=f"{casus.pk}", titel=f"@{sleutel}-{casus.pk}@", op=op)
        eigen = stukken.Stuk(sleutel=f"p{persoon.pk}", titel=f"@{sleutel}-p{persoon.pk}@", op=op)
        return [van_de_casus, eigen]

    return stukken.StukSoort(
        sleutel=sleutel,
        naam=sleutel,
        stukken=lijst,
        toon=lambda _stuk, _persoon, _taal: ("meelezen/stuk_afspraken.html", {}),
        duidelijk=True,
        voor_kind=voor_kind,
    )


@pytest.fixture
def gezinnen(mee, monkeypatch) -> dict[str, tuple[Client, set[str]]]:
    """Four readers in two families, each with the marks of what is theirs to read."""
    for sleutel, voor_kind in (("open", True), ("ouders", False), ("niemand", True)):
        monkeypatch.setitem(stukken._SOORTEN, sleutel, maak_soort(sleutel, voor_kind=voor_kind))
    tweede, kind_2 = mee.nieuw_gezin()
    moeder_2 = mee.persoon("ouder", "Ander", casus=tweede, telefoon="06 22222222")
    wie = {
        "moeder": (mee.moeder, mee.casus, ["open", "ouders"]),
        "vader": (mee.vader, mee.casus, ["open"]),
        "kind": (mee.kind, mee.casus, ["open"]),
        "moeder_2": (moeder_2, tweede, ["open", "ouders"]),
        "kind_2": (kind_2, tweede, ["open"]),
    }
    lezers = {}
    for naam, (persoon, casus, soorten) in wie.items():
        client = mee.binnen(persoon, casus=casus, soorten=soorten)
        pad = f"/meelezen/stuk/open/{casus.pk}/reactie/"
        assert client.post(pad, {"woorden": f"@woord-{naam}@"}).status_code == 302
        eigen = {f"@{soort}-{pk}@" for soort in soorten for pk in (casus.pk, f"p{persoon.pk}")}
        lezers[naam] = (client, eigen | {f"@woord-{naam}@"})
    return lezers


def alle_wegen() -> Iterator[tuple[str, str]]:
    """Method and address of every route without account, filled with all there is in both families."""
    rijen = list(Inbreng.objects.all())
    sleutels = {rij.stuk_sleutel for rij in rijen} | {f"p{rij.persoon_id}" for rij in rijen}
    for route in sorted(ZONDER_ACCOUNT - {"meelezen_stoppen"}):
        manier = "post" if route in ALLEEN_POST else "get"
        if route == "meelezen_delen":
            yield from ((manier, reverse(route, args=[rij.pk])) for rij in rijen)
        elif route in {"meelezen_stuk", "meelezen_reactie", "meelezen_duidelijk"}:
            for soort, sleutel in product(SOORTEN, sorted(sleutels)):
                yield manier, reverse(route, args=[soort, sleutel])
        else:
            yield manier, reverse(route)


@pytest.mark.parametrize("naam", ["moeder", "vader", "kind"])
def test_een_lezer_vindt_het_eigene_en_op_geen_enkele_weg_iets_van_een_ander(gezinnen, naam):
    client, eigen = gezinnen[naam]
    merken = set().union(*(merk for _client, merk in gezinnen.values()))
    merken |= {merk.replace("@open", "@niemand") for merk in merken}
    gevonden: set[str] = set()
    for manier, pad in alle_wegen():
        antwoord = getattr(client, manier)(pad, {"woorden": "", "deelt": "ja"})
        pagina = tekst(antwoord)
        gevonden |= {merk for merk in merken if merk in pagina}
        assert gevonden <= eigen, (manier, pad)
    assert gevonden == eigen
    keuzes = Deelkeuze.objects.values_list("inbreng__persoon__voornamen", "deelt")
    assert [voornaam for voornaam, deelt in keuzes if deelt] == [VOORNAAM[naam]]
