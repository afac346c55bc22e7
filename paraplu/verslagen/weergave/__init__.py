"""The two faces of a report: PDF/UA and one HTML file, of the same content."""

from __future__ import annotations

from .html import make_html
from .papier import make_pdf
from .waarmerk import Waarmerk

__all__ = ["Waarmerk", "make_html", "make_pdf"]
