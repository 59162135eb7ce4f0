// What the reader does, and what the page shows then.
let shown = [], open = null, current = [], chosen = null, toastTimer = 0;

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
  row.append(make("span", {}, make("span", { className: "name" }, ...visible(name)), folder ? make("span", { className: "folder" }, ...visible(folder)) : null),
    make("span", { className: "count" }, String(shown[number].length)));
}

function drawFinding(row, finding) {
  const text = files[finding.file].text;
  const line = draft.lineOf(finding.start);
  const before = text.slice(Math.max(draft.starts[line], finding.start - 7), finding.start).trimStart();
  const after = text.slice(finding.end, Math.max(finding.end, Math.min(draft.ends[line], finding.end + 30)));
  const state = stateOf(finding);
  row.classList.add(familyClass(finding.family), SEVERITIES[finding.severity], state);
  row.append(make("i"),
    make("div", { className: "words-box" },
      make("div", { className: "words" }, ...visible(before), make("b", {}, ...visible(text.slice(finding.start, finding.end).slice(0, 40).replace(/[\r\n]+/g, "⏎"))), ...visible(after)),
      make("div", { className: "said" }, make("i", { className: "sign" }, words.signs[finding.severity]), ...visible(finding.message))),
    make("div", { className: "side-note" },
      make("span", { className: `mark ${state === "accepted" ? "yes" : "no"}` }, { open: "", accepted: "✓", refused: "✕" }[state]),
      make("span", { className: "where" }, finding.block || filled(words.row, finding))));
}

// --- showing ---------------------------------------------------------------------------------------------------------

function refresh() {
  const { shown: found, counts } = sift();
  shown = found;
  facets(counts);
  const wanted = filtered() ? files.filter((file) => shown[file.number].length) : files;
  if (!open || (filtered() && wanted.length && !shown[open.number].length)) open = wanted.find((file) => shown[file.number].length) ?? wanted[0] ?? open ?? files[0];
  fileList.show(wanted.map((file) => file.number), wanted.indexOf(open), words.none);
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
  choose(keep ? chosen : current[0] ?? null, keep);
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
  one("shares").replaceChildren(...[3, 2, 1].filter((level) => counts.severities.get(level)).map((level) => {
    const part = make("i", { className: SEVERITIES[level] });
    part.style.flexGrow = counts.severities.get(level) / all;
    return part;
  }));
  one("severities").replaceChildren(...[3, 2, 1].map((level) => {
    const chip = toggle(filter.severities, level, counts.severities.get(level) ?? 0);
    chip.className = SEVERITIES[level];
    chip.append(make("i", { className: "sign" }, words.signs[level]), `${words.severities[level]} `, make("span", { className: "count" }, String(counts.severities.get(level) ?? 0)));
    return chip;
  }));
  const most = Math.max(1, ...counts.families.values());
  const order = [...new Set(files.flatMap((file) => file.families))].sort((a, b) => (TOTALS.get(b) ?? 0) - (TOTALS.get(a) ?? 0) || compare(a, b));
  one("families").replaceChildren(...order.map((name) => {
    const count = counts.families.get(name) ?? 0;
    const chip = toggle(filter.families, name, count);
    chip.dataset.family = name;
    chip.className = familyClass(name);
    const bar = make("i");
    bar.style.width = `${(100 * count) / most}%`;
    bar.hidden = !count;
    chip.append(make("span", {}, ...visible(data.families[name] ?? name)), make("span", { className: "count" }, String(count)), make("span", { className: "bar" }, bar));
    return chip;
  }));
  const rules = [...counts.rule].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  if (filter.rule && !counts.rule.has(filter.rule)) rules.unshift([filter.rule, 0]);
  one("rules").replaceChildren(make("option", { value: "" }, words.all),
    ...rules.map(([id, count]) => make("option", { value: id, selected: id === filter.rule }, `${data.rules[id]?.title ?? id}（${count}）`.replace(ALL_HIDDEN, "·"))));
  one("rules").value = filter.rule;
  one("clear").hidden = !filtered();
}

function toggle(set, value, count) {
  const chip = button("", "", set.has(value), () => {
    if (!set.delete(value)) set.add(value);
    refresh();
  });
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

// --- deciding --------------------------------------------------------------------------------------------------------

function decide(finding, choice) {
  const file = files[finding.file];
  if (choice === undefined) file.decided.delete(finding.place);
  else if (choice === REFUSED) file.decided.set(finding.place, REFUSED);
  else if (!accept(file, finding, choice)) { toast(words.collides); return; }
  remember();
  draft.renew(finding);
  list.renew(current.indexOf(finding));
  card(finding);
  progress();
}

function safeOnes() {
  const count = acceptSafe(open);
  remember();
  refresh();
  toast(filled(words.taken, { n: count }));
}

async function copy() {
  const text = mended(open);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A browser that keeps the clipboard from local files.
    const area = make("textarea", { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(words.copied);
}

function save() {
  const url = URL.createObjectURL(new Blob([open.mark ? "\ufeff" : "", mended(open)], { type: "text/plain;charset=utf-8" }));
  make("a", { href: url, download: open.save }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function toast(said) {
  one("toast").textContent = said;
  one("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { one("toast").hidden = true; }, 2400);
}

// On paper: the open draft with numbers at its marks, and what each number says.
function sheet() {
  if (!open) return;
  draft.fillAll();
  one("sheet").replaceChildren(...current.map((finding, at) => {
    const decision = open.decided.get(finding.place);
    const done = decision === undefined ? "" : decision === REFUSED ? words.refused : `${words.accepted}：${finding.choices[decision].title}`;
    return make("li", {}, make("span", {}, `[${at + 1}]`), make("span", {}, words.severities[finding.severity]),
      make("span", {}, ...visible(finding.message)), done ? make("span", { className: "done" }, ...visible(done)) : null);
  }));
}

// --- what is pressed ---------------------------------------------------------------------------------------------------

function step(by) {
  if (!open) return undefined;
  const at = current.indexOf(chosen) + by;
  if (current[at]) return choose(current[at]);
  for (let i = fileList.items.indexOf(open.number) + by; i >= 0 && i < fileList.items.length; i += by) {
    const found = shown[fileList.items[i]];
    if (found.length) {
      chosen = null;
      openFile(files[fileList.items[i]]);
      return choose(by > 0 ? found[0] : found.at(-1));
    }
  }
  return undefined;
}

function stepFile(by) {
  if (open) openFile(files[fileList.items[fileList.items.indexOf(open.number) + by]]);
}

const KEYS = {
  j: () => step(1), k: () => step(-1), J: () => stepFile(1), K: () => stepFile(-1),
  a: () => { if (chosen?.choices.length) decide(chosen, open.decided.get(chosen.place) === 0 ? undefined : 0); },
  r: () => { if (chosen) decide(chosen, open.decided.get(chosen.place) === REFUSED ? undefined : REFUSED); },
  i: () => { if (chosen && data.rules[chosen.rule]) page(chosen.rule); },
  "/": () => { one("search").focus(); one("search").select(); },
  "?": () => one("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && event.target === one("search")) {
    one("search").value = "";
    find();
    one("draft").focus();
    return;
  }
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Enter" && event.target === one("search")) one("draft").focus();
    return;
  }
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function find() {
  filter.query = one("search").value.trim().toLowerCase();
  refresh();
}

let findTimer = 0;
one("search").addEventListener("input", () => { clearTimeout(findTimer); findTimer = setTimeout(find, 120); });
one("rules").addEventListener("change", (event) => { filter.rule = event.target.value; refresh(); });
one("states").addEventListener("change", (event) => { filter.state = event.target.value; refresh(); });
one("clear").addEventListener("click", (event) => {
  event.preventDefault();
  filter.families.clear();
  filter.severities.clear();
  Object.assign(filter, { rule: "", state: "", query: "" });
  one("search").value = "";
  one("states").value = "";
  refresh();
});
one("draft").addEventListener("click", (event) => {
  const mark = event.target.closest("[data-i]");
  if (!mark || String(getSelection())) return;
  const places = mark.dataset.i.split(" ").map(Number);
  const at = chosen ? places.indexOf(chosen.place) : -1;
  const finding = open.found[places[(at + 1) % places.length]];
  if (current.includes(finding)) choose(finding, false);
});
for (const [name, act] of Object.entries({ safe: safeOnes, copy, save })) one(name).addEventListener("click", () => { if (open) act(); });
one("print").addEventListener("click", () => window.print());
one("help").addEventListener("click", () => one("keys").showModal());
window.addEventListener("beforeprint", sheet);
matchMedia("print").addEventListener("change", (event) => { if (event.matches) sheet(); });
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

// --- the beginning -----------------------------------------------------------------------------------------------------

const TOTAL = files.reduce((sum, file) => sum + file.found.length, 0);
const TOTALS = new Map();
// How many folders all files have in common: those are not said.
const FOLDERS = files.map((file) => file.name.split("/").slice(0, -1));
let common = 0;
while (FOLDERS.length && FOLDERS[0].length > common && FOLDERS.every((parts) => parts[common] === FOLDERS[0][common])) common += 1;
for (const file of files) {
  file.families = [...new Set(file.found.map((finding) => finding.family))];
  for (const finding of file.found) TOTALS.set(finding.family, (TOTALS.get(finding.family) ?? 0) + 1);
}
one("sum").textContent = data.sum;
one("states").append(...Object.entries(words.states).map(([value, said]) => make("option", { value }, said)));
if (matchMedia("(max-width: 860px)").matches) one("filters").open = false;
recall();
refresh();
document.documentElement.dataset.ready = "yes";
