// What the page shows, and what becomes of it when something is decided.
let shown = [],
  open = null,
  current = [],
  chosen = null,
  toastTimer = 0;

const fileList = new List(one("files"), 46, drawFile, (at) => openFile(files[fileList.items[at]]));
const list = new List(one("list"), 62, drawFinding, (at) => choose(current[at]));

function drawFile(row, number) {
  const file = files[number];
  const left = shown[number].filter((finding) => stateOf(finding) === "open").length;
  row.classList.toggle("done", !left);
  row.title = file.name.replace(ALL_HIDDEN, "·");
  const parts = file.name.split("/");
  const name = parts.pop();
  const folder = parts.slice(common).join("/");
  row.append(
    make(
      "span",
      {},
      make("span", { className: "name" }, ...visible(name)),
      folder ? make("span", { className: "folder" }, ...visible(folder)) : null,
    ),
    make("span", { className: "count" }, String(shown[number].length)),
  );
}

function drawFinding(row, finding) {
  const text = files[finding.file].text;
  const line = draft.lineOf(finding.start);
  const before = text.slice(Math.max(draft.starts[line], finding.start - 7), finding.start).trimStart();
  const after = text.slice(finding.end, Math.max(finding.end, Math.min(draft.ends[line], finding.end + 30)));
  const state = stateOf(finding);
  row.classList.add(familyClass(finding.family), SEVERITIES[finding.severity], state);
  row.append(
    make("i"),
    make(
      "div",
      { className: "words-box" },
      make(
        "div",
        { className: "words" },
        ...visible(before),
        make(
          "b",
          {},
          ...visible(
            text
              .slice(finding.start, finding.end)
              .slice(0, 40)
              .replace(/[\r\n]+/g, "⏎"),
          ),
        ),
        ...visible(after),
      ),
      make(
        "div",
        { className: "said" },
        make("i", { className: "sign" }, words.signs[finding.severity]),
        ...visible(finding.message),
      ),
    ),
    make(
      "div",
      { className: "side-note" },
      make(
        "span",
        { className: `mark ${state === "accepted" ? "yes" : "no"}` },
        { open: "", accepted: "✓", refused: "✕" }[state],
      ),
      make("span", { className: "where" }, finding.block || filled(words.row, finding)),
    ),
  );
}

// --- showing -------------------------------------------------------------------------------------------------------

function refresh() {
  const { shown: found, counts } = sift();
  shown = found;
  const focused = document.activeElement?.dataset.filter;
  facets(counts);
  if (focused) document.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus(); // it was drawn anew
  const wanted = filtered() ? files.filter((file) => shown[file.number].length) : files;
  if (!open || (filtered() && wanted.length && !shown[open.number].length))
    open = wanted.find((file) => shown[file.number].length) ?? wanted[0] ?? open ?? files[0];
  fileList.show(
    wanted.map((file) => file.number),
    wanted.indexOf(open),
    words.none,
  );
  showFile();
}

function openFile(file) {
  if (!file) return;
  open = file;
  fileList.pick(fileList.items.indexOf(file.number));
  showFile();
}

function showFile() {
  if (!open) return;
  current = shown[open.number];
  one("name").replaceChildren(...visible(open.name));
  one("note").textContent = open.note;
  draft.show(open, current);
  list.show(current, -1, open.found.length ? words.none : words.clean);
  const keep = chosen && chosen.file === open.number && current.includes(chosen);
  choose(keep ? chosen : (current[0] ?? null), keep);
  progress();
}

function choose(finding, scroll = true) {
  chosen = finding;
  list.pick(current.indexOf(finding));
  card(finding);
  draft.select(finding ? finding.place : -1, scroll);
}

function facets(counts) {
  const all = [...counts.severities.values()].reduce((a, b) => a + b, 0);
  one("shares").replaceChildren(
    ...[3, 2, 1]
      .filter((level) => counts.severities.get(level))
      .map((level) => {
        const part = make("i", { className: SEVERITIES[level] });
        part.style.flexGrow = counts.severities.get(level) / all;
        return part;
      }),
  );
  one("severities").replaceChildren(
    ...[3, 2, 1].map((level) => {
      const chip = toggle(filter.severities, level, counts.severities.get(level) ?? 0);
      chip.className = SEVERITIES[level];
      chip.append(
        make("i", { className: "sign" }, words.signs[level]),
        `${words.severities[level]} `,
        make("span", { className: "count" }, String(counts.severities.get(level) ?? 0)),
      );
      return chip;
    }),
  );
  const most = Math.max(1, ...counts.families.values());
  const order = [...new Set(files.flatMap((file) => file.families))].sort(
    (a, b) => (TOTALS.get(b) ?? 0) - (TOTALS.get(a) ?? 0) || compare(a, b),
  );
  one("families").replaceChildren(
    ...order.map((name) => {
      const count = counts.families.get(name) ?? 0;
      const chip = toggle(filter.families, name, count);
      chip.className = familyClass(name);
      const bar = make("i");
      bar.style.width = `${(100 * count) / most}%`;
      bar.hidden = !count;
      chip.append(
        make("span", {}, ...visible(data.families[name] ?? name)),
        make("span", { className: "count" }, String(count)),
        make("span", { className: "bar" }, bar),
      );
      return chip;
    }),
  );
  const rules = [...counts.rule].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  if (filter.rule && !counts.rule.has(filter.rule)) rules.unshift([filter.rule, 0]);
  one("rules").replaceChildren(
    make("option", { value: "" }, words.all),
    ...rules.map(([id, count]) =>
      make(
        "option",
        { value: id, selected: id === filter.rule },
        `${data.rules[id]?.title ?? id}（${count}）`.replace(ALL_HIDDEN, "·"),
      ),
    ),
  );
  one("rules").value = filter.rule;
  one("clear").hidden = !filtered();
}

function toggle(set, value, count) {
  const chip = button("", "", set.has(value), () => {
    if (!set.delete(value)) set.add(value);
    refresh();
  });
  chip.dataset.filter = value;
  chip.disabled = !count && !set.has(value);
  return chip;
}

function progress() {
  const states = { open: 0, accepted: 0, refused: 0 };
  for (const file of files) {
    for (const choice of file.decided.values()) states[choice === REFUSED ? "refused" : "accepted"] += 1;
  }
  states.open = TOTAL - states.accepted - states.refused;
  one("progress").textContent = states.accepted + states.refused ? filled(words.progress, states) : "";
  if (!open) return;
  const safe = open.found.filter((finding) => finding.auto && !open.decided.has(finding.place)).length;
  one("safe").textContent = filled(words.safe, { n: safe });
  one("safe").disabled = !safe;
}
