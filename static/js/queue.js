// The queue under the hand: j and k move, the preview follows, a decided row leaves and the next becomes current.

const list = document.querySelector(".list");
const preview = document.getElementById("preview");
const rows = () => [...list.querySelectorAll("tr[data-preview]")];
const current = () => list.querySelector("tr[aria-current]");
const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select");
let lastTicked = null;
let waiting = null;

const load = (row) => {
  if (getComputedStyle(preview).display === "none") return;
  clearTimeout(waiting);
  // A held key passes over rows; only where it stops is worth a request.
  waiting = setTimeout(() => {
    const next = encodeURIComponent(location.search.slice(1));
    htmx.ajax("GET", `${row.dataset.preview}?next=${next}`, { target: "#preview", swap: "innerHTML" });
  }, 90);
};

const makeCurrent = (row) => {
  if (!row) return;
  current()?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  load(row);
};

const move = (step) => {
  const all = rows();
  makeCurrent(all[all.indexOf(current()) + step]);
};

const countTicked = () => {
  const ticked = [...list.querySelectorAll("input[name=case]:checked")];
  const bar = document.querySelector(".ticked");
  bar.toggleAttribute("data-some", ticked.length > 0);
  document.getElementById("ticked").textContent = ticked.length || "";
  bar.querySelector("[value=release]").disabled = ticked.some((box) => box.hasAttribute("data-alone"));
};

const tick = (asRange) => {
  const all = rows();
  const here = current();
  if (!here) return;
  const from = asRange && lastTicked ? all.indexOf(lastTicked) : all.indexOf(here);
  const [start, end] = [from, all.indexOf(here)].sort((a, b) => a - b);
  const state = asRange ? true : !here.querySelector("input[name=case]").checked;
  all.slice(start, end + 1).forEach((row) => (row.querySelector("input[name=case]").checked = state));
  lastTicked = here;
  countTicked();
};

const keys = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => current()?.querySelector("a.row").click(),
  KeyX: (event) => tick(event.shiftKey),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !keys[event.code]) return;
  if (event.code.startsWith("Key") && !document.body.hasAttribute("data-single-keys")) return;
  if (event.target.closest("a, button, [popover]")) return;
  event.preventDefault();
  keys[event.code](event);
});

list.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-preview]");
  if (row && !event.target.closest("a, input, button")) makeCurrent(row);
});
list.addEventListener("change", (event) => {
  if (event.target.matches(".tick-all")) {
    list.querySelectorAll("input[name=case]:not(:disabled)").forEach((box) => (box.checked = event.target.checked));
  }
  countTicked();
});
document.querySelectorAll("[data-sends-itself]").forEach((form) => {
  form.addEventListener("change", () => form.requestSubmit());
});

document.addEventListener("pcu:decided", (event) => {
  document.activeElement?.blur(); // the hand is back at the list: z undoes, j moves on
  const gone = document.getElementById(`row-${event.detail.id}`);
  if (!gone) return;
  const all = rows();
  const next = all[all.indexOf(gone) + 1] ?? all[all.indexOf(gone) - 1];
  const heading = gone.previousElementSibling;
  gone.remove();
  if (heading?.matches(".group") && !heading.nextElementSibling?.matches("[data-preview]")) heading.remove();
  if (next) makeCurrent(next);
  else location.reload();
});
// What others did since the page was opened is marked, never moved: the row stays under the hand.
document.addEventListener("pcu:elsewhere", (event) => {
  const mark = (id, sentence, isGone) => {
    const row = document.getElementById(`row-${id}`);
    if (!row || row.querySelector(".said").textContent === sentence) return;
    row.querySelector(".said").textContent = sentence;
    row.classList.toggle("elsewhere", isGone);
    const box = row.querySelector("input[name=case]");
    if (isGone) [box.checked, box.disabled] = [false, true];
  };
  Object.entries(event.detail.taken).forEach(([id, sentence]) => mark(id, sentence, false));
  Object.entries(event.detail.decided).forEach(([id, sentence]) => mark(id, sentence, true));
  countTicked();
});

document.addEventListener("pcu:assigned", () => current() && load(current()));

countTicked();
if (current()) load(current());
