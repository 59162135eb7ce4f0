// What the report holds, and what its reader has decided. No part of the page is touched here.
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const SEVERITIES = ["", "hint", "warning", "error"];

// "{n} of {all}" with its values put in.
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const family = (rule) => rule.split("/")[0];

const files = data.files.map((file, number) => ({
  ...file,
  number,
  decided: new Map(), // place of a finding → the choice that was accepted, or REFUSED
  found: file.found.map((found, place) => {
    const [rule, severity, start, end, message, row, column, choices, notes, auto, reason, block] = found;
    return {
      file: number,
      place,
      rule,
      family: family(rule),
      severity,
      start,
      end,
      message,
      row,
      column,
      choices: choices.map(([title, level, edits]) => ({ title, level, edits })),
      notes,
      auto,
      reason,
      block,
    };
  }),
}));
const REFUSED = -1;

// Stretches that accepted edits occupy: sorted, disjoint.
class Taken {
  constructor() {
    this.edits = [];
  }

  // The place where an edit belongs among those that are there.
  place([start, end]) {
    let low = 0,
      high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const [from, to] = this.edits[middle];
      if (from < start || (from === start && to < end)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  free(edit) {
    const at = this.place(edit);
    return [this.edits[at - 1], this.edits[at]].every((other) => !other || !collide(edit, other));
  }

  add(edits) {
    if (!edits.every((edit) => this.free(edit))) return false;
    for (const edit of edits) this.edits.splice(this.place(edit), 0, edit);
    return true;
  }
}

// Neighbours may touch, unless one is an insertion: then the outcome would depend on which comes first.
function collide([start, end], [from, to]) {
  if (start === end || from === to) return start <= to && from <= end;
  return start < to && from < end;
}

function accepted(file) {
  const found = [];
  for (const [place, choice] of file.decided) if (choice !== REFUSED) found.push(file.found[place].choices[choice]);
  return found;
}

function taken(file) {
  const all = new Taken();
  all.edits = accepted(file)
    .flatMap((choice) => choice.edits)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return all;
}

function mended(file) {
  const parts = [];
  let at = 0;
  for (const [start, end, content] of taken(file).edits) {
    parts.push(file.text.slice(at, start), content);
    at = end;
  }
  parts.push(file.text.slice(at));
  return parts.join("");
}

// Accepts a choice; false where another accepted one stands in its way.
function accept(file, finding, choice) {
  const before = file.decided.get(finding.place);
  file.decided.delete(finding.place);
  const all = taken(file);
  if (!finding.choices[choice].edits.every((edit) => all.free(edit))) {
    if (before !== undefined) file.decided.set(finding.place, before);
    return false;
  }
  file.decided.set(finding.place, choice);
  return true;
}

// What `--fix` would apply and nobody has decided: leftmost first, then shortest, then by rule. Gives how many.
function acceptSafe(file) {
  const all = taken(file);
  const edge = (finding) => [finding.choices[0].edits[0][0], finding.choices[0].edits.at(-1)[1]];
  const order = (a, b) =>
    edge(a)[0] - edge(b)[0] || edge(a)[1] - edge(b)[1] || compare(a.rule, b.rule) || compare(a.message, b.message);
  let count = 0;
  for (const finding of file.found.filter((each) => each.auto && !file.decided.has(each.place)).sort(order)) {
    if (all.add(finding.choices[0].edits)) {
      file.decided.set(finding.place, 0);
      count += 1;
    }
  }
  return count;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// --- filters: a finding is shown where it passes all of them -------------------------------------------------------

const filter = { families: new Set(), severities: new Set(), rule: "", state: "", query: "" };

function haystack(finding) {
  finding.hay ??= [
    files[finding.file].name,
    finding.message,
    finding.rule,
    data.rules[finding.rule]?.title ?? "",
    files[finding.file].text.slice(finding.start, finding.end),
  ]
    .join("\n")
    .toLowerCase();
  return finding.hay;
}

const TESTS = {
  families: (finding) => !filter.families.size || filter.families.has(finding.family),
  severities: (finding) => !filter.severities.size || filter.severities.has(finding.severity),
  rule: (finding) => !filter.rule || filter.rule === finding.rule,
  state: (finding) =>
    !filter.state || filter.state === stateOf(finding) || (filter.state === "mendable" && finding.choices.length > 0),
  query: (finding) => !filter.query || haystack(finding).includes(filter.query),
};

function stateOf(finding) {
  const decision = files[finding.file].decided.get(finding.place);
  return decision === undefined ? "open" : decision === REFUSED ? "refused" : "accepted";
}

const filtered = () =>
  Boolean(filter.families.size || filter.severities.size || filter.rule || filter.state || filter.query);

// The findings to show of each file, and for every filter how many each of its values would leave.
function sift() {
  const names = Object.keys(TESTS);
  const counts = { families: new Map(), severities: new Map(), rule: new Map() };
  const shown = files.map(() => []);
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const file of files) {
    for (const finding of file.found) {
      let failed = "",
        more = false;
      for (const name of names) {
        if (TESTS[name](finding)) continue;
        more = failed !== "";
        if (more) break;
        failed = name;
      }
      if (more) continue;
      if (!failed) shown[file.number].push(finding);
      if (!failed || failed === "families") count(counts.families, finding.family);
      if (!failed || failed === "severities") count(counts.severities, finding.severity);
      if (!failed || failed === "rule") count(counts.rule, finding.rule);
    }
  }
  return { shown, counts };
}

// --- what was decided is kept in the browser, where it allows that -------------------------------------------------

const KEY = `speechlint:${data.id}`;

function remember() {
  const kept = {};
  for (const file of files) if (file.decided.size) kept[file.number] = [...file.decided];
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* a browser that keeps nothing for local files */
  }
}

function recall() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return;
  }
  for (const [number, decisions] of Object.entries(kept)) {
    const file = files[number];
    for (const [place, choice] of file ? decisions : []) {
      const finding = file.found[place];
      if (finding && (choice === REFUSED || finding.choices[choice])) file.decided.set(place, choice);
    }
  }
}
