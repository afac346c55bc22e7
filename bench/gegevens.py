"""Made-up declarations to measure with, that keep every rule; test-range BSNs, no child in them exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

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
      <ijw:Identificatie>{nummer}</ijw:Identificatie>
      <ijw:Dagtekening>2023-05-06</ijw:Dagtekening>
    </jw323:BerichtIdentificatie>
    <jw323:XsdVersie>
      <ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
      <ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
    </jw323:XsdVersie>
  </jw323:Header>
  <jw323:Declaratie>
    <jw323:DeclaratieNummer>DN{nummer}</jw323:DeclaratieNummer>
    <jw323:DeclaratiePeriode>
      <ijw:Begindatum>2023-04-01</ijw:Begindatum>
      <ijw:Einddatum>2023-04-30</ijw:Einddatum>
    </jw323:DeclaratiePeriode>
    <jw323:DeclaratieDagtekening>2023-05-06</jw323:DeclaratieDagtekening>
    <jw323:TotaalIngediendBedrag>
      <ijw:TotaalBedrag>{totaal}</ijw:TotaalBedrag>
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


def schrijf_323(pad: Path, regels: int, nummer: int = 765432198) -> Path:
    """Write a declaration of this many lines, about 850 bytes each; with another number it is another.

    A child stands in it once, as the standard wants. There are some 9,000 BSNs to test with, so that
    a large declaration has many lines per child.
    """
    totaal = sum(regel.bedrag for regel in _regels(regels))
    with pad.open("w", encoding="utf-8", newline="\r\n") as bestand:
        bestand.write(_KOP.format(basis=BASIS, totaal=totaal, nummer=nummer).replace("  ", "\t"))
        per_client = max(3, -(-regels // len(BSNS)))
        alle = _regels(regels)
        for bsn in BSNS[: -(-regels // per_client)]:
            prestaties = "".join(regel.schrijf() for regel in islice(alle, per_client))
            client = _CLIENT.format(bsn=bsn, prestaties=prestaties)
            bestand.write(client.replace("  ", "\t"))
        bestand.write(_VOET.replace("  ", "\t"))
    return pad


class Regel(NamedTuple):
    """One line: its number in the file, and what differs from line to line."""

    nummer: int
    product: tuple[str, str]
    volume: int
    tarief: int
    credit: bool
    begin: date
    dagen: int

    @property
    def bedrag(self) -> int:
        """The amount with its sign, in eurocents."""
        return self.volume * self.tarief * (-1 if self.credit else 1)

    def schrijf(self) -> str:
        """The line as XML."""
        vorig = f"<ijw:VorigReferentieNummer>Q{self.nummer}</ijw:VorigReferentieNummer>"
        return _PRESTATIE.format(
            nummer=self.nummer,
            vorig=vorig if self.credit else "",
            toewijzing=self.nummer + 1,
            categorie=self.product[0],
            code=self.product[1],
            begin=self.begin,
            einde=self.begin + timedelta(days=self.dagen),
            volume=self.volume,
            tarief=self.tarief,
            bedrag=abs(self.bedrag),
            teken="C" if self.credit else "D",
        )


def _regels(aantal: int) -> Iterator[Regel]:
    """The same lines each time; a period lies in one of the first months of 2023.

    Amounts are small enough for the total of three million lines (RS040).
    """
    rng = Random(1)
    for nummer in range(aantal):
        eerste = rng.randint(1, 20)
        yield Regel(
            nummer=nummer,
            product=rng.choice(PRODUCTEN),
            volume=rng.randint(1, 99),
            tarief=rng.randint(1000, 9000),
            credit=rng.random() < 0.02,
            begin=date(2023, rng.randint(1, 4), eerste),
            dagen=rng.randint(0, 8),
        )
