"""The rules of laws."""

from collections.abc import Iterator

from ecosystem.ground.problems import Problem, quote
from ecosystem.ground.suggestion import nearest
from ecosystem.kinds.action_plan.indicators import measures
from ecosystem.records.load import LoadedData


def measures_exist(data: LoadedData) -> Iterator[Problem]:
    """The measures that a law concerns are in an action plan."""
    plans = data["action_plan"]
    if not plans.complete:
        return
    areas = [area for entry in plans.entries for area in entry.record.focus_areas]
    known = [measure.id for area in areas for measure in measures(area)]
    for entry in data["laws"].entries:
        for index, name in enumerate(entry.record.measures):
            if name not in known:
                details = {"value": quote(name), "file": plans.file}
                if suggestion := nearest(name, known):
                    details["suggestion"] = suggestion
                yield Problem(entry.place("measures", index), "measure_unknown", details)
