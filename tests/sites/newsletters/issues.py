"""Words of sent newsletters."""

FILE = "newsletters/2026-12-01.fi.yaml"
FINNISH = """\
date: 2026-11-30
language: fi
title: Uutiskirje & <b>merkit</b>
corrected: 2026-12-01
introduction: |-
  Johdanto, jossa on *korostus* ja [linkki](https://example.org/).
sections:
  - heading: Uutiset
    stories:
      - title: Otsikko <script>alert(1)</script>
        date: 2026-11-20
        url: https://example.org/uutinen
        text: >-
          Ensimmäinen {{ 7 * 7 }}.

          Toinen kappale.
      - title: In English
        title_language: en
        date: 2026-12-21
        when: klo 8.30
        place: Oulu
        url: https://example.org/english
        text: Only so.
        text_language: en
"""
