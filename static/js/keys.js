// Single-letter keys, bound to the place of the key (event.code) so that they work with every layout.
// A page marks what a key does: data-key="KeyT" on a button, link or field; here it is only pressed or focused.

const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
// After g: the places of the main navigation, as far as this officer has them.
const places = { KeyQ: "/queue/", KeyE: "/examinations/", KeyC: "/consignments/", KeyH: "/holds/", KeyI: "/intake/", KeyS: "/seizures/", KeyP: "/profiles/", KeyW: "/watch-lists/", KeyD: "/dashboard/" };
const hasPlace = (code) => places[code] && document.querySelector(`.topbar nav a[href="${places[code]}"]`);
const help = document.getElementById("all-keys");
let goTo = false;

const markedFor = (code, shifted) => {
  const name = shifted ? `Shift+${code}` : code;
  return [...document.querySelectorAll(`[data-key~="${name}"]`)].find((element) => element.offsetParent);
};

const press = (code, shifted) => {
  const marked = markedFor(code, shifted);
  if (!marked) return false;
  if (marked.matches("input:not([type=checkbox]), select, textarea")) {
    marked.focus();
    marked.select?.();
  } else {
    marked.click();
  }
  return true;
};

// The help lists what can be done here: a line names the keys it stands for, and goes where the page has none of them.
const applies = (line) => {
  if (line.dataset.on && !document.body.matches(line.dataset.on)) return false;
  if (line.dataset.place) return hasPlace(line.dataset.place);
  return !line.dataset.for || line.dataset.for.split(" ").some((code) => markedFor(code, false) || document.querySelector(`[data-verb=${code}]`));
};
help?.addEventListener("beforetoggle", (event) => {
  if (event.newState === "open") help.querySelectorAll("li").forEach((line) => (line.hidden = !applies(line)));
});

const handle = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.code === "Escape") {
    if (isTyping(event.target)) event.target.blur();
    else press("Escape", false);
    return;
  }
  if (isTyping(event.target) || !document.body.hasAttribute("data-single-keys")) return;
  const began = goTo;
  goTo = !began && event.code === "KeyG" && !event.shiftKey;
  if (began && hasPlace(event.code)) {
    location.assign(places[event.code]);
  } else if (event.shiftKey && event.code === "Slash") {
    help?.togglePopover();
  } else if (event.code === "Slash" && !event.shiftKey) {
    document.getElementById("q")?.focus();
  } else if (event.code === "KeyP" && !event.shiftKey) {
    window.print();
  } else if (!press(event.code, event.shiftKey)) {
    return;
  }
  event.preventDefault();
};

document.addEventListener("keydown", handle);
document.querySelector(".summary")?.focus();
