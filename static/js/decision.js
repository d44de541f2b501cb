// A decision needs a reason: s, r and i choose the verb and lead to the reason; Enter in the words decides.
// Without this script the three buttons of the form do the same.

const form = () => [...document.querySelectorAll("[data-decision]")].find((element) => element.offsetParent);

const choose = (verb) => {
  const decision = form();
  const chosen = decision?.querySelector(`[data-verb="${verb}"]`);
  if (!chosen) return false;
  decision.querySelectorAll("[data-verb]").forEach((button) => {
    button.classList.toggle("primary", button === chosen);
    button.toggleAttribute("data-chosen", button === chosen);
  });
  const kind = decision.querySelector("select[name=kind]");
  (kind.value ? decision.querySelector("input[name=words]") : kind).focus();
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input, select, textarea");
  const decision = event.target.closest("[data-decision]");
  if (field && decision && event.code === "Enter") {
    event.preventDefault();
    // A click, not requestSubmit: htmx takes the address from the button that was clicked.
    decision.querySelector("[data-chosen]")?.click();
  } else if (!field && document.body.hasAttribute("data-single-keys") && ["KeyS", "KeyR", "KeyI"].includes(event.code)) {
    if (choose(event.code)) event.preventDefault();
  }
});

// What is folded opens where a link leads to it, and its first field waits for the hand.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-opens]");
  const folded = link && document.getElementById(link.dataset.opens);
  if (!folded) return;
  event.preventDefault();
  folded.open = true;
  folded.scrollIntoView({ block: "start" });
  folded.querySelector("input:not([type=hidden]), textarea, select")?.focus();
});

// The toast goes when its ten seconds are over.
const watchToast = () => {
  const toast = document.querySelector("#toast .toast");
  if (!toast) return;
  const left = Math.max(4000, Number(toast.dataset.until) * 1000 - Date.now());
  setTimeout(() => toast.remove(), left);
};
watchToast();
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "toast") watchToast();
});
