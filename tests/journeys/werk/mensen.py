"""The people of the stories: one of each role, with a name, in one region; and a family."""

from __future__ import annotations

from datetime import date, timedelta

from paraplu.aanmelden.actions import contact
from paraplu.casussen import actions
from paraplu.casussen.models import Casus, Gezin, Maatregel, Persoon
from paraplu.netwerk import seed
from paraplu.netwerk.models import Contact, Medewerker, Organisatie, Soort
from tests.aanmelden.invullen import koop_in
from tests.casussen.bouwen import BEGIN, Wereld, make_medewerker, make_organisatie

#: Who plays which part; invented, and the same in every story.
NAMEN = {
    "jeugdbeschermer": "Joris Bakker",
    "teamleider": "Tineke Mulder",
    "lokaal_team": "Lotte de Vries",
    "backoffice": "Bas Visser",
    "zorgaanbieder": "Zara Smit",
    "regionaal_contactpersoon": "Rik Jansen",
    "functionaris": "Femke Dijkstra",
    "zorgbemiddelaar": "Sofie Brouwer",
    "expertteam": "Eva Meijer",
}
COLLEGA = "Karin Peters"
GI = "Jeugdbescherming De Brug"
AANBIEDER = "Jeugdhulp De Linde"
#: Passes the elfproef, and lies in the range that no person has.
BSN = "999900006"
PLAATS = {"0228": "6711 AB Ede", "0202": "6811 AB Arnhem"}


class Mensen(Wereld):
    """A region with everybody in it, the directory filled, and help that was bought."""

    def __init__(self, regio: str, gemeente: str, *, op: date) -> None:
        seed.inrichten(BEGIN)
        make_organisatie("GI-1", Soort.GI, code="90000001", naam=GI)
        make_organisatie("ZA-1", Soort.AANBIEDER, code="90000101", naam=AANBIEDER)
        super().__init__(regio, gemeente)
        self.op = op
        for rol, naam in NAMEN.items():
            _call(self.wie[rol], naam)
        self.collega = make_medewerker("jeugdbeschermer", self.gi, naam=COLLEGA)
        for nummer, (soort, rol) in enumerate(
            (("lokaal_team", "lokaal_team"), ("regionaal_contactpersoon",) * 2), start=1
        ):
            self._contact(soort, self.wie[rol], f"026 000 00 0{nummer}")

    def koop_in(self) -> None:
        """The region bought ambulatory help of the provider; twice is once."""
        if not self.aanbieder.voorzieningen.exists():
            koop_in(self)

    def casus_van(self, route: str, *, on: date | None = None, **velden) -> Casus:
        """A case of a child under a measure, begun `on` (today when absent), with contact to seek."""
        dag = on or self.op
        gezin = actions.open_gezin(gemeente=self.gemeente_code, regio=self.regio, on=dag)
        kind = add_kind(gezin=gezin, by=self.wie["jeugdbeschermer"], op=dag)
        maatregel = actions.start_maatregel(
            persoon=kind,
            soort=Maatregel.Soort.OTS,
            gi=self.gi,
            uitspraak_op=dag - timedelta(days=20),
            vanaf=dag - timedelta(days=20),
            jeugdbeschermer=self.wie["jeugdbeschermer"],
        )
        return actions.open_casus(
            gezin=gezin,
            kind=kind,
            route=f"aanmeldroute-{route}",
            houder=self.wie["jeugdbeschermer"],
            gi=self.gi,
            lokaal_team=self.lokaal_team,
            gemeente=self.gemeente,
            maatregel=maatregel,
            by=self.wie["jeugdbeschermer"],
            on=dag,
            **velden,
        )

    def spreek(self, casus: Casus, sleutel: str = "contact_lokaal_team") -> None:
        """The talk of step 1 was held today, and that step is done."""
        stap = self.stap(casus, sleutel)
        bij_aanbieder = sleutel == "contact_aanbieder"
        contact.write_contactverslag(
            stap=stap,
            met="zorgaanbieder" if bij_aanbieder else "lokaal_team",
            organisatie=self.aanbieder if bij_aanbieder else self.lokaal_team,
            by=casus.houder,
            on=self.op,
            gesproken_met="een collega",
            gezin_bekend=True,
            aanbod_bekend=True,
            beschikbaarheid_bekend=True,
            wenselijke_hulp="Hulp thuis bij de opvoeding.",
            duur_en_omvang="Een half jaar, vier uur per week.",
        )
        actions.close_stap(stap=stap, uitkomst="gesproken", by=casus.houder, on=self.op)

    def ander(self, rol: str, organisatie: Organisatie, naam: str) -> Medewerker:
        """Somebody else with a role."""
        return make_medewerker(rol, organisatie, naam=naam)

    def _contact(self, soort: str, wie: Medewerker, telefoon: str) -> None:
        organisatie = wie.organisatie
        waar = "gemeente" if organisatie.gemeente else "regio"
        Contact.objects.create(
            soort=soort,
            organisatie=organisatie,
            medewerker=wie,
            telefoon=telefoon,
            dagen="1234567",
            vanaf=BEGIN,
            bevestigd_op=self.op,
            **{waar: getattr(organisatie, waar)},
        )


def add_kind(*, gezin: Gezin, by: Medewerker, op: date) -> Persoon:
    """The child of the stories, with what a message needs, and a parent."""
    gemeente = gezin.gemeente
    for velden in (
        {"rol": Persoon.Rol.OUDER, "voornamen": "Noor", "gezag": True, "telefoon": "0612345678"},
        {
            "rol": Persoon.Rol.KIND,
            "voornamen": "Fenna",
            "geboortedatum": date(2014, 3, 2),
            "bsn": BSN,
            "adres": f"Kerklaan 12, {PLAATS[gemeente]}",
        },
    ):
        laatste = actions.add_persoon(gezin=gezin, by=by, on=op, achternaam="Verzonnen", **velden)
    return laatste


def _call(wie: Medewerker, naam: str) -> None:
    wie.naam = wie.gebruiker.naam = naam
    wie.telefoon, wie.e_mail = (
        "026 000 00 09",
        f"{naam.split(maxsplit=1)[0].lower()}@voorbeeld.example",
    )
    wie.save()
    wie.gebruiker.save()
