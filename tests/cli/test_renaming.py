"""`rename`, `remove` and `fix`: whole changes by one command, with every other line as it was."""

from workbench import DataFolder


def text(folder: DataFolder, file: str) -> str:
    return (folder.path / file).read_text(encoding="utf-8")


def test_a_new_id_reaches_all_that_name_the_record_and_keeps_the_old_address(data_folder: DataFolder) -> None:
    done = data_folder.run("rename", "pilots", "ensimmainen", "avaus")
    assert (done.returncode, done.stderr) == (0, "")
    assert "- id: avaus\n" in text(data_folder, "pilots.yaml")
    assert "formerly:\n    - ensimmainen\n" in text(data_folder, "pilots.yaml")
    assert "    - avaus\n" in text(data_folder, "news.yaml")
    assert "errors 0, warnings 0" in data_folder.run("check").stdout


def test_what_others_name_is_not_removed_and_they_are_told(data_folder: DataFolder) -> None:
    before = text(data_folder, "pilots.yaml")
    done = data_folder.run("remove", "pilots", "ensimmainen")
    assert done.returncode == 1
    assert "news.yaml:14:7: the record alku-2025" in done.stdout
    assert text(data_folder, "pilots.yaml") == before


def test_what_nobody_names_is_removed(data_folder: DataFolder) -> None:
    assert data_folder.run("remove", "news", "tuleva-2099").returncode == 0
    assert "tuleva-2099" not in text(data_folder, "news.yaml")
    assert "errors 0" in data_folder.run("check").stdout


def test_certain_suggestions_are_written_and_shown(data_folder: DataFolder) -> None:
    data_folder.replace("members.yaml", "kind: company", "laji: yritys")
    data_folder.replace("members.yaml", "updated: 2025-03-01", "updated: 1.3.2025")
    done = data_folder.run("fix")
    assert "+  kind: company" in done.stdout
    assert "+  updated: 2025-03-01" in done.stdout
    assert "errors 0, warnings 0" in data_folder.run("check").stdout
