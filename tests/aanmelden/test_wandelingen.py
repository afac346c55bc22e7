"""Whole walks over both routes, act by act, without pages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.aanmelden.actions import bepalen, contact, toewijzen, versturen, vervolg
from paraplu.casussen import actions
from paraplu.casussen.fouten import VoorwaardeNietVervuld
from tests.casussen.bouwen import BEGIN, Wereld

pytestmark = pytest.mark.django_db

INHOUD = {"evaluatiemomenten": ["2026-06-01"], "tussentaal": "1"}


class Wandeling:
    """One case that goes from step to step, a working day at a time."""

    def __init__(self, route: str) -> None:
        self.w = Wereld()
        self.casus = self.w.casus(route)
        self.dag = BEGIN

    def stap(self, sleutel):
        return self.w.stap(self.casus, sleutel)

    def sluit(self, sleutel, uitkomst, rol="jeugdbeschermer", **kw):
        return actions.close_stap(
            stap=self.stap(sleutel), uitkomst=uitkomst, by=self.w.wie[rol], on=self.dag, **kw
        )

    def verder(self, dagen=1):
        self.dag += timedelta(days=dagen)

    def spreek(self, sleutel, met):
        contact.write_contactverslag(
            stap=self.stap(sleutel),
            met=met,
            organisatie=self.w.lokaal_team,
            by=self.casus.houder,
            on=self.dag,
            gesproken_met="iemand",
            gezin_bekend=True,
            aanbod_bekend=True,
            beschikbaarheid_bekend=True,
            wenselijke_hulp="ambulant",
            duur_en_omvang="een half jaar",
        )
        return self.sluit(sleutel, "gesproken")

    def bepaal(self):
        bepalen.fix_bepaling(
            casus=self.casus,
            inhoud=INHOUD,
            aanbieder=self.w.aanbieder,
            by=self.casus.houder,
            on=self.dag,
        )
        bepalen.fix_formulier(
            casus=self.casus,
            deel_1={"vraag": "x"},
            deel_2={"naam": "y"},
            by=self.casus.houder,
            on=self.dag,
        )
        return self.sluit("bepaling", "vastgesteld")

    def verstuur(self):
        for rol, organisatie in (
            ("lokaal_team", self.w.lokaal_team),
            ("zorgaanbieder", self.w.aanbieder),
        ):
            versturen.send_stukken(
                casus=self.casus,
                rol=rol,
                organisatie=organisatie,
                by=self.casus.houder,
                on=self.dag,
            )
        self.sluit("versturen_lokaal_team", "verstuurd")
        return self.sluit("versturen_aanbieder", "verstuurd")


def test_301_loopt_van_contact_tot_versturen(db):
    w = Wandeling("aanmeldroute-301")
    w.spreek("contact_lokaal_team", "lokaal_team")
    w.verder()
    w.bepaal()
    w.verstuur()
    assert w.stap("toewijzen").uiterste_datum == date(2026, 1, 13)


def test_zonder_verslag_sluit_het_gesprek_niet(db):
    w = Wandeling("aanmeldroute-301")
    with pytest.raises(VoorwaardeNietVervuld, match="besproken"):
        w.sluit("contact_lokaal_team", "gesproken")


def test_geen_contact_vraagt_ook_een_tweede_medewerker(db):
    w = Wandeling("aanmeldroute-301")
    poging = {
        "organisatie": w.w.lokaal_team,
        "wijze": "telefoon",
        "bereikt": False,
        "by": w.casus.houder,
        "on": w.dag,
    }
    contact.register_poging(stap=w.stap("contact_lokaal_team"), met="lokaal_team", **poging)
    with pytest.raises(VoorwaardeNietVervuld, match="tweede medewerker"):
        w.sluit("contact_lokaal_team", "geen_contact")
    contact.register_poging(stap=w.stap("contact_lokaal_team"), met="tweede_medewerker", **poging)
    w.sluit("contact_lokaal_team", "geen_contact")
    assert w.stap("verbinden").organisatie == w.w.regio_organisatie


def test_een_afwijzing_in_315_leidt_naar_het_expertteam_en_opschalen(db):
    # P31.
    w = Wandeling("aanmeldroute-315")
    w.spreek("contact_lokaal_team", "lokaal_team")
    w.spreek("contact_aanbieder", "zorgaanbieder")
    w.bepaal()
    w.verstuur()
    toewijzen.refuse_aanvraag(
        stap=w.stap("reactie_aanbieder"),
        aanbieder=w.w.aanbieder,
        reden="niet_op_tijd",
        toelichting="pas over een half jaar",
        by=w.w.wie["zorgaanbieder"],
        on=w.dag,
    )
    w.sluit("reactie_aanbieder", "afwijzing", "zorgaanbieder")
    w.sluit("keuze_vervolg", "expertteam")
    assert w.stap("expertteam").uiterste_datum == w.dag + timedelta(weeks=2)
    bespreking = vervolg.plan_bespreking(
        stap=w.stap("expertteam"),
        soort="bespreking",
        gepland_op=w.dag,
        by=w.w.wie["expertteam"],
        on=w.dag,
    )
    vervolg.write_bespreking(
        bespreking=bespreking,
        by=w.w.wie["expertteam"],
        on=w.dag,
        verslag="niets",
        knelpunt="wachttijd",
    )
    w.sluit("expertteam", "geen_oplossing", "expertteam")
    vervolg.report_to_teamleider(stap=w.stap("opschalen"), by=w.casus.houder, on=w.dag)
    assert w.stap("opschalen").uiterste_datum == w.dag + timedelta(weeks=1)
    w.casus.refresh_from_db()
    assert w.casus.mede_eigenaar == w.w.aanbieder
