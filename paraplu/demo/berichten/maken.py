"""Make the message of each piece: its release, its identity, and what it answers."""

from __future__ import annotations

from datetime import date
from functools import cache

from paraplu.afspraken.gebieden import gemeente
from paraplu.berichten import Bericht, schrijf
from paraplu.demo.berichten import declaratie, regie
from paraplu.demo.berichten.delen import XSD, Inhoud, begin_kop, codes
from paraplu.demo.wereld.begrippen import Toewijzing, Versie
from paraplu.demo.wereld.feiten import EERSTE_3_2
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.wereld import Wereld

ANTWOORDEN = frozenset({"302", "306", "308", "316", "320"})
VERWIJDERD = "13"
GOED, GEHEEL_AF = "0200", "0001"


@cache
def plaatsnaam(code: str) -> str:
    """The name of the gemeente, as place of residence."""
    gevonden = gemeente(code)
    return gevonden.naam if gevonden else "Onbekend"


class Schrijver:
    """Writes the post of one world."""

    def __init__(self, wereld: Wereld) -> None:
        self.w = wereld
        self._nummer = {id(stuk): nummer for nummer, stuk in enumerate(wereld.post)}
        self._heen = {
            id(stuk.declaratie): stuk for stuk in wereld.post if stuk.soort in {"303", "323"}
        }

    def identificatie(self, stuk: Stuk) -> str:
        """Twelve characters, unique for every sender, never nine digits in a row (TR056)."""
        hoog, laag = divmod(self._nummer[id(stuk)], 100_000)
        return f"T{hoog:05d}X{laag:05d}"

    def release(self, stuk: Stuk) -> str:
        """2.3 for what was sent before 2021, 3.2 after; an answer follows what it answers (P63)."""
        if stuk.soort in {"303", "304"}:
            return "2.3"
        eerst = stuk.antwoord_op or stuk
        return "2.3" if eerst.dag < EERSTE_3_2 else "3.2"

    def bestandsnaam(self, stuk: Stuk) -> str:
        """The name of its file."""
        return f"JW{stuk.soort}_{self.identificatie(stuk)}.xml"

    def schrijf(self, stuk: Stuk) -> bytes:
        """The bytes of the message."""
        release = self.release(stuk)
        return schrijf(Bericht(f"JW{stuk.soort}", release, self._inhoud(stuk, release)))

    def _inhoud(self, stuk: Stuk, release: str) -> Inhoud:
        if stuk.declaratie is not None:
            return self._geld(stuk)
        if stuk.soort in ANTWOORDEN:
            return self._retour(stuk, release)
        return {"Header": self._kop(stuk, release), **self._lichaam(stuk, release)}

    def _kop(self, stuk: Stuk, release: str) -> Inhoud:
        return begin_kop(
            stuk.soort,
            release,
            stuk.gemeente,
            stuk.aanbieder.agb,
            identificatie=self.identificatie(stuk),
            dagtekening=stuk.dag,
        )

    def _lichaam(self, stuk: Stuk, release: str) -> Inhoud:
        if stuk.soort == "301" and release == "2.3":
            return regie.toewijzing_2_3(stuk, plaatsnaam(stuk.gemeente))
        if stuk.soort == "301":
            return regie.toewijzing_3_2(stuk, plaatsnaam(stuk.gemeente), self.actueel(stuk))
        if stuk.soort == "305":
            return regie.start(stuk, release)
        if stuk.soort == "307":
            return regie.stop(stuk, release)
        if stuk.soort == "315":
            return regie.verzoek(stuk, release)
        return regie.antwoord(stuk)

    def actueel(self, stuk: Stuk) -> list[tuple[Toewijzing, Versie]]:
        """What a 301 of that day holds: the news, and what else lives then (OP087)."""
        assert stuk.kind is not None and stuk.versie is not None and stuk.toewijzing is not None
        uit = []
        for toewijzing in self.w.samen[stuk.kind.nummer, stuk.aanbieder.agb, stuk.gemeente]:
            if toewijzing is stuk.toewijzing:
                uit.append((toewijzing, stuk.versie))
                continue
            versie = _bekend_op(toewijzing, stuk.dag)
            leeft = versie and (versie.einde is None or versie.einde >= stuk.dag)
            if versie and leeft and versie.reden != VERWIJDERD:
                uit.append((toewijzing, versie))
        return uit

    def _geld(self, stuk: Stuk) -> Inhoud:
        gaat_over = stuk.declaratie
        assert gaat_over is not None
        if stuk.soort == "323":
            return declaratie.declaratie_323(gaat_over, self.identificatie(stuk))
        if stuk.soort == "303":
            return declaratie.declaratie_303(gaat_over)
        if stuk.soort == "304":
            return declaratie.antwoord_304(gaat_over, self.identificatie(stuk))
        heen = self._heen[id(gaat_over)]
        return declaratie.antwoord_325(
            gaat_over, self.identificatie(stuk), self.identificatie(heen)
        )

    def _retour(self, stuk: Stuk, release: str) -> Inhoud:
        """The header is that of the message answered, with the answer's own identity (IV028)."""
        heen = stuk.antwoord_op
        assert heen is not None
        kop = begin_kop(
            stuk.soort,
            release,
            heen.gemeente,
            heen.aanbieder.agb,
            identificatie=self.identificatie(heen),
            dagtekening=heen.dag,
        )
        kop["IdentificatieRetour"] = self.identificatie(stuk)
        kop["DagtekeningRetour"] = stuk.dag.isoformat()
        if release != "2.3":
            kop["XsdVersieRetour"] = XSD
        if stuk.code == GOED:
            return {"Header": kop}
        if stuk.code == GEHEEL_AF:
            kop["RetourCodes"] = codes(stuk.code)
            return {"Header": kop}
        kop["RetourCodes"] = codes("0200")
        return {"Header": kop, **_beoordeel(self._lichaam(heen, release), stuk.code)}


def _bekend_op(toewijzing: Toewijzing, dag: date) -> Versie | None:
    """The last version that had arrived before `dag`."""
    gekomen = [versie for versie in toewijzing.versies if versie.zendingen[-1].dag < dag]
    return gekomen[-1] if gekomen else None


def _beoordeel(lichaam: Inhoud, code: str) -> Inhoud:
    """The lines of a 305 or 307 with the code that refuses them."""
    inhoud = lichaam["Client"]
    for klasse, regel in (("StartProducten", "StartProduct"), ("StopProducten", "StopProduct")):
        for een in inhoud.get(klasse, {}).get(regel, ()):
            een["RetourCodes"] = codes(code)
    inhoud["RetourCodes"] = codes("0200")
    return {"Client": inhoud}
