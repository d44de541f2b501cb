// Shows on the page where the value of the box in hand was read. Without this script the places are marked all alike.

const form = document.getElementById("confirm");
const pages = document.querySelector(".pages");
const marks = [...pages.querySelectorAll(".mark")];
const fieldOf = (mark) => form?.elements.namedItem(mark.dataset.field);

const show = (name) => {
  for (const mark of marks) mark.classList.toggle("on", mark.dataset.field === name);
  const found = marks.find((mark) => mark.dataset.field === name);
  if (!found) return;
  // Only the panel of the pages is scrolled: the box in hand stays where it is.
  const [panel, place] = [pages.getBoundingClientRect(), found.getBoundingClientRect()];
  pages.scrollBy({
    top: place.top < panel.top || place.bottom > panel.bottom ? place.top - panel.top - panel.height / 3 : 0,
    left: place.left < panel.left || place.right > panel.right ? place.left - panel.left - 16 : 0,
  });
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
