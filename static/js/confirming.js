// Shows on the page where the value of the box in hand was read. Without this script the places are marked all alike.

const form = document.getElementById("confirm");
const marks = [...document.querySelectorAll(".pages .mark")];
const fieldOf = (mark) => form?.elements.namedItem(mark.dataset.field);

const show = (name) => {
  for (const mark of marks) mark.classList.toggle("on", mark.dataset.field === name);
  const found = marks.find((mark) => mark.dataset.field === name);
  found?.scrollIntoView({ block: "nearest", inline: "nearest" });
};

for (const mark of marks) {
  const field = fieldOf(mark);
  if (!field) continue;
  field.classList.add("read");
  mark.addEventListener("click", () => field.focus());
}
form?.addEventListener("focusin", (event) => show(event.target.name));
form?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
