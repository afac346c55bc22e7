"""The questions that the policies ask, as functions of the database.

They run with the rights of the owner, for the relation itself stands behind the wall. Each is the
same sentence as one in `casussen/queries.py`; `tests/casussen/test_wand.py` holds them together.
"""

# ruff: noqa: S608 - put together from our own words, at the time of migration

from __future__ import annotations

from typing import Final

from paraplu.web.wand.beleid import Functie

from .rechten import MET_PERSOONSGEGEVENS, VOLLEDIG

#: On which day rights are looked at: the same as `localtime().date()`.
VANDAAG: Final = "(statement_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date"


def _geldt(rij: str) -> str:
    return f"{rij}.vanaf <= {VANDAAG} AND ({rij}.tot IS NULL OR {rij}.tot >= {VANDAAG})"


def _rollen(namen: frozenset[str]) -> str:
    return "'{" + ",".join(sorted(namen)) + "}'::text[]"


#: As `people_of`: the person behind the account and everybody in whose place that person may act.
MENSEN: Final = f"""
WITH ik AS (
    SELECT m.id FROM public.netwerk_medewerker m
    WHERE m.gebruiker_id = public.wand_gebruiker() AND {_geldt("m")}
)
SELECT coalesce(array_agg(wie.id), '{{}}') FROM (
    SELECT id FROM ik
    UNION
    SELECT m.id FROM ik
    JOIN public.netwerk_afwezigheid a ON a.vervanger_id = ik.id AND {_geldt("a")}
    JOIN public.netwerk_medewerker m ON m.id = a.medewerker_id AND {_geldt("m")}
) wie
"""

_FUNCTIE = f"""
EXISTS (
    SELECT 1 FROM public.netwerk_functie f
    WHERE f.medewerker_id = ANY (mensen) AND {_geldt("f")}
    AND f.rol = {{rij}}.rol AND f.organisatie_id = {{rij}}.organisatie_id
"""

#: As `deelnames_of` and `_noodtoegangen` for one case; with `rollen` only in those roles.
CASUS: Final = f"""
SELECT EXISTS (
    SELECT 1 FROM public.casussen_deelname d
    WHERE d.casus_id = casus AND {_geldt("d")}
    AND (rollen IS NULL OR d.rol = ANY (rollen))
    AND (
        d.medewerker_id = ANY (mensen)
        OR (d.medewerker_id IS NULL
            AND {_FUNCTIE.format(rij="d")} AND (d.team_id IS NULL OR f.team_id = d.team_id)))
    )
) OR EXISTS (
    SELECT 1 FROM public.casussen_noodtoegang n
    JOIN public.netwerk_medewerker m ON m.id = n.medewerker_id
    WHERE n.casus_id = casus AND m.gebruiker_id = public.wand_gebruiker()
    AND n.vanaf <= statement_timestamp() AND n.tot > statement_timestamp()
)
"""

#: As `gezinnen_for` for one family.
GEZIN: Final = f"""
SELECT EXISTS (
    SELECT 1 FROM public.casussen_regie r
    WHERE r.gezin_id = gezin AND r.tot IS NULL AND r.medewerker_id = ANY (mensen)
) OR EXISTS (
    SELECT 1 FROM public.casussen_casus c
    WHERE c.gezin_id = gezin
    AND public.wand_casus(c.id, mensen, {_rollen(VOLLEDIG)})
)
"""

#: As `_afschriften` for one document; with `met_deel_2` only when part 2 went along.
AFSCHRIFT: Final = f"""
SELECT EXISTS (
    SELECT 1 FROM public.casussen_afschrift a
    WHERE a.document_id = document AND (a.met_persoonsgegevens OR NOT met_deel_2)
    AND {_FUNCTIE.format(rij="a")} )
)
"""

#: As `sees_persoonsgegevens` for one child: through a case in which the task needs a name.
KIND: Final = f"""
SELECT EXISTS (
    SELECT 1 FROM public.casussen_casus c
    WHERE c.kind_id = kind AND public.wand_casus(c.id, mensen, NULL) AND (
        public.wand_casus(c.id, mensen, {_rollen(MET_PERSOONSGEGEVENS)})
        OR EXISTS (
            SELECT 1 FROM public.casussen_document d
            WHERE d.casus_id = c.id AND public.wand_afschrift(d.id, mensen, true)
        )
    )
)
"""

FUNCTIES: Final = (
    Functie("wand_mensen", "", "bigint[]", MENSEN),
    Functie("wand_casus", "casus bigint, mensen bigint[], rollen text[]", "boolean", CASUS),
    Functie("wand_gezin", "gezin bigint, mensen bigint[]", "boolean", GEZIN),
    Functie(
        "wand_afschrift",
        "document bigint, mensen bigint[], met_deel_2 boolean",
        "boolean",
        AFSCHRIFT,
    ),
    Functie("wand_kind", "kind bigint, mensen bigint[]", "boolean", KIND),
)
