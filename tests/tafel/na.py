"""Brings a case to the talk and past it: `gehouden(t)`, `verstuurd(t)`. Short, and as a chair would."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import Casus
from paraplu.tafel import uitkomsten
from paraplu.tafel.actions import besluiten, opvolgen, verslagen
from paraplu.tafel.forms.zitting import ZittingForm
from paraplu.tafel.models import Besluit, Genodigde, Gesprek, Zitting
from paraplu.tafel.queries import zitting_of
from paraplu.termijnen.moment import dag_van
from tests.tafel.aan import DAG, Tafelwereld

LATER = date(2027, 3, 1)


def aan_tafel(t: Tafelwereld, *, soort: str = Gesprek.VIJF, **velden: Any) -> Casus:
    """A complete request with a planned talk: the step 'bespreken' is open."""
    casus = t.begin(soort=soort, **velden)
    extra = {}
    if soort == Gesprek.EINDE_OTS:
        extra["einde_ots"] = dict.fromkeys(("rol_ouders", "wie_doet_wat", "vervolghulp"), "Zo.")
    t.dien_in(casus, **extra)
    t.nodig_uit(casus)
    close_stap(
        stap=t.stap(casus, "volledigheid"), uitkomst="compleet", by=t.wie["voorzitter"], on=DAG
    )
    if "plannen" in t.open(casus):
        close_stap(
            stap=t.stap(casus, "plannen"), uitkomst="gepland", by=t.wie["voorzitter"], on=DAG
        )
    return casus


def ingevuld(zitting: Zitting, **anders: Any) -> dict[str, Any]:
    """The talk as it is filled in well, for a form; `anders` replaces answers."""
    velden: dict[str, Any] = dict.fromkeys(
        (
            "gaat_goed", "loopt_vast", "waardoor", "nodig", "veiligheid", "motivatie",
            "leerbaarheid", "inzicht", "conclusie", "benut_toelichting",
            "laatste_kans_toelichting", "advies_tekst", "route", "hulp",
        ),
        "Zo spraken wij het af.",
    )  # fmt: skip
    velden |= {
        "benut": "nee", "laatste_kans": "ja", "advies": "vrijwillig", "uitkomst": "vrijwillig",
        "besloten": "samen", "afspraak_1_tekst": "Vader slaapt bij oma.",
        "afspraak_1_soort": "veiligheid", "afspraak_1_uiterlijk": LATER.isoformat(),
        "afspraak_1_toezicht": "Wijkteam", "afspraak_1_steun": "Oma",
    }  # fmt: skip
    for wie in zitting.genodigden.all():
        velden[f"aanwezig_{wie.pk}"] = "ja"
        if wie.rol == Genodigde.Rol.OUDER:
            velden[f"hulp_{wie.pk}"] = "De hulp kwam te laat."
            velden[f"thuis_{wie.pk}"] = "Thuis is het rustiger."
        if wie.rol == Genodigde.Rol.KIND:
            velden[f"kind_{wie.pk}"] = "Ik wil dat het ruzie maken stopt."
            velden[f"letterlijk_{wie.pk}"] = "on"
            velden[f"apart_{wie.pk}"] = "on"
        if wie.rol == Genodigde.Rol.AANMELDER:
            velden["afspraak_1_wie"] = str(wie.pk)
    return velden | anders


def gehouden(t: Tafelwereld, casus: Casus | None = None, **anders: Any) -> Besluit:
    """The talk was held and fixed."""
    casus = casus or aan_tafel(t)
    zitting = zitting_of(casus)
    op = dag_van(zitting.begin)
    form = ZittingForm(ingevuld(zitting, **anders), zitting=zitting, on=op)
    assert form.is_whole(), form.errors
    return besluiten.fix_besluit(
        stap=t.stap(casus, "bespreken"),
        zitting=zitting,
        velden=form.cleaned_data,
        afspraken=form.list_afspraken(),
        by=t.wie["voorzitter"],
        on=op,
    )


def verstuurd(t: Tafelwereld, casus: Casus | None = None, **anders: Any) -> Casus:
    """The report went to everybody it is for, to the family by post."""
    besluit = gehouden(t, casus, **anders)
    casus = besluit.zitting.casus
    verslagen.send_verslag(
        stap=t.stap(casus, "verslag"),
        besluit=besluit,
        wegen={o.sleutel: o.wegen[0] for o in verslagen.list_ontvangers(besluit)},
        voor_kind="We kijken samen hoe het thuis beter kan.",
        by=t.wie["voorzitter"],
        on=besluit.op + timedelta(days=1),
    )
    casus.refresh_from_db()
    return casus


def vto_velden(**anders: Any) -> dict[str, Any]:
    """What the chair writes in a request to the RvdK."""
    return {
        "gronden": "Het geweld stopt niet.", "acuut": "nee", "besproken_op": date(2026, 1, 8),
        "gi": None,
    } | anders  # fmt: skip


def bij_de_raad(t: Tafelwereld, **anders: Any) -> Casus:
    """Outcome 4, and the request went to the RvdK."""
    casus = verstuurd(
        t,
        uitkomst="onderzoek",
        laatste_kans="nee",
        benut="ja",
        advies="onderzoek",
        **anders,
    )
    opvolgen.send_vto(
        stap=t.stap(casus, "vto"),
        velden=vto_velden(),
        by=t.wie["voorzitter"],
        on=uitkomsten.besluit_of(casus).op + timedelta(days=1),
    )
    return casus


__all__ = ["LATER", "aan_tafel", "bij_de_raad", "gehouden", "ingevuld", "uitkomsten", "verstuurd"]
