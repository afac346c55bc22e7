"""Het HTML-bestand in een browser zonder verbinding: toegankelijk, en leesbaar op elke breedte."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import AXE, REGELS, browser

__all__ = ["browser"]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
AXE_VRAAG = "regels => axe.run(document, {runOnly: regels}).then(u => u.violations)"


@pytest.mark.parametrize(("breed", "thema"), [(1280, "light"), (320, "dark")])
def test_het_bestand_is_toegankelijk_en_past(browser, maak, tmp_path, breed, thema):
    bestand = tmp_path / "verslag.html"
    bestand.write_bytes(maak("regio-FV").bestanden["html"])
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
