"""The part of pycorrector that needs no model, over some files; `benchmarks.compare` runs it where that is installed.

Its package imports models of gigabytes before anything else; here only the module with the rules is imported.
"""

import importlib.util
import sys
import types
from pathlib import Path

package = types.ModuleType("pycorrector")
found = importlib.util.find_spec("pycorrector")
assert found is not None and found.submodule_search_locations is not None
package.__path__ = list(found.submodule_search_locations)
sys.modules["pycorrector"] = package

from pycorrector.proper_corrector import ProperCorrector  # type: ignore[import-not-found]  # noqa: E402

corrector = ProperCorrector()
for name in sys.argv[1:]:
    for wrong, right, place in corrector.correct(Path(name).read_text(encoding="utf-8"))["errors"]:
        print("slip", name, place, wrong, right)
