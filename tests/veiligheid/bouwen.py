"""Builds a plan that is complete, so that a test says only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from paraplu.casussen.models import Casus
from paraplu.veiligheid import actions
from paraplu.veiligheid.inhoud import AfspraakInhoud, Planinhoud, VoorwaardeInhoud
from paraplu.veiligheid.models import Planversie

DAG = date(2026, 3, 2)

AFSPRAAK = AfspraakInhoud(
    tekst="Oma komt bij ruzie meteen naar het huis.",
    wie="Oma",
    voor_wie="gezin",
    vanaf=DAG,
    voor_kind="Is er ruzie? Dan bel je oma. Oma komt.",
)
VOORWAARDE = VoorwaardeInhoud(
    wat="De kinderen zijn niet alleen bij een ruzie.",
    gesteld_door="Veilig Thuis",
    geregeld_op=date(2026, 3, 9),
    afspraken=(AFSPRAAK,),
)
INHOUD = Planinhoud(
    waarom="De ruzies tussen de ouders lopen uit de hand.",
    makers_gezin="Vader en moeder",
    makers_netwerk="Oma",
    makers_hulp="Het lokale team",
    gezin_besloot="Oma is de eerste die wordt gebeld.",
    voorwaarden=(VOORWAARDE,),
    als_het_lukt="Wij kijken terug en maken samen een nieuw plan.",
    als_het_niet_lukt="Het lokale team komt dezelfde dag.",
    als_ouders_niet_kunnen="De kinderen slapen bij oma en Veilig Thuis beslist mee.",
    toezicht_door="Buurvrouw Ans",
    steun_voor_ouders="Het lokale team",
    evaluatie_op=date(2026, 4, 13),
    evaluatie_met="Vader, moeder, oma en het lokale team",
    kind_uitleg="Papa en mama willen dat het thuis rustig en veilig is.",
    kind_bij_wie="Oma of juf Els",
)


def inhoud(**velden) -> Planinhoud:
    """The complete plan, with these words instead."""
    return replace(INHOUD, **velden)


def versie(casus: Casus, *, on: date = DAG, **velden) -> Planversie:
    """The next version of the plan of this family, by who holds the case."""
    plan = actions.begin_plan(gezin=casus.gezin, by=casus.houder, on=on)
    vorige = plan.versies.count()
    return actions.save_versie(
        plan=plan, inhoud=inhoud(**velden), by=casus.houder, on=on, vorige=vorige
    )
