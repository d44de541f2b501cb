// The keys of the CMR form, and the side that tells what will be created. Without this script the form works as a form.

const form = document.getElementById("cmr");
const told = document.getElementById("told");
const last = JSON.parse(document.getElementById("last-note").textContent);
const boxes = () => [...form.querySelectorAll("input:not([type=hidden]), textarea")].filter((box) => box.offsetParent);

const go = (from, step) => {
  const all = boxes();
  const next = all[all.indexOf(from) + step];
  next?.focus();
  next?.select?.();
};

const goToNumber = () => {
  const number = window.prompt(form.dataset.ask ?? "1–24");
  form.querySelector(`[data-box="${CSS.escape((number ?? "").trim())}"]`)?.focus();
};

const handle = (event) => {
  const box = event.target;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    form.requestSubmit();
  } else if (event.key === "Enter" && box.matches("input, textarea") && !event.altKey) {
    go(box, event.shiftKey ? -1 : 1);
  } else if (event.ctrlKey && event.code === "KeyG") {
    goToNumber();
  } else if (event.ctrlKey && event.code === "KeyD" && last[box.dataset.name]) {
    box.value = last[box.dataset.name];
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

form.addEventListener("keydown", handle);
form.addEventListener("input", tellSoon);
if (!document.querySelector(".summary")) boxes()[0]?.focus();
