"""The window is tried in English unless a test says otherwise, and in colour."""

from collections.abc import Iterator

import pytest

from ryggkompis.i18n.language import use


@pytest.fixture(autouse=True)
def _as_everyone_sees_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    use("en")
    yield
    use("en")
