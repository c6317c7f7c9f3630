"""The words of each language that only join or ask: closed classes, which say nothing of what is looked for.

Interrogatives, pronouns, forms of to be and of the auxiliary verbs, conjunctions, prepositions and postpositions, with
their forms, and what only fills a sentence in speech. The engine leaves them out of a query
unless nothing else is left of it.
"""

from collections.abc import Mapping
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.search.words import folded

_FINNISH: Final = """
mikä minkä mitä missä mistä mihin millä miltä mille miksi minä minun minua minulla minulle minulta minusta minuun minut
mitkä minkään mitään missään mistään mihinkään millään mikään mitkään joita joiden joihin joissa joista joilla joille
kuka kenen ketä kenet kenelle kenellä keneltä kenestä kehen keneen ketkä keiden keitä keille keillä keiltä kuka kukin
kukaan kenenkään ketään kenellekään kuinka miten milloin koska jos vaikka kun kuin paljonko montako mones monta
millainen millaisen millaista millaiset millaisia millaisella millaiseen millaisessa millaisiin minkälainen minkälaista
minkälaisia minkälaiset minkälaisen kumpi kumman kumpaa kummat kunka missäpä mikäs mites
sinä sinun sinua sinulla sinulle sinulta sinuun sinut hän hänen häntä hänellä hänelle häneltä häneen hänet me meidän
meitä meillä meille meiltä meihin meidät te teidän teitä teillä teille teiltä teihin teidät he heidän heitä heillä
heille heiltä heihin heidät mun mua mulla mulle multa sun sua sulla sulle sulta mä sä ne nuo nämä niiden niitä niihin
niissä niistä niillä niille näiden näitä näihin näissä näistä näillä näille noita noiden tämä tämän tätä tässä tästä
tähän tällä tältä tälle tänä tuo tuon tuota tuossa tuosta tuohon tuolla tuolta se sen sitä siinä siitä siihen sillä
siltä sille siksi sinne siellä sieltä täällä täältä tänne tuonne joka jonka jota jossa josta johon jolla jolta jolle
jotka jotain jotakin jokin joku jonkun jonkin johonkin jossakin jostain jossain itse itsensä oma oman omat omaa
on olen olet ole olla oli olin olit olimme olivat ollut olleet olemme olette ovat olisi olisin olisivat lienee oltava
oliko onko olenko oletko ovatko olisiko olemassa olevat oleva olevan olevia olevaa ei en et eivät emme ette eikö enkö
etkö eikä älä älkää voi voin voit voida voivat voimme voitte voisi voisin voisiko voiko voinko voitko voivatko voimmeko
saa saan saada saavat saamme saako saanko saisi saisiko saatavilla pitää pitäisi pitääkö pitäisikö täytyy täytyykö tulee
tuleeko tulisi kannattaa kannattaako
ja tai sekä eli että mutta vaan vai joko myös vielä jo nyt sitten niin noin näin siis kai vain ihan aivan hyvin
kanssa kautta varten vastaan ilman ennen jälkeen aikana alla päällä yli ali luona luo luota mukaan mukaisesti koskien
suhteen takia vuoksi puolesta kohti kohtaan läpi lisäksi sisällä ulkopuolella lähellä vieressä välillä kesken asti
saakka tarkoittaa tarkoitetaan tarkoittavat tarkoitus merkitsee merkitys
kiitos hei moi anteeksi
onks oliks tää tän tätä täs täst tost tota toi noi mist miks mut sit ihme ihmeen juttu jutut juttuja asia asiaa asiat
juttuun jutun jutussa jutusta juttuihin jutuista jutuissa homma homman hommaa hommat hommia hommaan hommassa hommista
asioita asioista asioissa asiasta asiassa asiaan touhu touhut tommonen tämmönen semmonen niinku vähän jotenkin
mis mistäs kelle kelt kene kenes vois voisko sais saisko pitäs pitäskö ois oisko mul sul meijän teijän tääl täält siel
haluan haluun haluaisin haluaisimme haluamme haluaa haluavat haluis haluisin tarvitsen tarvitsemme tarvitsee tarvii
iso ison isona isot isoja löydän löydämme löytää löytyy löytyisi löytyykö löytyis näen näkee näkyy etsin etsimme
kerro kertokaa kertoa
mukana tehdä tehdään tehty tehnyt tehneet teki tekee tekevät tekisi tavalla tavoin mieltä seutu seudun seudulla
seudulta paljon usein kauan moni monella mone voisimmeko haluaisimmeko
"""

_SWEDISH: Final = """
vad vem vems vilka vilken vilket var vart varifrån varför när hur huru varav hurdan hurdana hurudan
jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes den det dess de dem deras dom vi oss vår vårt
våra ni er ert era man en ens sig sin sitt sina själv denna detta dessa denne där här dit hit något någon några nån nåt
ingen inget alla allt all som samma sådan sådant sådana
är var varit vara varande vore bli blir blev blivit ska skall skulle kan kunde kunnat kunna får fick fått få måste bör
borde vill ville vilja har hade haft ha finns fanns funnits finnas behöver gör göra gjort gjorde brukar brukade
och eller men utan samt att om så både antingen varken än då medan eftersom ifall också även bara inte ej icke nog ju
väl redan ännu nu sedan sen
i på av för med till från vid hos under över efter före innan mellan genom mot kring bland enligt utom inom per åt ur
tills igenom runt utanför angående gällande beträffande
ett betyder menas innebär betydelse betyda
tack hej snälla
lite nåt nå grej grejer sak saker världen vart säger
hu va me å e ä de mycke mycket många ofta länge int sku nån nåns nånting dedär dehär ti jär ida sådär åt ser se
hittar hitta hittas vet veta undrar letar söka kommer komma heter heta sätt tag trakten trakterna nejden
vilket vilkas berätta visa står snackar pratar pysslar håller storlek
"""

_ENGLISH: Final = """
what who whom whose which where when why how whether whatever whoever wherever
i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs one
ones this that these those there here some any anyone anybody anything someone somebody something no none all each every
both such same
am is are was were be been being isn aren wasn do does did done doing don doesn didn can could cannot will would shall
should may might must ought have has had having haven hasn get gets got let want wants wanted need needs needed
and or but nor so if then than because while although though as not only also just too very yet already still now
a an the of in on at by for with about against between into through during before after above below to from up down
out off over under again further within without across among around behind beyond near onto per toward towards upon
via regarding concerning
mean means meant meaning
please thanks thank hello hi
stuff thing things earth world really
whats whos hows wheres whens whys much many often long lot lots bit wanna gonna gotta dunno cant dont doesnt isnt im ive
leave big large find see look looking show tell know say says come comes go goes going let way ways actually maybe
s t re ve ll d m
"""

_WORDS: Final[Mapping[Language, str]] = {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}

SMALL_WORDS: Final[Mapping[Language, tuple[str, ...]]] = {
    language: tuple(sorted(set(map(folded, words.split())))) for language, words in _WORDS.items()
}
"""The words of each language, without dots and rings, as the engine compares them."""
