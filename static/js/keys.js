// Single-letter keys, bound to the place of the key (event.code) so that they work with every layout.
// A page marks what a key does: data-key="KeyT" on a button, link or field; here it is only pressed or focused.

const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const places = { KeyQ: "/queue/", KeyE: "/examinations/", KeyC: "/consignments/", KeyH: "/holds/" };
let goTo = false;

const press = (code, shifted) => {
  const name = shifted ? `Shift+${code}` : code;
  const marked = [...document.querySelectorAll(`[data-key~="${name}"]`)].find((element) => element.offsetParent);
  if (!marked) return false;
  if (marked.matches("input:not([type=checkbox]), select, textarea")) {
    marked.focus();
    marked.select?.();
  } else {
    marked.click();
  }
  return true;
};

const handle = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.code === "Escape") {
    if (isTyping(event.target)) event.target.blur();
    else press("Escape", false);
    return;
  }
  if (isTyping(event.target) || !document.body.hasAttribute("data-single-keys")) return;
  const began = goTo;
  goTo = !began && event.code === "KeyG";
  if (began && places[event.code]) {
    location.assign(places[event.code]);
  } else if (event.shiftKey && event.code === "Slash") {
    document.getElementById("all-keys")?.togglePopover();
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
