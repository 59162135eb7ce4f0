// The chosen finding with its fixes, and a rule's page.
function card(finding) {
  const box = one("card");
  if (!finding) {
    box.replaceChildren(make("p", { className: "said" }, words.choose));
    box.className = "card";
    return;
  }
  box.className = `card ${familyClass(finding.family)} ${SEVERITIES[finding.severity]}`;
  const decision = files[finding.file].decided.get(finding.place);
  const rule = data.rules[finding.rule];
  box.replaceChildren(
    make(
      "p",
      { className: "kind" },
      make(
        "span",
        {},
        make("i", { className: "sign" }, words.signs[finding.severity]),
        words.severities[finding.severity],
      ),
      make("span", { className: "tag" }, ...visible(data.families[finding.family] ?? finding.family)),
      finding.reason ? make("span", {}, finding.reason) : null,
      make("span", { className: "where" }, finding.block || filled(words.where, finding)),
    ),
    make("p", { className: "said" }, ...visible(finding.message)),
    ...finding.notes.map((note) => make("p", { className: "notes" }, ...visible(note))),
    ...finding.choices.map((choice, at) =>
      make(
        "div",
        { className: `choice${decision === at ? " taken" : ""}` },
        make(
          "span",
          { className: "what" },
          ...visible(choice.title),
          make("span", { className: "level" }, words.levels[choice.level]),
        ),
        button(decision === at ? words.accepted : words.accept, "yes", decision === at, () =>
          decide(finding, decision === at ? undefined : at),
        ),
      ),
    ),
    make(
      "div",
      { className: "last" },
      button(
        decision === REFUSED ? words.refused : finding.choices.length ? words.refuse : words.seen,
        "no",
        decision === REFUSED,
        () => decide(finding, decision === REFUSED ? undefined : REFUSED),
      ),
      rule
        ? make(
            "button",
            { type: "button", className: "plain", id: "open-page", onclick: () => page(finding.rule) },
            words.page,
          )
        : null,
    ),
  );
  box.scrollTop = 0;
}

function button(said, className, pressed, onclick) {
  const element = make("button", { type: "button", className, onclick }, said);
  element.setAttribute("aria-pressed", String(pressed));
  return element;
}

function page(id) {
  const rule = data.rules[id];
  const facts = [
    [words.severity, rule.severity],
    [words.fix, rule.fix],
    [words.because, rule.because],
    [words.presets, rule.presets],
    [words.norm, rule.norm],
  ].filter(([, said]) => said);
  const examples = (said, list) => (list.length ? [make("h3", {}, said), ...list.flatMap(example)] : []);
  one("page")
    .querySelector(".inner")
    .replaceChildren(
      make("h2", { id: "page-title", tabIndex: -1 }, ...visible(rule.title)),
      make("p", { className: "id" }, ...visible(id)),
      make("p", { className: "why" }, ...visible(rule.why)),
      make(
        "dl",
        { className: "facts" },
        ...facts.flatMap(([name, said]) => [make("dt", {}, name), make("dd", {}, ...visible(said))]),
      ),
      ...examples(words.bad, rule.bad),
      ...examples(
        words.good,
        rule.good.map((text) => [text, null]),
      ),
      make("form", { method: "dialog" }, make("button", {}, words.close)),
    );
  one("page").className = familyClass(family(id));
  one("page").showModal();
  one("page-title").focus(); // its first words, not the button at its end
}

// An example with its marked words (⟦ ⟧ stand round them), and the text that its fix leaves.
function example([text, after]) {
  const parts = text
    .split(/⟦([^⟧]*)⟧/)
    .flatMap((part, at) => (at % 2 ? [make("mark", {}, ...visible(part))] : visible(part)));
  return [
    make("pre", {}, ...parts),
    after === null ? null : make("pre", { className: "after" }, ...visible(after)),
  ].filter(Boolean);
}
