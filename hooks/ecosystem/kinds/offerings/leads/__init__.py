"""The template in which sales leads from international meetings are kept: a workbook, empty of leads.

Leads are confidential. Nothing here reads them, and none may stand in this repository. `template` says what the
workbook holds, `choices` from what one chooses in it, `workbook` writes it. The words are in `strings/leads/`.
"""
