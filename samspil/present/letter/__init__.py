"""A letter that asks a municipality what is not known; nothing of it is stored or sent.

`compose` says what it says, `as_text`, `as_document` and the template `letter` how it looks.
"""

from samspil.present.letter.compose import COUNCIL, SENDERS, Letter, compose
from samspil.present.letter.document import as_document
from samspil.present.letter.text import as_text, mail_link

__all__ = ["COUNCIL", "SENDERS", "Letter", "as_document", "as_text", "compose", "mail_link"]
