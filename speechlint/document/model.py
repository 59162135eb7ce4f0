"""A draft, seen in every way that rules need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from speechlint.formats.source import Source
from speechlint.lexicon.literals import Literals, Places
from speechlint.text.cached_property import cached_property
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from numpy import bool_
    from numpy.typing import NDArray

    from speechlint.document.annexes import Annex
    from speechlint.document.announcement_evidence import JudgedCount
    from speechlint.document.blanks import Blanks
    from speechlint.document.contents import Contents
    from speechlint.document.cuts import BrokenEnd, Cut
    from speechlint.document.dates import Date
    from speechlint.document.dropped_characters import Dropped
    from speechlint.document.evidence import Evidence
    from speechlint.document.foreign import Foreign
    from speechlint.document.form_readings import MarkerForm
    from speechlint.document.halfwidth import Halfwidth
    from speechlint.document.headings import Heading
    from speechlint.document.hidden import Hidden
    from speechlint.document.idiom_slips import IdiomSlip
    from speechlint.document.kinds import LineKind
    from speechlint.document.local_places import LocalPlace
    from speechlint.document.markers import Marker
    from speechlint.document.markup import LineBounds
    from speechlint.document.mask_kinds import Kind
    from speechlint.document.masks import Mask
    from speechlint.document.notation import Notation
    from speechlint.document.number_ties import NumberTies
    from speechlint.document.numbers import Numbers
    from speechlint.document.outline import Outline
    from speechlint.document.outline_faults import Fault
    from speechlint.document.own_date import OwnDate
    from speechlint.document.pagemarks import PageMark
    from speechlint.document.pair_slips import Slip
    from speechlint.document.pairs import Pairs
    from speechlint.document.people import Person
    from speechlint.document.quotes import Quote
    from speechlint.document.residue import Residue
    from speechlint.document.script import Script
    from speechlint.document.script_runs import ScriptRuns
    from speechlint.document.script_sides import ScriptSides
    from speechlint.document.script_slips import ScriptSlips
    from speechlint.document.span_slips import SpanSlip
    from speechlint.document.strait_side import StraitSide
    from speechlint.document.strait_slips import StraitSlip
    from speechlint.document.strange_passages import StrangePassages
    from speechlint.document.surplus_characters import Surplus
    from speechlint.document.unlikely import Findings
    from speechlint.document.wraps import Wrap
    from speechlint.lexicon.symbols import Sequence

# Any traditional text of some length holds one of these; none of them is a character of simplified text.
SHORT = 1000  # code points; a shorter text is folded without asking
_TRADITIONAL_SIGN = Sweep("[們這個國來時對發為學與動業產過關實經開長進機體務員現點說會後問還從沒種無應間將總區縣給]")


class Document:
    """The views of one `Source`.

    `scanned` are the hits of a pass that the engine made for all rules at once, for the `known` sets: one that has no
    entry stands nowhere in the text.
    """

    def __init__(
        self, source: Source, scanned: Mapping[Literals, Places] | None = None, known: frozenset[Literals] = frozenset()
    ) -> None:
        self.source = source
        self.text = source.text
        self.scanned = scanned or {}
        self._known = known
        self.is_gathered = False  # whether the evidence is there already, so that nothing is spared by going without

    def forget(self) -> None:
        """Let go of all views. Many know their document, and the two would keep each other until cycles are sought."""
        for view in self.__dict__.keys() - {"source", "text", "is_gathered", "scanned", "_known"}:
            del self.__dict__[view]

    def places(self, literals: Literals) -> Places:
        """Where the words of the set stand, in order of their ends; those in quiet spans too."""
        literals = literals.itself
        if literals in self._known:
            return self.scanned.get(literals, [])
        from speechlint.document.view_words import view_sets

        return self._view_places.get(literals, []) if literals in view_sets() else literals.places(self.text)

    @cached_property
    def _view_places(self) -> Mapping[Literals, Places]:
        from speechlint.document.view_words import view_scan

        return view_scan().places(self.text)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def folded(self) -> str:
        """The text in simplified characters, of the same length: for patterns written once for both scripts."""
        if len(self.text) > SHORT and not self.may_be_traditional:
            return self.text
        from speechlint.lexicon.scripts import fold

        return fold(self.text)

    @property
    def may_be_traditional(self) -> bool:
        """Whether a long text may hold traditional characters that are to be folded."""
        # The first question is asked for other views too, and answers for most simplified text.
        return self.script_runs.has_traditional and _TRADITIONAL_SIGN.search(self.text) is not None

    @cached_property
    def symbols(self) -> Sequence:
        """The prose as the symbols that the tables of official prose are counted over. Needs numpy."""
        from speechlint.document.prose import read_prose

        return read_prose(self)

    def line_text(self, line: int) -> str:
        """Line `line` (0-based) without its end."""
        return self.text[self.lines.starts[line] : self.lines.ends[line]]

    @cached_property
    def bare_lines(self) -> LineBounds:
        """Where the words of each line begin and end: in Markdown without the markup round them."""
        from speechlint.document.markup import bare_lines

        return bare_lines(self)

    @cached_property
    def prose_text(self) -> str:
        """The text with blanks in the place of code, for whoever asks whether a word is said anywhere."""
        from speechlint.document.markup import prose_text

        return prose_text(self)

    # --- views; each lives in a file of its own --------------------------------------------------------------------

    @cached_property
    def kinds(self) -> tuple[LineKind, ...]:
        """What each line is: blank, residue, title, salutation, heading, body, tail …"""
        from speechlint.document.kinds import line_kinds

        return line_kinds(self)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Numbering markers at line starts, with their level and the heading's words."""
        from speechlint.document.headings import find_headings

        return find_headings(self)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, read across soft line breaks."""
        from speechlint.document.sentences import find_sentences

        return find_sentences(self)

    @cached_property
    def soft_breaks(self) -> frozenset[int]:
        """Numbers of the lines (0-based) whose end cuts a sentence."""
        from speechlint.document.sentences import find_soft_breaks

        return find_soft_breaks(self)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs: lines joined where the break between them is soft; blank lines are none."""
        from speechlint.document.sentences import find_paragraphs

        return find_paragraphs(self)

    @cached_property
    def announced_counts(self) -> tuple[JudgedCount, ...]:
        """Words that say how many things there are, with the list found for each: 四点意见 and 一、二、三、四、."""
        from speechlint.document.announcements import find_announcements

        return find_announcements(self)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations and titles in marks, outermost first."""
        from speechlint.document.quotes import find_quotes

        return find_quotes(self)

    @cached_property
    def foreign(self) -> Foreign:
        """Addresses, codes, formulas, foreign words, and numbers with marks inside: no Chinese prose."""
        from speechlint.document.foreign import find_foreign

        return find_foreign(self)

    @cached_property
    def notation(self) -> Notation:
        """References to literature and the head of a letter: lines with rules of their own."""
        from speechlint.document.notation import find_notation

        return find_notation(self)

    @cached_property
    def blanks(self) -> Blanks:
        """White space inside lines and behind them, by what stands on either side."""
        from speechlint.document.blanks import Blanks

        return Blanks(self.text, self.lines)

    @cached_property
    def blocks(self) -> frozenset[int]:
        """The rare blocks of Unicode that the text has characters of, by the high byte: 0x2F for U+2F00–2FFF."""
        from speechlint.document.blocks import find_blocks

        return find_blocks(self.text)

    @cached_property
    def halfwidth(self) -> Halfwidth:
        """Where half-width marks stand in Chinese text."""
        from speechlint.document.halfwidth import find_halfwidth

        return find_halfwidth(self)

    @cached_property
    def pair_slips(self) -> tuple[Slip, ...]:
        """Marks without partner, or that face the wrong way, or are of another sort than their partner."""
        from speechlint.document.pair_slips import find_slips

        return find_slips(self)

    @cached_property
    def pairs(self) -> Pairs:
        """Which bracket and which quotation mark belongs to which, and which have no partner."""
        from speechlint.document.pairs import find_pairs

        return find_pairs(self)

    @cached_property
    def script(self) -> Script:
        """Whether the text is written in simplified or in traditional characters, or in both."""
        from speechlint.document.script import decide_script

        return decide_script(self.text, self.script_runs.count_all)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The different characters of the text: what is not among them need not be looked for."""
        return frozenset(self.text)

    @cached_property
    def tai(self) -> str:
        """臺 or 台, whichever the text writes more often: 台 where it writes neither."""
        return "臺" if self.text.count("臺") > self.text.count("台") else "台"

    @cached_property
    def script_runs(self) -> ScriptRuns:
        """Where the characters stand that one script alone has."""
        from speechlint.document.script_runs import ScriptRuns

        return ScriptRuns(self.text)

    @cached_property
    def script_sides(self) -> ScriptSides:
        """The script that each part of the text is to be written in."""
        from speechlint.document.script_sides import ScriptSides

        return ScriptSides(self)

    @cached_property
    def script_slips(self) -> ScriptSlips:
        """Characters that the script of their part of the text does not write."""
        from speechlint.document.script_slips import find_slips

        return find_slips(self)

    @cached_property
    def strait_side(self) -> StraitSide:
        """Whether the text was written by offices of the mainland, whatever its characters are."""
        from speechlint.document.strait_side import find_strait_side

        return find_strait_side(self)

    @cached_property
    def is_written_elsewhere(self) -> bool:
        """Whether the text is shown to be Taiwan's, Hong Kong's or Macao's own, which have norms of their own."""
        from speechlint.document.strait_side import is_written_elsewhere

        return is_written_elsewhere(self)

    @cached_property
    def strait_slips(self) -> tuple[StraitSlip, ...]:
        """Words that a converter put into a text of the mainland for the other side."""
        from speechlint.document.strait_slips import find_strait_slips

        return find_strait_slips(self)

    @cached_property
    def idiom_slips(self) -> tuple[IdiomSlip, ...]:
        """Idioms with one wrong character."""
        from speechlint.document.idiom_slips import find_idiom_slips

        return find_idiom_slips(self)

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        """Runs that stand for words somebody left out or took out, each with what it stands for."""
        from speechlint.document.masks import find_masks

        return find_masks(self)

    @cached_property
    def masks_by_kind(self) -> dict[Kind, list[Mask]]:
        """The masks of each kind, in order: each is reported by a rule of its own."""
        found: dict[Kind, list[Mask]] = {}
        for mask in self.masks:
            kind = mask.kind
            if kind in found:
                found[kind].append(mask)
            else:
                found[kind] = [mask]
        return found

    @cached_property
    def hidden(self) -> Hidden:
        """What the masks hide: places, people, organisations."""
        from speechlint.document.hidden import find_hidden

        return find_hidden(self)

    @cached_property
    def local_places(self) -> tuple[LocalPlace, ...]:
        """Real places in a draft that masks its own."""
        from speechlint.document.local_places import find_local_places

        return find_local_places(self)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """People named with a title."""
        from speechlint.document.people import find_people

        return find_people(self)

    @cached_property
    def own_date(self) -> OwnDate | None:
        """When the draft was written, as far as a date line or the title says so."""
        from speechlint.document.own_date import find_own_date

        return find_own_date(self)

    @cached_property
    def residue(self) -> tuple[Residue, ...]:
        """What the site a draft was copied from left in it."""
        from speechlint.document.residue import find_residue

        return find_residue(self)

    @cached_property
    def page_marks(self) -> tuple[PageMark, ...]:
        """Numbers that a site put where it cut the text into pages."""
        from speechlint.document.pagemarks import find_page_marks

        return find_page_marks(self)

    @cached_property
    def contents(self) -> tuple[Contents, ...]:
        """Tables of contents and outlines in front of the text."""
        from speechlint.document.contents import find_contents

        return find_contents(self)

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """Numbering markers wherever they stand, in reading order."""
        from speechlint.document.markers import find_markers

        return find_markers(self)

    @cached_property
    def marker_forms(self) -> tuple[MarkerForm, ...]:
        """Markers of headings and lists in another form than the standard's, each with the form it should have."""
        from speechlint.document.marker_forms import find_marker_forms

        return find_marker_forms(self)

    @cached_property
    def numbers(self) -> Numbers:
        """Numbers in digits, with what multiplies them, and the ranges between them."""
        from speechlint.document.numbers import find_numbers

        return find_numbers(self)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Dates that name a month, in digits or in Chinese numerals."""
        from speechlint.document.dates import find_dates

        return find_dates(self)

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The entries of the list of annexes below a document."""
        from speechlint.document.annexes import find_annexes

        return find_annexes(self)

    @cached_property
    def outline(self) -> Outline:
        """The tree of numbered parts, speech by speech."""
        from speechlint.document.outline import find_outline

        return find_outline(self)

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Where a site's notice says that something is left out."""
        from speechlint.document.cuts import find_cuts

        return find_cuts(self)

    @cached_property
    def broken_ends(self) -> tuple[BrokenEnd, ...]:
        """Where the text breaks off inside a word or a sentence."""
        from speechlint.document.cuts import find_broken_ends

        return find_broken_ends(self)

    @cached_property
    def numbering_faults(self) -> tuple[Fault, ...]:
        """Numbers of lists that are left out, doubled or out of order."""
        from speechlint.document.outline_faults import find_faults

        return find_faults(self)

    @cached_property
    def number_ties(self) -> NumberTies:
        """What holds to the numbers of lists: counts, references, tables of contents."""
        from speechlint.document.number_ties import NumberTies

        return NumberTies(self)

    @cached_property
    def proofs_of_loss(self) -> frozenset[int]:
        """Where the notices start that are the only sign that text is missing."""
        from speechlint.document.lost_text import find_proofs

        return find_proofs(self)

    @cached_property
    def evidence(self) -> Evidence:
        """What the tables of official prose say, before it is judged. Needs numpy."""
        from speechlint.document.evidence import Evidence

        return Evidence(self)

    @cached_property
    def unlikely(self) -> Findings:
        """Characters that are unlikely to be right where they stand, with what was likely meant."""
        from speechlint.document.unlikely import find_unlikely

        return find_unlikely(self)

    @cached_property
    def unknown_windows(self) -> NDArray[bool_]:
        """Of each window of four symbols, by its first one, whether official prose does not know it. Needs numpy."""
        from speechlint.document.exchanges import find_unknown_windows

        return find_unknown_windows(self)

    @cached_property
    def strange_passages(self) -> StrangePassages:
        """What is known about the surroundings of each place. Needs numpy."""
        from speechlint.document.strange_passages import StrangePassages

        return StrangePassages(self)

    @cached_property
    def homophone_slips(self) -> tuple[SpanSlip, ...]:
        """Pairs of characters that stand for a word of the same sound."""
        from speechlint.document.span_slips import find_homophone_slips

        return find_homophone_slips(self)

    @cached_property
    def dropped_characters(self) -> tuple[Dropped, ...]:
        """Common phrases with a character missing."""
        from speechlint.document.dropped_characters import find_dropped

        return find_dropped(self)

    @cached_property
    def surplus_characters(self) -> tuple[Surplus, ...]:
        """Characters and words that were typed twice."""
        from speechlint.document.surplus_characters import find_surplus

        return find_surplus(self)

    @cached_property
    def particle_slips(self) -> tuple[SpanSlip, ...]:
        """的, 地 and 得 in each other's place."""
        from speechlint.document.span_slips import find_particles

        return find_particles(self)

    @cached_property
    def wraps(self) -> tuple[Wrap, ...]:
        """Line ends that cut a sentence."""
        from speechlint.document.wraps import find_wraps

        return find_wraps(self)
