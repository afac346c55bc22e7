"""A file with a fault is refused, with the place, what is wrong and what to do."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.routes import MAP, FouteRoute, route, versies

VERSIE = date(2022, 1, 1)
BRON = (MAP / "aanmeldroute-315" / "2022-01-01.toml").read_text(encoding="utf-8")

#: What is replaced, by what, and what the refusal says.
FOUTEN = {
    "onbekende rol": (
        'rol = "functionaris"',
        'rol = "burgemeester"',
        "stap.goedkeuring.rol: 'burgemeester' bestaat niet. Kies uit: jeugdbeschermer,",
    ),
    "onbekende volgende stap": (
        'volgende = ["goedkeuring"]',
        'volgende = ["goedkeurign"]',
        "stap.bepaling.uitkomst.zonder_contract.volgende: 'goedkeurign' bestaat niet.",
    ),
    "onbekende vereiste": (
        'vereisten = ["R109", "R112"]',
        'vereisten = ["R109", "R' + '999"]',
        "stap.toewijzen.vereisten: 'R" + "999' staat niet in het register van vereisten.",
    ),
    "onbekende lezing": (
        'lezing = ["P10"]',
        'lezing = ["P' + '99"]',
        "stap.verzoek_toewijzing.lezing: 'P" + "99' staat niet in de lezingen.",
    ),
    "geen vereiste": (
        'vereisten = ["R109", "R112"]',
        "vereisten = []",
        "stap.toewijzen.vereisten: er is geen vereiste genoemd. Noem waar dit uit volgt.",
    ),
    "geen termijn": (
        'termijn = "2 weken"',
        'termijn = "gauw"',
        "stap.expertteam.termijn: 'gauw' is geen termijn. Schrijf een termijn als een getal",
    ),
    "onbekende gebeurtenis": (
        'loopt_vanaf = "melding_teamleider"',
        'loopt_vanaf = "volle_maan"',
        "stap.opschalen.loopt_vanaf: 'volle_maan' bestaat niet. Kies uit: opening,",
    ),
    "onbekende kalender": (
        'rol = "expertteam"',
        'rol = "expertteam"\nkalender = "maan"',
        "stap.expertteam.kalender: 'maan' bestaat niet. Kies uit: atw,",
    ),
    "onbekende voorwaarde": (
        'vraagt = "bepaling"',
        'vraagt = "zegen"',
        "stap.bepaling.uitkomst.vastgesteld.vraagt: 'zegen' bestaat niet.",
    ),
    "onbekend einde": (
        'eind = "bestuurlijke_escalatie"',
        'eind = "kwijt"',
        "stap.opschalen.uitkomst.bestuurlijke_escalatie.eind: 'kwijt' bestaat niet.",
    ),
    "onbekend nummer": (
        'nummer = "5B"',
        'nummer = "7"',
        "stap.expertteam.nummer: '7' bestaat niet. Kies uit: 1, 2, 3, 4, 5, 5A, 5B, 6.",
    ),
    "onbekend veld": (
        'rol = "expertteam"',
        'rol = "expertteam"\ntermjin = "2 weken"',
        "stap.expertteam.termjin: dit veld kennen wij niet. Verbeter de naam of haal het weg.",
    ),
    "tweemaal dezelfde": (
        'begint_met = ["contact_lokaal_team", "contact_aanbieder"]',
        'begint_met = ["contact_lokaal_team", "contact_lokaal_team"]',
        "begint_met: 'contact_lokaal_team' staat er twee keer. Haal er één weg.",
    ),
    "tweemaal dezelfde stap": (
        "[stap.goedkeuring]\n",
        "[stap.bepaling]\n",
        "aanmeldroute-315/2022-01-01.toml: dit is geen TOML",
    ),
    "termijn zonder gevolg": (
        'bij_verlopen = "expertteam"\n',
        "",
        "stap.expertteam.bij_verlopen: deze termijn heeft geen gevolg. Noem wie bericht krijgt.",
    ),
    "gevolg zonder termijn": (
        '[stap.start_hulp]\nnummer = "4"',
        '[stap.start_hulp]\nnummer = "4"\nbij_verlopen = "backoffice"',
        "stap.start_hulp.bij_verlopen: er is geen termijn. Zet een termijn of haal dit weg.",
    ),
    "waarschuwing na de termijn": (
        'waarschuwing = "3 werkdagen"',
        'waarschuwing = "6 werkdagen"',
        "stap.contact_lokaal_team.waarschuwing: na 6 werkdagen waarschuwen is niet eerder",
    ),
    "uitkomst zonder vervolg": (
        'volgende = ["expertteam"]\n\n[stap.netwerk]',
        "\n[stap.netwerk]",
        "stap.keuze_vervolg.uitkomst.expertteam: deze uitkomst heeft een volgende stap of een einde",
    ),
    "uitkomst met vervolg en einde": (
        'eind = "bestuurlijke_escalatie"',
        'eind = "bestuurlijke_escalatie"\nvolgende = ["netwerk"]',
        "en niet allebei. Vul volgende of eind.",
    ),
    "stap die niemand opent": (
        'volgende = ["goedkeuring"]',
        'volgende = ["bepaling"]',
        "stap.goedkeuring: geen enkele weg opent deze stap.",
    ),
    "stap die nooit opent": (
        '[stap.goedkeuring]\nnummer = "2"',
        '[stap.goedkeuring]\nwacht_op = ["goedkeuring"]\nnummer = "2"',
        "stap.goedkeuring.wacht_op: deze stap wacht op zichzelf. Haal hem uit de lijst.",
    ),
    "geen begin": (
        'begint_met = ["contact_lokaal_team", "contact_aanbieder"]',
        "begint_met = []",
        "begint_met: er is geen eerste stap. Noem er minstens één.",
    ),
    "begin dat wacht": (
        'begint_met = ["contact_lokaal_team", "contact_aanbieder"]',
        'begint_met = ["contact_lokaal_team", "bepaling"]',
        "begint_met: 'bepaling' wacht op 'contact_lokaal_team', maar zij worden hier samen genoemd.",
    ),
    "vergeten te wachten": (
        'wacht_op = ["versturen_lokaal_team", "versturen_aanbieder"]\n',
        "",
        "stap: de stappen kunnen op meer dan 500 manieren samen open zijn. Laat een stap wachten",
    ),
    "dubbele uitkomst": (
        "[stap.netwerk.uitkomst.gevonden]",
        "[stap.netwerk.uitkomst.ingetrokken]",
        "stap.netwerk.uitkomst.ingetrokken: deze uitkomst heeft elke stap al.",
    ),
    "doorlooptijd zonder stappen": (
        'tot = ["reactie_aanbieder"]',
        "tot = []",
        "doorlooptijd.1.tot: hier hoort minstens één stap. Noem de stappen.",
    ),
    "tekst waar een lijst hoort": (
        'aan = ["backoffice", "jeugdbeschermer"]',
        'aan = "backoffice"',
        "stap.verzoek_toewijzing.aan: hier hoort een lijst van teksten.",
    ),
    "getal waar een tekst hoort": (
        'nummer = "6"',
        "nummer = 6",
        'stap.opschalen.nummer: hier hoort een tekst. Schrijf nummer = "…".',
    ),
    "woord waar waar of onwaar hoort": (
        "toelichting = true",
        'toelichting = "ja"',
        "toelichting: hier hoort true of false.",
    ),
    "fout alleen in de optie": (
        '[optie.lt_eerst.stap.contact_aanbieder]\nwacht_op = ["contact_lokaal_team", "verbinden"]',
        '[optie.lt_eerst.stap.contact_aanbieder]\nwacht_op = ["lokaal_team"]',
        " (optie lt_eerst), stap.contact_aanbieder.wacht_op: 'lokaal_team' bestaat niet.",
    ),
    "parallelle stap die op de andere wacht": (
        '[stap.versturen_aanbieder]\nnummer = "3"',
        '[stap.versturen_aanbieder]\nnummer = "3"\nwacht_op = ["versturen_lokaal_team"]',
        "stap.bepaling.uitkomst.vastgesteld: 'versturen_aanbieder' wacht op 'versturen_lokaal_team'",
    ),
}


def schrijf(map_, tekst, naam="2022-01-01.toml"):
    bestand = map_ / "aanmeldroute-315" / naam
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(tekst, encoding="utf-8")
    return map_


def test_zonder_fout_wordt_het_bestand_gelezen(tmp_path):
    assert route("aanmeldroute-315", VERSIE, schrijf(tmp_path, BRON)).naam


@pytest.mark.parametrize("fout", FOUTEN)
def test_een_fout_wordt_geweigerd_met_plek_en_remedie(fout, tmp_path):
    was, wordt, zin = FOUTEN[fout]
    assert was in BRON
    with pytest.raises(FouteRoute) as gevonden:
        route("aanmeldroute-315", VERSIE, schrijf(tmp_path, BRON.replace(was, wordt, 1)))
    assert zin
    assert str(gevonden.value).startswith("aanmeldroute-315/2022-01-01.toml")
    assert zin in str(gevonden.value)


def test_een_kring_zonder_uitgang_wordt_geweigerd(tmp_path):
    """Every way out leads back: the help never begins and nobody may escalate."""
    tekst = BRON.replace(
        'naam = "De hulp is begonnen"\neind = "hulp_gestart"',
        'naam = "De hulp is begonnen"\nvolgende = ["bepaling"]',
    ).replace(
        'naam = "Bestuurlijk escaleren"\neind = "bestuurlijke_escalatie"',
        'naam = "Bestuurlijk escaleren"\nvolgende = ["bepaling"]',
    )
    with pytest.raises(FouteRoute, match="van hier loopt geen weg naar een einde"):
        route("aanmeldroute-315", VERSIE, schrijf(tmp_path, tekst))


def test_een_bestand_heet_naar_de_dag_waarop_het_ingaat(tmp_path):
    with pytest.raises(FouteRoute, match="de naam is geen dag"):
        versies("aanmeldroute-315", schrijf(tmp_path, BRON, naam="nieuw.toml"))
