"""Django's `migrate`, and then the wall: new tables never stand open until somebody thinks of it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate

from paraplu.web.wand.inrichten import RolOntbreekt, set_up


class Command(Migrate):
    help = "Werkt de tabellen bij en zet de wand om de inhoud."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if options.get("check_unapplied") or options.get("plan"):
            return
        try:
            set_up()
        except RolOntbreekt as fout:
            raise CommandError(str(fout)) from fout
