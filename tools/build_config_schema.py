"""Write the JSON Schema of the configuration: python tools/build_config_schema.py"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from speechlint.config.schema import ConfigFile

FILE = Path(__file__).resolve().parents[1] / "speechlint" / "config" / "speechlint.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as its file holds it."""
    (schema,), parts = msgspec.json.schema_components([ConfigFile], ref_template="#/$defs/{name}")
    definitions: dict[str, Any] = dict(parts)
    main = definitions.pop(schema["$ref"].rpartition("/")[2])
    main["title"] = "speechlint.toml"
    whole = {"$schema": DIALECT, **main, "$defs": definitions}
    return json.dumps(_without_null(whole), ensure_ascii=False, indent=2) + "\n"


def _without_null(node: Any) -> Any:
    """TOML has no null: a key that may be missing is of one type, and has no default."""
    if isinstance(node, list):
        return [_without_null(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: _without_null(value) for key, value in node.items() if not (key == "default" and value is None)}
    kinds = [kind for kind in node.pop("anyOf", []) if kind != {"type": "null"}]
    if len(kinds) > 1:
        node["anyOf"] = kinds
    return {**node, **kinds[0]} if len(kinds) == 1 else node


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
    print(FILE)
