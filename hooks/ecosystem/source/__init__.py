"""From the bytes of a data file to plain values with positions.

`text` decodes and refuses what no editor means to write; `nodes` reads YAML. Nothing here knows
what a member or an event is.
"""
