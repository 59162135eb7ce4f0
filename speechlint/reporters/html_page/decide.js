// What is decided, and where the outcome goes: into the clipboard, a file, onto paper.
function decide(finding, choice) {
  const file = files[finding.file];
  if (choice === undefined) file.decided.delete(finding.place);
  else if (choice === REFUSED) file.decided.set(finding.place, REFUSED);
  else if (!accept(file, finding, choice)) {
    toast(words.collides);
    return;
  }
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
  const url = URL.createObjectURL(
    new Blob([open.mark ? "\ufeff" : "", mended(open)], { type: "text/plain;charset=utf-8" }),
  );
  make("a", { href: url, download: open.save }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function toast(said) {
  one("toast").textContent = said;
  one("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    one("toast").hidden = true;
  }, 2400);
}

// On paper: the open draft with numbers at its marks, and what each number says.
function sheet() {
  if (!open) return;
  draft.fillAll();
  one("sheet").replaceChildren(
    ...current.map((finding, at) => {
      const decision = open.decided.get(finding.place);
      const done =
        decision === undefined
          ? ""
          : decision === REFUSED
            ? words.refused
            : `${words.accepted}：${finding.choices[decision].title}`;
      return make(
        "li",
        {},
        make("span", {}, `[${at + 1}]`),
        make("span", {}, words.severities[finding.severity]),
        make("span", {}, ...visible(finding.message)),
        done ? make("span", { className: "done" }, ...visible(done)) : null,
      );
    }),
  );
}
