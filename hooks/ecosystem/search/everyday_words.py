"""What people say in everyday words, or spell as Americans do, and the site says otherwise.

The engine looks up the site's words for them. A word stands here in the form in which a dictionary has it, or in a
second one where its stem changes; the engine knows it with the endings of cases.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final

from ecosystem.ground.languages import Language
from ecosystem.search.words import folded

#: Each line: what is typed, and after the colon what the site says.
_WORDS: Final[Mapping[Language, str]] = {
    "fi": """
toisiokäyttö toisiokäytön toisiokäyttöön: toissijainen toissijaisen toissijaista toissijaiseen
johtajat johtaja pomot pomo: johto johdon
lekuri lekurit lekurin: lääkäri ammattilainen
hoitsu hoitsut hoitajat hoitaja: hoitajat sairaanhoitaja ammattilainen
nuoriso teinit teini: nuorten nuoret
sossu sossut sosiaalityöntekijä sosiaalityöntekijät: sosiaalityö sosiaalihuolto
lääkkeet lääkkeiden lääkitys: lääkitysriskien lääkitys
terkkari terveyskeskus terveyskeskukset: terveysasema terveysasemien
hammaslääkäri hammaslääkärin: suun terveydenhuollossa
puhelin puhelu: puhelimitse puhelinpalvelu
konttori toimisto: yhteystiedot
virkamies virkamiehet: viranomainen
valvontakamera kamera: valvonta
opiskelija opiskelijat gradu väitöskirja: opinnäytetyö tutkimus
vempaimet vempain laitteet vekottimet: teknologia laite
vanhukset vanhus vanhuksille vanhuksia vanhuus: ikäihmiset ikäihmisille ikäihminen ikääntyneet
ikäihmiset seniorit mummot: ikääntyneet
ilmainen ilmaista ilmaiseksi ilmanen ilmasta gratis maksuton maksutta: maksutta maksutonta
maksaa maksu hinta kustannus: maksutta maksuttomasti
maillista sähköpostilista postituslista: uutiskirje
yhteyttä yhteydenotto: yhteystiedot
toimittaja lehdistö media journalisti: medialle
startup startuppi startupit pienyritys firma firmat: yritys yritykset
hva hvat hva:t hyvinvointialueet: hyvinvointialue
amk ammattikorkea: ammattikorkeakoulu
uudellamaalla uudeltamaalta uudellemaalle uudenmaan: uusimaa
llm kielimallit chatgpt gpt copilot: kielimalli generatiivinen
sanelu litterointi: kirjaaminen
kokous palaveri: tapaaminen
botti chattibotti: chatbot
sairaala sairaalat: hus hyvinvointialue
lääkärit lääkäri tohtori: lääkäri ammattilainen
rahaa raha rahoitus apuraha avustus: rahoitus
lyhenne lyhenteet: sanasto
tilata tilaaminen: tilaa uutiskirje
evästeet eväste keksit: evästeitä
""",
    "sv": """
chefer chef cheferna ledare: ledning
ungdomar ungdom ungdomarna tonåringar tonåring: unga
mediciner medicin medicinen: läkemedel läkemedelsrisker
soc socialarbetare socialen: socialarbete socialvård
lov tillåtelse: tillstånd datatillstånd
gamlingar gamling åldring: äldre
prylar apparater: teknologi teknik
tandläkare tandläkartid tandläkaren tandläkartider: munhälsovård
hemma hemmaboende: hemmaboende hemvård
omboka avboka boka: ombokning avbokning
student studenter gradu: lärdomsprov
hjärna: hjärnblödningar
gamla pensionärer seniorer åldringar: äldre
gratis kostnadsfri kostnadsfritt avgiftsfri: kostnadsfritt avgiftsfritt
kosta kostar pris avgift: avgiftsfritt kostnadsfritt
mejllista epostlista e-postlista sändlista: nyhetsbrev
kontakta kontaktuppgifter: kontakt
journalist journalister press pressen media: medier
startup startupbolag småföretag firma: företag
hva: välfärdsområde
sjukhus sjukhusen: hus välfärdsområde
läkare doktor: läkare yrkespersoner
vårdare sköterska sjukskötare: yrkespersoner
llm chatgpt gpt copilot: språkmodell generativ
pengar bidrag finansiering stöd: finansiering
förkortning förkortningar: ordlista
prenumeration: prenumerera nyhetsbrev
diktering transkribering: dokumentation
ansluta anslutning: medlem
yh: yrkeshögskola
chattbot: chatbot
hälsocentral hälsostation: välfärdsområde
""",
    "en": """
teenagers teenager teens youth: young
meds medicine medicines drugs drug: medication
bosses boss managers: management
pics pictures photos photo: images logo
gadgets gadget devices: technology
dentist dentists dental: oral
rescheduling reschedule cancel cancelling: cancelling rescheduling
brain: haemorrhages brain
bleed bleeding: haemorrhages
thesis student students: thesis research
scanner scan scans: images
kids: children young
chatbots bot: chatbot
elderly seniors pensioners aged: older
free gratis cost costs price fee fees: free charge
signup register enroll: join subscribe
mailing maillist: newsletter
journalist journalists reporter media: press
startup startups sme smes firm firms: companies company
hva wsc: wellbeing
uas amk: university applied sciences
hospital hospitals: hus county
doctor doctors physician: professional
nurse nurses: professional
llm llms chatgpt gpt copilot: language generative
money grant grants funding: funding
acronym abbreviation abbreviations: glossary
dictation scribe transcription: documentation
trial trials: pilot
""",
}

#: How Americans spell what the English write otherwise: their pattern, and ours.
_AMERICAN: Final = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|er|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|al|able)?$"), r"or\1"),
    (re.compile(r"(?<=[tb])re(s?)$"), r"er\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"[ao]e(?=[a-z]{2})"), r"e"),
    (re.compile(r"oea"), r"ea"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"ll(ed|ing|er)$"), r"l\1"),
    (re.compile(r"amme(s?)$"), r"am\1"),
)


def everyday_words(language: Language, known: Collection[str]) -> dict[str, list[str]]:
    """Return what is typed in *language* and the words of the site for it, of those that are *known* in the index."""
    known = set(map(folded, known))
    found: dict[str, list[str]] = {}
    for line in _WORDS[language].strip().splitlines():
        typed, _, said = line.partition(": ")
        words = [word for word in map(folded, said.split()) if word.replace("-", "") in known or word in known]
        for word in map(folded, typed.split()):
            if others := [one for one in words if one != word]:
                found[word] = others
    if language == "en":
        for word in sorted(known):
            for pattern, ours in _AMERICAN:
                american = pattern.sub(ours, word)
                if american != word and american not in known and len(word) > 4:
                    found.setdefault(american, []).append(word)
    return found
