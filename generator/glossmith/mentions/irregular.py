"""English nouns whose plural no rule makes."""

from __future__ import annotations

from collections.abc import Mapping

_PLURALS = """\
addendum addenda
alga algae
alias aliases
alumnus alumni
antenna antennas antennae
appendix appendices appendixes
atlas atlases
automaton automata automatons
axis axes
bacterium bacteria
bias biases
calf calves
canvas canvases
child children
codex codices
consortium consortia consortiums
continuum continua
corpus corpora corpuses
cortex cortices
criterion criteria
curriculum curricula curriculums
datum data
die dice
equilibrium equilibria equilibriums
erratum errata
foot feet
formula formulas formulae
gas gases
genus genera
goose geese
half halves
hero heroes
index indices indexes
knife knives
larva larvae
leaf leaves
lemma lemmas lemmata
lens lenses
life lives
locus loci
loaf loaves
man men
matrix matrices matrixes
maximum maxima maximums
medium media mediums
memorandum memoranda memorandums
millennium millennia millenniums
minimum minima minimums
modulus moduli
mouse mice
nebula nebulae
nucleus nuclei
optimum optima optimums
ox oxen
phenomenon phenomena
polyhedron polyhedra polyhedrons
potato potatoes
quantum quanta
quiz quizzes
radius radii radiuses
schema schemas schemata
scarf scarves
self selves
shelf shelves
simplex simplices simplexes
spectrum spectra spectrums
stimulus stimuli
stratum strata
supernova supernovae
syllabus syllabi syllabuses
symposium symposia symposiums
taxon taxa
thief thieves
thesaurus thesauri thesauruses
tomato tomatoes
tooth teeth
torus tori toruses
vertebra vertebrae
vertex vertices vertexes
veto vetoes
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

UNCHANGING = frozenset(
    ("aircraft", "corps", "data", "deer", "fish", "information", "offspring", "series", "sheep", "software", "species")
)
"""Nouns whose plural looks like the singular, or that have none."""

HARD_CH = frozenset(("czech", "epoch", "eunuch", "mach", "matriarch", "monarch", "patriarch", "stomach", "tech"))
"""Nouns whose last `ch` sounds like a k, so that they take a bare `s`."""
