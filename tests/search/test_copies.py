"""What of a page Pagefind reads, as its excerpts show it."""

import re

from ecosystem.search.copies import content_of


def test_label_and_value_do_not_run_together_in_an_excerpt() -> None:
    listed = "<dl><dt>suomeksi</dt><dd>kirjaaminen</dd><dt>ruotsiksi</dt><dd>dokumentation</dd></dl>"
    content = content_of("sanasto/kirjaaminen/", f"<body><main>{listed}</main></body>")
    shown = " ".join(re.sub("<[^>]*>", "", content).split())
    assert shown == "suomeksi: kirjaaminen ruotsiksi: dokumentation"
