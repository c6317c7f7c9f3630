"""`make bench`: processor time and memory of the commands on data of several sizes, each held against its limit.

A build is compared with a bare `mkdocs build` of the same hand-written pages in the same run, because times of one
machine say nothing about another.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from demonstrations import write_demonstration
from search.traffic import report
from synthetic import ROOT, write_members
from workbench import FULL

#: What the downloads of 100 organisations in three languages may cost.
MOST_SECONDS = 20
MOST_MEGABYTES = 600

BARE = """site_name: bare
docs_dir: {docs}
theme: {{name: material, font: false}}
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {{locale: fi, name: Suomi, default: true}}
        - {{locale: sv, name: Svenska}}
        - {{locale: en, name: English}}
markdown_extensions: [attr_list, tables]
"""


def measure(*arguments: str, data: Path | None = None, **settings: str) -> tuple[float, float]:
    """Run a module of Python; return its processor time in seconds and its largest memory in megabytes."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        **FULL.variables,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python"),
    }
    if data is not None:
        environment["ECOSYSTEM_DATA"] = str(data)
    environment |= settings
    code = (
        "import resource, subprocess, sys; "
        "done = subprocess.run([sys.executable, '-m', *sys.argv[1:]], capture_output=True); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    seconds, megabytes, status = result.stdout.split()
    if int(status):
        raise SystemExit(f"failed: {' '.join(arguments)}")
    return float(seconds), float(megabytes)


def measure_downloads(work: Path, organisations: int = 100) -> None:
    """Print what the files of a catalogue of so many made-up organisations cost, made anew and again."""
    data = work / "demo"
    write_demonstration(data, FULL.data, ROOT / "strings", organisations)
    target = str(work / "downloads")
    for label, arguments in (("made anew ", ["--anew"]), ("unchanged ", [])):
        if not arguments:
            measure("ecosystem", "downloads", "--to", target, data=data)
        seconds, memory = measure("ecosystem", "downloads", "--to", target, *arguments, data=data)
        verdict = "within" if seconds <= MOST_SECONDS and memory <= MOST_MEGABYTES else "over"
        sys.stdout.write(f"downloads, {organisations} organisations, {label} {seconds:6.2f} s {memory:6.0f} MB")
        sys.stdout.write(f"  {verdict} {MOST_SECONDS} s and {MOST_MEGABYTES} MB\n")


def measure_index(data: Path, built: float, site: Path) -> str:
    """Return a line on what the search index adds to a build of *built* seconds, and what Pagefind alone needs."""
    target = str(site.parent / "without")
    without = min(measure("mkdocs", "-q", "build", "-d", target, data=data, ECOSYSTEM_SEARCH="0")[0] for _ in range(2))
    alone, _ = measure("pagefind_bin_extended", "--site", str(site), "--output-path", str(site.parent / "pagefind"))
    index = built - without
    return f"search index {index:.2f} s, Pagefind alone {alone:.2f} s: {index / alone:.1f} times\n"


def main() -> None:
    """Print a line for each measurement; of the downloads only when `downloads` is asked for."""
    say = sys.stdout.write
    if sys.argv[1:] == ["downloads"]:
        with tempfile.TemporaryDirectory() as folder:
            measure_downloads(Path(folder))
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        measure_downloads(work)
        config = work / "mkdocs.yml"
        config.write_text(BARE.format(docs=FULL.docs), encoding="utf-8")
        bare, _ = min(measure("mkdocs", "-q", "build", "-f", str(config), "-d", str(work / "bare")) for _ in range(3))
        say(f"bare mkdocs build                 {bare:6.2f} s\n")
        for members, sentences in [(250, 20), (4000, 3)]:
            data = write_members(work / str(members), members, sentences)
            seconds, memory = measure("ecosystem", "check", data=data)
            say(f"check, {members:5} members              {seconds:6.2f} s {memory:6.0f} MB\n")
            built = [measure("mkdocs", "-q", "build", "-d", str(work / "site"), data=data) for _ in range(2)]
            for label, (seconds, memory) in zip(("first ", "second"), built, strict=True):
                say(f"build, {members:5} members, {label} time {seconds:6.2f} s {memory:6.0f} MB")
                say(f"  {seconds / bare:.1f} times the bare build\n")
            say(measure_index(data, min(seconds for seconds, _ in built), work / "site"))
            say(report(work / "site"))


if __name__ == "__main__":
    main()
