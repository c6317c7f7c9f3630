"""How well what an offering claims is backed: by words alone, by linked evidence, or by somebody who assessed it."""

import datetime

from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.quality import Assurance, DigiHtaResult, Verification
from ecosystem.kinds.offerings.validity import holds, verification


def assurance(offering: Offering, today: datetime.date) -> Assurance:
    """Return the level of *offering* *today*. What has ended backs nothing, nor does an entry that nobody checks."""
    if verification(offering, today) is Verification.LAPSED:
        return Assurance.DECLARED
    if _is_recommended(offering, today) or _has_notified_body(offering, today):
        return Assurance.ASSESSED
    return Assurance.EVIDENCE_LINKED if _links_evidence(offering, today) else Assurance.DECLARED


def _is_recommended(offering: Offering, today: datetime.date) -> bool:
    digihta = offering.digihta
    recommended = (DigiHtaResult.RECOMMENDED, DigiHtaResult.WITH_RESERVATIONS)
    return digihta is not None and digihta.result in recommended and holds(digihta.valid_until, today)


def _has_certificate(offering: Offering, today: datetime.date) -> bool:
    certificate = offering.regulation.certificate if offering.regulation else None
    return certificate is not None and holds(certificate.valid_until, today)


def _has_notified_body(offering: Offering, today: datetime.date) -> bool:
    """Tell whether its device certificate is in force and its class is one that a notified body certifies."""
    regulation = offering.regulation
    return regulation is not None and regulation.needs_notified_body and _has_certificate(offering, today)


def _links_evidence(offering: Offering, today: datetime.date) -> bool:
    certified = any(one.url and holds(one.valid_until, today) for one in offering.certifications)
    return bool(offering.evidence) or certified or _has_certificate(offering, today)
