// A list under the hand: j and k move the current row, Enter opens it. Without this script rows are links.

const list = document.querySelector("[data-rows]");
const rows = () => [...list.querySelectorAll("tr[data-row]")];
const current = () => list.querySelector("tr[aria-current]");
const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select");

const makeCurrent = (row) => {
  if (!row) return;
  current()?.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
};

const move = (step) => {
  const all = rows();
  makeCurrent(all[all.indexOf(current()) + step]);
};

const keys = {
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => current()?.querySelector("a.row").click(),
};

document.addEventListener("keydown", (event) => {
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !keys[event.code]) return;
  if (typing(event.target) || event.target.closest("a, button, [popover]")) return;
  if (event.code.startsWith("Key") && !document.body.hasAttribute("data-single-keys")) return;
  event.preventDefault();
  keys[event.code]();
});

list?.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (row && !event.target.closest("a, input, button")) makeCurrent(row);
});
document.querySelectorAll("[data-sends-itself]").forEach((form) => {
  form.addEventListener("change", () => form.requestSubmit());
});
