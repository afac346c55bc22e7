"""Where in a message the lines of the tables stand: the class paths that findings name."""

from __future__ import annotations

from typing import Final

HEADER: Final = "Header"
CLIENT: Final = "Client"
TOEGEWEZEN: Final = "Client/ToegewezenProducten/ToegewezenProduct"
START: Final = "Client/StartProducten/StartProduct"
STOP: Final = "Client/StopProducten/StopProduct"
AANGEVRAAGD: Final = "Client/AangevraagdeProducten/AangevraagdProduct"
VERZOEK: Final = "Client/Verzoek"
ONGEWIJZIGD: Final = "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct"
TE_WIJZIGEN: Final = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct"
ANTWOORD: Final = "Antwoord"
DECLARATIE: Final = "Declaratie"
DECLARATIECLIENT: Final = "Declaratie/Clienten/Client"
PRESTATIE: Final = "Declaratie/Clienten/Client/Prestaties/Prestatie"
DECLARATIEANTWOORD: Final = "DeclaratieAntwoord"
ANTWOORDCLIENT: Final = "DeclaratieAntwoord/Clienten/Client"
ANTWOORDPRESTATIE: Final = "DeclaratieAntwoord/Clienten/Client/Prestaties/Prestatie"
