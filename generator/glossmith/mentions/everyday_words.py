"""Everyday words: a name that is one is held back, unless its entry says `linking: {auto: true}`."""

from __future__ import annotations

_WORDS = """\
a action all an anchor and any are area as at attribute back base be by call can case change class code collection
common condition constant content control copy course current data date day default design development do document
double down effect element end environment example fact false family field file filter for form format frame from
general go goal good group handle have help high i if in information input instance is issue it item job join key kind
language less letter level life light like line link list local long look low machine make man may mean member method
mode model more most move must name need new next no none normal not note now number of off old on open operation
option or order other out output over own page part pass people performance period person place plan point position
post power present problem process product program project property public question range rate read record report
research rest result return right role rule run search section see select sense service set shape share side sign
simple single site size small so sound source space stage standard start state step stop story structure study style
subject support system take target task team term test text thing this time to top topic total true type unit up us use
user value version view way we will with word work world write year yes zero
"""

COMMON_WORDS: tuple[str, ...] = tuple(_WORDS.split())
"""Words that stand in nearly every text, and there mostly in another sense than that of an entry."""
