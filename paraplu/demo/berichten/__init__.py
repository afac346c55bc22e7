"""From what was sent in the world to messages of the standard, of the release of that day (P63)."""

from paraplu.demo.berichten.maken import Schrijver

__all__ = ["Schrijver"]
