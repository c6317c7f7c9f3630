"""Data of any size for tests and measurements: the tests' full data with made-up members or offerings beside it."""

import shutil
from pathlib import Path

from workbench import FULL
from yaml_files import read_yaml, yaml_text

KINDS = ("company", "association", "public-care", "research-education", "state-agency", "other")
ASSETS = ("challenges", "data", "expertise", "funding", "partners", "test-settings", "tools")
MOTIVES = ("knowledge-synergy", "resource-allocation", "legitimacy", "regulation", "societal-impact")
CATEGORIES = ("data-access", "ecosystem-services", "clinical", "social-care", "administration", "testing")
OFFERING_KINDS = ("product", "service", "expertise")
STANDARDS = ("ihe", "openehr", "kanta", "snomed-ct", "dicom", "loinc")
COUNTRIES = ("SE", "NO", "DE", "FR", "JP", "EE", "DK", "NL", "US", "GB", "SG", "KR")
CLASSES = ({"mdr_class": "IIa"}, {"ivdr_class": "B"}, {"mdd_class": "I"}, {"mdr_class": "I"})
REGIONS = ("pirkanmaa", "kainuu", "lappi", "satakunta", "pohjois-savo", "hus", "helsinki")
SENTENCE = {
    "fi": "Organisaatio kehittää tekoälyratkaisuja sosiaali- ja terveydenhuoltoon ja kokeilee niitä muiden kanssa.",
    "sv": "Organisationen utvecklar AI-lösningar för social- och hälsovården och prövar dem tillsammans med andra.",
    "en": "The organisation develops AI solutions for health and social care and tries them out together with others.",
}


def write_members(folder: Path, number: int, sentences: int = 20) -> Path:
    """Write a data folder with *number* made-up members, each of so many *sentences* a language; return it."""
    shutil.copytree(FULL.data, folder, dirs_exist_ok=True)
    own = read_yaml(folder / "members.yaml")
    made = [_member(index, sentences) for index in range(number)]
    records = sorted([*own, *made], key=lambda record: record["id"])
    text = yaml_text(records)
    (folder / "members.yaml").write_text(text, encoding="utf-8")
    return folder


def _member(index: int, sentences: int) -> dict[str, object]:
    prose = {language: " ".join([sentence] * sentences) for language, sentence in SENTENCE.items()}
    return {
        "id": f"esimerkki-{index:05}",
        "name": {
            "fi": f"Esimerkkiorganisaatio {index} Åäö",
            "sv": f"Exempelorganisation {index} Åäö",
            "en": f"Example organisation {index} Åäö",
        },
        "kind": KINDS[index % len(KINDS)],
        "region": REGIONS[index % len(REGIONS)],
        "url": f"https://example.org/{index}",
        "since": "2025-03",
        "summary": prose,
        "interests": list(MOTIVES[index % 3 : index % 3 + 2]),
        "looks_for": [ASSETS[index % len(ASSETS)]],
        "offers": [ASSETS[(index + 3) % len(ASSETS)]],
        "updated": "2026-01-15",
        "sources": [{"url": "https://example.org/"}],
    }


def write_offerings(folder: Path, number: int) -> Path:
    """Write a data folder with *number* made-up offerings of half as many organisations; return it."""
    shutil.copytree(FULL.data, folder, dirs_exist_ok=True)
    own = read_yaml(folder / "offerings.yaml")
    records = sorted([*own, *(_offering(index) for index in range(number))], key=lambda record: record["id"])
    text = yaml_text(records)
    (folder / "offerings.yaml").write_text(text, encoding="utf-8")
    return folder


def _offering(index: int) -> dict[str, object]:
    organisation = f"Esimerkkitarjoaja {index // 2}"
    device = ("device", "not-device", "under-assessment")[index % 3]
    regulation = {"device": device, "ai_act_risk": ("high", "limited", "minimal")[index % 3]}
    name = {"fi": f"Esimerkkiratkaisu {index}", "sv": f"Exempellösning {index}", "en": f"Example solution {index}"}
    return {
        "id": f"esimerkkitarjooma-{index:04}",
        "name": name,
        "provider": {"name": {"fi": organisation}},
        "kind": OFFERING_KINDS[index % len(OFFERING_KINDS)],
        "category": CATEGORIES[index % len(CATEGORIES)],
        "use_cases": ["diagnostics", "documentation"] if index % 2 else ["management"],
        "summary": {**SENTENCE},
        "care_settings": ["hospital"] if index % 2 else ["home-care", "social-services"],
        "maturity": {"trl": str(index % 9 + 1), "live_deployments": str(index % 4)},
        "regulation": regulation | (CLASSES[index // 3 % len(CLASSES)] if device == "device" else {}),
        "standards": [{"name": STANDARDS[index % len(STANDARDS)]}],
        "certifications": [{"name": "iso-13485"}] if index % 3 == 0 else [],
        "languages": ["fi", "en"],
        "markets": [COUNTRIES[index % len(COUNTRIES)], COUNTRIES[(index + 5) % len(COUNTRIES)]],
        "meetings": {"counterparts": ["customers"], "countries": ["JP"]},
        "contact": {"email": f"export{index}@example.org"},
        "url": f"https://example.org/{index}",
        "verified_on": "2026-01-15",
        "self_declared": "true",
        "updated": "2026-01-15",
        "sources": [{"url": "https://example.org/"}],
    }
