"""Who was invited to read along, on which device that is used, and what was read."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Medewerker


class Uitnodiging(models.Model):
    """One person of the family may read and write about one case, on one device, until a day.

    No secret stands here: `link_hash` and `toestel_hash` are hashes of 256 bits of chance, the short
    codes are hashed with the key of this installation. `telefoon_kenmerk` says which number was in
    the file at the invitation: when that changed since, no code is sent to the new one.
    """

    class Factor(models.TextChoices):
        TELEFOON = "telefoon", _("Code per sms")
        PAPIER = "papier", _("Code op papier")

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="uitnodigingen")
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="uitnodigingen")
    #: Keys of the kinds of items that may be read, as words with spaces between them.
    soorten = models.CharField(max_length=400)
    factor = models.CharField(max_length=10, choices=Factor.choices)
    #: Language of the letter, and of the pages until the reader chooses another.
    taal = models.CharField(max_length=10, default="nl")
    link_hash = models.CharField(max_length=64, unique=True)
    papier_hash = models.CharField(max_length=64, blank=True)
    telefoon_kenmerk = models.CharField(max_length=64, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateField()
    #: The last day on which may be read.
    tot = models.DateField()
    #: The device on which the link was used; the link begins nothing anywhere else.
    toestel_hash = models.CharField(max_length=64, blank=True, db_index=True)
    gebonden_op = models.DateTimeField(null=True, blank=True)
    #: The code that was sent by text message, how long it is good, and wrong answers to it.
    sms_hash = models.CharField(max_length=64, blank=True)
    sms_tot = models.DateTimeField(null=True, blank=True)
    sms_missers = models.PositiveIntegerField(default=0)
    #: Wrong codes since the last right one; too many close the invitation for good.
    missers = models.PositiveIntegerField(default=0)
    geblokkeerd_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The invitation that this one takes the place of.
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangen_door"
    )

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("casus", "persoon")),)
        constraints = (
            models.CheckConstraint(
                name="uitnodiging_heeft_een_tweede_factor",
                condition=models.Q(factor="telefoon", papier_hash="")
                & ~models.Q(telefoon_kenmerk="")
                | models.Q(factor="papier", telefoon_kenmerk="") & ~models.Q(papier_hash=""),
            ),
            models.CheckConstraint(
                name="uitnodiging_is_van_een_toestel_of_van_geen",
                condition=models.Q(toestel_hash="", gebonden_op=None)
                | (~models.Q(toestel_hash="") & models.Q(gebonden_op__isnull=False)),
            ),
            models.UniqueConstraint(
                name="een_uitnodiging_per_persoon_en_casus",
                fields=("persoon", "casus"),
                condition=models.Q(ingetrokken_op=None),
            ),
        )

    def __str__(self) -> str:
        return self.nummer

    @property
    def nummer(self) -> str:
        """How the invitation is called in the trace and on paper; it says nothing of whom."""
        return f"U{self.pk}"

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The kinds of items that may be read."""
        return tuple(self.soorten.split())

    def is_geldig(self, *, on: date) -> bool:
        """Whether it may be used on this day, by whoever has the proofs."""
        return self.ingetrokken_op is None and self.geblokkeerd_op is None and on <= self.tot

    def stand(self, *, on: date) -> str:
        """One word for the professional: how far it is."""
        if self.ingetrokken_op:
            return "ingetrokken"
        if self.geblokkeerd_op:
            return "geblokkeerd"
        if on > self.tot:
            return "verlopen"
        return "in gebruik" if self.gebonden_op else "nog niet gebruikt"


class Sessie(models.Model):
    """Somebody gave both proofs and reads now; short, and never more than one per invitation."""

    uitnodiging = models.ForeignKey(Uitnodiging, on_delete=models.CASCADE, related_name="sessies")
    sleutel_hash = models.CharField(max_length=64, unique=True)
    taal = models.CharField(max_length=10)
    begonnen = models.DateTimeField()
    laatst = models.DateTimeField()
    beeindigd = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_sessie_tegelijk",
                fields=("uitnodiging",),
                condition=models.Q(beeindigd=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.uitnodiging_id} {self.begonnen:%Y-%m-%d %H:%M}"


class NieuweLinkVraag(models.Model):
    """Somebody with a link that does not work here asks for a new one; the professional sees it."""

    uitnodiging = models.ForeignKey(Uitnodiging, on_delete=models.CASCADE, related_name="vragen")
    op = models.DateTimeField()
    afgehandeld_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_open_vraag_per_uitnodiging",
                fields=("uitnodiging",),
                condition=models.Q(afgehandeld_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.uitnodiging_id} {self.op:%Y-%m-%d}"


class Leesmoment(models.Model):
    """An item was opened by who was invited: received, for rules such as R67."""

    uitnodiging = models.ForeignKey(
        Uitnodiging, on_delete=models.PROTECT, related_name="leesmomenten"
    )
    stuk_soort = models.CharField(max_length=40)
    stuk_sleutel = models.CharField(max_length=60)
    stuk_titel = models.CharField(max_length=200)
    moment = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("uitnodiging", "stuk_soort", "stuk_sleutel")),)

    def __str__(self) -> str:
        return f"{self.uitnodiging_id} {self.stuk_soort} {self.moment:%Y-%m-%d %H:%M}"
