"""The list of what the site is made with, for machines: a software bill of materials as CycloneDX 1.6."""

import datetime
import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ecosystem.site.release.lock import Package

_SCHEMA: Final = "http://cyclonedx.org/schema/bom-1.6.schema.json"

#: What comes with the site's own code and has terms of its own.
_FONT: Final = {
    "type": "library",
    "bom-ref": "source-sans-pro",
    "name": "Source Sans Pro",
    "licenses": [{"license": {"id": "OFL-1.1"}}],
}


def parts_list(
    name: str, version: str, packages: Iterable[Package], licences: Mapping[str, str], now: datetime.datetime
) -> bytes:
    """Return the list of *packages* of the program *name*, as it is *now*; the same input has the same bytes."""
    packages = list(packages)
    root = {
        "type": "application",
        "bom-ref": name,
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": "EUPL-1.2"}}],
    }
    document = {
        "$schema": _SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": "",
        "version": 1,
        "metadata": {"timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": root},
        "components": [*(_component(package, licences[package.name]) for package in packages), _FONT],
        "dependencies": _dependencies(name, packages),
    }
    content = json.dumps(document, sort_keys=True)
    return _text({**document, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"})


def _component(package: Package, licence: str) -> dict[str, Any]:
    terms = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    files = {
        "type": "distribution",
        "url": f"https://pypi.org/project/{package.name}/{package.version}/#files",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.digests],
    }
    return {
        "type": "library",
        "bom-ref": package.address,
        "name": package.name,
        "version": package.version,
        "purl": package.address,
        "licenses": [terms],
        "externalReferences": [files],
    }


def _dependencies(name: str, packages: list[Package]) -> list[dict[str, Any]]:
    """Return for each package, and for the program itself, what it asks for."""
    addresses: dict[str, list[str]] = {}
    for package in packages:
        for other in package.asked_for_by:
            addresses.setdefault(other, []).append(package.address)
    own = {"ref": name, "dependsOn": sorted({*addresses.get(name, ()), "source-sans-pro"})}
    return [
        own,
        *({"ref": package.address, "dependsOn": sorted(set(addresses.get(package.name, ())))} for package in packages),
        {"ref": "source-sans-pro"},
    ]


def _text(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
