"""The progress bar of an intake, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from paraplu.inname.levering import Melder, Voortgang


@contextmanager
def progress_bar() -> Iterator[Melder]:
    """Shows each step of an intake as a bar; nothing where no one looks."""
    kolommen = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[berichten]} berichten"),
    )
    scherm = Console(stderr=True)
    balk = Progress(*kolommen, console=scherm, transient=True, disable=not scherm.is_terminal)
    taken: dict[str, TaskID] = {}

    def melder(voortgang: Voortgang) -> None:
        if voortgang.stap not in taken:
            balk.start()
            for klaar in taken.values():
                balk.update(klaar, visible=False)
            taken[voortgang.stap] = balk.add_task(
                voortgang.stap, total=voortgang.totaal, berichten=0
            )
        balk.update(
            taken[voortgang.stap], completed=voortgang.gedaan, berichten=voortgang.berichten
        )

    try:
        yield melder
    finally:
        if taken:
            balk.stop()
