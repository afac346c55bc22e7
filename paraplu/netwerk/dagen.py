"""Days of the week as people write them (ma di wo do vr) and as they are stored (12345)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

AFKORTINGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
NAMEN = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
KEUZES = tuple((str(nummer), naam) for nummer, naam in enumerate(NAMEN, start=1))


class GeenDagen(ValueError):
    """Not days of the week."""


def lees_dagen(tekst: str) -> str:
    """The stored form of days; "ma-vr" and "ma di do" and "maandag, dinsdag" can all be read.

    >>> lees_dagen("ma-wo, vr"), lees_dagen("Dinsdag")
    ('1235', '2')
    """
    nummers: set[int] = set()
    for deel in tekst.lower().replace(",", " ").replace(";", " ").replace("/", " ").split():
        grenzen = [_nummer(woord) for woord in deel.split("-")]
        if len(grenzen) > 2 or grenzen[0] > grenzen[-1]:
            raise GeenDagen(tekst)
        nummers.update(range(grenzen[0], grenzen[-1] + 1))
    if not nummers:
        raise GeenDagen(tekst)
    return "".join(str(nummer) for nummer in sorted(nummers))


def toon_dagen(dagen: str) -> str:
    """Stored days as one reads them, in the order of the week.

    >>> toon_dagen("1245"), toon_dagen("12345")
    ('ma di do vr', 'ma t/m vr')
    """
    if dagen == "12345":
        return "ma t/m vr"
    if dagen == "1234567":
        return "ma t/m zo"
    return " ".join(AFKORTINGEN[int(dag) - 1] for dag in dagen)


def noem_dag(nummer: int) -> str:
    """The name of a day of the week, 1 is Monday."""
    return str(NAMEN[nummer - 1])


def _nummer(woord: str) -> int:
    kort = woord.strip(".")[:2]
    hele = {afkorting: str(naam) for afkorting, naam in zip(AFKORTINGEN, NAMEN, strict=True)}
    if kort not in hele or not hele[kort].startswith(woord.strip(".")):
        raise GeenDagen(woord)
    return AFKORTINGEN.index(kort) + 1
