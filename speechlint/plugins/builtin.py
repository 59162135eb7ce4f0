"""Our own rules, formats and reporters, which enter through the same hooks as everybody's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from speechlint.findings.card import card_of

if TYPE_CHECKING:
    from speechlint.findings.card import Card
    from speechlint.findings.rule import Rule
    from speechlint.formats.registry import Format
    from speechlint.reporters.registry import Reporter

# Module below speechlint.checks, and the class in it. Sorted; a test compares it with the files.
CHECKS: tuple[str, ...] = (
    "consistency.enumeration_order:EnumerationOrder",
    "consistency.leaked_name:LeakedName",
    "consistency.leaked_place:LeakedPlace",
    "consistency.name_variant:NameVariant",
    "consistency.number_conflict:NumberConflict",
    "consistency.number_placeholder_scale:NumberPlaceholderScale",
    "consistency.org_variant:OrgVariant",
    "consistency.quoted_variant:QuotedVariant",
    "consistency.term_variant:TermVariant",
    "consistency.title_body_mismatch:TitleBodyMismatch",
    "consistency.year_mask_mix:YearMaskMix",
    "number.approx_dunhao:ApproxDunhao",
    "number.date_numeral_mix:DateNumeralMix",
    "number.double_approx:DoubleApprox",
    "number.invalid_date:InvalidDate",
    "number.mixed_numeral_style:MixedNumeralStyle",
    "number.percent_and_multiple:PercentAndMultiple",
    "number.plan_period:PlanPeriod",
    "number.range_unit:RangeUnit",
    "number.redundant_since:RedundantSince",
    "number.separator_style:SeparatorStyle",
    "number.session_fact:SessionFact",
    "number.short_year:ShortYear",
    "number.sum_mismatch:SumMismatch",
    "number.unit_mix:UnitMix",
    "number.zero_form:ZeroForm",
    "numbering.announced_count:AnnouncedCount",
    "numbering.arabic_dunhao:ArabicDunhao",
    "numbering.attachment_number:AttachmentNumber",
    "numbering.bracket_number_mark:BracketNumberMark",
    "numbering.cn_number_mark:CnNumberMark",
    "numbering.di_dunhao:DiDunhao",
    "numbering.flattened_heading:FlattenedHeading",
    "numbering.halfwidth_bracket_number:HalfwidthBracketNumber",
    "numbering.heading_end_mark:HeadingEndMark",
    "numbering.heading_spacing:HeadingSpacing",
    "numbering.inline_run:InlineRun",
    "numbering.level_density:LevelDensity",
    "numbering.level_order:LevelOrder",
    "numbering.mixed_siblings:MixedSiblings",
    "numbering.ordinal_word_mix:OrdinalWordMix",
    "numbering.sequence_duplicate:SequenceDuplicate",
    "numbering.sequence_gap:SequenceGap",
    "numbering.sequence_start:SequenceStart",
    "numbering.singleton_enumeration:SingletonEnumeration",
    "numbering.toc_body_mismatch:TocBodyMismatch",
    "placeholder.author_note:AuthorNote",
    "placeholder.blank_field:BlankField",
    "placeholder.bracket_prompt:BracketPrompt",
    "placeholder.latin_mask:LatinMask",
    "placeholder.letter_alias:LetterAlias",
    "placeholder.mask_style_mixed:MaskStyleMixed",
    "placeholder.masked_clause:MaskedClause",
    "placeholder.masked_date:MaskedDate",
    "placeholder.masked_name:MaskedName",
    "placeholder.masked_number:MaskedNumber",
    "placeholder.masked_ordinal:MaskedOrdinal",
    "placeholder.masked_quoted_term:MaskedQuotedTerm",
    "placeholder.masked_title:MaskedTitle",
    "placeholder.masked_year:MaskedYear",
    "placeholder.missing_name:MissingName",
    "placeholder.missing_number:MissingNumber",
    "placeholder.mou_placeholder:MouPlaceholder",
    "placeholder.partial_word_mask:PartialWordMask",
    "placeholder.sample_identity:SampleIdentity",
    "placeholder.symbol_mask:SymbolMask",
    "punctuation.colon_use:ColonUse",
    "punctuation.dash_form:DashForm",
    "punctuation.doc_number_bracket:DocNumberBracket",
    "punctuation.dunhao_between_quotes:DunhaoBetweenQuotes",
    "punctuation.dunhao_conj:DunhaoConj",
    "punctuation.dunhao_scope:DunhaoScope",
    "punctuation.ellipsis_form:EllipsisForm",
    "punctuation.guillemets:Guillemets",
    "punctuation.halfwidth_punct:HalfwidthPunct",
    "punctuation.interpunct:Interpunct",
    "punctuation.list_end_deng:ListEndDeng",
    "punctuation.list_intro:ListIntro",
    "punctuation.mark_position:MarkPosition",
    "punctuation.mixed_width_pair:MixedWidthPair",
    "punctuation.nesting:Nesting",
    "punctuation.period_at_quote:PeriodAtQuote",
    "punctuation.question_mark:QuestionMark",
    "punctuation.range_connector:RangeConnector",
    "punctuation.repeated_mark:RepeatedMark",
    "punctuation.salutation_mark:SalutationMark",
    "punctuation.straight_quote:StraightQuote",
    "punctuation.title_mark:TitleMark",
    "punctuation.unbalanced_pair:UnbalancedPair",
    "redaction.emptied_quotation:EmptiedQuotation",
    "redaction.letters_in_word:LettersInWord",
    "redaction.missing_speaker:MissingSpeaker",
    "redaction.scrubbed_name:ScrubbedName",
    "redaction.scrubbed_owner:ScrubbedOwner",
    "redaction.scrubbed_term:ScrubbedTerm",
    "redaction.scrubbed_word:ScrubbedWord",
    "redaction.tofu_box:TofuBox",
    "script.boundary_conversion:BoundaryConversion",
    "script.cross_strait_mix:CrossStraitMix",
    "script.fullwidth_alnum:FullwidthAlnum",
    "script.homoglyph:Homoglyph",
    "script.invisible_char:InvisibleChar",
    "script.mojibake:Mojibake",
    "script.one_to_many_char:OneToManyChar",
    "script.phrase_over_conversion:PhraseOverConversion",
    "script.private_use_or_replacement:PrivateUseOrReplacement",
    "script.radical_or_compat:RadicalOrCompat",
    "script.simplified_in_traditional:SimplifiedInTraditional",
    "script.traditional_in_simplified:TraditionalInSimplified",
    "script.undecided_script:UndecidedScript",
    "script.variant_glyph:VariantGlyph",
    "spacing.blank_run:BlankRun",
    "spacing.cjk_latin_space:CjkLatinSpace",
    "spacing.hard_wrap:HardWrap",
    "spacing.inner_space:InnerSpace",
    "spacing.mixed_indent:MixedIndent",
    "spacing.odd_space:OddSpace",
    "spacing.punct_space:PunctSpace",
    "spacing.space_run:SpaceRun",
    "spacing.trailing_space:TrailingSpace",
    "truncation.cut_mid_word:CutMidWord",
    "truncation.dangling_item:DanglingItem",
    "truncation.ends_mid_sentence:EndsMidSentence",
    "truncation.flattened_structure:FlattenedStructure",
    "truncation.missing_frame:MissingFrame",
    "truncation.section_missing:SectionMissing",
    "truncation.starts_mid_sentence:StartsMidSentence",
    "typo.confusable_word:ConfusableWord",
    "typo.de_di_de:DeDiDe",
    "typo.doubled_token:DoubledToken",
    "typo.dropped_character:DroppedCharacter",
    "typo.homophone_word:HomophoneWord",
    "typo.idiom:Idiom",
    "typo.jiezhi:Jiezhi",
    "typo.surplus_character:SurplusCharacter",
    "typo.unknown_register:UnknownRegister",
    "typo.unlikely_character:UnlikelyCharacter",
    "typo.unlikely_particle:UnlikelyParticle",
    "typo.zuo_zuo:ZuoZuo",
    "watermark.ad_block:AdBlock",
    "watermark.anti_copy_noise:AntiCopyNoise",
    "watermark.breadcrumb:Breadcrumb",
    "watermark.button_label:ButtonLabel",
    "watermark.collection_marker:CollectionMarker",
    "watermark.contact_or_url:ContactOrUrl",
    "watermark.disclaimer:Disclaimer",
    "watermark.duplicated_block:DuplicatedBlock",
    "watermark.editor_boilerplate:EditorBoilerplate",
    "watermark.forum_noise:ForumNoise",
    "watermark.invisible_fingerprint:InvisibleFingerprint",
    "watermark.markup_residue:MarkupResidue",
    "watermark.omitted_chars:OmittedChars",
    "watermark.outline_preview:OutlinePreview",
    "watermark.page_footer:PageFooter",
    "watermark.page_split_marker:PageSplitMarker",
    "watermark.paywall:Paywall",
    "watermark.ruby_leak:RubyLeak",
    "watermark.seo_intro:SeoIntro",
    "watermark.site_name_line:SiteNameLine",
    "watermark.template_vocabulary:TemplateVocabulary",
    "watermark.unfinished_notice:UnfinishedNotice",
    "watermark.upload_metadata:UploadMetadata",
    "watermark.use_prohibition:UseProhibition",
    "wording.calendar_fact:CalendarFact",
    "wording.collocation:Collocation",
    "wording.fixed_formula:FixedFormula",
    "wording.measure_word:MeasureWord",
    "wording.missing_or_surplus_part:MissingOrSurplusPart",
    "wording.organ_name:OrganName",
    "wording.recommended_variant:RecommendedVariant",
    "wording.redundant_wording:RedundantWording",
    "wording.repeated_phrase:RepeatedPhrase",
)


def speechlint_rules() -> Iterable[Card]:
    from speechlint.rulepack.index import indexed_card, rule_rows

    rows = dict(rule_rows())
    for entry in CHECKS:
        row = rows.pop(id_of(entry), None)
        # A rule that was just written, and is not in the index yet.
        yield card_of(imported(entry)) if row is None else indexed_card(row, partial(imported, entry))
    for row in rows.values():
        yield indexed_card(row, partial(rule_of_file, row.id))


def every_rule() -> list[Rule]:
    """All of our own rules, imported and read; what the index is made from."""
    from speechlint.rulepack.load import load_pack, rules_root

    return sorted([*map(imported, CHECKS), *load_pack(rules_root(), ours=True)], key=lambda rule: rule.id)


def id_of(entry: str) -> str:
    """The id of a rule in the table: `typo/zuo-zuo` for `typo.zuo_zuo:ZuoZuo`."""
    return entry.partition(":")[0].replace(".", "/").replace("_", "-")


def imported(entry: str) -> Rule:
    """The rule of an entry of the table."""
    module, name = entry.split(":")
    rule: Rule = getattr(import_module(f"speechlint.checks.{module}"), name)()
    return rule


def rule_of_file(id: str) -> Rule:
    """The rule of one of our own rule files. Raises RulePackError."""
    from speechlint.rulepack.load import load_rule, rules_root

    return load_rule(rules_root() / f"{id}.toml", id, ours=True)


def speechlint_formats() -> Iterable[Format]:
    from speechlint.formats.registry import BUILTIN

    return BUILTIN


def speechlint_reporters() -> Iterable[Reporter]:
    from speechlint.reporters.registry import builtin_reporters

    return builtin_reporters()
