"""What an area, organisation or product is called, and which areas always have a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from paraplu.afspraken import gebieden, organisaties, producten, tussentaal
from paraplu.monitor.referentie import BUITEN, GELDERLAND
from paraplu.monitor.tellen import ALLES, ONBEKEND


@dataclass(frozen=True)
class Namen:
    """Names per dimension; `organisaties`: AGB code with (naam, soort)."""

    organisaties: Mapping[str, tuple[str, str]]

    def naam(self, per: str, sleutel: str) -> str:
        """The name to show for a value of a dimension; the value itself when it has none."""
        if sleutel == BUITEN:
            return "Buiten Gelderland"
        if sleutel == ONBEKEND:
            return "Onbekend"
        return self._bekend.get(per, {}).get(sleutel) or sleutel

    def partij(self, code: str) -> str:
        """Who sends or receives under this code: a gemeente of the CBS or an organisation."""
        if not code:
            return "Onbekend"
        if code in self.organisaties:
            return self.organisaties[code][0]
        genoemd = {o.agb: o.naam for o in organisaties.organisaties() if o.agb}
        return gebieden.naam_cbs(code) or genoemd.get(code) or code

    def vast(self, per: str, filters: Mapping[str, str]) -> list[str]:
        """Values that have a row even without cases: areas, and the GI's (P60)."""
        if per == ALLES:
            return [ALLES]
        if per == "gelderland":
            return _binnen([GELDERLAND, BUITEN], filters.get("gelderland"))
        if per == "regio":
            return _binnen([*_regios(), BUITEN], filters.get("regio"))
        if per == "gemeente":
            return self._gemeenten(filters)
        if per == "gi":
            gi = [agb for agb, (_, soort) in self.organisaties.items() if soort == "gi"]
            return _binnen(gi, filters.get("gi"))
        return []

    def _gemeenten(self, filters: Mapping[str, str]) -> list[str]:
        regio, provincie = filters.get("regio"), filters.get("gelderland")
        codes = [
            g.code
            for g in gebieden.gemeenten()
            if g.in_gvjb and regio in {None, g.regio} and provincie in {None, GELDERLAND}
        ]
        if regio in {None, BUITEN} and provincie in {None, BUITEN}:
            codes.append(BUITEN)
        return _binnen(codes, filters.get("gemeente"))

    @cached_property
    def _bekend(self) -> dict[str, Mapping[str, str]]:
        van_organisaties = {agb: naam for agb, (naam, _soort) in self.organisaties.items()}
        return {
            "gelderland": {GELDERLAND: "Gelderland"},
            "regio": _regios(),
            "gemeente": {g.code: g.naam for g in gebieden.gemeenten()},
            "gi": van_organisaties,
            "aanbieder": van_organisaties,
            "productcategorie": producten.productcategorieen(),
            "tussentaal": {str(nr): naam for nr, naam in tussentaal.categorieen().items()},
        }


def _regios() -> dict[str, str]:
    return {regio.code: regio.naam for regio in gebieden.regios()}


def _binnen(sleutels: list[str], filter_: str | None) -> list[str]:
    return [s for s in sleutels if filter_ is None or s == filter_]
