"""The second wall: what the database itself lets a user see of cases, whatever the page asks.

Design and reasons: docs/decisions/0014-rijen-achter-een-wand.md.
"""

from typing import Final

#: The role that web and worker connect as. It owns nothing and cannot pass the wall.
ROL: Final = "paraplu_app"
#: What that role becomes for the work of the system, and for the few acts that must see more.
ROL_SYSTEEM: Final = "paraplu_systeem"
#: For which account a connection asks.
GEBRUIKER: Final = "paraplu.gebruiker"
