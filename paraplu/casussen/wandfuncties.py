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

#: The person behind the account alone: in a closed case nobody acts in the place of another.
IK: Final = f"""
SELECT m.id FROM public.netwerk_medewerker m
WHERE m.gebruiker_id = public.wand_gebruiker() AND {_geldt("m")} LIMIT 1
"""

#: As `deelnames_of` and `_noodtoegangen`: cases; with `rollen` only those in which one has such a
#: role. By person, by role, and by role in a team: three ways in, each with an index of its own.
CASUSSEN: Final = f"""
WITH wie AS MATERIALIZED (SELECT public.wand_mensen() AS mensen, public.wand_ik() AS ik),
functie AS MATERIALIZED (
    SELECT DISTINCT f.organisatie_id, f.rol, f.team_id FROM public.netwerk_functie f, wie
    WHERE f.medewerker_id = ANY (wie.mensen) AND {_geldt("f")}
    AND (rollen IS NULL OR f.rol = ANY (rollen))
)
SELECT coalesce(array_agg(gevonden.casus_id), '{{}}') FROM (
    SELECT d.casus_id FROM public.casussen_deelname d, wie
    WHERE d.medewerker_id = ANY (wie.mensen) AND {_geldt("d")}
    AND (NOT d.persoonlijk OR d.medewerker_id = wie.ik)
    AND (rollen IS NULL OR d.rol = ANY (rollen))
    UNION
    SELECT d.casus_id FROM functie f JOIN public.casussen_deelname d
    ON d.organisatie_id = f.organisatie_id AND d.rol = f.rol AND d.team_id IS NULL
    WHERE d.medewerker_id IS NULL AND {_geldt("d")}
    UNION
    SELECT d.casus_id FROM functie f JOIN public.casussen_deelname d
    ON d.organisatie_id = f.organisatie_id AND d.rol = f.rol AND d.team_id = f.team_id
    WHERE d.medewerker_id IS NULL AND {_geldt("d")}
    UNION
    SELECT n.casus_id FROM public.casussen_noodtoegang n
    JOIN public.netwerk_medewerker m ON m.id = n.medewerker_id
    WHERE m.gebruiker_id = public.wand_gebruiker()
    AND n.vanaf <= statement_timestamp() AND n.tot > statement_timestamp()
) gevonden
"""

#: As `gezinnen_for`; `ook_in_deel` adds the families of cases that are seen in part.
GEZINNEN: Final = f"""
SELECT coalesce(array_agg(gevonden.gezin_id), '{{}}') FROM (
    SELECT r.gezin_id FROM public.casussen_regie r
    WHERE r.tot IS NULL AND r.medewerker_id = ANY (public.wand_mensen())
    UNION
    SELECT c.gezin_id FROM public.casussen_casus c
    WHERE c.id = ANY (public.wand_casussen(
        CASE WHEN ook_in_deel THEN NULL ELSE {_rollen(VOLLEDIG)} END
    ))
) gevonden
"""

#: As `_afschriften`: documents; with `met_deel_2` only those of which part 2 went along.
DOCUMENTEN: Final = f"""
SELECT coalesce(array_agg(DISTINCT a.document_id), '{{}}')
FROM public.netwerk_functie f JOIN public.casussen_afschrift a
ON a.organisatie_id = f.organisatie_id AND a.rol = f.rol
WHERE f.medewerker_id = ANY (public.wand_mensen()) AND {_geldt("f")}
AND (a.met_persoonsgegevens OR NOT met_deel_2)
"""

#: As `sees_persoonsgegevens`: children of cases in which the task needs a name.
KINDEREN: Final = f"""
SELECT coalesce(array_agg(gevonden.kind_id), '{{}}') FROM (
    SELECT c.kind_id FROM public.casussen_casus c
    WHERE c.id = ANY (public.wand_casussen({_rollen(MET_PERSOONSGEGEVENS)}))
    UNION
    SELECT c.kind_id FROM public.casussen_document d
    JOIN public.casussen_casus c ON c.id = d.casus_id
    WHERE d.id = ANY (public.wand_documenten(true))
    AND c.id = ANY (public.wand_casussen(NULL))
) gevonden
"""

FUNCTIES: Final = (
    Functie("wand_mensen", "", "bigint[]", MENSEN),
    Functie("wand_ik", "", "bigint", IK),
    Functie("wand_casussen", "rollen text[]", "bigint[]", CASUSSEN),
    Functie("wand_gezinnen", "ook_in_deel boolean", "bigint[]", GEZINNEN),
    Functie("wand_documenten", "met_deel_2 boolean", "bigint[]", DOCUMENTEN),
    Functie("wand_kinderen", "", "bigint[]", KINDEREN),
)
