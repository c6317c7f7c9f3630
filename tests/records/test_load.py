"""Loading the data folder: bad files of every kind end in messages, within two seconds, without a traceback."""

import time
from collections.abc import Callable

import pytest

from workbench import DataFolder

MEMBERS = "members.yaml"


def bytes_of(make: Callable[[bytes], bytes]) -> Callable[[DataFolder], None]:
    def spoil(folder: DataFolder) -> None:
        path = folder.path / MEMBERS
        path.write_bytes(make(path.read_bytes()))

    return spoil


BAD_FILES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "only a comment": lambda _: b"# nothing\n",
    "a scalar": lambda _: b"hello\n",
    "a mapping": lambda _: b"id: x\n",
    "scalars in a list": lambda _: b"- a\n- b\n",
    "lists in a list": lambda _: b"- [a]\n- []\n",
    "empty records": lambda _: b"- {}\n" * 3,
    "twenty thousand empty records": lambda _: b"- {}\n" * 20_000,
    "windows-1252": lambda good: good.decode().encode("cp1252"),
    "utf-16": lambda good: good.decode().encode("utf-16"),
    "broken utf-8": lambda good: good[:300] + b"\xff\xfe\xc3" + good[300:],
    "random bytes": lambda _: bytes((index * 7919) % 256 for index in range(50_000)),
    "cut off": lambda good: good[:333],
    "ten megabytes": lambda good: good * (10_000_000 // len(good) + 1),
    "one line of seven megabytes": lambda _: b"- id: " + b"a" * 7_000_000,
    "nested brackets": lambda _: b"[" * 50_000,
    "nested mappings": lambda _: b"".join(b" " * depth + b"a:\n" for depth in range(1_000)),
    "aliases of aliases": lambda _: b"- &a [x]\n" + b"".join(b"- &a%d [*a,*a,*a]\n" % index for index in range(20_000)),
    "twenty thousand unknown fields": lambda _: (
        b"- id: a\n" + b"".join(b"  k%d: v\n" % index for index in range(20_000))
    ),
    "an alias to itself": lambda _: b"- &a\n  id: x\n  b: *a\n",
    "keys that are lists": lambda _: b"- ? [a, b]\n  : c\n- {[a]: {b: c}}\n",
    "an id like a path": lambda _: b"- id: ../../etc/passwd\n",
    "a second document": lambda good: good + b"---\n- id: x\n",
    "an object of python": lambda _: b"- !!python/object/apply:os.system ['ls']\n",
}


@pytest.mark.parametrize("make", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_ends_in_a_message(make: Callable[[bytes], bytes], data_folder: DataFolder) -> None:
    bytes_of(make)(data_folder)
    before = time.process_time()
    result = data_folder.run("check")
    seconds = time.process_time() - before
    assert (result.returncode, result.stderr) == (1, "")
    assert MEMBERS in result.stdout
    assert seconds < 2, f"{seconds} s of processor time"


def test_a_folder_that_is_not_there(data_folder: DataFolder) -> None:
    missing = DataFolder(data_folder.path / "none")
    result = missing.run("check")
    assert (result.returncode, result.stderr) == (1, "")
    assert "there is no such folder of data" in result.stdout


def test_a_misspelt_file_name_is_not_overlooked(data_folder: DataFolder) -> None:
    (data_folder.path / "members.yaml").rename(data_folder.path / "memebers.yaml")
    result = data_folder.run("check")
    assert "Did you mean members.yaml?" in result.stdout
    assert result.returncode == 1


def test_messages_print_nothing_that_a_terminal_would_obey(data_folder: DataFolder) -> None:
    data_folder.replace(MEMBERS, "kind: company", 'kind: "\\x1b[31m\\x07red"')
    result = data_folder.run("check")
    assert "\x1b" not in result.stdout
    assert result.returncode == 1


def test_values_that_cannot_be_read_do_not_raise_further_findings(data_folder: DataFolder) -> None:
    data_folder.replace(MEMBERS, "kind: company", "kind: !!str company")
    lines = data_folder.run("check").stdout.splitlines()
    assert len(lines) == 2
    assert "the tag tag:yaml.org,2002:str is not allowed" in lines[0]


def test_findings_are_sorted_by_place(data_folder: DataFolder) -> None:
    data_folder.replace(MEMBERS, "kind: company", "kind: compny")
    data_folder.replace(MEMBERS, "kind: association", "kind: compny")
    places = [int(line.split(":")[1]) for line in data_folder.run("check").stdout.splitlines()[:-1]]
    assert places == sorted(places)
    assert len(places) == 2
