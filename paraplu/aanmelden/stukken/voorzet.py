"""What the case, its family and its earlier rounds already know of a document (R275)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from paraplu.casussen.actions import read_bsn
from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.netwerk.models import Organisatie

from ..models import Contactverslag
from .bepaling import Bepaling, Gedaan, Overleg
from .formulier import Collega, Deel1, Deel2, EerdereAfwijzing, Mens
from .keuzes import Kader, Processtap

#: Fields of the form that are the bepaling's.
UIT_BEPALING = (
    "tussentaal",
    "zorgvorm",
    "begin",
    "einde",
    "volume",
    "eenheid",
    "frequentie",
    "evaluatiemomenten",
    "steun_voor_gezin",
)
KADER = {"ots": Kader.OTS, "vots": Kader.VOTS, "jr": Kader.JR}


def latest(casus: Casus, soort: str) -> Document | None:
    """The version that holds now."""
    return casus.documenten.filter(soort=soort, ingetrokken_op=None).last()


def last_verslag(casus: Casus, met: str = Contactverslag.Met.LOKAAL_TEAM) -> Contactverslag | None:
    """The last talk with the lokaal team, or with a provider."""
    return casus.contactverslagen.filter(met=met).last()


def draft_bepaling(casus: Casus) -> dict[str, Any]:
    """First values of the fields of a bepaling: of the one that holds, else of the talks."""
    eerder = latest(casus, "bepaling")
    if eerder:
        inhoud = dict(eerder.inhoud)
        momenten = inhoud.pop("evaluatiemomenten", ())
        velden = {f"evaluatie_{i}": dag for i, dag in enumerate(momenten, start=1)}
        return {**inhoud, **velden, "aanbieder": _key_of(inhoud.get("aanbieder", ""), casus)}
    verslag = last_verslag(casus)
    bij_aanbieder = last_verslag(casus, Contactverslag.Met.AANBIEDER)
    aanbieder = (bij_aanbieder and bij_aanbieder.organisatie_id) or (
        verslag and verslag.aanbieder_id
    )
    return {
        "zorgvorm": verslag.wenselijke_hulp if verslag else "",
        "steun_voor_gezin": verslag.steun_voor_gezin if verslag else "",
        "aanbieder": aanbieder or casus.aanbieder_id,
        "aanbod_bekeken": bool(
            verslag and verslag.aanbod_bekend and verslag.beschikbaarheid_bekend
        ),
    }


def _key_of(sleutel: str, casus: Casus) -> int | None:
    gevonden = Organisatie.objects.filter(sleutel=sleutel).values_list("pk", flat=True).first()
    return gevonden or casus.aanbieder_id


def list_overleg(casus: Casus) -> tuple[Overleg, ...]:
    """The talks of this case as the bepaling names them (R88, R104)."""
    return tuple(
        Overleg(
            met=verslag.met,
            op=verslag.op,
            organisatie=verslag.organisatie.naam,
            gesproken_met=verslag.gesproken_met,
            advies=verslag.advies,
            verschil=verslag.verschil,
        )
        for verslag in casus.contactverslagen.select_related("organisatie")
    )


def list_processtappen(casus: Casus, velden: Mapping[str, Any], *, on: date) -> tuple[Gedaan, ...]:
    """The steps that come before a bepaling, filled from what was really done (R122)."""
    lokaal = last_verslag(casus)
    aanbieder = last_verslag(casus, Contactverslag.Met.AANBIEDER)
    toestemming = casus.zonder_contract.filter(aanbieder=velden["aanbieder"], akkoord=True).last()
    gedaan = {
        Processtap.KIND_EN_GEZIN: velden["gezin_gesproken_op"],
        Processtap.GEDRAGSWETENSCHAPPER: velden["gw_geraadpleegd_op"],
        Processtap.LOKAAL_TEAM: lokaal and lokaal.op,
        Processtap.AANBIEDER: aanbieder and aanbieder.op,
        Processtap.AANBOD: on if velden["aanbod_bekeken"] else None,
        Processtap.FUNCTIONARIS: toestemming and toestemming.beslist_op,
    }
    return tuple(Gedaan(stap=stap.value, op=dag or None) for stap, dag in gedaan.items())


def draft_formulier(casus: Casus, bepaling: Bepaling) -> dict[str, Any]:
    """First values of the fields of the form: of an earlier round, else of bepaling and talks."""
    eerder = latest(casus, "aanmeldformulier")
    if eerder:
        return {**eerder.inhoud, "eerder": True}
    verslag = last_verslag(casus)
    return {
        "doel": "aanbieder",
        "verwijzer": "gi",
        "kader": _kader(casus),
        "spoed": casus.spoed,
        "vraag": bepaling.zorgvorm,
        "gewenste_start": bepaling.begin,
        "overleg_aanbod": verslag.sociale_kaart if verslag else "",
        "woonplaats": "gezag",
    }


def _kader(casus: Casus) -> list[str]:
    soorten = list(casus.kind.maatregelen.filter(tot=None).values_list("soort", flat=True))
    return sorted({KADER.get(soort, Kader.VOOGDIJ).value for soort in soorten}) or [
        Kader.VRIJWILLIG.value
    ]


def make_deel_1(
    casus: Casus, bepaling: Bepaling, velden: Mapping[str, Any], *, versie: int, on: date
) -> Deel1:
    """Part 1: what was typed, and what is known without asking."""
    verslag = last_verslag(casus)
    namen = set(Deel1.__dataclass_fields__)
    bekend = {naam: getattr(bepaling, naam) for naam in UIT_BEPALING}
    getypt = {naam: waarde for naam, waarde in velden.items() if naam in namen}
    return Deel1(
        **{
            **bekend,
            **getypt,
            "sectoren": tuple(velden["sectoren"]),
            "kader": tuple(velden["kader"]),
            "kenmerk": f"{casus.nummer}-{versie}",
            "leeftijd": years_old(casus.kind, on=on),
            "gemeente": casus.gemeente.naam,
            "overleg_op": verslag.op if verslag else None,
            "eerdere_afwijzingen": tuple(
                EerdereAfwijzing(
                    aanbieder=rij.aanbieder.naam, op=rij.op, reden=rij.get_reden_display()
                )
                for rij in casus.afwijzingen.select_related("aanbieder")
            ),
        }
    )


def make_deel_2(casus: Casus, velden: Mapping[str, Any] | None = None) -> Deel2:
    """Part 2: whose question it is, from the family as it is known now."""
    velden = velden or {}
    kind, maatregel, verslag = casus.kind, casus.maatregel, last_verslag(casus)
    anderen = casus.gezin.personen.exclude(pk=kind.pk)
    return Deel2(
        kind=_mens(kind),
        bsn=read_bsn(kind),
        geslacht=kind.geslacht,
        opvoeders=tuple(_mens(p) for p in anderen.filter(rol__in=("ouder", "opvoeder"))),
        andere_kinderen=tuple(_mens(p) for p in anderen.filter(rol="kind")),
        jeugdbeschermer=Collega(
            naam=casus.houder.naam,
            organisatie=casus.gi.naam,
            telefoon=casus.houder.telefoon,
            e_mail=casus.houder.e_mail,
        ),
        lokaal_team=Collega(
            naam=verslag.gesproken_met if verslag else "", organisatie=casus.lokaal_team.naam
        ),
        gemeente=casus.gemeente.naam,
        woonplaats=velden.get("woonplaats", ""),
        maatregel=maatregel.soort if maatregel else "",
        maatregel_vanaf=maatregel.vanaf if maatregel else None,
        maatregel_tot=maatregel.tot if maatregel else None,
        gezondheid=velden.get("gezondheid", ""),
        toestemming=velden.get("toestemming", ""),
    )


def _mens(persoon: Persoon) -> Mens:
    return Mens(
        rol=persoon.rol,
        naam=persoon.naam,
        geboortedatum=persoon.geboortedatum,
        gezag=persoon.gezag,
        adres=persoon.adres,
        telefoon=persoon.telefoon,
    )


def years_old(persoon: Persoon, *, on: date) -> int | None:
    """Age in whole years on a day; None when the birth date is not known."""
    geboren = persoon.geboortedatum
    if geboren is None:
        return None
    return on.year - geboren.year - ((on.month, on.day) < (geboren.month, geboren.day))
