"""The address of the receipt of a figure: every place that shows a figure leads to it."""

from __future__ import annotations

from paraplu.monitor.periode import Periode

from .gebied import Gebied
from .keuze import Keuze


def bewijs_adres(
    keuze: Keuze,
    code: str,
    periode: Periode | None = None,
    *,
    gebied: Gebied | str | None = None,
    variant: str | None = None,
    jaar: str | None = None,
    per: str = "",
    sleutel: str = "",
) -> str:
    """The receipt of value `code` in this view, with what is given in place of the view's own.

    `gebied` is an area or its key in an address; `per` and `sleutel` name one row of a breakdown.
    """
    if periode is not None:
        keuze = keuze.met_periode(periode)
    anders: dict[str, str | None] = {"vergelijk": None, "per": per or None}
    if per in {"regio", "gemeente"} and not keuze.gebied.soort:
        gebied, anders["per"], sleutel = f"{per}-{sleutel}", None, ""
    if gebied is not None:
        anders["gebied"] = gebied.sleutel if isinstance(gebied, Gebied) else gebied
    if jaar is not None:
        anders["jaar"] = jaar
    if variant is not None:
        anders["variant"] = variant
    return keuze.adres("bewijs", code, **anders, sleutel=sleutel or None)
