"""List what a wheel, or the executable, is made of, as CycloneDX 1.6: always the same, without a date."""

import json
import platform
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Component = dict[str, Any]

NAME: Final = "ryggkompis"
FONTS: Final = {
    "DejaVuSansCondensed": ("2.37", "Bitstream-Vera"),
    "DejaVuSansCondensed-Bold": ("2.37", "Bitstream-Vera"),
    "NotoEmoji-Regular": ("3.006", "OFL-1.1"),
}
"""What is not ours in ``data``: version and licence."""


def of_the_wheel(root: Path, version: str, asked_for: Iterable[str]) -> Component:
    """List the fonts that it carries, and the packages that it asks for, which it does not carry."""
    return _bom(version, [*_fonts(root), *(_asked_for(Requirement(one)) for one in asked_for)])


def of_the_executable(root: Path) -> Component:
    """List the fonts, Python, what starts it, and every package of this environment that lies in it."""
    python = _component("application", "cpython", platform.python_version(), "PSF-2.0")
    packages = [_installed(name) for name in sorted(closure(f"{NAME}[all]") - {NAME})]
    return _bom(distribution(NAME).version, [*_fonts(root), python, _installed("pyinstaller"), *packages])


def closure(wanted: str) -> set[str]:
    """Name ``wanted`` and all that it needs here, directly or not."""
    found: set[str] = set()
    left = [Requirement(wanted)]
    seen: set[str] = set()
    while left:
        one = left.pop()
        if str(one) in seen:
            continue
        seen.add(str(one))
        found.add(canonicalize_name(one.name))
        left += _needs(one)
    return found


def _needs(one: Requirement) -> Iterator[Requirement]:
    for text in distribution(one.name).requires or ():
        needed = Requirement(text)
        if not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in one.extras | {""}):
            yield needed


def _bom(version: str, components: list[Component]) -> Component:
    ours = _component("application", NAME, version, "MIT")
    refs = [one["bom-ref"] for one in components]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": ours},
        "components": components,
        "dependencies": [{"ref": ours["bom-ref"], "dependsOn": refs}, *({"ref": ref} for ref in refs)],
    }


def _component(kind: str, name: str, version: str, licence: str | None) -> Component:
    made: Component = {"type": kind, "bom-ref": name, "name": name}
    if version:
        made["version"] = version
    if licence:
        made["licenses"] = [{"expression": licence}]
    return made


def _fonts(root: Path) -> Iterator[Component]:
    return (_font(root / "data" / "fonts" / f"{name}.ttf") for name in FONTS)


def _font(file: Path) -> Component:
    digest = {"alg": "SHA-256", "content": sha256(file.read_bytes()).hexdigest()}
    return {**_component("file", file.name, *FONTS[file.stem]), "hashes": [digest]}


def _asked_for(one: Requirement) -> Component:
    name = canonicalize_name(one.name)
    versions = {"name": "python:requirement", "value": str(one)}
    return {**_component("library", name, "", None), "purl": f"pkg:pypi/{name}", "properties": [versions]}


def _installed(name: str) -> Component:
    about = distribution(name)
    fields = about.metadata.json
    licence = str(fields.get("license_expression") or fields.get("license") or "")
    try:
        said = canonicalize_license_expression(licence)
    except InvalidLicenseExpression:  # a sentence, or a whole text
        said = None
    version = about.version
    return {**_component("library", name, version, said), "purl": f"pkg:pypi/{name}@{version}"}


if __name__ == "__main__":
    json.dump(of_the_executable(Path(__file__).resolve().parents[1]), sys.stdout, indent=1)
