"""The two faces of a report: PDF/UA and one HTML file, of the same content."""

from __future__ import annotations

from .exemplaar import Exemplaar
from .html import make_html
from .papier import make_pdf

__all__ = ["Exemplaar", "make_html", "make_pdf"]
