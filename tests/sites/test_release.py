"""A release: the same bytes wherever it is made, whole or not at all, and true in what it says about itself."""

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from ecosystem.cli import dependencies, main
from ecosystem.cli.dependencies import age_in_days
from ecosystem.ground.errors import EcosystemError
from ecosystem.ground.settings import read_settings
from ecosystem.site.release import publication
from ecosystem.site.release.archive import pack
from ecosystem.site.release.licences import ALLOWED, LicenceError, licences_text, own_licence, read_licences
from ecosystem.site.release.lock import LockError, Package, read_lock
from ecosystem.site.release.publication import make_release, with_release_time
from sites.test_faults import Project
from workbench import FULL, NOW, ROOT

pytestmark = pytest.mark.slow

NAME = "sote-ai-ecosystem-site-0.1.0"
LOCK = ROOT / "requirements" / "site.txt"
LICENCES = ROOT / "requirements" / "licences.txt"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of a small folder that stands for the site."""
    folder = tmp_path_factory.mktemp("release") / "release"

    def build(site: Path, epoch: str) -> None:
        assert epoch == NOW
        (site / "sv").mkdir(parents=True)
        (site / "index.html").write_text("fi")
        (site / "sv" / "index.html").write_text("sv")
        (site / ".htaccess").write_text("x")

    make_release(read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}), folder, build)
    return folder


def test_two_folders_make_the_same_release(tmp_path: Path) -> None:
    contents = []
    for place in ("one", "toinen kansio"):
        project = Project(tmp_path / place)
        status, said = project.build("release", ECOSYSTEM_CARDS="0")
        assert status == 0, said
        assert project.leftovers() == []
        contents.append({path.name: path.read_bytes() for path in (project.folder / "release").iterdir()})
    assert sorted(contents[0]) == sorted(
        [
            "SHA256SUMS",
            *(f"{NAME}.{end}" for end in ("cdx.json", "licences.txt", "nginx.conf", "provenance.json", "tar.gz")),
        ]
    )
    # Names only: pytest would compare the bytes of archives for minutes.
    assert [name for name in contents[0] if contents[0][name] != contents[1][name]] == []
    with tarfile.open(fileobj=io.BytesIO(contents[0][f"{NAME}.tar.gz"])) as archive:
        assert {f"{NAME}/index.html", f"{NAME}/_headers", f"{NAME}/.htaccess"} <= set(archive.getnames())


def test_an_archive_depends_on_names_and_contents_alone(tmp_path: Path) -> None:
    for place, names in (("one", ["b/c", "a"]), ("other", ["a", "b/c"])):
        for name in names:
            (tmp_path / place / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / place / name).write_text(name)
    (tmp_path / "other" / "a").chmod(0o600)
    assert pack(tmp_path / "one", "x", 1) == pack(tmp_path / "other", "x", 1)
    with tarfile.open(fileobj=io.BytesIO(pack(tmp_path / "one", "x", 1))) as archive:
        assert [(one.name, one.mtime, one.uid, one.uname) for one in archive] == [
            (name, 1, 0, "") for name in ("x", "x/a", "x/b", "x/b/c")
        ]


def test_the_checksums_are_those_of_the_files(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    names = [line.split("  ")[1] for line in lines]
    assert sorted([*names, "SHA256SUMS"]) == sorted(path.name for path in release.iterdir())
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest


def test_the_list_of_parts_is_valid_and_whole(release: Path) -> None:
    text = (release / f"{NAME}.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = json.loads(text)
    assert parts["metadata"]["timestamp"] == "2026-11-22T09:00:00Z"
    listed = {part["purl"]: part for part in parts["components"] if "purl" in part}
    assert set(listed) == {package.address for package in read_lock(LOCK)}
    assert all(part["licenses"] and part["externalReferences"][0]["hashes"] for part in listed.values())
    graph = {one["ref"]: one.get("dependsOn", []) for one in parts["dependencies"]}
    mkdocs = next(address for address in listed if address.startswith("pkg:pypi/mkdocs@"))
    assert mkdocs in graph["sote-ai-ecosystem-site"]
    assert any(address.startswith("pkg:pypi/jinja2@") for address in graph[mkdocs])
    assert set(listed) <= {one for found in graph.values() for one in found}, "each is asked for by something"


def test_a_wrong_list_of_parts_is_seen() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str('{"bomFormat": "CycloneDX"}') is not None


def test_the_notes_say_what_the_release_was_made_from(release: Path) -> None:
    notes = json.loads((release / f"{NAME}.provenance.json").read_text(encoding="utf-8"))
    assert notes["source_date_epoch"] == int(NOW)
    assert notes["version_of_code"].startswith("0.1.0+")
    assert notes["locks_sha256"]["site.txt"] == hashlib.sha256(LOCK.read_bytes()).hexdigest()
    git = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    assert notes["commit"] == (git.stdout.strip() or None)


def test_without_a_given_time_the_last_commit_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW})
    monkeypatch.setattr(publication, "ROOT", tmp_path)
    assert with_release_time(settings, NOW) == settings
    with pytest.raises(EcosystemError, match="set SOURCE_DATE_EPOCH: there is no git history"):
        with_release_time(settings, None)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    dated = {"GIT_COMMITTER_DATE": "1700000000 +0200", "PATH": str(Path(shutil.which("git") or "").parent)}
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "first"], check=True, env=dated)
    assert int(with_release_time(settings, None).now.timestamp()) == 1700000000


def test_a_build_that_fails_leaves_the_last_release(release: Path) -> None:
    before = {path.name: path.read_bytes() for path in release.iterdir()}

    def build(_site: Path, _epoch: str) -> None:
        raise EcosystemError("no")

    with pytest.raises(EcosystemError, match="no"):
        make_release(read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}), release, build)
    assert {path.name: path.read_bytes() for path in release.iterdir()} == before
    assert list(release.parent.glob(".build-*")) == []


def test_no_release_is_made_of_data_with_mistakes(tmp_path: Path) -> None:
    settings = replace(read_settings({**FULL.variables, "SOURCE_DATE_EPOCH": NOW}), data=tmp_path)
    with pytest.raises(EcosystemError, match="data with mistakes"):
        make_release(settings, tmp_path / "release", lambda _site, _epoch: None)


def test_every_locked_package_has_a_licence_that_is_allowed() -> None:
    licences = read_licences(LICENCES)
    packages = read_lock(LOCK)
    assert list(licences) == sorted({package.name for package in packages}), "run: python -m ecosystem licences"
    assert set(licences.values()) <= ALLOWED
    assert licences_text(packages, licences) == LICENCES.read_text(encoding="utf-8")


def test_a_package_without_a_known_licence_is_a_message() -> None:
    unknown = Package("no-such-package", "1", (), ())
    assert own_licence("no-such-package") is None
    with pytest.raises(LicenceError, match="no licence is known of no-such-package"):
        licences_text([unknown], {})
    assert licences_text([unknown], {"no-such-package": "MIT"}) == "no-such-package MIT\n"


def test_the_lock_file_is_read_whole() -> None:
    text = LOCK.read_text(encoding="utf-8")
    packages = read_lock(LOCK)
    assert sum(len(package.digests) for package in packages) == text.count("--hash=sha256:")
    assert all(package.digests and package.asked_for_by for package in packages)


def test_a_lock_file_without_hashes_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "site.txt").write_text("mkdocs==1.6.1\nmkdocs-material>=9\n")
    with pytest.raises(LockError, match=r"site\.txt:2: not a line of a lock file with hashes: mkdocs-material>=9"):
        read_lock(tmp_path / "site.txt")


@pytest.mark.parametrize(("days", "status", "asks"), [(5, 0, False), (61, 1, True)])
def test_where_nobody_can_be_asked_the_age_of_the_lock_file_is_told(
    days: int, status: int, asks: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    age, oldest = max((age_in_days(lock, 2**31), lock.relative_to(ROOT).as_posix()) for lock in dependencies.LOCKS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2**31 - (age - days) * 86400))
    if asks:
        for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
    else:
        monkeypatch.setattr(dependencies, "known_holes", lambda _: None)
        monkeypatch.setattr(dependencies, "known_holes_of_npm", lambda _: None)
    assert main(["dependencies"]) == status
    said = capsys.readouterr().out
    assert f"cannot be reached; {oldest} is {days} days old" in said
    assert said.count("cannot be reached") == len(dependencies.LOCKS)
    assert ("run make lock" in said) is bool(status)
