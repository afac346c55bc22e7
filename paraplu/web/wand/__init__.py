"""The second wall: what the database itself lets a user see of cases, whatever the page asks.

Design and reasons: docs/decisions/0014-rijen-achter-een-wand.md.
"""

from typing import Final

#: The role that web and worker connect as. It owns nothing and cannot pass the wall.
ROL: Final = "paraplu_app"
#: What a connection says of itself: for which account it asks, or for which work of the system.
GEBRUIKER: Final = "paraplu.gebruiker"
SYSTEEM: Final = "paraplu.systeem"
