"""What the worker does for reports. A task that is run twice does its work once."""

from __future__ import annotations

from procrastinate.contrib.django import app

from paraplu.inzage.actions.rekenen import RIJ
from paraplu.web.wand.verzoek import in_name_of

from . import actions


@app.task(name="maak_verslag", queue=RIJ)
def maak_verslag(aanvraag: int, gebruiker: int) -> None:
    """Make a report in the name of who asked for it, who waits for it."""
    with in_name_of(gebruiker):
        actions.run_aanvraag(aanvraag)
