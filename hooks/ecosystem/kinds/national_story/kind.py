"""What the kind `national_story` declares of itself."""

from typing import Final

from ecosystem.kinds.national_story.addresses import FINLAND
from ecosystem.kinds.national_story.model import Chapter
from ecosystem.kinds.national_story.page import more, national_story
from ecosystem.kinds.national_story.shelf import story_files
from ecosystem.kinds.national_story.view import chapters
from ecosystem.pages.addresses import ForAbroad
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.shelf import OnShelf
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.records.kind import Kind

KIND: Final = Kind(
    name="national_story",
    model=Chapter,
    place=95,
    page=FINLAND,
    addresses={"fi": "suomi", "sv": "finland", "en": "finland"},
    optional=True,
    roles=(
        ForAbroad((FINLAND,)),
        RecordPage(more=more),
        Shows({FINLAND: PageView(values=national_story)}),
        ForVisitors(frozenset({Visitor.PARTNER}), chosen=chapters),
        OnShelf(story_files),
    ),
)
