"""The survey: a round with a link per GI, and answers that lead to nobody (R173)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction

from paraplu.web.models import Gebruiker
from paraplu.web.wand.verzoek import beyond_wall

from ..fouten import EnqueteDicht, JaarBestaat
from ..geheim import make_zout
from ..models import Antwoord, Enquetelink, Enqueteronde


@transaction.atomic
def open_ronde(
    *, jaar: int, vanaf: date, tot: date, gis: Iterable[str], by: Gebruiker
) -> Enqueteronde:
    """A round with a link for each GI. Raises JaarBestaat."""
    if Enqueteronde.objects.filter(jaar=jaar).exists():
        raise JaarBestaat
    ronde = Enqueteronde.objects.create(jaar=jaar, vanaf=vanaf, tot=tot, door=by)
    Enquetelink.objects.bulk_create(Enquetelink(ronde=ronde, gi=gi, zout=make_zout()) for gi in gis)
    return ronde


@transaction.atomic
def note_genodigd(*, link: Enquetelink, genodigd: int) -> None:
    """To how many people the GI sends its link."""
    link.genodigd = genodigd
    link.save(update_fields=["genodigd"])


def answer(
    *,
    link: Enquetelink,
    functie: str,
    procent: Decimal,
    on: date,
    werkdruk: int | None = None,
    plezier: int | None = None,
) -> None:
    """Keep an answer, without anything of who gave it or when. Raises EnqueteDicht."""
    keep_answers(
        link=link,
        antwoorden=[
            Antwoord(
                link=link, functie=functie, procent=procent, werkdruk=werkdruk, plezier=plezier
            )
        ],
        on=on,
    )


def keep_answers(*, link: Enquetelink, antwoorden: Iterable[Antwoord], on: date) -> None:
    """Keep answers of one link, while its round is open. Raises EnqueteDicht."""
    if not link.ronde.vanaf <= on <= link.ronde.tot:
        raise EnqueteDicht
    with beyond_wall():
        Antwoord.objects.bulk_create(antwoorden)
