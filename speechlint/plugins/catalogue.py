"""All that is installed for one configuration: rules, formats, reporters, and who brought them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.findings.card import Card
    from speechlint.findings.rule import Rule
    from speechlint.formats.registry import Format
    from speechlint.reporters.registry import Reporter


class CatalogueError(Exception):
    """A plugin or a rule pack that cannot be used; the message names it and the remedy."""


class RulesById(Mapping[str, "Rule"]):
    """Rules by their ids; only asking for the rule itself imports it."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards = {card.id: card for card in cards}

    def __getitem__(self, id: str) -> Rule:
        return self._cards[id].rule

    def __contains__(self, id: object) -> bool:
        return id in self._cards

    def __iter__(self) -> Iterator[str]:
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)


class Catalogue:
    """The plugins of one configuration, asked once."""

    def __init__(self, manager: Any, extra_rules: Sequence[Rule] = ()) -> None:
        self._manager = manager
        self._extra_rules = tuple(extra_rules)

    def with_rules(self, rules: Sequence[Rule]) -> Catalogue:
        """The same catalogue with further rules."""
        return Catalogue(self._manager, (*self._extra_rules, *rules))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The card of every rule, by id. Raises CatalogueError where one lacks what a rule needs, or two have one id.

        Our own rules come as cards, and are not imported for this.
        """
        from speechlint.findings.card import Card

        found: dict[str, Card] = {}
        given: list[object] = [rule for rules in self._manager.hook.speechlint_rules() for rule in rules]
        for rule in given + self._pack_rules():
            card = rule if isinstance(rule, Card) else _card_of(rule)
            if card.id in found:
                kinds = [type(card.rule).__module__ for card in (found[card.id], card)]
                raise CatalogueError(f"两条规则同名：{card.id}（{'、'.join(kinds)}）")
            found[card.id] = card
        return tuple(found[id] for id in sorted(found))

    def _pack_rules(self) -> list[Rule]:
        packs = [pack for packs in self._manager.hook.speechlint_rulepacks() for pack in packs]
        if not packs:
            return list(self._extra_rules)
        from speechlint.rulepack.load import load_pack

        return [rule for pack in packs for rule in load_pack(pack)] + list(self._extra_rules)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by id: all of them are imported."""
        return tuple(card.rule for card in self.cards)

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by their ids, each imported when it is asked for."""
        return RulesById(self.cards)

    @cached_property
    def families(self) -> tuple[str, ...]:
        return tuple(sorted({card.family for card in self.cards}))

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """Plugins' formats first, so that they can take over a suffix."""
        return tuple(kind for kinds in self._manager.hook.speechlint_formats() for kind in kinds)

    @cached_property
    def reporters(self) -> tuple[Reporter, ...]:
        return tuple(reporter for reporters in self._manager.hook.speechlint_reporters() for reporter in reporters)

    @cached_property
    def _quiet_hooks(self) -> bool:
        return bool(self._manager.hook.speechlint_quiet_spans.get_hookimpls())

    def quiet_spans(self, document: Document) -> tuple[list[Span], list[tuple[str, Exception]]]:
        """What plugins want left alone in this document, and the plugins that failed to say it, with their errors."""
        found: list[Span] = []
        failed: list[tuple[str, Exception]] = []
        if not self._quiet_hooks:
            return found, failed

        hook = self._manager.hook.speechlint_quiet_spans
        for plugin in [implementation.plugin for implementation in hook.get_hookimpls()]:
            others = [other for other in self._manager.get_plugins() if other is not plugin]
            try:
                answers = self._manager.subset_hook_caller(hook.name, others)(document=document)
                found += [Span(*quiet.span) for quiets in answers for quiet in quiets]
            except Exception as error:  # one plugin's mistake must not cost the draft its report
                failed.append((self._manager.get_name(plugin) or type(plugin).__name__, error))
        return found, failed

    def nearest(self, name: str) -> str | None:
        """The known rule id or family that looks most like `name`."""
        import difflib

        found = difflib.get_close_matches(name, [*self.by_id, *self.families, "all"], n=1, cutoff=0.5)
        return found[0] if found else None


def _card_of(rule: object) -> Card:
    from speechlint.findings.card import card_of
    from speechlint.plugins.shape import fault_of, name_of

    if (fault := fault_of(rule)) is not None:
        raise CatalogueError(f"规则 {name_of(rule)}不能用：{fault}。改好它，或从 plugins 中删去这个插件。")
    return card_of(cast("Rule", rule))
