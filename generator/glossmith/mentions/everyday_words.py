"""Names that link only where their entry says `linking: {auto: true}`, unless the site lists others."""

from __future__ import annotations

_WORDS = """\
a action all an and any are area as at back base be by call can case change class code common condition content context
control copy course current data date day default design development do document domain down effect end entry error
event example fact false family feature field file for form format frame from function general go goal good group have
help high if in information input is issue it item job key kind language less letter level life light like line link
list local long look low machine make man map may mean measure member method mode model more most move must name need
new next no none normal not note number object of off old on open operation option or order other out output over own
page part pass path people performance period person place plan point position post power present problem process
product production program project property public question range rate read record reference region relation release
report request research resource response rest result return review right role row rule run sample scale scope score
search section see sense sentence service set shape share side sign simple single site size small so sound source
space speed stage standard start state statement step stop story structure study style subject support symbol system
table take target task team term test text thing this time to top topic total trade true type unit up use user value
variable version view volume way weight will with word work world write year yes zero
"""

COMMON_WORDS: tuple[str, ...] = tuple(_WORDS.split())
"""Words that stand in nearly every text, and there mostly in another sense than that of an entry."""
