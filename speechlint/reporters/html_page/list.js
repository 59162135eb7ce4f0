// A list of any length: only the rows in sight are there.
class List {
  constructor(box, height, draw, choose) {
    Object.assign(this, { box, height, draw, choose, items: [], rows: new Map(), chosen: -1 });
    this.space = make("div");
    box.append(this.space);
    box.addEventListener("scroll", () => this.paint(), { passive: true });
    box.addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      if (row) choose(Number(row.dataset.at));
    });
    box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[
        event.key
      ];
      if (step === undefined || !this.items.length) return;
      event.preventDefault();
      choose(Math.max(0, Math.min(this.items.length - 1, this.chosen + step)));
    });
    new ResizeObserver(() => this.paint()).observe(box);
  }

  show(items, chosen, empty = "") {
    this.items = items;
    this.chosen = chosen;
    for (const row of this.rows.values()) row.remove();
    this.rows.clear();
    this.space.style.height = `${items.length * this.height}px`;
    this.space.className = items.length ? "" : "empty";
    this.space.textContent = items.length ? "" : empty;
    this.reveal();
  }

  pick(at) {
    this.chosen = at;
    for (const [each, row] of this.rows) row.setAttribute("aria-selected", String(each === at));
    this.reveal();
  }

  // One row again, after what it shows has changed.
  renew(at) {
    this.rows.get(at)?.remove();
    this.rows.delete(at);
    this.paint();
  }

  reveal() {
    const { box, height, chosen } = this;
    if (chosen >= 0) {
      const top = chosen * height;
      if (top < box.scrollTop) box.scrollTop = top - height;
      else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * height - box.clientHeight;
    }
    this.paint();
  }

  paint() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 4);
    const last = Math.min(
      this.items.length,
      Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.height) + 4,
    );
    for (const [at, row] of this.rows) {
      if (at < first || at >= last) {
        row.remove();
        this.rows.delete(at);
      }
    }
    for (let at = last - 1; at >= first; at -= 1) {
      // backwards: each row has its successor to stand before
      if (this.rows.has(at)) continue;
      const row = make("div", { className: "row", role: "option", id: `${this.box.id}-${at}` });
      row.dataset.at = at;
      row.style.top = `${at * this.height}px`;
      row.style.height = `${this.height}px`;
      row.setAttribute("aria-selected", String(at === this.chosen));
      row.setAttribute("aria-setsize", this.items.length);
      row.setAttribute("aria-posinset", at + 1);
      this.draw(row, this.items[at]);
      this.rows.set(at, row);
      this.box.insertBefore(row, this.rows.get(at + 1) ?? null);
    }
    if (this.chosen >= 0) this.box.setAttribute("aria-activedescendant", `${this.box.id}-${this.chosen}`);
  }
}

// An element with properties and children; text is always text.
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const one = (id) => document.getElementById(id);
const familyClass = (name) => `f-${data.coloured.includes(name) ? name : "speechlint"}`;
