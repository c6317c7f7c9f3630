"""What a web host must be told: headers, types and caching, in the form of each common kind of host.

`rules` says what is sent with what; `folder_file` (Netlify, Cloudflare Pages and others), `apache` and `nginx` write it
down. A host that takes none of them (GitHub Pages) leaves each page its own policy (`ecosystem.pages.content_policy`).
"""
