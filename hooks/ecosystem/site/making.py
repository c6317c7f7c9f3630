"""Make the products of a site: those whose ledger says that something they used has changed, on all processors.

A product that is current is taken over as it stands. The others are made in parts of the list, one part for each
processor where processes can be forked, which costs no copy of the site; elsewhere, and where the typesetter has run
in the same process, one after the other.
"""

import contextlib
import marshal
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn

from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.uses import KEPT, Memory, Use, recorded
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.drawing.drawing import Drawing
from ecosystem.records.fault import FaultError, fault_of
from ecosystem.site.fingerprints import Fingerprints
from ecosystem.site.ledger import Entry, Ledger, Written, make_entry
from ecosystem.site.products import Product
from ecosystem.site.stores import Store

#: Fewer products than this are made faster by one process.
_LEAST_FOR_TWO: Final = 200


@dataclass(slots=True)
class Made:
    """What was done: the entries of all products so far, the names of those that were made, and what answers used."""

    entries: dict[str, Entry] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    kept: dict[Use, frozenset[Use]] = field(default_factory=dict)


class Maker:
    """Makes the products of one build, after the *last* one."""

    def __init__(self, last: Ledger, fingerprints: Fingerprints, store: Store, memories: Iterable[Memory]) -> None:
        self._last = last
        self._fingerprints = fingerprints
        self._store = store
        self._memories = tuple(memories)
        self._unchanged: dict[Use, bool] = {}
        self._unchanged_sets: dict[frozenset[Use], bool] = {}
        self._told: set[Use] = set()
        self.result = Made()

    def make(self, products: Sequence[Product], processes: int = 1) -> list[Product]:
        """Take over those of *products* that are current, make the others, and return these."""
        stale = [product for product in products if not self._take_over(product)]
        can_fork = hasattr(os, "fork") and not Drawing.has_run
        if processes > 1 and len(stale) >= _LEAST_FOR_TWO and can_fork:
            self._make_in_parts(stale, processes)
        else:
            self._make_all(stale)
        return stale

    def files(self) -> dict[str, Written]:
        """Return all files so far by path."""
        return {path: written for entry in self.result.entries.values() for path, written in entry.files.items()}

    def make_folder(self, product: str, state: str, folder: Path, below: str, make: Callable[[], None]) -> None:
        """Take over the files of *product*, or let *make* write them into *below* in the *folder* of the site."""
        entry = self._last.products.get(product)
        if entry is not None and entry.state == state and self._store.has(entry.files):
            self._store.keep(entry.files)
        else:
            make()
            files: dict[str, Written] = {}
            for path in sorted(path for path in (folder / below).rglob("*") if path.is_file()):
                found = path.stat()
                files[path.relative_to(folder).as_posix()] = "", found.st_size, found.st_mtime_ns
            entry = make_entry((), state, files)
            self.result.made.append(product)
        self.result.entries[product] = entry

    def ledger(self) -> Ledger:
        """Return the ledger of this build, without what it was made from."""
        for memory in self._memories:
            self.result.kept |= memory.uses
        kept = {**self._last.kept, **self.result.kept}
        things = dict(self._last.things)
        for name in self.result.made:
            entry = self.result.entries[name]
            self._tell(entry.shared, kept, things)
            self._tell(entry.own, kept, things)
        return Ledger(products=self.result.entries, kept=kept, things=things)

    def _tell(self, uses: Iterable[Use], kept: Mapping[Use, frozenset[Use]], things: dict[Use, str]) -> None:
        for use in uses:
            if use in self._told:
                continue
            self._told.add(use)
            if use[0] == KEPT:
                self._tell(kept[use], kept, things)
            else:
                things[use] = self._fingerprints.of(use)

    def _take_over(self, product: Product) -> bool:
        entry = self._last.products.get(product.name)
        if entry is None or not self._is_current(product, entry):
            return False
        self._store.keep(entry.files)
        self.result.entries[product.name] = entry
        return True

    def _is_current(self, product: Product, entry: Entry) -> bool:
        if entry.state != product.state:
            return False
        if entry.shared not in self._unchanged_sets:
            self._unchanged_sets[entry.shared] = all(map(self._is_unchanged, entry.shared))
        if not self._unchanged_sets[entry.shared] or not all(map(self._is_unchanged, entry.own)):
            return False
        return self._store.has(entry.files)

    def _is_unchanged(self, use: Use) -> bool:
        known = self._unchanged.get(use)
        if known is None:
            if use[0] == KEPT:
                uses = self._last.kept.get(use)
                known = uses is not None and all(map(self._is_unchanged, uses))
            else:
                known = self._last.things.get(use) == self._fingerprints.of(use)
            self._unchanged[use] = known
        return known

    def _make_all(self, products: Iterable[Product]) -> None:
        for product in products:
            before = self._last.products.get(product.name)
            written: dict[str, Written] = {}
            with recorded() as uses, self._faults_named(product):
                for path, content in product.make():
                    written[path] = self._store.write(path, content, before.files.get(path) if before else None)
            self.result.entries[product.name] = make_entry(uses, product.state, written)
            self.result.made.append(product.name)

    @contextlib.contextmanager
    def _faults_named(self, product: Product) -> Iterator[None]:
        """Let what nobody foresaw say that it ended the making of *product*."""
        try:
            yield
        except (EcosystemError, OSError):
            raise
        except Exception as error:
            raise fault_of(error, KINDS, product.name) from error

    def _make_in_parts(self, products: Sequence[Product], processes: int) -> None:
        """Make *products* in as many parts as there are *processes*; the first part here, the others in children."""
        share = -(-len(products) // processes)
        parts = [products[start : start + share] for start in range(0, len(products), share)]
        children = [Child(partial(self._part, part)) for part in parts[1:]]
        try:
            self._make_all(parts[0])
            self._take([child.result() for child in children])
        finally:  # after a failure nobody may go on writing into a folder that is being removed
            for child in children:
                child.drop()

    def _take(self, results: Iterable[Any]) -> None:
        for entries, kept in results:
            self.result.entries |= {
                name: Entry(frozenset(shared), own, state, files) for name, shared, own, state, files in entries
            }
            self.result.made += [name for name, *_ in entries]
            self.result.kept |= {use: frozenset(uses) for use, uses in kept}

    def _part(self, products: Sequence[Product]) -> Any:
        self._make_all(products)
        entries = self.result.entries
        made = [
            (name, tuple(entries[name].shared), entries[name].own, entries[name].state, dict(entries[name].files))
            for name in self.result.made
        ]
        kept = [(use, tuple(uses)) for memory in self._memories for use, uses in memory.uses.items()]
        return made, kept


class Child:
    """A forked process that computes one thing. What goes wrong in it goes wrong here, when its result is asked for."""

    def __init__(self, compute: Callable[[], Any]) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        with warnings.catch_warnings():
            # Python 3.12 warns of forks beside threads: the child makes its one thing and asks nothing of theirs.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process = os.fork()
        if self._process == 0:
            os.close(reading)
            self._run(compute, writing)
        os.close(writing)
        self._reading = reading
        self._is_asked = False

    @staticmethod
    def _run(compute: Callable[[], Any], writing: int) -> NoReturn:
        """Compute in the child and tell the parent. Whatever happens, the child ends here."""
        try:
            with os.fdopen(writing, "wb") as pipe:
                try:
                    marshal.dump((True, compute()), pipe)
                except FaultError as fault:
                    marshal.dump((False, fault.told()), pipe)
                except (EcosystemError, OSError) as error:
                    marshal.dump((False, str(error)), pipe)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(0)

    def stop(self) -> None:
        """End the child, if it still runs."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)

    def drop(self) -> None:
        """End the child and wait until it has ended, unless its result has been asked for."""
        if not self._is_asked:
            self.stop()
            os.close(self._reading)
            os.waitpid(self._process, 0)

    def result(self) -> Any:
        """Return what the child has computed; raise `EcosystemError` or `FaultError` when it could not."""
        self._is_asked = True
        with os.fdopen(self._reading, "rb") as pipe:
            told = pipe.read()
        os.waitpid(self._process, 0)
        if not told:
            raise EcosystemError("a part of the site could not be made: its process has ended")
        is_well, answer = marshal.loads(told)  # noqa: S302 - written by our own child
        if not is_well:
            raise FaultError(*answer) if isinstance(answer, tuple) else EcosystemError(answer)
        return answer
