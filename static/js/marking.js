// Draws a mark on a picture with finger or mouse and writes its place into the form; a short touch marks a point.

const figure = document.getElementById("marked");
const form = document.getElementById("mark");
const drawn = document.getElementById("drawn");
const fields = form && ["x", "y", "width", "height"].map((name) => form.elements.namedItem(name));
const LEAST = 1; // per cent: below it is a touch
let from = null;

const placeOf = (event) => {
  const box = figure.querySelector("img").getBoundingClientRect();
  const share = (value, start, size) => Math.min(100, Math.max(0, (100 * (value - start)) / size));
  return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)];
};

const draw = (to) => {
  const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  const isPoint = width < LEAST && height < LEAST;
  const place = isPoint ? [...from, "", ""] : [x, y, width, height];
  fields.forEach((field, index) => (field.value = place[index] === "" ? "" : place[index].toFixed(2)));
  ["x", "y", "width", "height"].forEach((name, index) => drawn.setAttribute(name, `${place[index] || 0}%`));
  drawn.hidden = isPoint;
};

if (figure && form) {
  figure.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    from = placeOf(event);
    figure.setPointerCapture(event.pointerId);
  });
  figure.addEventListener("pointermove", (event) => from && draw(placeOf(event)));
  figure.addEventListener("pointerup", (event) => {
    if (!from) return;
    draw(placeOf(event));
    from = null;
    form.elements.namedItem("note").focus();
  });
}
