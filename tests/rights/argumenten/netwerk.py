"""What the routes of this room need in their address; which of them only take a form."""

from uuid import UUID

ARGUMENTEN: dict[str, list] = {
    "gemeente_netwerk": ["0228"],
    "contact": [1],
    "contact_vcard": [1],
    "contact_wijzigen": [1],
    "contact_beeindigen": [1],
    "contacten_voorbeeld": [UUID(int=1)],
    "regio_instellingen": ["FV"],
    "regio_kiezen": ["FV", "route"],
    "subregio_nieuw": ["FV"],
    "subregio_beeindigen": ["FV", 1],
    "mensen": ["GEM-0228"],
    "organisatie_beeindigen": ["GEM-0228"],
    "medewerker_nieuw": ["GEM-0228"],
    "team_nieuw": ["GEM-0228"],
    "organisatie_kiezen": ["GEM-0228", "bevestig_na"],
    "team_beeindigen": [1],
    "medewerker": [1],
    "medewerker_beeindigen": [1],
    "functie_nieuw": [1],
    "functie_beeindigen": [1],
    "afwezigheid_einde": [1],
    "lokale_groep": ["0228"],
    "groepslid_nieuw": [1],
    "groep_bijeen": [1],
    "groepslid_beeindigen": [1],
}
ALLEEN_POST: set[str] = {
    "contact_bevestigen",
    "subregio_beeindigen",
    "organisatie_beeindigen",
    "team_nieuw",
    "team_beeindigen",
    "medewerker_beeindigen",
    "functie_beeindigen",
    "afwezigheid_einde",
    "groep_bijeen",
    "groepslid_beeindigen",
}
#: What the technical administrator keeps: people and organisations, no contacts and no families.
VAN_BEHEER: set[str] = {
    "organisaties",
    "organisatie_nieuw",
    "organisatie_beeindigen",
    "mensen",
    "medewerker_nieuw",
    "medewerker",
    "medewerker_beeindigen",
    "functie_nieuw",
    "functie_beeindigen",
    "team_nieuw",
    "team_beeindigen",
    "organisatie_kiezen",
}

# Care on offer.
ARGUMENTEN |= {
    "voorziening": [1],
    "voorziening_wijzigen": [1],
    "aanbod_blad": ["00000000-0000-4000-8000-000000000000"],
}
ALLEEN_POST |= {
    "aanbod_inkoop",
    "aanbod_kwaliteit",
    "aanbod_opgeven",
    "aanbod_bevestigen",
    "wachttijd_reactie",
    "wachtlijst_opgeven",
}
