"""The pack of one party for one meeting: agenda, where it stands, deviations, actions and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.inzage.uitvoer import Kolom, Uitvoerblad
from paraplu.inzage.uitvoer.blad import DAG
from paraplu.monitor.verbergen import Kijk
from paraplu.resultaten.stand import Stand
from paraplu.verslagen.inhoud import Blok, Hoofdstuk, Inhoud, Tekst
from paraplu.web.models import Gebruiker
from paraplu.web.webadres import full_adres

from .. import queries
from ..models import Afwijking, Overleg
from ..standen import Vraag, afspraken_of, is_open, read_standen, write_cijfer, write_norm
from ..waarden import read_waarden
from .delen import (
    hoofdstuk_afwijking,
    hoofdstuk_stand,
    hoofdstuk_waarden,
    tabel_acties,
    tabel_standen,
)


class Pak:
    """What one party takes to one meeting, through the eyes of the user who takes it."""

    def __init__(
        self, overleg: Overleg, partij: Gebied, *, gebruiker: Gebruiker, kijk: Kijk, op: date
    ) -> None:
        self.overleg, self.partij, self.op = overleg, partij, op
        vraag = Vraag(overleg.jaar, overleg.bekend_op, kijk, breed=True)
        gebieden = [partij] if partij == GELDERLAND else [partij, GELDERLAND]
        self.standen = read_standen(
            afspraken_of(overleg.soort) or afspraken_of("gelders"), gebieden, vraag
        )
        self.waarden = read_waarden(gebieden, vraag)
        self.afwijkingen = _afwijkingen(gebruiker, partij.sleutel)
        alle = queries.running(queries.acties_for(gebruiker))
        self.acties = list(
            alle.filter(partij=partij.sleutel) if partij.sleutel else alle.filter(sleutel=None)
        )

    @property
    def eigen(self) -> list[Stand]:
        """Where the party itself stands."""
        return [stand for stand in self.standen if stand.partij.sleutel == self.partij.sleutel]

    def als_inhoud(self) -> Inhoud:
        """The pack to read, for PDF and HTML."""
        return Inhoud(
            titel=_("Stukken voor %(partij)s") % {"partij": self.partij.naam},
            onderwerp=str(self.overleg),
            kern=self._kern(),
            datum=self.op,
            kenmerken=(
                (_("Overleg"), str(self.overleg)),
                (_("Partij"), self.partij.naam),
                (_("Cijfers over"), str(self.overleg.jaar)),
                (_("Zoals bekend op"), f"{self.overleg.bekend_op:%d-%m-%Y}"),
            ),
            hoofdstukken=tuple(self._hoofdstukken()),
        )

    def _kern(self) -> str:
        open_ = sum(is_open(stand) for stand in self.eigen)
        return _("%(open)s van de %(alle)s afspraken zijn niet gehaald of nog niet bekend.") % {
            "open": open_,
            "alle": len(self.eigen),
        }

    def _hoofdstukken(self) -> list[Hoofdstuk]:
        punten = self.overleg.agendapunten.filter(vervallen=False)
        delen = [
            Hoofdstuk("agenda", _("Agenda"), tuple(_punten(punten))),
            Hoofdstuk(
                "standen",
                _("Hoe het ervoor staat"),
                (tabel_standen(self.standen, _("Stand per afspraak")),),
            ),
            *(
                hoofdstuk_stand(stand, sleutel=f"stand-{nummer}")
                for nummer, stand in enumerate(self.eigen)
            ),
            hoofdstuk_waarden(self.waarden),
            Hoofdstuk("afwijkingen", _("Afwijkingen"), _of_geen(self.afwijkingen)),
            *(
                hoofdstuk_afwijking(afwijking, sleutel=afwijking.nummer)
                for afwijking in self.afwijkingen
            ),
            Hoofdstuk("acties", _("Acties"), (tabel_acties(self.acties, _("Lopende acties")),)),
        ]
        notities = [Tekst(f"{n.afspraak}: {n.tekst}") for n in self.overleg.notities.all()]
        if notities:
            delen.append(Hoofdstuk("notities", _("Notities"), tuple(notities)))
        return delen

    def als_bladen(self) -> list[Uitvoerblad]:
        """The pack to compute with, for a spreadsheet; figures as numbers, hidden ones as a word."""
        standen = Uitvoerblad(
            _("Stand"),
            (
                Kolom("afspraak", _("Afspraak")),
                Kolom("naam", _("Naam")),
                Kolom("partij", _("Wie")),
                Kolom("jaar", _("Jaar"), "geheel"),
                Kolom("cijfer", _("Cijfer"), "getal"),
                Kolom("norm", _("Norm"), "getal"),
                Kolom("eenheid", _("Eenheid")),
                Kolom("stand", _("Stand")),
                Kolom("uitleg", _("Waarom")),
                Kolom("bewijs", _("Bewijs")),
            ),
            tuple(
                (s.afspraak.code, s.afspraak.naam, s.partij.naam, s.jaar, s.cijfer, s.grens,
                 s.eenheid, str(s.status), s.uitleg, full_adres(s.bewijs) if s.bewijs else "")
                for s in self.standen
            ),
        )  # fmt: skip
        return [standen, self._blad_waarden(), self._blad_acties(), self._blad_afwijkingen()]

    def _blad_waarden(self) -> Uitvoerblad:
        return Uitvoerblad(
            _("Waarden"),
            (
                Kolom("waarde", _("Waarde")),
                Kolom("naam", _("Naam")),
                Kolom("wat", _("Wat")),
                Kolom("partij", _("Wie")),
                Kolom("jaar", _("Jaar"), "geheel"),
                Kolom("cijfer", _("Cijfer"), "getal"),
                Kolom("eenheid", _("Eenheid")),
                Kolom("extra", _("Gevraagd door de regio")),
                Kolom("bewijs", _("Bewijs")),
            ),
            tuple(
                (r.code, r.naam, r.maat, r.partij.naam, r.jaar, r.waarde, r.eenheid,
                 _("ja") if r.is_extra else "", r.bewijs)
                for r in self.waarden
            ),
        )  # fmt: skip

    def _blad_acties(self) -> Uitvoerblad:
        kolommen = ("nummer", "wat", "wie", "klaar_op", "stand")
        return Uitvoerblad(
            _("Acties"),
            tuple(Kolom(naam, naam, DAG if naam == "klaar_op" else "tekst") for naam in kolommen),
            tuple((a.nummer, a.onderwerp, a.eigenaar, a.datum, a.stand) for a in self.acties),
        )

    def _blad_afwijkingen(self) -> Uitvoerblad:
        kolommen = ("nummer", "afspraak", "jaar", "partij", "getroffen", "cijfer", "norm")
        return Uitvoerblad(
            _("Afwijkingen"),
            tuple(Kolom(naam, naam) for naam in kolommen),
            tuple(
                (a.nummer, a.afspraak, str(a.jaar), a.partij_naam, a.getroffen_naam, a.cijfer, a.norm)
                for a in self.afwijkingen
            ),
        )  # fmt: skip

    def als_bewijs(self) -> list[tuple[str, str]]:
        """What stands in the spreadsheet about where the figures come from."""
        return [
            (_("Overleg"), str(self.overleg)),
            (_("Zoals bekend op"), self.overleg.bekend_op.isoformat()),
            *(
                (
                    f"{s.afspraak.code}, {s.partij.naam}",
                    f"{write_cijfer(s, s.cijfer)} ({write_norm(s)}). {s.afspraak.meting} {s.bewijs}",
                )
                for s in self.standen
            ),
        ]


def _punten(punten: Sequence) -> list[Blok]:
    blokken: list[Blok] = []
    for nummer, punt in enumerate(punten, start=1):
        blokken.append(Tekst(f"{nummer}. {punt.titel}", nadruk=True))
        blokken.extend(Tekst(regel) for regel in punt.tekst.splitlines() if regel)
    return blokken or [Tekst(_("De agenda is nog leeg."))]


def _of_geen(rijen: Sequence) -> tuple[Blok, ...]:
    if rijen:
        return (Tekst(_("Partijen zijn op elkaar aangewezen: wie afwijkt, hindert een ander.")),)
    return (Tekst(_("Er zijn geen afwijkingen van of met gevolgen voor deze partij.")),)


def _afwijkingen(gebruiker: Gebruiker, partij: str) -> list[Afwijking]:
    alle = queries.afwijkingen_for(gebruiker)
    if not partij:
        return list(alle)
    return list(alle.filter(Q(partij=partij) | Q(getroffen=partij)))
