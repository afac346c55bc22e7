"""The monitor's tables: their names and columns. Append-only Delta; no BSN, no name.

A new column comes at the end of its table; rows written before it have it empty (`opslag`).
"""

from __future__ import annotations

import pyarrow as pa

TEKST = pa.string()
DAG = pa.date32()
GETAL = pa.int64()
KLEIN = pa.int32()

#: Columns that every line of a message carries.
#: `bericht` and `kind` are 12 characters base64url: short enough for DuckDB to keep inline.
REGEL = [
    ("batch", TEKST),
    ("bericht", TEKST),
    ("volgnummer", KLEIN),
    ("regel", GETAL),
    ("gemeente", TEKST),
    ("aanbieder", TEKST),
    ("kind", TEKST),
]
#: How a line points to an allocation (P47).
VERWIJZING = [
    ("toewijzing_nummer", GETAL),
    ("beschikking_nummer", GETAL),
    ("productcategorie", TEKST),
    ("productcode", TEKST),
]
OMVANG = [("volume", GETAL), ("eenheid", TEKST), ("frequentie", TEKST), ("budget", GETAL)]

KOLOMMEN: dict[str, list[tuple[str, pa.DataType]]] = {
    "levering": [
        ("levering", TEKST),
        ("dag", DAG),
        ("brenger", TEKST),
        ("bestanden", KLEIN),
    ],
    # One row per file of a delivery, written when all of it has been taken. What was taken, refused
    # or already known follows from `aanlevering`, `bericht` and `bevinding`.
    "bestand": [
        ("batch", TEKST),
        ("levering", TEKST),
        ("bestand", TEKST),
        ("naam", TEKST),
        ("bytes", GETAL),
        ("berichten", GETAL),
        ("berichten_geweigerd", GETAL),
    ],
    # One row per message that was delivered, each time it was delivered.
    "aanlevering": [
        ("batch", TEKST),
        ("levering", TEKST),
        ("dag", DAG),
        ("bestand", TEKST),
        ("bericht", TEKST),
    ],
    # One row per message and content. `sleutel` is the identity of P48, `bericht` adds the content.
    "bericht": [
        ("batch", TEKST),
        ("bericht", TEKST),
        ("sleutel", TEKST),
        ("code", TEKST),
        ("soort", TEKST),
        ("release", TEKST),
        ("gemeente", TEKST),
        ("aanbieder", TEKST),
        ("afzender", TEKST),
        ("ontvanger", TEKST),
        ("identificatie", TEKST),
        ("dagtekening", DAG),
        ("identificatie_retour", TEKST),
        ("dagtekening_retour", DAG),
        # 303/304/323/325 only
        ("declaratie_nummer", TEKST),
        ("periode_begin", DAG),
        ("periode_einde", DAG),
        ("totaal_ingediend", GETAL),
        ("totaal_toegekend", GETAL),
        # Answer codes, space separated: of the header, and of DeclaratieAntwoord or Client.
        ("retourcodes", TEKST),
        ("retourcodes_klasse", TEKST),
        ("regels", GETAL),
        ("regels_geweigerd", GETAL),
        # 323: the versions of its schemas; 325: those of the 323 that it answers (TR371).
        ("declaratie_xsd_versie", TEKST),
        ("declaratie_xsd_basis", TEKST),
    ],
    "toewijzing": [
        *REGEL,
        *VERWIJZING,
        ("geboortejaar", KLEIN),
        ("referentie_aanbieder", TEKST),
        ("toewijzingsdatum", DAG),
        ("toewijzingstijd", TEKST),
        ("ingangsdatum", DAG),
        ("einddatum", DAG),
        ("reden_wijziging", TEKST),
        *OMVANG,
    ],
    "start": [
        *REGEL,
        *VERWIJZING,
        ("toewijzing_ingangsdatum", DAG),
        ("begindatum", DAG),
        ("status_aanlevering", TEKST),
    ],
    "stop": [
        *REGEL,
        *VERWIJZING,
        ("toewijzing_ingangsdatum", DAG),
        ("begindatum", DAG),
        ("einddatum", DAG),
        ("reden_beeindiging", TEKST),
        ("status_aanlevering", TEKST),
    ],
    # 303 and 323. `bedrag` in cents, credit negative.
    "declaratie": [
        *REGEL,
        *VERWIJZING,
        ("declaratie_nummer", TEKST),
        ("referentie", TEKST),
        ("vorige_referentie", TEKST),
        ("begindatum", DAG),
        ("einddatum", DAG),
        ("volume", GETAL),
        ("eenheid", TEKST),
        ("tarief", GETAL),
        ("bedrag", GETAL),
        ("credit", pa.bool_()),
    ],
    # Lines of 304 and 325. `toegekend` only in 304, in cents, credit negative.
    "declaratieantwoord": [
        *REGEL,
        *VERWIJZING,
        ("declaratie_nummer", TEKST),
        ("referentie", TEKST),
        ("vorige_referentie", TEKST),
        ("bedrag", GETAL),
        ("toegekend", GETAL),
        ("retourcodes", TEKST),
        ("retourcodes_client", TEKST),
        # What the line repeats of the declared line (TR367); empty in rows of older folders.
        ("begindatum", DAG),
        ("einddatum", DAG),
        ("volume", GETAL),
        ("eenheid", TEKST),
        ("tarief", GETAL),
    ],
    # 315 and 317: `soort` is nieuw, wijzigen or ongewijzigd.
    "verzoek": [
        *REGEL,
        *VERWIJZING,
        ("soort", TEKST),
        ("referentie_aanbieder", TEKST),
        ("reden_verzoek", TEKST),
        ("verwijzer_type", TEKST),
        ("beschikking_ingangsdatum", DAG),
        ("ingangsdatum", DAG),
        ("einddatum", DAG),
        *OMVANG,
    ],
    # 319.
    "antwoord": [
        *REGEL,
        ("referentie_aanbieder", TEKST),
        ("verzoek_antwoord", TEKST),
        ("reden_afwijzing", TEKST),
        ("woonplaats_gemeente", TEKST),
    ],
    # Lines of 302, 306, 308, 316, 318, 320: the key of the line answered and its codes.
    "retour": [
        *REGEL,
        *VERWIJZING,
        ("soort", TEKST),
        ("referentie_aanbieder", TEKST),
        ("toewijzingsdatum", DAG),
        ("toewijzingstijd", TEKST),
        ("begindatum", DAG),
        ("einddatum", DAG),
        ("reden_beeindiging", TEKST),
        ("status_aanlevering", TEKST),
        ("retourcodes", TEKST),
        ("retourcodes_client", TEKST),
    ],
    # Every finding of the checks. `geweigerd`: this finding cost a line or the message its place.
    "bevinding": [
        ("batch", TEKST),
        ("levering", TEKST),
        ("bestand", TEKST),
        ("bericht", TEKST),
        ("afzender", TEKST),
        ("soort", TEKST),
        ("regel", GETAL),
        ("pad", TEKST),
        ("code", TEKST),
        ("tekst", TEKST),
        ("remedie", TEKST),
        ("geweigerd", pa.bool_()),
    ],
}

#: Tables that hold lines of messages.
REGELTABELLEN = (
    "toewijzing",
    "start",
    "stop",
    "declaratie",
    "declaratieantwoord",
    "verzoek",
    "antwoord",
    "retour",
)

SCHEMAS: dict[str, pa.Schema] = {naam: pa.schema(kolommen) for naam, kolommen in KOLOMMEN.items()}
