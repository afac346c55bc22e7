"""The tables of this room behind the second wall: who sees which row, one line per table.

Two questions: of which gardens is this user a member, and of which gardens may this user see the
governance? Each is the same sentence as one in `queries.py`; a test holds them together.
"""

# ruff: noqa: S608 - put together from our own words, at the time of migration

from __future__ import annotations

from typing import Final

from paraplu.casussen.wandfuncties import VANDAAG
from paraplu.web.wand.beleid import Beleid, Functie, among, through

from .rechten import REGIO


def _geldt(rij: str) -> str:
    return f"{rij}.vanaf <= {VANDAAG} AND ({rij}.tot IS NULL OR {rij}.tot >= {VANDAAG})"


#: As `own_medewerkers`: the person behind the account, and nobody in whose place one may act.
_IK: Final = f"""
SELECT m.id, m.organisatie_id FROM public.netwerk_medewerker m
WHERE m.gebruiker_id = public.wand_gebruiker() AND {_geldt("m")}
"""
#: As `tuinen_of_member`.
VAN_LID: Final = f"""
SELECT coalesce(array_agg(l.tuin_id), '{{}}') FROM public.toekomsttuin_lid l
WHERE {_geldt("l")} AND l.medewerker_id IN (SELECT ik.id FROM ({_IK}) ik)
"""
#: As `own_regios`.
REGIOS: Final = f"""
SELECT coalesce(array_agg(gevonden.regio), '{{}}') FROM (
    SELECT g.organisatie_code AS regio FROM public.web_gebruiker g
    WHERE g.id = public.wand_gebruiker() AND g.organisatie_soort = 'regio'
    AND g.soort IN ({", ".join(f"'{soort}'" for soort in sorted(REGIO))})
    UNION
    SELECT o.regio FROM public.netwerk_organisatie o, public.web_gebruiker g
    WHERE g.id = public.wand_gebruiker()
    AND g.soort IN ({", ".join(f"'{soort}'" for soort in sorted(REGIO))})
    AND o.soort IN ('gemeente', 'regio') AND o.regio <> ''
    AND (
        (g.organisatie_soort = 'gemeente' AND o.soort = 'gemeente' AND o.code = g.organisatie_code)
        OR o.id IN (SELECT ik.organisatie_id FROM ({_IK}) ik)
    )
) gevonden WHERE gevonden.regio <> ''
"""
#: As `groepen_of`.
EIGEN_GROEPEN: Final = f"""
SELECT coalesce(array_agg(b.groep_id), '{{}}') FROM public.toekomsttuin_bestuurslid b
WHERE {_geldt("b")} AND b.medewerker_id IN (SELECT ik.id FROM ({_IK}) ik)
"""
#: As `tuinen_for`.
VAN_BESTUUR: Final = """
SELECT coalesce(array_agg(t.id), '{}') FROM public.toekomsttuin_tuin t
WHERE t.id = ANY (public.wand_tuinen_van_lid())
OR t.regio = ANY (public.wand_tuinregios())
OR EXISTS (
    SELECT 1 FROM public.toekomsttuin_bestuursgroep g
    WHERE g.id = ANY (public.wand_tuingroepen())
    AND (
        g.tuin_id = t.id
        OR (g.laag = 'projectgroep' AND g.gebied = t.regio)
        OR (g.laag = 'stuurgroep' AND g.gebied = t.veiligheidsregio)
    )
)
"""
#: The groups above and of the gardens that one sees.
GROEPEN: Final = """
SELECT coalesce(array_agg(g.id), '{}') FROM public.toekomsttuin_bestuursgroep g
JOIN public.toekomsttuin_tuin t ON g.tuin_id = t.id
    OR (g.laag = 'projectgroep' AND g.gebied = t.regio)
    OR (g.laag = 'stuurgroep' AND g.gebied = t.veiligheidsregio)
WHERE t.id = ANY (public.wand_tuinen())
"""
FUNCTIES: Final = (
    Functie("wand_tuinen_van_lid", "", "bigint[]", VAN_LID),
    Functie("wand_tuinregios", "", "text[]", REGIOS),
    Functie("wand_tuingroepen", "", "bigint[]", EIGEN_GROEPEN),
    Functie("wand_tuinen", "", "bigint[]", VAN_BESTUUR),
    Functie("wand_groepen_van_tuinen", "", "bigint[]", GROEPEN),
)


def _of_tuin(tabel: str) -> Beleid:
    return Beleid(f"toekomsttuin_{tabel}", among("tuin_id", "wand_tuinen()"))


def _of_leden(tabel: str) -> Beleid:
    return Beleid(f"toekomsttuin_{tabel}", among("tuin_id", "wand_tuinen_van_lid()"))


def _through(tabel: str, kolom: str, ouder: str) -> Beleid:
    tabel, ouder = f"toekomsttuin_{tabel}", f"toekomsttuin_{ouder}"
    return Beleid(tabel, through(tabel, kolom, ouder))


def _of_huishouden(tabel: str) -> Beleid:
    return _through(tabel, "huishouden_id", "huishouden")


BELEID: Final[tuple[Beleid, ...]] = (
    Beleid("toekomsttuin_tuin", among("id", "wand_tuinen()")),
    *(
        _of_tuin(tabel)
        for tabel in (
            "tuinfase",
            "tuingemeente",
            "lid",
            "leermoment",
            "gereedheid",
            "startdocument",
            "begrotingsregel",
            "signaal",
            "expertise",
            "clientinbreng",
        )
    ),
    _through("mandaat", "lid_id", "lid"),
    _through("lidkennis", "lid_id", "lid"),
    _through("instemming", "document_id", "startdocument"),
    _through("signaalstap", "signaal_id", "signaal"),
    Beleid("toekomsttuin_bestuursgroep", among("id", "wand_groepen_van_tuinen()")),
    _through("bestuurslid", "groep_id", "bestuursgroep"),
    # From here on what belongs to the garden stays in it.
    _of_leden("klacht"),
    _of_leden("huishouden"),
    *(
        _of_huishouden(tabel)
        for tabel in (
            "huisgenoot",
            "aanspreekpunt",
            "eerstebesluit",
            "veiligheidsfase",
            "hulpverleden",
            "hulp",
            "gezinsgesprek",
            "steun",
            "betrokkenheid",
            "volgmoment",
            "mandaatgebruik",
            "alinea",
        )
    ),
    _through("besluitnemer", "besluit_id", "eerstebesluit"),
    _through("screening", "huisgenoot_id", "huisgenoot"),
    _through("kindgesprek", "huisgenoot_id", "huisgenoot"),
    _through("alineaversie", "alinea_id", "alinea"),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {
    "toekomsttuin_pilot": "a public register of pilots to learn from",
    "toekomsttuin_pilotles": "what a pilot taught, of no garden and no family",
    "toekomsttuin_teamkwaliteit": "what is known of the quality of a lokaal team, of no family",
}
