"""Made-up declarations to measure with: test-range BSNs, no child in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from paraplu.berichten import elfproef

BSNS = [bsn for n in range(999900006, 999999991) if elfproef(bsn := str(n))]
BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
PRODUCTEN = [("45", "45A03"), ("45", "45A04"), ("48", "48B01"), ("48", "48B11"), ("54", "54A10")]

_KOP = """<?xml version="1.0" encoding="UTF-8"?>
<jw323:Bericht xmlns:ijw="{basis}" xmlns:jw323="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
  <jw323:Header>
    <jw323:BerichtCode>490</jw323:BerichtCode>
    <jw323:BerichtVersie>3</jw323:BerichtVersie>
    <jw323:BerichtSubversie>2</jw323:BerichtSubversie>
    <jw323:Afzender>65656055</jw323:Afzender>
    <jw323:Ontvanger>0200</jw323:Ontvanger>
    <jw323:BerichtIdentificatie>
      <ijw:Identificatie>765432198</ijw:Identificatie>
      <ijw:Dagtekening>2023-05-06</ijw:Dagtekening>
    </jw323:BerichtIdentificatie>
    <jw323:XsdVersie>
      <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
      <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
    </jw323:XsdVersie>
  </jw323:Header>
  <jw323:Declaratie>
    <jw323:DeclaratieNummer>DN001</jw323:DeclaratieNummer>
    <jw323:DeclaratiePeriode>
      <ijw:Begindatum>2023-04-01</ijw:Begindatum>
      <ijw:Einddatum>2023-04-30</ijw:Einddatum>
    </jw323:DeclaratiePeriode>
    <jw323:DeclaratieDagtekening>2023-05-06</jw323:DeclaratieDagtekening>
    <jw323:TotaalIngediendBedrag>
      <ijw:TotaalBedrag>79000</ijw:TotaalBedrag>
      <ijw:DebetCredit>D</ijw:DebetCredit>
    </jw323:TotaalIngediendBedrag>
    <jw323:Clienten>
"""
_VOET = """    </jw323:Clienten>
  </jw323:Declaratie>
</jw323:Bericht>
"""
_CLIENT = """      <jw323:Client>
        <jw323:Bsn>{bsn}</jw323:Bsn>
        <jw323:Prestaties>
{prestaties}        </jw323:Prestaties>
      </jw323:Client>
"""
_PRESTATIE = """          <jw323:Prestatie>
            <jw323:ProductReferentie>
              <ijw:ReferentieNummer>R{nummer}</ijw:ReferentieNummer>{vorig}
            </jw323:ProductReferentie>
            <jw323:ToewijzingNummer>{toewijzing}</jw323:ToewijzingNummer>
            <jw323:ProductCategorie>{categorie}</jw323:ProductCategorie>
            <jw323:ProductCode>{code}</jw323:ProductCode>
            <jw323:ProductPeriode>
              <ijw:Begindatum>{begin}</ijw:Begindatum>
              <ijw:Einddatum>{einde}</ijw:Einddatum>
            </jw323:ProductPeriode>
            <jw323:GeleverdVolume>{volume}</jw323:GeleverdVolume>
            <jw323:Eenheid>04</jw323:Eenheid>
            <jw323:ProductTarief>{tarief}</jw323:ProductTarief>
            <jw323:IngediendBedrag>
              <ijw:Bedrag>{bedrag}</ijw:Bedrag>
              <ijw:DebetCredit>{teken}</ijw:DebetCredit>
            </jw323:IngediendBedrag>
          </jw323:Prestatie>
"""


def schrijf_323(pad: Path, regels: int, *, keer: int = 1) -> Path:
    """Write a declaration of this many lines, `keer` times over; about 830 bytes a line."""
    clienten = "".join(_clienten(Random(1), regels)).replace("  ", "\t")
    with pad.open("w", encoding="utf-8", newline="\r\n") as bestand:
        bestand.write(_KOP.format(basis=BASIS))
        for _ in range(keer):
            bestand.write(clienten)
        bestand.write(_VOET)
    return pad


def _clienten(rng: Random, regels: int) -> Iterator[str]:
    nummer = 0
    while nummer < regels:
        aantal = min(rng.randint(1, 5), regels - nummer)
        prestaties = "".join(_prestatie(rng, nummer + i) for i in range(aantal))
        yield _CLIENT.format(bsn=rng.choice(BSNS), prestaties=prestaties)
        nummer += aantal


def _prestatie(rng: Random, nummer: int) -> str:
    categorie, code = rng.choice(PRODUCTEN)
    volume, tarief = rng.randint(1, 99), rng.randint(1000, 20000)
    credit = rng.random() < 0.02
    vorig = f"<ijw:VorigReferentieNummer>R{nummer - 1}</ijw:VorigReferentieNummer>"
    begin = date(2023, 1, 1) + timedelta(days=rng.randrange(100))
    return _PRESTATIE.format(
        nummer=nummer,
        vorig=vorig if credit else "",
        toewijzing=rng.randrange(1, 10**7),
        categorie=categorie,
        code=code,
        begin=begin,
        einde=begin + timedelta(days=rng.randrange(30)),
        volume=volume,
        tarief=tarief,
        bedrag=volume * tarief,
        teken="C" if credit else "D",
    )
