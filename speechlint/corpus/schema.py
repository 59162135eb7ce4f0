"""The columns of the output. They are the same for every engine; docs/scale.md explains them."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.options import Options
from speechlint.findings.bilingual import Bilingual

# A string column that readers may add: why a document could not be read. It is reported, and not passed on.
FAULT = "__speechlint_fault__"

EDIT = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("content", pa.string())])
FIX = pa.struct([("applicability", pa.string()), ("message", pa.string()), ("edits", pa.list_(EDIT))])
FINDING = pa.struct(
    [
        ("code", pa.string()),
        ("family", pa.string()),
        ("severity", pa.string()),
        ("start", pa.int32()),  # code points of the text as it came, as in the edits
        ("end", pa.int32()),
        ("row", pa.int32()),  # 1-based, as is the column
        ("column", pa.int32()),
        ("message", pa.string()),
        ("text", pa.string()),
        ("fix", FIX),
        ("fingerprint", pa.string()),
    ]
)
CHANGE = pa.struct([("code", pa.string()), ("applicability", pa.string()), ("count", pa.int32())])

_NO_TEXTS = Bilingual("请用 --text 指明放正文的列。", "Name the column of the texts with --text.")
_NOT_CARRIED = Bilingual("请改 --id、--keep 或 --partition-by。", "Change --id, --keep or --partition-by.")

FOUND = (
    pa.field("characters", pa.int32()),
    pa.field("sha256", pa.string()),
    pa.field("quality", pa.float64()),
    pa.field("errors", pa.int32()),
    pa.field("warnings", pa.int32()),
    pa.field("hints", pa.int32()),
    pa.field("counts", pa.map_(pa.string(), pa.int32())),
    pa.field("findings", pa.list_(FINDING)),
    pa.field("error", pa.string()),
)
CLEANED = (
    pa.field("clean_text", pa.string()),
    pa.field("clean_quality", pa.float64()),
    pa.field("changes", pa.list_(CHANGE)),
    pa.field("edits", pa.list_(EDIT)),
)


def output_schema(given: pa.Schema, options: Options) -> pa.Schema:
    """The columns that come of a table with the columns `given`: id, what is kept, what was found.

    Raises CorpusError where a column is missing, has another type than it must, or bears a name of ours.
    """
    check_columns(given, options)
    carried = carried_columns(options)
    made = results(options)
    for field in made:
        if field.name in carried:
            raise CorpusError(
                f"列 {field.name} 与结果里的列同名，不能原样带出；请先改名。",
                f"column {field.name} has the name of a result column and cannot be kept; rename it first.",
            )
    return pa.schema([*(_plain(given.field(name)) for name in carried), *made])


def check_columns(given: pa.Schema, options: Options) -> None:
    """Raises CorpusError where a column that is read is missing, or the texts' column holds none."""
    _check_present(given, options.text, _NO_TEXTS)
    _check_text(given, options.text)
    for name in carried_columns(options):
        _check_present(given, name, _NOT_CARRIED)


def check_folders(given: pa.Schema, columns: Sequence[str]) -> None:
    """Raises CorpusError where one of these columns, as far as they are there, has values that name no folder."""
    for name in columns:
        if name in given.names and pa.types.is_nested(kind := given.field(name).type):
            raise CorpusError(
                f"--partition-by {name}：这一列的类型是 {kind}，不能作文件夹名；请换一列。",
                f"--partition-by {name}: the column is of type {kind}, and its values name no folders; take another"
                " column.",
            )


def carried_columns(options: Options) -> tuple[str, ...]:
    """The columns that stand in the output as they came: the id, then those to be kept."""
    names = options.keep if options.id is None else (options.id, *options.keep)
    return tuple(dict.fromkeys(names))


def results(options: Options) -> tuple[pa.Field, ...]:
    """The columns that a check makes."""
    return (*FOUND, *CLEANED) if options.clean else FOUND


def holds_bytes(kind: pa.DataType) -> bool:
    """Whether a column of this type holds the bytes of files."""
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind))


def _check_text(given: pa.Schema, name: str) -> None:
    kind = given.field(name).type
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if not (_is_text(kind) or holds_bytes(kind) or pa.types.is_null(kind)):
        raise CorpusError(
            f"列 {name} 的类型是 {kind}，不是文字；请用 --text 指明放正文的列。",
            f"column {name} is of type {kind} and holds no text; name the column of the texts with --text.",
        )


def _check_present(given: pa.Schema, name: str, remedy: Bilingual) -> None:
    if given.get_field_index(name) >= 0:
        return
    known = [field.name for field in given if field.name != FAULT]
    if given.names.count(name) > 1:
        raise CorpusError(f"有几列都叫 {name}；请先改名。", f"several columns are called {name}; rename them first.")
    raise CorpusError(
        f"没有列 {name}；有：{'、'.join(known)}。{remedy.zh}",
        f"there is no column {name}; there are: {', '.join(known)}. {remedy.en}",
    )


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _plain(field: pa.Field) -> pa.Field:
    return pa.field(field.name, field.type)
