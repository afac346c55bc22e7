"""Words of the work in plain language, so that they can be said in every language of the family.

What has no plain word here is shown as the work says it, marked as Dutch.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

#: Steps of the aanmeldroutes as the family reads them, by the key in the route.
STAPPEN: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "contact_lokaal_team": _("De jeugdbeschermer overlegt met het lokale team van uw gemeente"),
        "contact_aanbieder": _("De jeugdbeschermer overlegt met een organisatie die hulp geeft"),
        "verbinden": _("Iemand van de regio helpt om contact te krijgen"),
        "bepaling": _("De jeugdbeschermer schrijft op welke hulp nodig is"),
        "goedkeuring": _("Iemand van de gemeente kijkt of deze hulp kan"),
        "versturen_lokaal_team": _("De plannen gaan naar het lokale team"),
        "versturen_aanbieder": _("De plannen gaan naar de organisatie die hulp geeft"),
        "verzoek_toewijzing": _("De organisatie vraagt de gemeente om de hulp te betalen"),
        "toewijzen": _("De gemeente regelt dat de hulp betaald wordt"),
        "reactie_aanbieder": _("De organisatie zegt of zij kan helpen"),
        "start_hulp": _("De hulp begint"),
        "keuze_vervolg": _("De jeugdbeschermer kiest hoe er verder gezocht wordt"),
        "netwerk": _("Meer organisaties zoeken samen naar hulp"),
        "expertteam": _("Een team van deskundigen denkt mee"),
        "opschalen": _("De regio helpt zoeken, want het lukt nog niet"),
    }
)

#: How an aanmeldroute ended.
EINDEN: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "hulp_gestart": _("De hulp is begonnen."),
        "bestuurlijke_escalatie": _("Het is niet gelukt. De bestuurders zoeken nu een oplossing."),
        "ingetrokken": _("De hulp is niet meer nodig."),
    }
)

#: Who does a step, and who looked: roles and functions as they are written in the work.
FUNCTIES: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "Jeugdbeschermer": _("Jeugdbeschermer"),
        "Teamleider": _("Teamleider"),
        "Teamleider van de GI": _("Teamleider van de jeugdbescherming"),
        "Gedragswetenschapper": _("Gedragswetenschapper"),
        "Lokaal team": _("Lokaal team"),
        "Backoffice van de gemeente": _("Administratie van de gemeente"),
        "Backoffice gemeente": _("Administratie van de gemeente"),
        "Zorgaanbieder": _("Organisatie die hulp geeft"),
        "Jeugdhulpaanbieder": _("Organisatie die hulp geeft"),
        "Regionale contactpersoon": _("Contactpersoon van de regio"),
        "Regionaal contactpersoon": _("Contactpersoon van de regio"),
        "Functionaris van de gemeente": _("Medewerker van de gemeente"),
        "Zorgbemiddelaar": _("Zorgbemiddelaar"),
        "Regionaal expertteam (RET)": _("Team van deskundigen"),
        "Regionaal Expertteam": _("Team van deskundigen"),
        "Technisch beheerder": _("Technisch beheerder"),
        "Voorzitter van een tafel": _("Voorzitter van de Jeugdbeschermingstafel"),
        "Veilig Thuis": _("Veilig Thuis"),
        "Raad voor de Kinderbescherming": _("Raad voor de Kinderbescherming"),
        "Leidinggevende": _("Leidinggevende"),
    }
)

#: Ways in which a child can be heard (R57), for adults to store and for the child to read.
HOREN: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "kleine_groep": _("Ik praat met een paar mensen, zonder mijn ouders"),
        "vooraf": _("Ik praat vóór het gesprek met één iemand"),
        "via_iemand": _("Iemand die ik vertrouw, vertelt wat ik vind"),
        "brief": _("Ik schrijf op wat ik vind"),
        "niet": _("Ik wil er nu niet over praten"),
    }
)
#: Whether agreements are clear (R223).
DUIDELIJK: Final[Mapping[str, Any]] = MappingProxyType(
    {"ja": _("Ja"), "deels": _("Niet alles"), "nee": _("Nee")}
)
