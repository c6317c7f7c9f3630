"""What the paper of the national story says: the values of `overrides/documents/story.typ`."""

import datetime
from typing import Any, Final, TypeAlias

from ecosystem.kinds.national_story.addresses import FINLAND
from ecosystem.kinds.national_story.files.telling import (
    Linked,
    Told,
    ToldChapter,
    ToldMoment,
    ToldRoute,
    Trial,
    contact_of,
    told_story,
)
from ecosystem.pages.edition import Edition
from ecosystem.publishing.papers import Papers, paper_phrase

SOURCE: Final = "story.typ"

Values: TypeAlias = dict[str, Any]


def render_paper(edition: Edition, papers: Papers, changed: datetime.date) -> bytes:
    """Return the story as an accessible PDF, *changed* being the day of what it says."""
    say = edition.interface.say
    contact, url = contact_of(edition)
    values = {
        "language": edition.language,
        "site": say("site.name"),
        "demo": say("demo.notice") if edition.demo else None,
        "title": say("story.title"),
        "subject": say("story.subject"),
        "keywords": say("story.keywords").split(", "),
        "updated": [changed.year, changed.month, changed.day],
        "changed": f"{say('record.updated')} {edition.formats.date(changed)}",
        "address": edition.site_url + edition.path(FINLAND),
        "licence": say("frame.licence"),
        "contact": {"text": contact, "language": edition.language, "url": url},
        "chapters": [_chapter(one) for one in told_story(edition)],
        "words": {
            "date": say("story.date"),
            "law": say("story.law"),
            "milestone": say("story.milestone"),
            "need": say("story.need"),
            "page": say("story.page"),
            "sources": say("sources.label"),
            "whom": say("story.whom"),
        },
    }
    return papers.make(SOURCE, papers.with_marks(values, say("catalogue.letters")), "the paper of the national story")


def _chapter(one: ToldChapter) -> Values:
    return {
        "title": paper_phrase(one.title),
        "summary": paper_phrase(one.summary),
        "claims": [_claim(claim) for claim in one.claims],
        "routes": [_route(route) for route in one.routes],
        "moments": [_moment(moment) for moment in one.moments],
        "trials": [_trial(trial) for trial in one.trials],
        "meet": [
            {"need": paper_phrase(need), "organisations": [_linked(organisation) for organisation in organisations]}
            for need, organisations in one.meet
        ],
    }


def _linked(one: Linked) -> Values:
    return {**paper_phrase(one.phrase), "url": one.url}


def _claim(one: Told) -> Values:
    return {"text": paper_phrase(one.phrase), "date": one.date, "sources": [_linked(source) for source in one.sources]}


def _route(one: ToldRoute) -> Values:
    return {
        "name": paper_phrase(one.name),
        "facts": [{"label": label, "items": [{**paper_phrase(text), "url": None}]} for label, text in one.facts],
        "date": one.date,
        "sources": [_linked(source) for source in one.sources],
    }


def _moment(one: ToldMoment) -> Values:
    return {"date": one.date, "law": _linked(one.law), "title": paper_phrase(one.title), "remark": one.remark}


def _trial(one: Trial) -> Values:
    return {
        "name": _linked(one.name),
        "where": paper_phrase(one.where),
        "stage": one.stage,
        "texts": [paper_phrase(text) for text in (one.summary, one.result) if text],
    }
