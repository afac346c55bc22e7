"""The sieves of the rules on the answer codes in a declaration answer (325).

In a piece read the fast way each class with answer codes has one.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from paraplu.berichten.regels import antwoordopbouw, retouropbouw
from paraplu.berichten.stroom.zeef import Vondst, zeef

RETOURCODE = "RetourCodes/RetourCode"


@zeef(antwoordopbouw.prestaties_passen_bij_client)
def _prestatie_bij_client(vondst: Vondst) -> Any:
    goed = pc.equal(vondst.stuk.van_client(RETOURCODE), retouropbouw.GOED)
    code = vondst.tekst(RETOURCODE)
    niet_beoordeeld = pc.equal(code, retouropbouw.NIET_BEOORDEELD)
    afgewezen = pc.invert(pc.or_(niet_beoordeeld, pc.equal(code, retouropbouw.GOED)))
    klopt = pc.if_else(goed, afgewezen, niet_beoordeeld)
    return pc.invert(klopt).to_numpy(zero_copy_only=False)


@zeef(antwoordopbouw.niet_afgekeurd_op_start_of_stop)
def _start_of_stop(vondst: Vondst) -> Any:
    return _heeft(vondst, sorted(antwoordopbouw.codes_van_start_en_stop()))


@zeef(retouropbouw.technische_code_alleen_in_header)
def _technisch(vondst: Vondst) -> Any:
    return _heeft(vondst, [retouropbouw.TECHNISCH])


def _heeft(vondst: Vondst, codes: list[str]) -> bool:
    """Whether a line or a client has one of these codes."""
    gezocht = pa.array(codes)
    return any(
        pc.any(pc.is_in(kolom, value_set=gezocht)).as_py()
        for kolom in (vondst.tekst(RETOURCODE), vondst.stuk.van_client(RETOURCODE))
    )
