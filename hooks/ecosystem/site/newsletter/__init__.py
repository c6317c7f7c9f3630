"""An issue of the newsletter: what is new since a day, as e-mail HTML, as plain text and as a draft to send.

`issue` chooses the content, `introduction` reads the editor's own words, `draft` writes the files. The site
sends nothing: the draft goes through the sender's own service, whose unsubscribe placeholder stands in it.
"""
