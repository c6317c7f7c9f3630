"""The newsletter: an editor changes a draft, and what the file then says is what is sent and what the archive keeps.

`draft` chooses from the data what is new (`stories`), `archive` reads and writes the files of issues (`issue`),
`introduction` the editor's own words, `mail` makes mails of a file. The site sends nothing: a mail goes through the
sender's own service (`services`). `listing` and `pages` show the issues on the site, `feed` in a feed of their own, and
`digest` fills the months in which none was sent.
"""
