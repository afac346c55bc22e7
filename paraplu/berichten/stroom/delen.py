"""What the reader gives, in this order: one Kop, then Delen and Bevindingen, last one Slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa


@dataclass(frozen=True, kw_only=True)
class Kop:
    """What kind of message it is, and what its header says.

    `velden` has the columns of table `bericht` that stand in the message itself, typed; what is
    absent or unreadable is None. Comes once, before the first line, as soon as the kind is known.
    """

    soort: str
    release: str
    velden: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Deel:
    """Some lines for one table, all of them accepted.

    The columns are those of `tabellen.toml`: those of the monitor, with `bsn` where the monitor
    has a pseudonym and without what the intake adds.
    """

    tabel: str
    regels: pa.RecordBatch


@dataclass(frozen=True, kw_only=True)
class Slot:
    """What is known at the end of the message.

    `regels` are the lines given, `regels_geweigerd` those that a finding cost their place.
    `geweigerd`: the message as a whole is refused, so that lines given before do not count.
    `inhoud` is the sha256 of the content: equal for equal content, whatever the prefixes, the white
    space between elements and the way it was read (P48). Empty when there was nothing to read.
    """

    velden: Mapping[str, Any]
    inhoud: bytes
    regels: int
    regels_geweigerd: int
    geweigerd: bool
