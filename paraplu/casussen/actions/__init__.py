"""The only writers of this room; one module per kind of act."""

from .casussen import end_casus, open_casus, register_gebeurtenis, set_aanbieder, withdraw_casus
from .documenten import drop_concept, fix_document, save_concept, send_document, withdraw_document
from .einde import (
    announce_einde,
    drop_einde,
    end_by_exception,
    end_maatregel,
    take_back_einde,
)
from .gezinnen import (
    add_persoon,
    agree_betrokkenheid,
    change_persoon,
    give_jeugdbeschermer,
    open_gezin,
    read_bsn,
    set_contactpersoon,
    set_regisseur,
    settle_dubbelmelding,
    start_maatregel,
)
from .inzage import break_glass, review_noodtoegang
from .overdracht import accept_overdracht, propose_overdracht, refuse_overdracht
from .stappen import close_stap, redo_stap, take_stap
from .termijnen import agree_dag, herbereken, herbereken_all, resume_stap, suspend_stap

__all__ = [
    "accept_overdracht",
    "add_persoon",
    "agree_betrokkenheid",
    "agree_dag",
    "announce_einde",
    "break_glass",
    "change_persoon",
    "close_stap",
    "drop_concept",
    "drop_einde",
    "end_by_exception",
    "end_casus",
    "end_maatregel",
    "fix_document",
    "give_jeugdbeschermer",
    "herbereken",
    "herbereken_all",
    "open_casus",
    "open_gezin",
    "propose_overdracht",
    "read_bsn",
    "redo_stap",
    "refuse_overdracht",
    "register_gebeurtenis",
    "resume_stap",
    "review_noodtoegang",
    "save_concept",
    "send_document",
    "set_aanbieder",
    "set_contactpersoon",
    "set_regisseur",
    "settle_dubbelmelding",
    "start_maatregel",
    "suspend_stap",
    "take_back_einde",
    "take_stap",
    "withdraw_casus",
    "withdraw_document",
]
