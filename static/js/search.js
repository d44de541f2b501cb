// The search box of the top bar: Ctrl+K comes here from anywhere, arrows walk through what is found, Esc goes back.
// Without this script the box is a form that leads to the page of results.

const box = document.getElementById("q");
const found = document.getElementById("found");
const links = () => [...found.querySelectorAll("a")];

const close = () => {
  found.replaceChildren();
  box.blur();
};

// An answer that comes late takes nothing away from under the hand: neither the focus nor a box left meanwhile.
found.addEventListener("htmx:beforeSwap", (event) => {
  if (found.contains(document.activeElement) || document.activeElement !== box) event.detail.shouldSwap = false;
});

const walk = (step) => {
  const all = links();
  const place = all.indexOf(document.activeElement) + step;
  if (place < 0) box.focus();
  else all[Math.min(place, all.length - 1)]?.focus();
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.target === box || found.contains(event.target)) {
    if (event.code === "ArrowDown") walk(1);
    else if (event.code === "ArrowUp") walk(-1);
    else if (event.code === "Escape") close();
    else return;
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  if (!event.target.closest(".search")) found.replaceChildren();
});
