"""The first page: what matters first, the seven values, the map with its table."""

from __future__ import annotations

import re

from paraplu.dashboard.overzicht import OOK, ZEVEN
from paraplu.web import gegevens
from tests.web.nep_monitor import PLAATS, NepMonitor

#: 1 + 2 + … + 51, see `nep_monitor`.
ALLE = 51 * 52 // 2


def lees(client, adres: str = "/") -> str:
    tekst = re.sub(r"<[^>]+>", " ", client.get(adres).content.decode())
    return " ".join(tekst.replace("\u00a0", " ").split())


def test_bovenaan_staat_wat_er_liep_en_wat_er_veranderde(als, nep):
    tekst = lees(als("wethouder"))
    assert (
        "Eind 2023 liepen in Gelderland 1.326 maatregelen, 1 minder dan een jaar eerder." in tekst
    )
    assert "In deze periode begonnen er 1.326 en eindigden er 1.326." in tekst


def test_van_een_gemeente_staan_haar_eigen_cijfers_er(als, nep):
    tekst = lees(als("wethouder"), "/?gebied=gemeente-0228&jaar=2022")
    aantal = PLAATS["0228"] + 1
    assert f"Eind 2022 liepen in Ede {aantal} maatregelen, 1 minder" in tekst


def test_elke_waarde_heeft_een_kaart_met_een_weg_naar_haar_pagina(als, nep):
    tekst = als("wethouder").get("/?gebied=regio-CG").content.decode()
    for code in (*ZEVEN, *OOK):
        assert f'href="/waarden/{code}/?gebied=regio-CG&amp;jaar=2023"' in tekst


def test_onbekend_is_geen_nul(als, nep):
    tekst = lees(als("wethouder"))
    assert re.search(r"Ruimte onder het budgetplafond V6c onbekend", tekst)


def test_nul_is_geen_onbekend(als, nep, monkeypatch):
    monkeypatch.setattr(type(nep), "_aantal", lambda self, periode, filters: 0)
    assert "Eind 2023 liepen in Gelderland 0 maatregelen, evenveel als" in lees(als("wethouder"))


def test_de_kaart_heeft_een_tegel_per_gemeente_en_dezelfde_tabel(als, nep):
    tekst = als("provincie").get("/?kaart=V1").content.decode()
    tegels = re.findall(r'<a class="tegel trap-(\d)[^"]*" href="([^"]+)" title="([^"]+)"', tekst)
    assert len(tegels) == 51
    tabel = tekst[tekst.index("Dezelfde kaart als tabel") :]
    for _trap, _adres, titel in tegels:
        naam, waarde = titel.rsplit(": ", 1)
        assert re.search(
            rf">{re.escape(naam)}</a></th><td class=\"getal\"><a [^>]+>{waarde}</a>", tabel
        )


def test_een_waarde_die_niet_bestaat_geeft_de_gewone_kaart(als, nep):
    assert "Instroom in de 51 gemeenten" in lees(als("wethouder"), "/?kaart=V99")


def test_wat_ontbreekt_staat_bovenaan_met_een_weg_erheen(als, nep):
    antwoord = als("wethouder").get("/?jaar=2022").content.decode()
    assert "ontbreekt december helemaal." in antwoord
    assert 'href="/volledigheid/?jaar=2022"' in antwoord


def test_is_alles_er_dan_zegt_de_pagina_niets(als, nep):
    assert "Nog niet compleet" not in lees(als("wethouder"), "/?deel=05")


def test_vergelijken_met_een_ander_gebied(als, nep):
    tekst = lees(als("wethouder"), "/?gebied=gemeente-0228&vergelijk=gelderland")
    assert f"dan in Gelderland ({ALLE:,})".replace(",", ".") in tekst


def test_wat_wij_niet_kennen_valt_terug_met_een_melding(als, nep):
    assert "Dit gebied kennen wij niet. U ziet heel Gelderland." in lees(
        als("gi"), "/?gebied=regio-XX"
    )


def test_zonder_berichten_staat_er_wat_u_eerst_doet(als, lege_monitor):
    for pagina in ("/", "/waarden/V2a/"):
        tekst = lees(als("backoffice"), pagina)
        assert "Er zijn nog geen berichten. Zo begint u." in tekst
        assert "Verzamel de berichten" in tekst


def test_voor_de_eerste_levering_is_niets_bekend_en_dat_is_geen_nul(als, nep, monkeypatch):
    toen = NepMonitor(leeg=True)
    monkeypatch.setattr(gegevens, "open_monitor", lambda bekend_op=None: toen if bekend_op else nep)
    for pagina in ("/", "/waarden/V2a/"):
        tekst = lees(als("backoffice"), f"{pagina}?jaar=2023&bekend=2019-03-01")
        assert "Op 1 maart 2019 was er nog geen levering" in tekst
        assert "0 maatregelen" not in tekst


def test_een_maand_gaat_over_die_maand(als, nep):
    assert "Eind mei 2023 liepen" in lees(als("provincie"), "/?jaar=2023&deel=05")
