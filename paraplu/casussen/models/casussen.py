"""A case on a route: its steps, who holds it, and who takes part in it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse

from paraplu.afspraken.routes import Route, Stap, route
from paraplu.netwerk.models import Medewerker, Organisatie, Team

from .gezinnen import Gezin, Maatregel, Persoon


class Casus(models.Model):
    """One question for one child of a family, or for the family as a whole, on one version of a route.

    `houder` can never be empty: "nobody holds it" cannot be stored. `afloop` is the ending of the
    route that was reached, empty while the case runs.
    """

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="casussen")
    #: None when the case is about all children, as at the Jeugdbeschermingstafel.
    kind = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="casussen"
    )
    maatregel = models.ForeignKey(
        Maatregel, null=True, blank=True, on_delete=models.PROTECT, related_name="casussen"
    )
    route_sleutel = models.CharField(max_length=40)
    route_versie = models.DateField()
    #: Options of the region that were in force at the opening, as words with spaces between them.
    route_opties = models.CharField(max_length=100, blank=True)
    houder = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="casussen")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="casussen"
    )
    #: None without a GI in the case; then the holder's own organisation stands where it would.
    gi = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="casussen_gi"
    )
    lokaal_team = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    #: The provider that was asked now; the first one that refused stays co-owner (R111).
    aanbieder = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    mede_eigenaar = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    regio = models.CharField(max_length=8, db_index=True)
    spoed = models.BooleanField(default=False)
    #: A closed case is for the people named in it: no team, no deputy, no break-glass (R132).
    besloten = models.BooleanField(default=False)
    geopend_op = models.DateField()
    afgesloten_op = models.DateField(null=True, blank=True)
    afloop = models.CharField(max_length=40, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="casus_is_open_of_heeft_een_afloop",
                condition=models.Q(afgesloten_op=None, afloop="")
                | (models.Q(afgesloten_op__isnull=False) & ~models.Q(afloop="")),
            ),
        )

    def __str__(self) -> str:
        return self.nummer

    def get_absolute_url(self) -> str:
        """The page of this case."""
        return reverse("casus", args=[self.pk])

    @property
    def nummer(self) -> str:
        """How the case is called in lists, addresses, mails and the trace."""
        return f"C{self.pk}"

    @property
    def spoor_gezin(self) -> str:
        """Under which family a look at this case is traced; a closed one only under its own number."""
        return "" if self.besloten else self.gezin.nummer

    @property
    def route(self) -> Route:
        """The version of the route on which this case runs, with the options of its region."""
        gevonden = route(self.route_sleutel, self.route_versie)
        return gevonden.met_opties(self.route_opties.split())

    @property
    def is_open(self) -> bool:
        """Whether the route has not ended yet."""
        return self.afgesloten_op is None


class CasusStap(models.Model):
    """A step of a case, open until `afgerond_op`. A closed one is never edited.

    `anker` is the day of the event from which the term runs; None while that has not happened.
    `uiterste_datum` follows from term, anchor, suspensions and calendar; it stands here to be
    searched on, and `herbereken` gives it anew.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="stappen")
    sleutel = models.CharField(max_length=40)
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="stappen")
    behandelaar = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="stappen"
    )
    geopend_op = models.DateField()
    anker = models.DateField(null=True, blank=True)
    termijn = models.CharField(max_length=30, blank=True)
    kalender = models.CharField(max_length=20, blank=True)
    #: Which days the calendar had when `uiterste_datum` was computed.
    kalender_versie = models.CharField(max_length=8, blank=True)
    uiterste_datum = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=40, blank=True)
    toelichting = models.TextField(blank=True)
    afgerond_op = models.DateField(null=True, blank=True)
    afgerond_door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The closed step that this one does again, with the reason in its Gebeurtenis.
    herstelt = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="hersteld_door"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_stap_staat_een_keer_open",
                fields=("casus", "sleutel"),
                condition=models.Q(afgerond_op=None),
            ),
            models.CheckConstraint(
                name="stap_is_open_of_heeft_een_uitkomst",
                condition=models.Q(afgerond_op=None, uitkomst="")
                | (models.Q(afgerond_op__isnull=False) & ~models.Q(uitkomst="")),
            ),
        )
        indexes = (
            models.Index(
                name="open_stappen_op_datum",
                fields=("organisatie", "rol", "uiterste_datum"),
                condition=models.Q(afgerond_op=None),
            ),
            models.Index(
                name="open_stappen_van_persoon",
                fields=("behandelaar", "uiterste_datum"),
                condition=models.Q(afgerond_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.sleutel}"

    def get_absolute_url(self) -> str:
        """The page on which this step is done."""
        return reverse("stap", args=[self.pk])

    @property
    def afspraak(self) -> Stap:
        """What the route says of this step."""
        return self.casus.route.stappen[self.sleutel]

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.afgerond_op is None

    @property
    def uitkomst_naam(self) -> str:
        """The outcome as people read it; "" while the step is open."""
        if self.uitkomst == "vervallen":
            return "Vervallen"
        return self.casus.route.uitkomst(self.sleutel, self.uitkomst).naam if self.uitkomst else ""

    def is_te_laat(self, *, op: date) -> bool:
        """Whether the last day has passed while it is open; computed, never stored."""
        return self.is_open and self.uiterste_datum is not None and self.uiterste_datum < op


class StapRol(models.Model):
    """Who may set a step: an organisation in a role. The one that has to, and those that may too."""

    stap = models.ForeignKey(CasusStap, on_delete=models.CASCADE, related_name="rollen")
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="een_rol_per_stap", fields=("stap", "rol", "organisatie")),
        )
        indexes = (models.Index(fields=("organisatie", "rol", "stap")),)

    def __str__(self) -> str:
        return f"{self.stap_id} {self.rol}"


class Deelname(models.Model):
    """Who takes part in a case: an organisation in a role, or one person of it, in a period.

    Access follows from these rows and from nothing else: it opens with a task and closes after it.
    """

    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="deelnames")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="deelnames")
    rol = models.CharField(max_length=30)
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="deelnames"
    )
    #: "houder", "betrokken", or "stap:" and the key of the step it came with.
    reden = models.CharField(max_length=50)
    #: For this person only: who stands in for them does not come along (a closed case).
    persoonlijk = models.BooleanField(default=False)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("organisatie", "rol", "tot")),
            models.Index(fields=("medewerker", "tot")),
            models.Index(fields=("casus", "tot")),
            # Without it every person of a big organisation walks through the rows of all others.
            models.Index(
                name="deelname_van_groep",
                fields=("organisatie", "rol", "team"),
                include=("casus", "vanaf", "tot"),
                condition=models.Q(medewerker=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.rol} {self.reden}"


class Overdracht(models.Model):
    """Another holder is proposed; until that one accepts, the present one stays the holder."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overdrachten")
    van = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="overdrachten")
    voorgesteld_op = models.DateField()
    reden = models.TextField()
    beslist_op = models.DateField(null=True, blank=True)
    aanvaard = models.BooleanField(null=True)
    antwoord = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="een_overdracht_tegelijk",
                fields=("casus",),
                condition=models.Q(beslist_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.voorgesteld_op:%Y-%m-%d}"
