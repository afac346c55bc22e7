"""What the routes of this room need in their address; which of them only take a form."""

ARGUMENTEN: dict[str, list] = {
    "meelezen_stuk": ["afspraken", "nu"],
    "meelezen_reactie": ["afspraken", "nu"],
    "meelezen_duidelijk": ["afspraken", "nu"],
    "meelezen_delen": [1],
    "meelezen_uitnodigen": [1],
    "meelezen_inbreng": [1],
    "meelezen_intrekken": [1],
    "meelezen_opnieuw": [1],
    "meelezen_brief": [1],
}
ALLEEN_POST: set[str] = {
    "meelezen_begin",
    "meelezen_sms",
    "meelezen_nieuwe_link",
    "meelezen_taal",
    "meelezen_stoppen",
    "meelezen_reactie",
    "meelezen_duidelijk",
    "meelezen_delen",
    "meelezen_intrekken",
    "meelezen_opnieuw",
    "meelezen_brief",
}
#: Open without an account, and leading to the beginning without a session of the family.
NAAR_HET_BEGIN: set[str] = {
    "meelezen_code",
    "meelezen_overzicht",
    "meelezen_wie_keek",
    "meelezen_geschreven",
    "meelezen_stuk",
    "meelezen_horen",
}
