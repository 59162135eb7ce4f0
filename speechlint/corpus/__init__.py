"""Whole corpora: documents in tables or folders in, a table of findings out. Needs pyarrow."""

from speechlint.corpus.batch import lint_batch
from speechlint.corpus.errors import CorpusError
from speechlint.corpus.options import Options
from speechlint.corpus.schema import output_schema

__all__ = ["CorpusError", "Options", "lint_batch", "output_schema"]
