"""The codes a finding may carry: the rule of iJW where there is one, else our own PAR code."""

from __future__ import annotations

from typing import Final

from paraplu.berichten.regels.register import regels

#: Our own codes, for what iJW leaves to the schema without a rule of its own.
GEEN_XML: Final = "PAR001"
DOCTYPE: Final = "PAR002"
TE_DIEP: Final = "PAR003"
ONBEKEND_BERICHT: Final = "PAR004"
ATTRIBUUT: Final = "PAR005"
ONTBREEKT: Final = "PAR006"
VOLGORDE: Final = "PAR007"
ONBEKEND_ELEMENT: Final = "PAR008"
TE_VAAK: Final = "PAR009"
CODELIJST: Final = "PAR010"
GETAL: Final = "PAR011"
DATUM: Final = "PAR012"
TIJD: Final = "PAR013"
TEKST_TUSSEN: Final = "PAR014"
ELEMENT_IN_TEKST: Final = "PAR015"
NAMESPACE: Final = "PAR016"
TE_GROOT: Final = "PAR017"
SCHEMA: Final = "PAR018"
VORM: Final = "PAR019"
TE_VEEL: Final = "PAR020"

#: Rules of iJW 3.2 that this room checks.
ELFPROEF: Final = "CS002"
SUBVERSIE: Final = "CS015"
VERSIE: Final = "CS025"
DECLARATIENUMMER: Final = "CS319"
BESTAND_GROOTTE: Final = "OP179"
BESTAND_VORM: Final = "OP192"
GEMEENTE_BESTAAT: Final = "TR378"
LEEG: Final = "RS033"
LEEG_COMMENTAAR: Final = "RS031"
DATUM_ZONE: Final = "RS032"
TIJD_ZONE: Final = "RS034"
BERICHTCODE: Final = "RS047"
MINSTENS: Final = "RS001"
KORTST: Final = "RS007"

#: Faults of content that come with the structure check: the form itself is right.
INHOUD: Final = frozenset({ELFPROEF, GEMEENTE_BESTAAT})

#: Rule per largest value of a number.
HOOGSTENS: Final = {
    99: "RS002",
    9999: "RS003",
    99999: "RS004",
    99999999: "RS005",
    999999999: "RS006",
    999999999999: "RS040",
}
#: Rule per largest number of characters of a text.
LANGST: Final = {
    1: "RS008",
    2: "RS009",
    3: "RS010",
    4: "RS011",
    5: "RS012",
    6: "RS013",
    8: "RS014",
    9: "RS015",
    10: "RS016",
    12: "RS017",
    14: "RS039",
    15: "RS018",
    20: "RS019",
    24: "RS020",
    25: "RS021",
    35: "RS023",
    36: "RS024",
    64: "RS025",
    80: "RS026",
    200: "RS028",
}
#: Rule per type that is narrowed at one place by a pattern of its own.
PATROON_TER_PLAATSE: Final = {"LDT_IdentificatieDeclaratie": DECLARATIENUMMER}
#: Rule per type whose pattern asks for a certain form.
PATROON: Final = {
    "LDT_BerichtCode": BERICHTCODE,
    "LDT_BerichtVersie": VERSIE,
    "LDT_BerichtSubversie": SUBVERSIE,
    "LDT_Gemeente": "RS035",
    "LDT_AgbCode": "RS036",
    "LDT_BurgerServicenummer": "RS037",
    "LDT_Voorletters": "RS045",
    "LDT_Telefoonnummer": "RS046",
    "LDT_Versie": "RS048",
}

#: Rules that the schema keeps without a code of iJW, with the code that a finding then has.
IN_HET_SCHEMA: Final = {
    "IV024": GETAL,
    "OP076": ONTBREEKT,
    "OP079": ONTBREEKT,
    "OP260": ONTBREEKT,
}

#: The titles of our own codes; those of the rules of iJW stand in the register.
_TITELS: Final = {
    GEEN_XML: "geen goede XML",
    DOCTYPE: "DOCTYPE in het bestand",
    TE_DIEP: "elementen te diep in elkaar",
    ONBEKEND_BERICHT: "onbekend bericht",
    ATTRIBUUT: "attribuut in een element",
    ONTBREEKT: "verplicht element ontbreekt",
    VOLGORDE: "element op de verkeerde plek",
    ONBEKEND_ELEMENT: "onbekend element",
    TE_VAAK: "element staat te vaak",
    CODELIJST: "code staat niet in de codelijst",
    GETAL: "geen geheel getal",
    DATUM: "datum bestaat niet",
    TIJD: "tijd bestaat niet",
    TEKST_TUSSEN: "tekst tussen elementen",
    ELEMENT_IN_TEKST: "elementen waar een waarde hoort",
    NAMESPACE: "element in de verkeerde namespace",
    TE_GROOT: "te groot om veilig te lezen",
    SCHEMA: "voldoet niet aan het schema",
    VORM: "verkeerde vorm",
    TE_VEEL: "te veel fouten om te noemen",
    # Of files, zips and envelopes; `bestanden` and `omslag` find them.
    "PAR031": "beschadigde zip",
    "PAR032": "te veel in een zip",
    "PAR033": "zip in een zip",
    "PAR034": "bestand met een wachtwoord",
    "PAR035": "naam die buiten de zip wijst",
    "PAR036": "onbekende manier van inpakken",
    "PAR037": "geen XML-bestand",
    "PAR038": "niet te openen",
    "PAR039": "verwijzing naar een ander bestand",
    "PAR040": "bericht uit een envelop",
    "PAR041": "envelop zonder bericht",
    "PAR042": "envelop en bericht spreken elkaar tegen",
    "PAR043": "melding van een knooppunt",
    "PAR044": "te veel enveloppen in elkaar",
    "PAR045": "envelop te groot",
    # Of extracts; `uittreksel` finds them.
    "PAR050": "verplichte cel is leeg",
    "PAR051": "kolom ontbreekt",
    "PAR052": "blad niet in UTF-8",
    "PAR053": "geen leesbaar blad",
    "PAR054": "verkeerde vaste waarde in de afbeelding",
    "PAR055": "meer bevindingen dan er zijn genoemd",
    "PAR056": "uittreksel gelezen",
    "PAR090": "meer bevindingen dan er zijn bewaard",
    "PAR091": "niet te lezen door een fout van Paraplu",
}


def titel(code: str) -> str:
    """What kind of fault this code stands for, in a few words; the code itself when nobody knows it."""
    if code in regels():
        return regels()[code].titel
    return _TITELS.get(code, code)
