"""English nouns whose plural no rule makes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLURALS = """\
abacus abaci abacuses
addendum addenda
alga algae
alias aliases
alumnus alumni
antenna antennas antennae
antihero antiheroes
apex apices apexes
appendix appendices appendixes
atlas atlases
automaton automata automatons
axis axes
bacillus bacilli
bacterium bacteria
bias biases
bookshelf bookshelves
caiman caimans
calculus calculi calculuses
calf calves
canvas canvases
cargo cargoes cargos
child children
cilium cilia
codex codices
compendium compendia compendiums
consortium consortia consortiums
continuum continua
corpus corpora corpuses
cortex cortices
criterion criteria
crux cruxes cruces
curriculum curricula curriculums
datum data
desideratum desiderata
die dice
directrix directrices
doberman dobermans
dodecahedron dodecahedra dodecahedrons
echo echoes
embargo embargoes
equilibrium equilibria equilibriums
erratum errata
focus foci focuses
foot feet
formula formulas formulae
fungus fungi funguses
ganglion ganglia ganglions
gas gases
genus genera
goose geese
grandchild grandchildren
half halves
helix helices helixes
hero heroes
housewife housewives
icosahedron icosahedra icosahedrons
index indices indexes
knife knives
lacuna lacunae lacunas
larva larvae
leaf leaves
lemma lemmas lemmata
lens lenses
lexicon lexicons lexica
life lives
loaf loaves
locus loci
louse lice
man men
matrix matrices matrixes
maximum maxima maximums
medium media mediums
memorandum memoranda memorandums
midwife midwives
millennium millennia millenniums
minimum minima minimums
modulus moduli
mosquito mosquitoes mosquitos
motto mottoes mottos
mouse mice
nebula nebulae
nova novae novas
nucleus nuclei
octahedron octahedra octahedrons
optimum optima optimums
ottoman ottomans
ovum ova
ox oxen
passerby passersby
persona personas personae
phenomenon phenomena
phylum phyla
plateau plateaus plateaux
polyhedron polyhedra polyhedrons
potato potatoes
quantum quanta
quiz quizzes
radius radii radiuses
radix radices radixes
referendum referendums referenda
rhombus rhombuses rhombi
scarf scarves
schema schemas schemata
self selves
shaman shamans
sheaf sheaves
shelf shelves
simplex simplices simplexes
spectrum spectra spectrums
standby standbys
stigma stigmas stigmata
stimulus stimuli
stratum strata
stylus styluses styli
submatrix submatrices submatrixes
substratum substrata
superhuman superhumans
supernova supernovae
syllabus syllabi syllabuses
symposium symposia symposiums
tableau tableaus tableaux
talisman talismans
taxon taxa
terminus termini terminuses
tetrahedron tetrahedra tetrahedrons
thesaurus thesauri thesauruses
thief thieves
tomato tomatoes
tooth teeth
topaz topazes
tornado tornadoes tornados
torpedo torpedoes
torus tori toruses
vertebra vertebrae
vertex vertices vertexes
veto vetoes
volcano volcanoes volcanos
vortex vortices
wife wives
wolf wolves
woman women
yes yesses
zero zeros zeroes
"""

PLURALS: Mapping[str, tuple[str, ...]] = {
    singular: tuple(plurals) for singular, *plurals in map(str.split, _PLURALS.splitlines())
}

HEAD_FIRST = re.compile(
    r"\b(?:(?:attorney|auditor|consul|director|governor|inspector|secretary|solicitor|surgeon)(?=[ -]general$)"
    r"|court(?=[ -]martial$)|heir(?=[ -]apparent$)|notary(?= public$)|poet(?= laureate$)"
    r"|(?:hanger|looker|passer|runner)(?=-(?:by|on|up)$))",
    re.IGNORECASE,
)
"""Nouns that take the plural although an adjective or adverb ends the name: attorneys general, runners-up."""

UNCHANGING = frozenset(
    ("aircraft", "corps", "data", "deer", "fish", "information", "offspring", "series", "sheep", "software", "species")
)
"""Nouns whose plural looks like the singular, or that have none."""

HARD_CH = frozenset(
    ("biotech", "czech", "diptych", "epoch", "eunuch", "fintech", "hierarch", "loch", "mach", "matriarch", "monarch",
     "oligarch", "patriarch", "stomach", "tech", "triptych")
)  # fmt: skip
"""Nouns whose last `ch` sounds like a k, so that they take a bare `s`."""

IN_IE = frozenset(
    ("calorie", "cookie", "genie", "hippie", "hoodie", "indie", "junkie", "movie", "newbie", "pixie", "prairie",
     "rookie", "selfie", "smoothie", "sortie", "talkie", "techie", "zombie")
)  # fmt: skip
"""Nouns in `ie`, whose plural looks like that of a noun in `y`."""

IN_CHE = frozenset(("ache", "avalanche", "cache", "cliche", "douche", "headache", "niche", "psyche"))
"""Nouns in `che`, whose plural looks like that of a noun in `ch`."""
