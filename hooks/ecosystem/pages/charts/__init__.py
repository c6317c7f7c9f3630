"""Charts: what one consists of, the forms in which one is drawn, and the rules that all of them keep.

A kind says which charts it has (`chart.HasCharts`) and what they find; the forms (`bars`, `stack`, `line`, `tiles`,
`matrix`, `groups`) place what is drawn. `components/chart.html` shows any of them, on the page where it belongs and
in frames of other sites.
"""
