"""Read YAML into plain values that know where they stand.

Works on libyaml's events in one loop: no recursion (50,000 nested brackets end PyYAML's own composer), no
type guessing (YAML 1.1 reads NO as false and 12:30 as 750), and a position for every key and value. All
scalars stay text; the model gives them their types.
"""

from typing import Final, TypeAlias

import yaml

from ecosystem.ground.problems import Place, Problem, quote
from ecosystem.ground.syntax import explain
from ecosystem.ground.text import refused_character

#: Real data nests five levels; more is a mistake or an attack.
DEEPEST: Final = 20

#: Reading stops after so many problems: what goes on like this is no data file.
MOST_PROBLEMS: Final = 500

#: The largest files of words have a tenth of it; with more fields in one group reading stops.
MOST_FIELDS: Final = 10_000

#: (line, column), both from 1.
Mark: TypeAlias = tuple[int, int]


class _Broken:
    """Stands where a value could not be read; its problem has been reported already."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN: Final = _Broken()


class MapNode(dict[str, "Value"]):
    """A mapping, with the marks of its keys and values."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class SeqNode(list["Value"]):
    """A sequence, with the marks of its items."""

    __slots__ = ("items_at", "mark")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []


Value: TypeAlias = str | MapNode | SeqNode | _Broken


def read_nodes(text: str, file: str) -> tuple[Value | None, list[Problem], bool]:
    """Read *text*, the content of *file*.

    Returns the document's value (None when there is none), what is wrong, and whether it was read to its
    end: after a syntax error the records before it are returned, so that they can still be checked.
    """
    reader = _Reader(file)
    try:
        finished = reader.read(text)
    except yaml.YAMLError as error:
        reader.problems = [problem for problem in reader.problems if not reader.is_cut(problem)]
        reader.problems.append(explain(error, text, file))
        finished = False
    if not finished:
        reader.drop_unfinished_item()
    return reader.document, reader.problems, finished


class _Reader:
    """The state of one reading: the open containers and the key that waits for its value."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.document: Value | None = None
        self._open: list[MapNode | SeqNode] = []
        self._keys: list[tuple[str | None, Mark] | None] = []
        self._documents = 0
        self._without_dash: MapNode | None = None
        self._is_too_large = False

    def read(self, text: str) -> bool:
        loader = yaml.CSafeLoader(text)
        next_event = loader.get_event
        try:
            while (event := next_event()) is not None:
                if len(self.problems) >= MOST_PROBLEMS:
                    return False
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event)
                    if self._is_too_large:
                        self._report("too_many_fields", _mark(event), {"limit": str(MOST_FIELDS)})
                        return False
                elif isinstance(event, yaml.MappingStartEvent):
                    if not self._start(MapNode(_mark(event)), event):
                        return False
                elif isinstance(event, yaml.SequenceStartEvent):
                    if not self._start(SeqNode(_mark(event)), event):
                        return False
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._open.pop()
                    self._keys.pop()
                elif isinstance(event, yaml.AliasEvent):
                    self._report("alias", _mark(event), {"name": quote(event.anchor)})
                    self._add(BROKEN, _mark(event))
                elif isinstance(event, yaml.DocumentStartEvent) and not self._start_document(event):
                    return False
            return True
        finally:
            loader.dispose()

    def drop_unfinished_item(self) -> None:
        """Forget the last item of the list, in or behind which reading ended: what it lacks may stand further on."""
        if self._open and isinstance(self._open[0], SeqNode) and self._open[0]:
            self._open[0].pop()
            self._open[0].items_at.pop()

    def is_cut(self, problem: Problem) -> bool:
        """Tell whether *problem* is a value missed in the record that a syntax error ended: it may be that error's."""
        marks = self.document.items_at if isinstance(self.document, SeqNode) else []
        within = bool(marks) and (problem.place.line, problem.place.column) >= marks[-1]
        return within and problem.code in ("empty_value", "empty_item")

    def _report(self, code: str, mark: Mark, details: dict[str, str] | None = None) -> None:
        self.problems.append(Problem(Place(self.file, *mark), code, details or {}))

    def _refuse_marks(self, event: yaml.NodeEvent, mark: Mark, tag: str | None) -> bool:
        if event.anchor is not None:
            self._report("anchor", mark, {"name": quote(event.anchor)})
        if tag is not None and tag != "!":
            self._report("tag", mark, {"tag": quote(tag)})
            return True
        return False

    def _start_document(self, event: yaml.DocumentStartEvent) -> bool:
        """Begin the document; return False when it is not the first."""
        self._documents += 1
        if event.version or event.tags:
            self._report("directive", _mark(event))
        if self._documents > 1:
            self._report("second_document", _mark(event))
        return self._documents == 1

    def _start(self, node: MapNode | SeqNode, event: yaml.CollectionStartEvent) -> bool:
        """Open *node*; return False when the file nests too deep to go on."""
        broken = self._refuse_marks(event, node.mark, event.tag)
        if self._open and isinstance(self._open[-1], MapNode) and self._keys[-1] is None:
            self._report("key_not_text", node.mark)
            self._keys[-1] = (None, node.mark)
            self._open.append(node)
        else:
            self._add(BROKEN if broken else node, node.mark)
            self._open.append(node)
        self._keys.append(None)
        if len(self._open) > DEEPEST:
            self._report("too_deep", node.mark, {"limit": str(DEEPEST)})
            return False
        return True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = _mark(event)
        value: str = event.value
        broken = False
        if event.anchor is not None or event.tag is not None:
            broken = self._refuse_marks(event, mark, event.tag)
        container = self._open[-1] if self._open else None
        if type(container) is MapNode and self._keys[-1] is None:
            self._key(container, value, mark)
            self._is_too_large = len(container.keys_at) > MOST_FIELDS
            return
        if event.style == '"' and (refused := refused_character(value)) is not None:
            self._report(refused[0], mark, {"character": refused[1]})
            broken = True
        if not value and not event.style:
            if not broken and event.anchor is None:
                self._empty(container, mark)
            broken = True
        self._add(BROKEN if broken else value, mark)

    def _key(self, node: MapNode, key: str, mark: Mark) -> None:
        if key == "<<":
            self._report("merge_key", mark)
            self._keys[-1] = (None, mark)
        elif not key:
            self._report("key_empty", mark)
            self._keys[-1] = (None, mark)
        elif key in node.keys_at:
            self._duplicate(node, key, mark)
            self._keys[-1] = (None, mark)
        else:
            node.keys_at[key] = mark
            self._keys[-1] = (key, mark)

    def _duplicate(self, node: MapNode, key: str, mark: Mark) -> None:
        """Report a second *key*; when the whole record stands here twice, it lacks its dash, and that is all."""
        if node is self._without_dash:
            return
        if key == "id" == next(iter(node)):
            self._without_dash = node
            self._report("dash_missing", mark)
        else:
            first = node.keys_at[key]
            self._report("duplicate_key", mark, {"key": quote(key), "first_line": str(first[0])})

    def _empty(self, container: MapNode | SeqNode | None, mark: Mark) -> None:
        if type(container) is MapNode:
            waiting = self._keys[-1]
            if waiting is not None and waiting[0] is not None:
                self._report("empty_value", waiting[1], {"key": quote(waiting[0])})
        elif container is not None:
            self._report("empty_item", mark)
        else:
            self._report("empty_file", mark)

    def _add(self, value: Value, mark: Mark) -> None:
        if not self._open:
            self.document = value
            return
        container = self._open[-1]
        if isinstance(container, SeqNode):
            container.append(value)
            container.items_at.append(mark)
            return
        waiting = self._keys[-1]
        self._keys[-1] = None
        if waiting is not None and waiting[0] is not None:
            container[waiting[0]] = value
            container.values_at[waiting[0]] = mark


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    if start is None:
        raise AssertionError("libyaml marks every event")
    return start.line + 1, start.column + 1
