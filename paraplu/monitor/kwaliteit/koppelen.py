"""From a finding to the rows of an indicator that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import ibis
from ibis import _
from ibis.expr.types import StringColumn, Table

from paraplu.monitor import tellen
from paraplu.monitor.geopend import Vraag
from paraplu.monitor.kwaliteit.controle import Controle

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend

#: How a finding can be found back: the allocation, the declared line, the child, the measure.
KOPPELING: Final = ("code", "vondst", "sleutel", "regel", "kind")
#: Reasons on which rows fall because something is missing.
REDENEN: Final = ("geen startbericht", "nog niet beantwoord")


@dataclass(frozen=True)
class Doos:
    """One question with what belongs to it: the rows, the findings and the checks that bend it."""

    geopend: Geopend
    vraag: Vraag
    rijen: Table
    bevindingen: Table
    buigend: Mapping[str, Controle]

    def codes(self, *haken: str) -> list[str]:
        """The checks that touch rows through one of these."""
        return [code for code, controle in self.buigend.items() if controle.haak in haken]

    @property
    def raakbaar(self) -> list[str]:
        """The checks that can touch a row: all but those about a month that is not there."""
        return self.codes("toewijzing", "regel", "bericht")


@dataclass(frozen=True)
class Schakel:
    """Which column of the rows meets which column of the findings, for which checks."""

    rij: StringColumn
    koppel: str
    codes: Sequence[str]


def regelsleutel(tabel: Table) -> StringColumn:
    """The key of a declared line."""
    return tabel.bericht + "|" + tabel.volgnummer.cast("string")


def maak_koppelingen(doos: Doos) -> Table:
    """Per finding the allocations, lines and children that it is about, columns KOPPELING."""
    regels = doos.geopend.trajecten.declaratieregels
    lijnen = regels.select("bericht", "sleutel", "kind", regel=regelsleutel(regels))
    alle = doos.bevindingen.filter(_.code.isin(doos.raakbaar)).mutate(vondst=_.rij)
    leeg = ibis.null("string")
    bericht = alle.filter(_.code.isin(doos.codes("bericht"))).select("code", "vondst", "bericht")
    delen = [
        alle.filter(_.code.isin(doos.codes("toewijzing"))).mutate(regel=leeg).select(*KOPPELING),
        alle.filter(_.code.isin(doos.codes("regel"))).mutate(regel=_.rij).select(*KOPPELING),
        bericht.inner_join(lijnen, "bericht").select(*KOPPELING),
    ]
    if "rij" in doos.rijen.columns:
        toewijzing = alle.filter(_.code.isin(doos.codes("toewijzing")))
        toewijzing = toewijzing.select("code", "vondst", "sleutel")
        delen.append(toewijzing.inner_join(lijnen, "sleutel").select(*KOPPELING))
    return ibis.union(*delen)


def list_schakels(doos: Doos) -> list[Schakel]:
    """By which keys findings meet the rows of this indicator.

    A declared line is met by itself where the rows are lines, else by its allocation; V4 and V5 count
    children, so any care of the child meets them.
    """
    rijen, raakbaar = doos.rijen, doos.raakbaar
    if doos.vraag.indicator.code in {"V4", "V5"}:
        return [Schakel(rijen.kind, "kind", raakbaar)]
    if "rij" in rijen.columns:
        op_toewijzing = Schakel(rijen.rij, "sleutel", doos.codes("toewijzing"))
        return [Schakel(rijen.rij, "regel", raakbaar), op_toewijzing]
    if "volgnummer" in rijen.columns:
        per_regel = Schakel(regelsleutel(rijen), "regel", doos.codes("regel", "bericht"))
        return [Schakel(rijen.sleutel, "sleutel", doos.codes("toewijzing")), per_regel]
    schakels = [Schakel(rijen.sleutel, "sleutel", raakbaar)]
    if "maatregel" in rijen.columns:
        schakels.append(Schakel(rijen.maatregel, "maatregel", raakbaar))
    return schakels


def met_maatregel(doos: Doos, koppelingen: Table) -> Table:
    """The links with the measure, in the reading of the question, that the allocation is a part of."""
    delen = doos.geopend.trajecten.maatregeldelen.filter(_.variant == doos.vraag.variant)
    delen = delen.select("sleutel", "maatregel").distinct()
    return koppelingen.left_join(delen, "sleutel").select(*koppelingen.columns, "maatregel")


def vlaggen(koppelingen: Table, kolom: str, codes: Sequence[str]) -> Table:
    """Per value of `kolom` (as `bij`) one column per check: 1 where it has a finding."""
    bekend = koppelingen.filter(_[kolom].notnull(), _.code.isin(list(codes)))
    return bekend.group_by(bij=_[kolom]).agg(
        **{code: ibis.ifelse(_.code == code, 1, 0).max() for code in codes}
    )


def merk(doos: Doos, koppelingen: Table) -> Table:
    """The rows with, per check, whether a finding is about them: 1 or 0."""
    rijen = doos.rijen
    schakels = [schakel for schakel in list_schakels(doos) if schakel.codes]
    met = rijen.mutate(**{f"_bij{nr}": schakel.rij for nr, schakel in enumerate(schakels)})
    kolommen: dict[str, list[str]] = {code: [] for code in doos.raakbaar}
    for nr, schakel in enumerate(schakels):
        vlag = vlaggen(koppelingen, schakel.koppel, schakel.codes)
        vlag = vlag.rename({f"_{nr}_{code}": code for code in schakel.codes})
        gelijk = met[f"_bij{nr}"] == vlag.bij
        namen = [f"_{nr}_{code}" for code in schakel.codes]
        met = met.left_join(vlag, gelijk).select(*met.columns, *namen)
        for code, naam in zip(schakel.codes, namen, strict=True):
            kolommen[code].append(naam)
    return met.select(
        *rijen.columns,
        **{
            code: ibis.greatest(*(met[naam].fill_null(0) for naam in namen), ibis.literal(0))
            for code, namen in kolommen.items()
        },
    )


def tel_vondsten(doos: Doos, koppelingen: Table) -> dict[str, int]:
    """Per check the findings about a row that counts, or that the finding keeps out."""
    rijen = doos.rijen
    telt = ibis.ifelse(rijen.afgevallen_op.isnull(), 1, 0)
    mist = {
        f"mist{nr}": ibis.ifelse(rijen.afgevallen_op.fill_null("") == reden, 1, 0)
        for nr, reden in enumerate(REDENEN)
    }
    delen = []
    for schakel in list_schakels(doos):
        los = rijen.select(bij=schakel.rij, telt=telt, **mist)
        per = los.filter(_.bij.notnull()).group_by("bij").agg(
            **{naam: los[naam].max() for naam in ("telt", *mist)}
        )  # fmt: skip
        eigen = koppelingen.filter(_.code.isin(list(schakel.codes)))
        paar = eigen.inner_join(per, eigen[schakel.koppel] == per.bij)
        raak = paar.telt == 1
        for nr, reden in enumerate(REDENEN):
            codes = [code for code, controle in doos.buigend.items() if controle.mist == reden]
            raak = raak | ((paar[f"mist{nr}"] == 1) & paar.code.isin(codes))
        delen.append(paar.filter(raak).select("code", "vondst"))
    samen = ibis.union(*delen) if len(delen) > 1 else delen[0]
    telling = samen.distinct().group_by("code").agg(aantal=_.count())
    return {rij["code"]: rij["aantal"] for rij in doos.geopend.lees(telling)}


#: What a finding on a month can be kept to: a pair of gemeente and provider has no product.
EIGEN_FILTERS: Final = frozenset({"gelderland", "regio", "gemeente", "aanbieder"})


def binnen_filters(doos: Doos, eigen: Table) -> Table:
    """Findings on months within the filters of the question, as far as those say something of them."""
    kan = {n: w for n, w in doos.vraag.filters.items() if n in EIGEN_FILTERS}
    return tellen.gefilterd(eigen, kan)
