"""The iJW standard as data: releases, kinds of message, elements, types and code lists."""

from paraplu.berichten.standaard.laden import codelijst, herken, release, releases
from paraplu.berichten.standaard.soorten import Berichtsoort, Datatype, Element, Release

__all__ = [
    "Berichtsoort",
    "Datatype",
    "Element",
    "Release",
    "codelijst",
    "herken",
    "release",
    "releases",
]
