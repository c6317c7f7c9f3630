"""What a change does to the site, in a folder that opens from disk: for who looks at it before it is merged."""
