"""Data of any size for tests and measurements: the real data with made-up members in place of the real ones."""

import shutil
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("company", "association", "public-care", "research-education", "state-agency", "other")
ASSETS = ("challenges", "data", "expertise", "funding", "partners", "test-settings", "tools")
MOTIVES = ("knowledge-synergy", "resource-allocation", "legitimacy", "regulation", "societal-impact")
REGIONS = ("pirkanmaa", "kainuu", "lappi", "satakunta", "pohjois-savo", "hus", "helsinki")
SENTENCE = {
    "fi": "Organisaatio kehittää tekoälyratkaisuja sosiaali- ja terveydenhuoltoon ja kokeilee niitä muiden kanssa.",
    "sv": "Organisationen utvecklar AI-lösningar för social- och hälsovården och prövar dem tillsammans med andra.",
    "en": "The organisation develops AI solutions for health and social care and tries them out together with others.",
}


def write_members(folder: Path, number: int, sentences: int = 20) -> Path:
    """Write a data folder with *number* made-up members, each of so many *sentences* a language; return it."""
    shutil.copytree(ROOT / "data", folder, dirs_exist_ok=True)
    real = yaml.load((folder / "members.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    made = [_member(index, sentences) for index in range(number)]
    records = sorted([*real, *made], key=lambda record: record["id"])
    text = yaml.dump(records, allow_unicode=True, sort_keys=False, width=100)
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


if __name__ == "__main__":
    write_members(Path(sys.argv[1]), *map(int, sys.argv[2:]))
