"""English words that no glossary of a field defines, for finding those that one might."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about above across after afterwards again against all almost alone along already also although always am among
    an and another any anyone anything anyway are aren't around as at away back be became because become becomes
    been before behind being below beside besides best better between beyond billion both but by can can't cannot
    could couldn't did didn't do does doesn't doing don't done down due during e.g each eg eight either else
    elsewhere enough etc even ever every everyone everything everywhere except far few fewer first five for formerly
    forth four from further furthermore had hadn't half has hasn't have haven't having he hence her here hers
    herself him himself his how however hundred i i'd i'll i'm i've i.e ie if in indeed inside instead into is isn't
    it it's its itself just last later latter least less let let's like likewise little lot lots many may maybe me
    meanwhile might million mine more moreover most mostly much must my myself namely near nearly neither never
    nevertheless next nine no nobody none nor not nothing now nowhere of off often on once one ones only onto or
    other others otherwise ought our ours ourselves out outside over own per perhaps plus quite rather really same
    second seven several shall she should since six so some somehow someone something sometime sometimes somewhere
    soon still such ten than that that's the their theirs them themselves then thence there thereby therefore these
    they they're third this those though thousand three through throughout thus till to together too toward towards
    twice two under unless unlike until up upon us use used uses using usually various versa very via vice vs was
    wasn't we we're well were weren't what whatever when whenever where whereas whereby wherein whether which
    whichever while who whoever whole whom whose why will with within without won't would wouldn't yes yet you
    you're your yours yourself zero
    """.split()  # noqa: SIM905 -- a list of words, not of code
)
"""Words between which phrases stand."""

VERBS = frozenset(
    """
    accept access achieve act adapt add adjust affect aim allow appear apply arise ask assign assume attach attack
    avoid base based begin behave belong bind break bring build built bundle call called carry cause change choose
    chosen click combine come communicate compare compute computed conclude connect consider consist consume contain
    continue contribute convert correspond count cover create cut deal decide define defined deliver demand depend
    deploy derive describe described design designed detect determine develop differ disappear discover divide
    download draw drop enable encourage end enforce ensure establish estimate evolve exceed execute exist expect
    explain export express extend fail fall feed fetch find fit fix focus follow force form found gain generate get
    give given go got grow handle happen help hide hold identify imagine implement imply import improve include
    included increase indicate influence inform inspect install instruct interact introduce introduced invoke
    involve issue keep kept know known lack launch lead learn learned leave lend let lie limit live look lose lower
    made maintain make manage match mean means measure measured meet miss monitor move multiply need notify obtain
    occur offer open operate organize outperform own pass pay perform permit pick place placed play point predict
    prefer prepare prevent produce produced prompt propose proposed protect prove provide provided provision publish
    push put query raise reach read receive recommend reduce refer referred reflect register reject relate related
    release relieve rely remain remember remove repeat replace represent request require required resemble reside
    resolve respond result retrieve return reuse reveal review reward rise run running said satisfy save say scale
    schedule secure see seek seem seen select send separate serve set share show shown shrink simplify sit skip
    solve speak specialize specify spend split spread stand start state stay stick stop store submit subtract
    succeed suffer suggest suit summarize supply support suppose switch take taken talk teach tell tend test think
    thought track train trained transfer transform treat trigger trust try turn update upload validate vary verify
    visit vote wait want watch work wrap write written yield
    """.split()  # noqa: SIM905 -- a list of words, not of code
)
"""Verbs, where they are not nouns of a field too, and their irregular forms."""

QUALITIES = frozenset(
    """
    able absent absolute acceptable accurate active actual additional adequate alike alternative analogous
    appropriate approximate arbitrary artificial available average aware bad basic beneficial big brief broad
    careful central certain cheap classic clear close coarse common complete complex complicated conceptual concrete
    consecutive considerable consistent constant convenient conventional core correct corresponding costly critical
    crucial current daily deep default desired detailed different difficult direct distinct dominant double early
    easy effective efficient empty entire equal equivalent essential exact excellent existing expensive explicit
    extra extreme fair false familiar famous fast final fine fixed flat flexible former forward free frequent full
    fundamental future general given good great hard harmful heavy helpful high higher highest huge ideal identical
    immediate implicit important impossible inappropriate independent indirect individual inherent initial innate
    interesting internal involved irrelevant key large larger largest late latest likely limited live long longer
    low lower main major massive meaningful mere minor missing modern modest multiple mutual natural necessary
    negative new newer noisy nontrivial normal notable novel numerous obvious occasional offline old older online
    only opposite optimal optional ordinary original overall own parallel partial particular past perfect plain poor
    popular positive possible potential powerful practical precise present previous primary prior private
    problematic proper public pure quick random rare raw ready real realistic reasonable recent regular relative
    relevant reliable remaining responsible rich right rough safe satisfactory selected sensitive separate serious
    severe shared sharp short shorter similar simple simpler single slight slow slower small smaller smallest smart
    smooth special specific square standard steady steep straight straightforward strict strong stronger successful
    successive sufficient suitable sure third-party tiny total traditional true typical ultimate unable unclear
    underlying uniform unique universal unknown unlikely unnecessary unseen upper useful usual valid valuable
    visible vital weak wide wider worse worst worth wrong young
    """.split()  # noqa: SIM905 -- a list of words, not of code
)
"""Adjectives that say nothing of a field; a phrase does not begin or end with one."""

EVERYDAY_NOUNS = frozenset(
    """
    ability absence access accident account acronym action activity addition administrator advance advantage
    advertising advice age agreement aim alternative amount analogy analysis answer anything appearance application
    approach architecture area argument arrival article aspect asset assumption attack attacker attempt attention
    audience author availability background balance base basis beginning behavior behaviour benchmark benefit bit
    block body book bottom boundary branch browser bug building bunch bundle business byte calculation candidate
    capability capacity capital care case category cause center centre century certainty challenge chance change
    chapter character characteristic charge check checking choice circumstance claim class click client code
    colleague collection column combination command communication community company comparison competition
    complexity component computation computer computing concept concern conclusion condition conference confidence
    configuration confusion connection consequence constraint construction consumer consumption content context
    contract contrast contribution control convenience convention copy copyright correctness cost count course crash
    creation criterion customer customization data database date day deal decade decision default definition degree
    delay delivery demand deployment depth description design detail detection developer development device diagram
    difference difficulty dimension direction disadvantage discipline discovery discussion distance distinction
    document documentation domain download drawback early ease economy ecosystem edge editor effect effort element
    emphasis end engineer engineering english entry environment equation equipment error estimation evaluation event
    evidence example exception exchange execution existence expansion expectation expense experience expert
    explanation exploration exposure expression extent facility fact factor failure family fashion feature field
    figure file filename finding flexibility focus folder footnote form format foundation fraction framework freedom
    frequency function functionality fund future gain gap general goal google governance graph graphic group growth
    guarantee guess guide hacker hand handful hardware head help history hour human idea identifier identity
    illustration image impact implementation importance improvement incentive increase indication individual
    industry influence information infrastructure ingredient input insight inspection installation instance
    institution instruction integration integrity intent interaction interest interface internet introduction
    investigation investor issue item job key keyword kind knowledge label lack language launch law layer learning
    length lesson letter level library life lifecycle limit limitation line link list living location logic look
    loss machine magnitude maintenance majority management manager manner margin mark market marketplace mass match
    material matter maximum meaning means measure measurement mechanism member memory message method middle mind
    minimum minute mistake mixture mode model moment money monitoring month motion motivation movement multiple name
    naming nature navigation need network news node non-profit note notion number object objective observation
    occurrence operation operator opinion opportunity option order organization origin outcome output owner
    ownership package page pair paper parallel parameter part participant particular partner party pass password
    past path pattern payment people percent percentage performance period permission person perspective phase
    phenomenon phrase picture piece place plan platform plot point policy population portion position possibility
    power practice practitioner precision prediction presence prevention price principle priority problem procedure
    process processing producer product production program programmer programming progress project proof property
    proportion proposal protection prototype provider publication purchase purpose quality quantity question range
    rank rate ratio reader reading reality reason recommendation recording reduction reference region relation
    relationship release reliability repo representation representative request requirement research researcher
    resource respect response responsibility rest restriction result review reward right risk role room round
    routine row rule safety sale sample saving scale scenario science scope score screenshot search section security
    selection sense sentence sequence series server service session set setting setup shape share sharing shift side
    sign signal significance similarity simplicity simulation site situation size skill software solution sort sound
    source space spec specialist specification speed spot stability stage standard start state statement statistics
    step storage story strategy strength string structure student study style subject subset success sum summary
    supply support surface symbol syntax system table target task team technique technology tendency term test
    tester testing text theory thing thought thousand threshold time title today token tool top topic total track
    trade trader trainable transaction transfer transformation transition translation transmission treatment tree
    trend trial trick trouble truth try turn type typing understanding unit update upgrade usage use user utility
    validation value variable variant variation variety vendor verification version view volume vote voting wallet
    way weakness website week while whole width wikipedia window winner wish word work worker workflow world writer
    writing year
    """.split()  # noqa: SIM905 -- a list of words, not of code
)
"""Nouns that stand alone in any text; inside a longer phrase they may matter."""

NO_ABBREVIATIONS = frozenset(
    """
    AKA AL ALL AM AND ANY AS ASAP AT BE BY DO ET EU FAQ GB I IF II III IN IS IT IV IX KB MB NB NO NOT OF OK ON OR PM
    PS TB TBD THE TO TODO UK US USA VI VII VIII WE XI XII YES
    """.split()  # noqa: SIM905 -- a list of words, not of code
)
"""What is written in capitals without being an abbreviation that wants a definition."""
