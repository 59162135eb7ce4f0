"""The keys of a configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

Preset = Literal["gongwen", "zh-hant", "template", "scraped", "strict", "minimal"]
SeverityName = Literal["hint", "warning", "error"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`allow`: words that are right as they stand; `names`: names of people, places, organs."""

    allow: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Placeholders(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`values`: what to put in place of a placeholder, `{"X市": "江城市"}`."""

    values: dict[str, str] = {}


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One configuration: the keys of `speechlint.toml` with their defaults.

    `select` None means the preset's own choice. `root` is the folder that patterns and paths are relative to; `origin` is
    the file that the configuration was read from.
    """

    preset: Preset = "gongwen"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: dict[str, SeverityName] = {}
    options: dict[str, dict[str, Any]] = {}
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    per_file_select: dict[str, tuple[str, ...]] = {}
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rule_packs: tuple[str, ...] = ()
    baseline: str | None = None
    lang: Literal["zh", "en"] = "zh"
    encoding: str | None = None
    words: Words = Words()
    placeholders: Placeholders = Placeholders()
    root: Path | None = None
    origin: Path | None = None
