"""What the worker does for a proposal. A task that is run twice does its work once."""

from __future__ import annotations

from procrastinate.contrib.django import app

from paraplu.inzage.actions.rekenen import RIJ
from paraplu.web.wand.verzoek import in_name_of

from . import rekenen


@app.task(name=rekenen.TAAK, queue=RIJ, priority=10)
def reken_voorstel(*, voorstel: int, gebruiker: int, bekend_op: str, dataversie: str) -> None:
    """Make the tables under a proposal for who waits; `dataversie` tells one asking from the next."""
    with in_name_of(gebruiker):
        rekenen.run_rekenen(voorstel, bekend_op=bekend_op)
