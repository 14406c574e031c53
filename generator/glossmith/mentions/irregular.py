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
amoeba amoebae amoebas
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
bronchus bronchi
bureau bureaus bureaux
bursa bursae
cactus cacti cactuses
caiman caimans
calculus calculi calculuses
calf calves
calyx calyces
canvas canvases
cargo cargoes cargos
cervix cervices cervixes
child children
château châteaux châteaus
cilium cilia
coccus cocci
codex codices
compendium compendia compendiums
concerto concertos concerti
consortium consortia consortiums
continuum continua
corpus corpora corpuses
corrigendum corrigenda
cortex cortices
criterion criteria
crux cruxes cruces
curriculum curricula curriculums
datum data
desideratum desiderata
dictum dicta
die dice
directrix directrices
doberman dobermans
dodecahedron dodecahedra dodecahedrons
echo echoes
embargo embargoes
embolus emboli
emphasis emphases
endothelium endothelia
epithelium epithelia
equilibrium equilibria equilibriums
erratum errata
flagellum flagella
focus foci focuses
foot feet
formula formulas formulae
forum forums fora
fungus fungi funguses
ganglion ganglia ganglions
gas gases
genus genera
goose geese
grandchild grandchildren
gyrus gyri
gâteau gâteaux gâteaus
half halves
helix helices helixes
hero heroes
hippocampus hippocampi
honorarium honoraria honorariums
housewife housewives
humerus humeri
hypha hyphae
icosahedron icosahedra icosahedrons
index indices indexes
knife knives
lacuna lacunae lacunas
larva larvae
larynx larynges larynxes
leaf leaves
lemma lemmas lemmata
lens lenses
lexicon lexicons lexica
libretto librettos libretti
life lives
loaf loaves
locus loci
louse lice
man men
matrix matrices matrixes
maximum maxima maximums
medium media mediums
memorandum memoranda memorandums
meniscus menisci
metastasis metastases
midwife midwives
millennium millennia millenniums
minimum minima minimums
mitochondrion mitochondria
modulus moduli
momentum momenta momentums
moratorium moratoria moratoriums
mosquito mosquitoes mosquitos
motto mottoes mottos
mouse mice
mycelium mycelia
nebula nebulae
nova novae novas
nucleolus nucleoli
nucleus nuclei
oasis oases
octahedron octahedra octahedrons
octopus octopuses octopi
optimum optima optimums
ottoman ottomans
ovum ova
ox oxen
papilla papillae
passerby passersby
persona personas personae
phalanx phalanges phalanxes
pharynx pharynges
phenomenon phenomena
phylum phyla
plateau plateaus plateaux
polyhedron polyhedra polyhedrons
potato potatoes
protozoon protozoa
pupa pupae
quantum quanta
quiz quizzes
radius radii radiuses
radix radices radixes
referendum referendums referenda
rhombus rhombuses rhombi
sarcophagus sarcophagi
scarf scarves
schema schemas schemata
self selves
septum septa
serum sera serums
shaman shamans
sheaf sheaves
shelf shelves
simplex simplices simplexes
spectrum spectra spectrums
sporangium sporangia
standby standbys
sternum sterna sternums
stigma stigmas stigmata
stimulus stimuli
stoma stomata stomas
stratum strata
streptococcus streptococci
stylus styluses styli
submatrix submatrices submatrixes
substratum substrata
sulcus sulci
superhuman superhumans
supernova supernovae
syllabus syllabi syllabuses
symposium symposia symposiums
tableau tableaus tableaux
talisman talismans
taxon taxa
tempo tempos tempi
terminus termini terminuses
testis testes
tetrahedron tetrahedra tetrahedrons
thalamus thalami
thesaurus thesauri thesauruses
thief thieves
thorax thoraces thoraxes
thrombus thrombi
tibia tibiae tibias
tomato tomatoes
tooth teeth
topaz topazes
tornado tornadoes tornados
torpedo torpedoes
torus tori toruses
trachea tracheae tracheas
uterus uteri uteruses
vacuum vacuums vacua
vertebra vertebrae
vertex vertices vertexes
veto vetoes
villus villi
virtuoso virtuosos virtuosi
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
    r"|condition(?= (?:precedent|subsequent)$)|fee(?= (?:simple|tail)$)|president(?=-elect$)"
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
    ("brie", "calorie", "cookie", "genie", "hippie", "hoodie", "indie", "junkie", "movie", "newbie", "pixie", "prairie",
     "rookie", "selfie", "smoothie", "sortie", "talkie", "techie", "zombie")
)  # fmt: skip
"""Nouns in `ie`, whose plural looks like that of a noun in `y`."""

IN_CHE = frozenset(("ache", "avalanche", "cache", "cliche", "douche", "headache", "niche", "psyche"))
"""Nouns in `che`, whose plural looks like that of a noun in `ch`."""
