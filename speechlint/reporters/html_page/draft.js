// The open draft: its lines, the marks of the findings that are shown, and the edits that were accepted.
const HIDDEN = new RegExp(
  "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f" +
  "\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\u{e0000}-\\u{e007f}]", "u");
const ALL_HIDDEN = new RegExp(HIDDEN, "gu");

const BLOCK = 40; // lines

const draft = {
  file: null,
  starts: [],
  ends: [],
  blocks: [],
  lines: [],
  byLine: [],
  marks: new Map(),
  selected: -1,
  near: new Set(),
  sight: null,

  show(file, shown) {
    if (this.file !== file) this.lay(file);
    this.selected = -1;
    this.marks.clear();
    this.lines = [];
    this.numbers = new Map(shown.map((finding, at) => [finding.place, at + 1]));
    this.byLine = this.starts.map(() => []);
    for (const finding of shown) {
      const last = this.lastLine(finding);
      for (let line = this.lineOf(finding.start); line <= last; line += 1) this.byLine[line].push(finding);
    }
    this.edited = this.editsByLine();
    this.blocks.forEach((_, at) => {
      if (this.near.has(at)) this.fill(at);
      else this.empty(at);
    });
  },

  // Lays out another draft: blocks of lines, which hold their marks only while they are in sight or near.
  lay(file) {
    this.file = file;
    this.starts = [0];
    this.ends = [];
    for (const match of file.text.matchAll(/\r\n|\r|\n/g)) {
      this.ends.push(match.index);
      this.starts.push(match.index + match[0].length);
    }
    this.ends.push(file.text.length);
    this.blocks = Array.from({ length: Math.ceil(this.starts.length / BLOCK) }, (_, at) =>
      Object.assign(make("div", { className: "block" }), { at }),
    );
    this.near = new Set([0, 1, 2]);
    this.sight?.disconnect();
    this.sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) this.near.delete(target.at);
          else if (this.blocks[target.at] === target) {
            this.near.add(target.at);
            this.fill(target.at);
          }
        }
      },
      { root: one("draft"), rootMargin: "1200px" },
    );
    one("draft").replaceChildren(...this.blocks);
    one("draft").scrollTop = 0;
    for (const block of this.blocks) this.sight.observe(block);
  },

  fill(at) {
    const first = at * BLOCK,
      end = Math.min(first + BLOCK, this.starts.length);
    if (this.lines[first]) return;
    for (let line = first; line < end; line += 1) {
      this.lines[line] = make("p", { className: "line", dir: "ltr" });
      this.draw(line);
    }
    this.blocks[at].replaceChildren(...this.lines.slice(first, end));
    this.blocks[at].plain = false;
    if (this.selected >= 0) this.select(this.selected, false);
  },

  empty(at) {
    if (this.blocks[at].plain) return;
    const last = Math.min((at + 1) * BLOCK, this.starts.length) - 1;
    const text = this.file.text.slice(this.starts[at * BLOCK], this.ends[last]).replace(/\r\n?/g, "\n");
    this.blocks[at].replaceChildren(...visible(text));
    this.blocks[at].plain = true;
  },

  fillAll() {
    this.blocks.forEach((_, at) => this.fill(at));
  },

  lineOf(offset) {
    let low = 0,
      high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  },

  lastLine(finding) {
    return this.lineOf(Math.max(finding.start, finding.end - 1));
  },

  // For each line the accepted edits that touch it, with the finding that each belongs to.
  editsByLine() {
    const byLine = new Map();
    for (const [place, choice] of this.file.decided) {
      if (choice === REFUSED) continue;
      for (const [start, end, content] of this.file.found[place].choices[choice].edits) {
        for (let line = this.lineOf(start), last = this.lineOf(end); line <= last; line += 1) {
          if (!byLine.has(line)) byLine.set(line, []);
          byLine.get(line).push({ start, end, content, place });
        }
      }
    }
    return byLine;
  },

  // Draws anew what a decision about a finding may have changed.
  renew(finding) {
    const touched = new Set();
    const spans = [[finding.start, finding.end], ...finding.choices.flatMap((choice) => choice.edits)];
    for (const [start, end] of spans) {
      for (let line = this.lineOf(start), last = this.lineOf(end); line <= last; line += 1) touched.add(line);
    }
    this.edited = this.editsByLine();
    for (const line of touched) this.draw(line);
    if (this.selected >= 0) this.select(this.selected, false);
  },

  draw(line) {
    if (!this.lines[line]) return;
    const from = this.starts[line],
      to = this.ends[line];
    const findings = this.byLine[line],
      edits = this.edited.get(line) ?? [];
    for (const finding of findings) {
      this.marks.set(
        finding.place,
        (this.marks.get(finding.place) ?? []).filter((mark) => mark.line !== line),
      );
    }
    const element = this.lines[line];
    if (!findings.length && !edits.length) {
      element.replaceChildren(...visible(this.file.text.slice(from, to)));
      return;
    }
    const within = (offset) => Math.min(Math.max(offset, from), to);
    const cuts = new Set([from, to]);
    for (const each of [...findings, ...edits]) cuts.add(within(each.start)).add(within(each.end));
    const places = [...cuts].sort((a, b) => a - b);
    const opening = findings
      .filter((finding) => within(finding.start) < within(finding.end))
      .sort((a, b) => a.start - b.start);
    const points = findings.filter((finding) => within(finding.start) === within(finding.end));
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    const children = [];
    let active = [],
      next = 0;
    places.forEach((at, i) => {
      for (const edit of edits) if (edit.end === at && edit.content) children.push(this.inserted(edit));
      for (const finding of points)
        if (within(finding.start) === at) children.push(this.mark([finding], line, [], at, true));
      const end = places[i + 1];
      if (end === undefined) return;
      while (next < opening.length && within(opening[next].start) <= at) active.push(opening[next++]);
      active = active.filter((finding) => finding.end > at);
      let content = visible(this.file.text.slice(at, end));
      if (edits.some((edit) => edit.start <= at && end <= edit.end)) content = [make("del", {}, ...content)];
      if (active.length) children.push(this.mark(active, line, content, end, false));
      else children.push(...content);
    });
    element.replaceChildren(...children);
  },

  inserted(edit) {
    const element = make("ins", {}, ...visible(edit.content.replace(/\r\n?/g, "\n")));
    element.dataset.i = edit.place;
    return element;
  },

  // A stretch under one finding or more: the shortest colours it, each of the others adds a line below.
  mark(findings, line, content, end, point) {
    const within = (offset) => Math.min(Math.max(offset, this.starts[line]), this.ends[line]);
    const inner = [...findings].sort((a, b) => a.end - a.start - (b.end - b.start) || b.place - a.place);
    const [top, ...others] = inner;
    const state = stateOf(top) === "refused" ? " refused" : "";
    const element = make(
      "mark",
      {
        className: `${familyClass(top.family)} ${SEVERITIES[top.severity]}${state}${point ? " point" : ""}`,
        title: inner.map((finding) => finding.message.replace(ALL_HIDDEN, "·")).join("\n"),
      },
      ...content,
    );
    if (others.length) {
      const layer = (finding, i) => `inset 0 -${2 + 3 * i}px 0 var(--c-${familyClass(finding.family).slice(2)})`;
      const gap = (_, i) => `inset 0 -${3 + 3 * i}px 0 var(--paper)`;
      const shadows = inner.slice(0, 3).flatMap((finding, i) => [layer(finding, i), gap(finding, i)]);
      element.style.boxShadow = shadows.slice(0, -1).join(", ");
      element.style.paddingBottom = `${Math.min(2, others.length) * 3 + 2}px`;
    }
    element.dataset.i = inner.map((finding) => finding.place).join(" ");
    element.line = line;
    for (const finding of findings) {
      const known = this.marks.get(finding.place) ?? [];
      known.push(element);
      this.marks.set(finding.place, known);
    }
    // On paper a finding is found by its number, behind its last stretch.
    const closing = findings.filter((finding) => within(finding.end) === end && this.lastLine(finding) === line);
    if (closing.length)
      element.dataset.no = closing
        .map((finding) => this.numbers.get(finding.place))
        .sort((a, b) => a - b)
        .join(",");
    return element;
  },

  select(place, scroll = true) {
    for (const mark of this.marks.get(this.selected) ?? []) mark.classList.remove("sel");
    this.selected = -1;
    if (place >= 0) this.fill(Math.floor(this.lineOf(this.file.found[place].start) / BLOCK));
    this.selected = place;
    const marks = this.marks.get(place) ?? [];
    for (const mark of marks) mark.classList.add("sel");
    if (scroll && marks.length) marks[0].scrollIntoView({ block: "center" });
  },
};

// Text with what nobody can see, or what would turn it round, shown as a code.
function visible(text) {
  if (!HIDDEN.test(text)) return text ? [text] : [];
  const parts = [];
  let plain = "";
  for (const character of text) {
    if (HIDDEN.test(character)) {
      if (plain) parts.push(plain);
      plain = "";
      const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      parts.push(make("span", { className: "code" }, `U+${code}`));
    } else plain += character;
  }
  if (plain) parts.push(plain);
  return parts;
}
