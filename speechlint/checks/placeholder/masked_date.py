"""placeholder/masked-date"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedDate(MaskRule):
    """Months, days and hours that were taken out: X月X日, 2024年*月*日."""

    id = "placeholder/masked-date"
    title = Bilingual("月、日或时刻没有填", "A month, a day or an hour is still to be put in")
    why = Bilingual("日期是公文的要素，不能留空。", "A document's date has to be complete.")
    norm = "GB/T 9704-2012 7.3.5"
    kind = Kind.DATE
    noun = Bilingual("日期", "a date")
    VALID = (
        Valid("2024年5月1日，5*8小时工作制照旧。"),
        Valid("月月有检查，日日有记录，X光室按时开门。"),
    )
    INVALID = (
        Invalid("今年⟦X⟧月份以来，码头货量上升。"),
        Invalid("2024年⟦X⟧月⟦XX⟧日上午⟦X⟧时开船。"),
        Invalid("2024年⟦*⟧月⟦*⟧日印发"),
        Invalid("會議於⟦××⟧月⟦××⟧日舉行。"),
        Invalid("⟦X⟧月⟦X⟧日开船。", fixed="5月8日开船。", values={"X月X日": "5月8日"}),
    )
