"""A folder in a git repository of its own, whose commits are of the days that a test says."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, day: str = "2026-11-01") -> str:
    """Run git in *folder* at noon of *day*, and return what it prints."""
    when = f"{day}T12:00:00+02:00"
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _NAMES.items()}
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments],
        env={**names, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "HOME": str(folder), "PATH": _PATH},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, day: str, message: str = "change") -> str:
    """Commit all that *folder* holds on *day*; return the name of the commit."""
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message, day=day)
    return git(folder, "rev-parse", "HEAD")


_NAMES = {"NAME": "Editor", "EMAIL": "editor@example.org"}
_PATH = "/usr/local/bin:/usr/bin:/bin"
