"""A case brought to a step of the second half, with the BSN and address that a message needs."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils.timezone import localdate

from paraplu.aanmelden.actions import bepalen, contact, versturen
from paraplu.aanmelden.models import Netwerklid
from paraplu.casussen import actions
from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Organisatie, Soort
from tests.casussen.bouwen import BEGIN, Wereld, make_medewerker, make_organisatie

BSN = "999900006"
PRODUCT = "45:45A04"


class Loop:
    """Walks a case of today to the step that a test is about."""

    def __init__(self, route: str = "301", **velden) -> None:
        self.w = Wereld()
        self.route = f"aanmeldroute-{route}"
        self.vandaag = localdate()
        self.casus = self.w.casus(self.route, on=self.vandaag, **velden)
        kind = self.casus.kind
        actions.change_persoon(persoon=kind, versie=kind.versie, bsn=BSN, telefoon="06 12345678")
        self.casus = Casus.objects.get(pk=self.casus.pk)

    def client(self, rol: str) -> Client:
        client = Client()
        client.force_login(self.w.gebruiker(rol))
        return client

    def stap(self, sleutel: str):
        return self.w.stap(self.casus, sleutel)

    def open(self) -> set[str]:
        return set(self.casus.stappen.filter(afgerond_op=None).values_list("sleutel", flat=True))

    def sluit(self, sleutel: str, uitkomst: str, rol: str = "jeugdbeschermer", **kw):
        return actions.close_stap(
            stap=self.stap(sleutel), uitkomst=uitkomst, by=self.w.wie[rol], on=self.vandaag, **kw
        )

    def doe(self, rol: str, sleutel: str, handeling: str, **velden):
        """Press a button on the page of a step; fields as `prefix__naam`."""
        data = {naam.replace("__", "-"): waarde for naam, waarde in velden.items()}
        return self.client(rol).post(
            self.stap(sleutel).get_absolute_url(), {**data, "handeling": handeling}
        )

    def spreek(self, sleutel: str, met: str) -> None:
        contact.write_contactverslag(
            stap=self.stap(sleutel), met=met, organisatie=self.w.lokaal_team,
            by=self.casus.houder, on=self.vandaag, gesproken_met="iemand", gezin_bekend=True,
            aanbod_bekend=True, beschikbaarheid_bekend=True, wenselijke_hulp="ambulant",
            duur_en_omvang="een half jaar",
        )  # fmt: skip
        self.sluit(sleutel, "gesproken")

    def tot_verstuurd(self) -> Loop:
        """Steps 1 to 3."""
        self.spreek("contact_lokaal_team", "lokaal_team")
        if self.route.endswith("315"):
            self.spreek("contact_aanbieder", "zorgaanbieder")
        v, houder = self.vandaag, self.casus.houder
        bepalen.fix_bepaling(
            casus=self.casus,
            inhoud={
                "tussentaal": 1, "zorgvorm": "ambulante hulp", "begin": v.isoformat(),
                "einde": (v + timedelta(days=180)).isoformat(), "volume": 4, "eenheid": "04",
                "frequentie": "2", "evaluatiemomenten": [(v + timedelta(days=7)).isoformat()],
            },
            aanbieder=self.w.aanbieder, by=houder, on=v,
        )  # fmt: skip
        bepalen.fix_formulier(
            casus=self.casus, deel_1={"vraag": "Wie kan dit gezin helpen?"},
            deel_2={"kind": {"rol": "kind", "naam": "Fenna Testkind"}}, by=houder, on=v,
        )  # fmt: skip
        self.sluit("bepaling", "vastgesteld")
        for rol, wie in (("lokaal_team", self.w.lokaal_team), ("zorgaanbieder", self.w.aanbieder)):
            versturen.send_stukken(casus=self.casus, rol=rol, organisatie=wie, by=houder, on=v)
        for rol in ("lokaal_team", "aanbieder"):
            self.sluit(f"versturen_{rol}", "verstuurd")
        self.casus.refresh_from_db()
        return self

    def codering(self, **anders) -> dict[str, str]:
        """What is filled in about the product."""
        return {
            "code__product": PRODUCT,
            "code__ingangsdatum": self.vandaag.isoformat(),
            "code__einddatum": (self.vandaag + timedelta(days=180)).isoformat(),
            "code__volume": "4",
            "code__eenheid": "04",
            "code__frequentie": "2",
            **anders,
        }

    def tot_reactie(self) -> Loop:
        """301: allocated, the provider answers. 315: the provider has bepaling and form."""
        self.tot_verstuurd()
        if self.route.endswith("301"):
            self.doe("backoffice", "toewijzen", "toewijzen", **self.codering())
        return self

    def tot_start(self) -> Loop:
        """The provider said yes, and the help is allocated."""
        self.tot_reactie()
        self.doe("zorgaanbieder", "reactie_aanbieder", "kan_leveren")
        if self.route.endswith("315"):
            self.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **self.codering())
            self.doe("backoffice", "toewijzen", "toewijzen")
        return self

    def tot_keuze(self) -> Loop:
        """The provider refused."""
        self.tot_reactie()
        self.doe(
            "zorgaanbieder", "reactie_aanbieder", "weiger",
            afwijzing__reden="niet_op_tijd", afwijzing__toelichting="Pas over een half jaar.",
        )  # fmt: skip
        self.casus.refresh_from_db()
        return self

    def tot(self, vervolg: str) -> Loop:
        """Step 5A or 5B, or 6 after it."""
        self.tot_keuze()
        eerst = "netwerk" if vervolg == "opschalen" else vervolg
        self.doe(
            "jeugdbeschermer", "keuze_vervolg", "kies",
            vervolg__vervolg=eerst, vervolg__toelichting="Samen gekozen.",
        )  # fmt: skip
        if vervolg == "opschalen":
            self.sluit("netwerk", "opschalen")
        return self

    def netwerk(self, leden: int = 2) -> tuple[Organisatie, list[str]]:
        """A network with members; the keys in `w.wie` of who works there."""
        netwerk = make_organisatie("NW-1", Soort.NETWERK, regio=self.w.regio)
        sleutels = []
        for nummer in range(2, 2 + leden):
            lid = make_organisatie(f"ZA-{nummer}", Soort.AANBIEDER, code=f"9000010{nummer}")
            Netwerklid.objects.create(netwerk=netwerk, aanbieder=lid, vanaf=BEGIN)
            self.w.wie[f"lid{nummer}"] = make_medewerker("zorgaanbieder", lid)
            sleutels.append(f"lid{nummer}")
        return netwerk, sleutels

    def toewijzing(self):
        """The last allocation of the case."""
        return self.casus.toewijzingen.last()
