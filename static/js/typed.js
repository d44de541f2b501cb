// The keys of a form typed from paper, and the side that tells what will be created. Without this script the form works.

const form = document.getElementById("typed");
const told = document.getElementById("told");
const last = JSON.parse(document.getElementById("last-document").textContent);
const boxes = () => [...form.querySelectorAll("input:not([type=hidden]), textarea")].filter((box) => box.offsetParent);

const go = (from, step) => {
  const all = boxes();
  const next = all[all.indexOf(from) + step];
  next?.focus();
  next?.select?.();
};

const goToNumber = () => {
  const number = (window.prompt(form.dataset.ask) ?? "").trim().toUpperCase();
  if (number) form.querySelector(`[data-box="${CSS.escape(number)}"]`)?.focus();
};

// In a line below the first: the cell above. Elsewhere: the same box of the officer's last document.
const before = (box) => {
  const row = box.closest("tr");
  const above = row?.previousElementSibling?.children[box.closest("td").cellIndex]?.querySelector("input, textarea");
  return above?.value || last[box.dataset.name];
};

const handle = (event) => {
  const box = event.target;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    form.requestSubmit();
  } else if (event.key === "Enter" && box.matches("input, textarea") && !event.altKey) {
    go(box, event.shiftKey ? -1 : 1);
  } else if (event.ctrlKey && event.code === "KeyG") {
    goToNumber();
  } else if (event.ctrlKey && event.code === "KeyD" && before(box)) {
    box.value = before(box);
    tellSoon();
    go(box, 1);
  } else {
    return;
  }
  event.preventDefault();
};

let timer = 0;
let asked = 0;
const tellSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(tell, 400);
};

const tell = async () => {
  const number = ++asked;
  const answer = await fetch(told.dataset.preview, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (answer?.ok && number === asked) told.innerHTML = await answer.text();
};

// What is said of a box has come: the box itself says whether it is wrong.
const mark = (event) => {
  const box = event.detail.requestConfig?.elt;
  const said = box && document.getElementById(`${box.id}-e`);
  if (said) box.setAttribute("aria-invalid", said.classList.contains("error"));
};

form.addEventListener("keydown", handle);
form.addEventListener("input", tellSoon);
form.addEventListener("htmx:afterSettle", mark);
if (!told.querySelector("progress") && boxes().some((box) => box.value && box.type !== "checkbox")) tell();
if (!document.querySelector(".summary")) (form.querySelector("[autofocus]") ?? boxes()[0])?.focus();
