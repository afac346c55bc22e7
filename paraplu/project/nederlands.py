"""What argparse says itself, in Dutch: the headings of the help and the faults in a command."""

from __future__ import annotations

import argparse
from typing import Final

#: Our words for the words of argparse; what is not here stays as it is.
ZINNEN: Final = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat u geeft",
    "options": "opties",
    "show this help message and exit": "toon deze hulp en stop",
    "%(prog)s: error: %(message)s\n": "%(prog)s: dat kan niet: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r kan hier niet; kies uit %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r is hier geen goede waarde",
    "unrecognized arguments: %s": "dit kent Paraplu niet: %s",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "geef een van deze: %s",
    "expected one argument": "geef hier één waarde",
    "expected at most one argument": "geef hier hoogstens één waarde",
    "expected at least one argument": "geef hier minstens één waarde",
    "not allowed with argument %s": "dit kan niet samen met %s",
    "ignored explicit argument %r": "hier hoort geen waarde: %r",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan meer betekenen; kies uit %(matches)s"
    ),
}


def speak_dutch() -> None:
    """Let argparse speak Dutch in this process. It asks its module for each sentence."""
    argparse._ = _translate  # type: ignore[attr-defined]


def _translate(tekst: str) -> str:
    return ZINNEN.get(tekst, tekst)
