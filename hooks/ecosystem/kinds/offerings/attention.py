"""What of offerings needs an editor's attention."""

import datetime
from collections.abc import Iterator
from typing import Final

from ecosystem.editing.attention import Finding, Situation, name_of
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.validity import evidence_terms, verification_terms

#: So long before its end a provider can still renew something.
_AHEAD: Final = datetime.timedelta(days=90)


def ending_evidence(situation: Situation) -> Iterator[Finding]:
    """Certificates, assessments and checks of entries that have ended or end within three months."""
    today, limit = situation.today, situation.today + _AHEAD
    for entry in situation.data["offerings"].entries:
        offering: Offering = entry.record
        checks = [term for term in verification_terms(offering) if term.last_day <= limit]
        evidence = [term for term in evidence_terms(offering) if term.last_day <= limit]
        for term in (*evidence, *checks[-1:]):
            key = "report.ended" if term.last_day < today else "report.ends"
            said = situation.words.say(key, field=situation.words.field(term.field), date=str(term.last_day))
            yield entry.place(*term.path), f"{name_of(entry, situation.words)}: {said}"
