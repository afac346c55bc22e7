"""What a reader may ask: about the own area everything, about another what was agreed."""

from __future__ import annotations

from collections.abc import Mapping

from paraplu.afspraken.inzage import inzage_van
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen.cel import is_eigen, make_cel
from paraplu.monitor.verbergen.verborgen import Kijk


def mag_vragen(kijk: Kijk, *, per: str, filters: Mapping[str, str], periode: Periode) -> bool:
    """Whether this question may be asked about everybody that it touches.

    When not, `Monitor.waarde` still answers, with only the reader's own rows filled in.
    """
    binnen = make_cel("alles", "", filters)
    if binnen is None or is_eigen(binnen, kijk):
        return True
    return is_afgesproken(kijk.kring, per=per, filters=filters, periode=periode)


def is_afgesproken(kring: str, *, per: str, filters: Mapping[str, str], periode: Periode) -> bool:
    """Whether a circle may ask this about everybody: with at most one filter, as the sheet says.

    To keep a figure to the province is no filter: nobody has a figure of elsewhere.
    """
    soorten = set(filters) - {"gelderland", "alles"}
    if len(soorten) > 1:
        return False
    filter_ = next(iter(soorten), "")
    return any(
        inzage.filter == filter_
        and per in inzage.per
        and periode.soort in inzage.perioden
        and inzage.vanaf <= periode.begin
        for inzage in inzage_van(kring)
    )
