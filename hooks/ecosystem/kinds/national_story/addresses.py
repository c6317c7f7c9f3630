"""Where the national story is, on the site and as files."""

from typing import Final

from ecosystem.ground.languages import Language

#: The page that tells the story.
FINLAND: Final = "finland"


def story_path(language: Language, suffix: str) -> str:
    """Return the path of the story as a file: `downloads/finland-ai-health-en.pdf`."""
    return f"downloads/finland-ai-health-{language}.{suffix}"
