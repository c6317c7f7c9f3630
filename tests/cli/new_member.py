"""The words by which tests begin a new member."""

TEXTS = ("--name-fi", "Esimerkki: Oy", "--name-sv", "Exempel", "--name-en", "Example")
MEMBER = ("new", "member", "--id", "esimerkki", *TEXTS, "--kind", "company", "--source", "https://example.org/")
