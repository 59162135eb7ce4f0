// What the reader presses, and how the page begins.
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
  j: () => step(1),
  k: () => step(-1),
  J: () => stepFile(1),
  K: () => stepFile(-1),
  a: () => {
    if (chosen?.choices.length) decide(chosen, open.decided.get(chosen.place) === 0 ? undefined : 0);
  },
  r: () => {
    if (chosen) decide(chosen, open.decided.get(chosen.place) === REFUSED ? undefined : REFUSED);
  },
  i: () => {
    if (chosen && data.rules[chosen.rule]) page(chosen.rule);
  },
  "/": () => {
    one("search").focus();
    one("search").select();
  },
  "?": () => one("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]"))
    return;
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
one("search").addEventListener("input", () => {
  clearTimeout(findTimer);
  findTimer = setTimeout(find, 120);
});
one("rules").addEventListener("change", (event) => {
  filter.rule = event.target.value;
  refresh();
});
one("states").addEventListener("change", (event) => {
  filter.state = event.target.value;
  refresh();
});
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
for (const [name, act] of Object.entries({ safe: safeOnes, copy, save }))
  one(name).addEventListener("click", () => {
    if (open) act();
  });
one("print").addEventListener("click", () => window.print());
one("help").addEventListener("click", () => one("keys").showModal());
window.addEventListener("beforeprint", sheet);
matchMedia("print").addEventListener("change", (event) => {
  if (event.matches) sheet();
});
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

// --- the beginning -------------------------------------------------------------------------------------------------

const TOTAL = files.reduce((sum, file) => sum + file.found.length, 0);
const TOTALS = new Map();
// How many folders all files have in common: those are not said.
const FOLDERS = files.map((file) => file.name.split("/").slice(0, -1));
let common = 0;
while (FOLDERS.length && FOLDERS[0].length > common && FOLDERS.every((parts) => parts[common] === FOLDERS[0][common]))
  common += 1;
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
