// All cells as a grid: criteria down where there is room, municipalities down on a phone.
// Data become text and attributes only, never markup.
const WIDE = 760;

function element(tag, className, role) {
  const made = document.createElement(tag);
  made.className = className;
  if (role) made.setAttribute("role", role);
  return made;
}

function titled(className, role, name) {
  const made = element("div", className, role);
  const inner = element("span", "");
  inner.textContent = name;
  made.append(inner);
  return made;
}

// The cells as objects, place by place: code, id, words, sign.
function unpacked({ places, criteria, marks, years, said }) {
  return places.map(([code, place], p) => {
    let dated = 0;
    return criteria.map(([id, criterion], c) => {
      const sign = marks[p][c];
      const year = sign === "-" ? "" : years[p][dated++];
      return { cell: `${code}.${id}`, sign, label: `${place}, ${criterion}: ${said[sign].replace("{year}", year)}` };
    });
  });
}

const LEVELS = ["not", "partly", "met"], STATES = ["fresh", "stale", "undated", "implied"];

function kind(sign) {
  const number = sign.charCodeAt(0) - 97;
  return sign === "-" ? "" : `mark ${LEVELS[Math.floor(number / 4)]} ${STATES[number % 4]}`;
}

function starts(data) {
  const at = new Map();
  let first = 0;
  for (const [name, count] of data.groups) { at.set(first, name); first += count; }
  return at;
}

// A row of names over the columns.
function headings(data, wide) {
  const row = element("div", "names", "row");
  const corner = titled("corner", "columnheader", wide ? data.words.known : data.words.place);
  row.append(corner);
  const groups = starts(data);
  const names = wide ? data.places : data.criteria;
  names.forEach((item, i) => {
    const name = titled("name", "columnheader", item[1]);
    if (wide && item[0] === data.chosen) name.classList.add("own");
    if (wide && i && groups.has(i)) name.classList.add("first");
    if (!wide && i && item[2] !== names[i - 1][2]) name.classList.add("first");
    row.append(name);
  });
  return row;
}

function label(data, wide, i) {
  if (!wide) return titled("label", "rowheader", data.places[i][1]);
  const [, name, dimension, known] = data.criteria[i];
  const made = titled(`label ${dimension}`, "rowheader", name);
  const count = element("b", "");
  count.textContent = known;
  made.append(count);
  return made;
}

function bands(data) {
  const row = element("div", "bands");
  row.append(element("span", ""));
  for (const [name, count] of data.groups) {
    const band = titled("band", "", name);
    band.style.gridColumn = `span ${count}`;
    row.append(band);
  }
  return row;
}

function build(host, data, wide) {
  const cells = unpacked(data), groups = starts(data);
  const rows = wide ? data.criteria.length : data.places.length;
  const columns = wide ? data.places.length : data.criteria.length;
  host.replaceChildren();
  host.className = `cells ${wide ? "wide" : "narrow"}`;
  host.style.setProperty("--columns", columns);
  const grid = element("div", "grid", "grid");
  grid.setAttribute("aria-label", data.words.grid);
  grid.append(headings(data, wide));
  const at = [];
  for (let r = 0; r < rows; r++) {
    if (!wide && groups.has(r)) {
      const group = element("div", "group", "row");
      group.append(titled("", "rowheader", groups.get(r)));
      grid.append(group);
    }
    const row = element("div", "cells-row", "row");
    const dimension = data.criteria[r]?.[2];
    if (wide && r && dimension !== data.criteria[r - 1][2]) row.classList.add("first");
    if (!wide && data.places[r][0] === data.chosen) row.classList.add("own");
    row.append(label(data, wide, r));
    at.push([]);
    for (let k = 0; k < columns; k++) {
      const [p, c] = wide ? [k, r] : [r, k];
      const { cell, sign, label: words } = cells[p][c];
      const one = element("div", `cell ${kind(sign)}`, "gridcell");
      one.tabIndex = -1;
      one.setAttribute("aria-label", words);
      one.dataset.cell = cell;
      one.at = [r, k];
      if (wide && data.places[p][0] === data.chosen) one.classList.add("own");
      if (k && (wide ? groups.has(k) : data.criteria[c][2] !== data.criteria[c - 1][2])) one.classList.add("first");
      at[r].push(one);
      row.append(one);
    }
    grid.append(row);
  }
  host.append(grid);
  if (wide && data.groups.length) host.append(bands(data));
  return at;
}

// Wait, frame by frame, for the records of a cell that was just opened, then show them.
function reveal(cell, until) {
  const panel = document.querySelector(`[data-records="${CSS.escape(cell)}"]`);
  if (panel) panel.scrollIntoView({ block: "nearest", behavior: "smooth" });
  else if (performance.now() < until) requestAnimationFrame(() => reveal(cell, until));
}

function listen(host, says, state) {
  const of = (event) => event.target.closest?.("[role=gridcell]");
  const tell = (one) => {
    for (const marked of host.querySelectorAll(".at")) marked.classList.remove("at");
    says.textContent = one ? one.getAttribute("aria-label") : state.data.words.hint;
    if (!one) return;
    one.parentElement.firstChild.classList.add("at");
    host.querySelector(".names").children[one.at[1] + 1].classList.add("at");
  };
  const go = (one) => {
    if (!one) return;
    state.current.tabIndex = -1;
    state.current = one;
    one.tabIndex = 0;
    one.focus();
  };
  const open = (one) => {
    state.send("open", one.dataset.cell);
    reveal(one.dataset.cell, performance.now() + 5000);
  };
  host.onpointerover = (event) => tell(of(event));
  host.onpointerleave = () => tell(null);
  host.onfocusin = (event) => tell(of(event));
  host.onclick = (event) => {
    const one = of(event);
    if (one) { go(one); open(one); }
  };
  host.onkeydown = (event) => {
    const one = of(event);
    if (!one) return;
    const [r, k] = one.at, last = state.at[0].length - 1;
    const to = {
      ArrowLeft: [r, k - 1], ArrowRight: [r, k + 1], ArrowUp: [r - 1, k], ArrowDown: [r + 1, k],
      Home: [r, 0], End: [r, last],
    }[event.key];
    if (to) go(state.at[to[0]]?.[to[1]]);
    else if (event.key === "Enter" || event.key === " ") open(one);
    else return;
    event.preventDefault();
  };
}

function mark(host, opened) {
  for (const one of host.querySelectorAll(".open")) one.classList.remove("open");
  if (!opened) return;
  host.querySelector(`[data-cell="${CSS.escape(opened)}"]`)?.classList.add("open");
}

export default ({ parentElement, data, setTriggerValue }) => {
  const host = parentElement.querySelector(".cells"), says = parentElement.querySelector(".cells-says");
  const state = (host.state ??= {});
  Object.assign(state, { data, send: setTriggerValue });
  const draw = () => {
    const wide = host.clientWidth >= WIDE;
    const drawn = JSON.stringify([wide, { ...state.data, opened: "" }]);
    if (drawn !== state.drawn) {
      state.drawn = drawn;
      state.at = build(host, state.data, wide);
      state.current = host.querySelector("[role=gridcell].mark") ?? state.at[0][0];
      state.current.tabIndex = 0;
      says.textContent = state.data.words.hint;
      listen(host, says, state);
    }
    mark(host, state.data.opened);
  };
  draw();
  state.observer ??= new ResizeObserver(draw);
  state.observer.observe(host);
  return () => { state.observer?.disconnect(); state.observer = undefined; };
};
