"""TR018: zorg stopt niet voordat zij begint."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, houdt, stopbericht, stopproduct


def bericht(begin, einde):
    """A 307 on care from and until these days."""
    return stopbericht(producten=[stopproduct(Begindatum=begin, Einddatum=einde)])


def test_dezelfde_dag_mag():
    houdt(bericht("2024-02-01", "2024-02-01"))


def test_een_dag_eerder_mag_niet():
    pad = "Client/StopProducten/StopProduct[1]/Einddatum"

    breekt(bericht("2024-02-02", "2024-02-01"), "TR018", pad)
