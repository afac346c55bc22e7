"""What the sender reads when a message does not fit: one sentence per rule of the standard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from paraplu.berichten.verloop.gebeurtenissen import Kop

ZINNEN: Final[dict[str, str]] = {
    "IV013": "Er zijn twee versies van deze toewijzing met dezelfde datum en tijd, maar andere inhoud.",
    "IV085": "Er is nog geen antwoord dat deze prestatie toekent. Crediteren kan pas daarna.",
    "IV090": "Deze periode ligt voor de periode die het laatst is gedeclareerd.",
    "IV091": "De creditregel is geen kopie van de regel die hij terugneemt.",
    "IV093": "Na een verzoek om wijziging (317) krijgen alle producten in de 301 dezelfde referentie.",
    "IV099": "RedenWijziging hoort bij een wijziging, en alleen dan: zij is vergeten of te veel.",
    "OP033x1": "De ingangsdatum van een toewijzing mag niet veranderen.",
    "OP033x2": "StatusAanlevering 2 mag niet. Trek eerst in (3) en stuur dan opnieuw (1).",
    "OP257": "Een ander product of een andere omvang vraagt een nieuw toewijzingsnummer.",
    "OP344": "Dit verzoek is al afgewezen. Een toewijzing kan alleen na een nieuw verzoek.",
    "TR056": "Twee berichten hebben hetzelfde kenmerk en een andere inhoud. Een ervan telt.",
    "TR063": "Er is iets ingetrokken (status 3) dat niet eerder is gestuurd.",
    "TR071": "Een start met een stop kan niet worden ingetrokken. Trek eerst de stop in.",
    "TR314": "Dit referentienummer van een prestatie is al eerder gebruikt.",
    "TR316": "Een regel en zijn credit mogen niet in hetzelfde bericht staan.",
    "TR323": "De creditregel verwijst niet naar een prestatie die is toegekend.",
    "TR326": "Er loopt al een start op deze toewijzing. Stuur eerst een stop.",
    "TR332": "Dit toewijzingsnummer is al gebruikt voor een andere toewijzing, of was verwijderd.",
    "TR333": "Dit declaratienummer is al eerder gebruikt.",
    "TR337": "De declaratie (323) waar dit antwoord bij hoort, is er niet.",
    "TR347": "Deze referentie is al gebruikt voor een ander verzoek.",
    "TR355": "Er is geen verzoek met deze referentie waar dit antwoord bij hoort.",
    "TR359": "Op dit verzoek is al een toewijzing (301) gekomen. Een 319 kan niet meer.",
    "TR360": "'In onderzoek' kan alleen het eerste antwoord zijn, en maar een keer.",
    "TR365": "Een tweede 319 kan alleen na 'in onderzoek'.",
    "TR374": "Er loopt al een verzoek van deze aanbieder voor dit kind.",
    "TR379": "De referentie in de 301 hoort bij geen verzoek dat nog loopt.",
    "TR382": "Deze stop hoort bij geen start die loopt of pauzeert.",
    "TR385": "Een toewijzing met toegekende prestaties mag niet worden verwijderd.",
    "TR389": "Deze prestatie is al gedeclareerd. Crediteer eerst de eerdere regel.",
    "TR390": "Deze prestatie is al gecrediteerd.",
    "TR413": "De hulp pauzeert al. Alleen een definitieve stop of een nieuwe start kan volgen.",
    "TR414": "Deze stop eindigt eerder dan de tijdelijke stop die er al is.",
    "TR415": "De hulp is al definitief gestopt. Een tweede stop kan niet.",
}


@dataclass(frozen=True, kw_only=True)
class Afwijking:
    """A message that may not follow: the rule, and the message when there is one."""

    regel: str
    kop: Kop | None = None

    @property
    def tekst(self) -> str:
        """What the sender reads."""
        return ZINNEN[self.regel]


@dataclass(frozen=True)
class Nee:
    """In a table of what may follow: this may not, by this rule."""

    regel: str


def volgt_niet(uitkomst: object, kop: Kop | None = None) -> Afwijking | None:
    """The deviation in an outcome of such a table; None when the message may follow."""
    return Afwijking(regel=uitkomst.regel, kop=kop) if isinstance(uitkomst, Nee) else None
