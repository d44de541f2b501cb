// Marks mistakes where they are while somebody types, and leads on after a button. Without this script the form works.

const form = document.getElementById("profile");

const clear = () => {
  for (const told of form.querySelectorAll("span.error")) told.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
};

const mark = (item) => {
  const field = document.getElementById(item.dataset.field);
  if (!field) return;
  const told = document.createElement("span");
  told.className = "error";
  told.id = `${field.id}_error`;
  told.textContent = item.textContent;
  (field.closest(".condition, .adder") ?? field).insertAdjacentElement(field.closest(".condition, .adder") ? "beforeend" : "afterend", told);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", told.id);
  field.closest("details")?.setAttribute("open", "");
};

// A form that nobody has touched yet holds no mistakes; what it still needs stands beside it.
let touched = false;
for (const event of ["input", "click"]) form.addEventListener(event, () => { touched = true; }, { once: true });

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "preview") {
    clear();
    if (touched) for (const item of document.querySelectorAll("#faults [data-field]")) mark(item);
  } else if (event.target.id === "edited") {
    document.querySelector("#edited [autofocus]")?.focus();
  }
});
