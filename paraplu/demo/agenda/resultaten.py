"""What the parties of the demo say that they do, and the exceptional cases of one GI."""

from __future__ import annotations

from datetime import date
from typing import Final

from paraplu.afspraken.resultaatafspraken import find_afspraak
from paraplu.monitor.periode import Periode
from paraplu.resultaten.actions import add_uitzondering, say_nakoming
from paraplu.resultaten.models import Nakoming, Uitzondering
from paraplu.web import gegevens
from paraplu.web.models import Gebruiker

#: Account, agreement, duty, how it stands, who sees to it, and a note.
GEZEGD: Final = (
    ("demo-gi", "RA1", "tijd_naar_gezinnen", "bezig", "Directeur zorg", "Eerst in twee teams."),
    ("demo-gi", "RA2", "plan_gi", "bezig", "Manager bedrijfsvoering", ""),
    ("demo-gi", "RA3", "stuurt_op_kwartiel", "ja", "Controller", ""),
    ("demo-gi", "RA10", "zoekt_voogd", "bezig", "Teamleider voogdij", "Bij elke nieuwe voogdij."),
    ("demo-backoffice", "RA2", "inkoop_op_orde", "ja", "Inkoopadviseur", ""),
    ("demo-backoffice", "RA2", "wijkteam_kwaliteit", "bezig", "Teamleider wijkteam", ""),
    ("demo-backoffice", "RA11", "volgt_convenant", "ja", "Beleidsadviseur", ""),
    ("demo-regio", "RA6", "norm_vto", "nee", "Regiosecretaris", "Komt in het overleg van het najaar."),
    ("demo-contractmanager", "RA4", "kortere_wachttijd", "bezig", "Contractmanager", ""),
)  # fmt: skip
#: When they said it, and how many cases the GI leaves out.
OP: Final = date(2023, 2, 1)
ZAKEN: Final = 2


def fill(on: date) -> None:
    """Say everything once; twice adds nothing."""
    op = min(OP, on)
    accounts = {g.gebruikersnaam: g for g in Gebruiker.objects.filter(is_active=True)}
    for wie, code, sleutel, stand, eigenaar, toelichting in GEZEGD:
        afspraak, by = find_afspraak(code), accounts.get(wie)
        plicht = next(
            p for p in (*afspraak.plichten, *afspraak.voorwaarden) if p.sleutel == sleutel
        )
        if by is None or Nakoming.objects.filter(afspraak=code, plicht=sleutel, door=by).exists():
            continue
        say_nakoming(
            afspraak=afspraak,
            plicht=plicht,
            partij=(by.organisatie_soort, by.organisatie_code),
            stand=stand,
            eigenaar=eigenaar,
            toelichting=toelichting,
            by=by,
            on=op,
        )
    if gi := accounts.get("demo-gi"):
        _leave_out(gi, op)


def _leave_out(by: Gebruiker, op: date) -> None:
    """The longest extended OTS of the GI count apart."""
    gi = by.organisatie_code
    if Uitzondering.objects.filter(gi=gi).exists():
        return
    rijen = gegevens.open_monitor().lijst(
        "RA9", periode=Periode.jaar(op.year), filters={"gi": gi}, hoogstens=None
    )
    for rij in sorted(rijen, key=lambda rij: -rij["dagen"])[:ZAKEN]:
        add_uitzondering(
            gi=gi,
            kind=rij["kind"],
            begindatum=rij["begindatum"],
            reden=Uitzondering.Reden.PERSPECTIEF,
            by=by,
            on=op,
        )
