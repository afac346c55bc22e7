"""Het HTML-bestand in een browser zonder verbinding: toegankelijk, en leesbaar op elke breedte."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from paraplu.verslagen.inhoud.delen import Hoofdstuk, Inhoud, Paren, Punten, Tabel, Tekst, Trend
from paraplu.verslagen.weergave import Exemplaar, make_html
from tests.journeys.conftest import AXE, REGELS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
AXE_VRAAG = "regels => axe.run(document, {runOnly: regels}).then(u => u.violations)"
BREED = Tabel(
    "Een tabel die breder is dan een telefoon", ("Gebied", *map(str, range(2015, 2024))),
    (("Een gemeente met een lange naam", *("€ 1.234.567",) * 9),),
)  # fmt: skip
TREND = Trend(
    "Doorlooptijd, gemiddelde", "dagen", ("Ede", "FoodValley", "Gelderland"),
    ("2021", "2022", "2023"), ((100.0, None, 120.0), (90.0, 95.0, 99.0), (400.0, 390.0, 380.0)),
    Tabel("Verloop", ("Periode", "Ede", "FoodValley", "Gelderland", "gevallen"),
          (("2021", "100", "90", "400", "12"), ("2022", "verborgen", "95", "390", "verborgen"))),
)  # fmt: skip
#: Every kind of block, and a chapter with a part of its own.
INHOUD = Inhoud(
    titel="Jaarverslag 2023, Ede",
    onderwerp="Gelderse monitor jeugdbescherming",
    kern="Eind 2023 liepen in Ede 16 maatregelen.",
    datum=date(2024, 2, 1),
    kenmerken=(("Gebied", "Ede"), ("Vingerafdruk", "0123456789abcdef" * 4)),
    hoofdstukken=(
        Hoofdstuk("kort", "De zeven waarden in het kort", (BREED, Tekst("Uitleg."), TREND)),
        Hoofdstuk("bijlage", "Bijlage: definities", (Punten(("Een", "Twee")),)),
        Hoofdstuk("deel", "Instroom (V2a)", (Paren((("Bron", "iJW305"), ("Leeg", ""))),), 2),
    ),
)
WAARMERK = Exemplaar(
    wie="Wethouder, Arnhem", wanneer=datetime(2024, 2, 3, 9, 30, tzinfo=UTC), nummer="verslag-7",
    versie=2, afdruk="abc123",
)  # fmt: skip


@pytest.mark.parametrize(("breed", "thema"), [(1280, "light"), (320, "dark")])
def test_het_bestand_is_toegankelijk_en_past(browser, tmp_path, breed, thema):
    bestand = tmp_path / "verslag.html"
    bestand.write_bytes(make_html(INHOUD, WAARMERK))
    context = browser.new_context(
        viewport={"width": breed, "height": 900}, color_scheme=thema, offline=True
    )
    pagina = context.new_page()
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    pagina.goto(bestand.as_uri())
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
    pagina.add_script_tag(content=AXE.read_text())
    fouten = pagina.evaluate(AXE_VRAAG, REGELS)
    assert [(fout["id"], fout["nodes"][0]["html"][:120]) for fout in fouten] == []
    assert gevraagd == [bestand.as_uri()]
    context.close()
