"""What the tests of the terms share."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paraplu.monitor.wachten.beeld import BRONNEN
from paraplu.monitor.wachten.bewaard import reken
from paraplu.monitor.wachten.wacht import Wacht
from tests.monitor.keten.keten import Keten, dag


class Post(Keten):
    """Messages about one child, and who waits for what on a day."""

    def wachten(self, op: str = "12-31", soort: str | None = None) -> list[Wacht]:
        """The waits as known on a day, of one kind; the oldest anchor first."""
        bron = {
            naam: pa.Table.from_pylist(self.tabellen[naam], schema=schema)
            for naam, schema in BRONNEN.items()
            if naam in self.tabellen
        }
        rijen = [Wacht(**rij) for rij in reken(bron, op=dag(op)).to_pylist()]
        gekozen = [w for w in rijen if soort in (None, w.soort)]
        return sorted(gekozen, key=lambda w: (w.ankerdag, w.soort, w.bericht, w.volgnummer))

    def wacht(self, soort: str, op: str = "12-31") -> Wacht:
        """The only wait of this kind."""
        [een] = self.wachten(op, soort)
        return een

    def bevestig(self, bericht: str, dagtekening: str, **velden: object) -> str:
        """The retourbericht that accepts a message, sent and delivered on this day."""
        gewoon = {
            "retourcodes": "0200",
            "dagtekening_retour": dag(dagtekening),
            "op": dagtekening,
        }
        return self.retour(bericht, **gewoon | velden)


@pytest.fixture
def post() -> Post:
    """No messages yet."""
    return Post()
