"""What the kind `offerings` declares of itself."""

from typing import Final

from ecosystem.editing.attention import Attention
from ecosystem.editing.demonstration import Demonstration
from ecosystem.editing.drafts import Draft, in_languages
from ecosystem.editing.forms.form import Form
from ecosystem.editing.tables.record_table import AsTable
from ecosystem.kinds.offerings.addresses import COMPARISON, DOWNLOADS, PROVIDERS, SELECTION
from ecosystem.kinds.offerings.attention import ending_evidence
from ecosystem.kinds.offerings.data_set import catalogue_set
from ecosystem.kinds.offerings.demonstration import demonstration_records
from ecosystem.kinds.offerings.downloads import downloads
from ecosystem.kinds.offerings.feed import feed_items
from ecosystem.kinds.offerings.listing import catalogue, catalogue_pages
from ecosystem.kinds.offerings.model import Offering
from ecosystem.kinds.offerings.page import card_line, more
from ecosystem.kinds.offerings.provider_pages import provider_entries, provider_pages
from ecosystem.kinds.offerings.providers import provider_list
from ecosystem.kinds.offerings.quality import CustomerReference
from ecosystem.kinds.offerings.rules import (
    certificates_have_a_class,
    device_classes_fit,
    devices_are_certified,
    entries_are_verified,
    evidence_is_in_force,
    references_have_consent,
    risks_follow_from_classes,
    standards_are_told_apart,
    what_is_in_use_is_ready,
)
from ecosystem.kinds.offerings.selection import comparison, selection
from ecosystem.kinds.offerings.shelf import catalogue_files
from ecosystem.kinds.offerings.structured_data import catalogue_data, offering_data
from ecosystem.kinds.organisations.parts import ContactPoint
from ecosystem.kinds.paper_letters import letters_can_be_set
from ecosystem.pages.addresses import ForAbroad, OwnPages
from ecosystem.pages.drawing.page_cards import OwnCards
from ecosystem.pages.listed_pages import ListsPages
from ecosystem.pages.record_pages import RecordPage
from ecosystem.pages.shelf import OnShelf
from ecosystem.pages.visitors import ForVisitors, Visitor
from ecosystem.pages.written_pages import PageView, Shows
from ecosystem.publishing.feeds.items import Told
from ecosystem.publishing.open_data.data_sets import MoreDataSets
from ecosystem.publishing.open_data.shaping import OpenData
from ecosystem.records.kind import Kind
from ecosystem.records.rules import Rules

KIND: Final = Kind(
    name="offerings",
    model=Offering,
    place=90,
    page="offering",
    addresses={"fi": "tarjooma", "sv": "utbud", "en": "offering"},
    roles=(
        ForAbroad(
            (
                "offering",
                SELECTION,
                COMPARISON,
            )
        ),
        OwnPages(
            {
                SELECTION: {"fi": "oma-valikoima", "sv": "mitt-urval", "en": "my-selection"},
                COMPARISON: {"fi": "vertailu", "sv": "jamforelse", "en": "compare"},
            },
            parents=(PROVIDERS,),
        ),
        Rules(
            (
                device_classes_fit,
                certificates_have_a_class,
                devices_are_certified,
                risks_follow_from_classes,
                what_is_in_use_is_ready,
                references_have_consent,
                standards_are_told_apart,
                letters_can_be_set("offerings"),
            ),
            of_time=(evidence_is_in_force, entries_are_verified),
        ),
        Attention((("report.endings", ending_evidence),)),
        OwnCards(card_line),
        RecordPage(more=more, scripts=("selection.js",), structured_data=offering_data),
        Shows(
            {
                "offering": PageView(
                    values=catalogue,
                    scripts=("filter-bar.js", "selection.js"),
                    pages=catalogue_pages,
                    structured_data=catalogue_data,
                ),
                PROVIDERS: PageView(values=provider_list),
                SELECTION: PageView(values=selection, scripts=("selection.js", "entries.js", "brief.js")),
                COMPARISON: PageView(values=comparison, scripts=("selection.js", "entries.js", "compare.js")),
                DOWNLOADS: PageView(values=downloads),
            }
        ),
        ForVisitors(frozenset({Visitor.RESEARCHER, Visitor.PARTNER})),
        ListsPages(PROVIDERS, "offerings.providers", provider_entries, provider_pages),
        Told("offering", 80, feed_items),
        OnShelf(catalogue_files),
        MoreDataSets(lambda editions: (catalogue_set(editions),)),
        OpenData(
            left_out={ContactPoint: ("name", "role", "email", "phone"), CustomerReference: ("consent",)},
        ),
        AsTable(),
        Form(
            name="offering",
            fields=(
                *(*in_languages("name"), "provider.name.fi", "kind", "category", "use_cases"),
                *(*in_languages("summary", "intended_use"), "users", "care_settings"),
                *("specialties", "icd_chapters", "modalities"),
                *("maturity.trl", "maturity.live_deployments", "regulation.device", "languages", "markets", "hosting"),
                "price_models",
                *("meetings.counterparts", "meetings.countries", "contact.email", "contact.url", "url"),
            ),
            required=("name.fi", "provider.name.fi", "kind", "category", *in_languages("summary")),
            consents=("represent", "publish"),
            given={"self_declared": "true"},
            dated=("verified_on",),
        ),
        Draft(
            command="offering",
            required=(
                *("id", *in_languages("name"), "provider.organisation", "kind", "category"),
                *(*in_languages("summary"), "verified_on", "self_declared"),
            ),
            optional=("use_cases", "users", "care_settings", "languages", "markets", "hosting", "url"),
            lists=("use_cases", "users", "care_settings", "languages", "markets"),
        ),
        Demonstration(place=10, records=demonstration_records, alone=True),
    ),
)
