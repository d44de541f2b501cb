// The page of an open examination on a phone: what is answered, photographed and closed without a link is noted there.

import { changed, fillIn, noted, officer, send, tell, text } from "./yard.js";

const { yard } = self;
const form = document.getElementById("examination");
const examination = form.dataset.examination;
const title = document.querySelector("#load-h").textContent;
const needs = JSON.parse(document.getElementById("needs").textContent);
const photoForm = document.getElementById("photo-form");
const files = document.getElementById("photo-files");
const [LARGEST_SIDE_PX, LARGEST_BYTES] = [2560, 1_500_000];

let here = []; // what is noted of this examination and not taken yet
let isClosing = false;
let isLate = false; // htmx could not save: what follows is noted until it is sent

const typed = () => {
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  delete fields.on_device_at;
  return fields;
};
const waitsHere = () => isLate || here.some((entry) => entry.state === "waiting");

document.addEventListener("yard:changed", ({ detail }) => {
  here = detail.filter((entry) => entry.examination === examination);
  isLate &&= here.some((entry) => entry.state === "waiting");
  const isClosed = here.some((entry) => entry.verb === "close" && entry.state === "waiting");
  form.inert = photoForm.inert = document.getElementById("tail").inert = isClosed;
  if (isClosed) tell(text("closed"));
  if (waitsHere()) showStillOpen();
});

// --- answers

const note = async () => {
  if (isClosing) return;
  isLate = true;
  await yard.addSaving({ verb: "save", officer, examination, typed: typed(), title });
  await noted();
  showStillOpen();
};

// While it is typed, not only when a field is left: a battery may be empty at any moment.
const keep = () => yard.keepForm(examination, officer, typed());
const [KEPT_AFTER_MS, SAVED_AFTER_MS] = [250, 1500];
let keeping = null;
let saving = null;
form.addEventListener("input", () => {
  clearTimeout(keeping);
  clearTimeout(saving);
  keeping = setTimeout(keep, KEPT_AFTER_MS);
  saving = setTimeout(() => form.dispatchEvent(new Event("change")), SAVED_AFTER_MS);
});
form.addEventListener("change", keep);
form.addEventListener("htmx:afterRequest", ({ detail, target }) => {
  if (target === form && detail.successful) yard.keepForm(examination, officer, typed(), true);
});
form.addEventListener("htmx:beforeRequest", (event) => {
  // What waits goes first, else an older answer would come after a newer one.
  if (event.target !== form || (!waitsHere() && navigator.onLine)) return;
  event.preventDefault();
  note();
});
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  form.addEventListener(failure, (event) => event.target === form && note());
}

const fill = (fields) => {
  const last = Math.max(0, ...Object.keys(fields).map((name) => Number(/^lines-(\d+)-/.exec(name)?.[1] ?? 0)));
  while (form.querySelectorAll("#seized .seized").length <= last) addLine();
  for (const [name, value] of Object.entries(fields)) {
    const found = form.elements.namedItem(name);
    if (found instanceof RadioNodeList) found.value = value;
    else if (found?.type === "radio") found.checked = found.value === value;
    else if (found) found.value = value;
  }
};

function addLine() {
  const lines = [...form.querySelectorAll("#seized .seized")];
  const copy = lines.at(-1).cloneNode(true);
  for (const element of copy.querySelectorAll("*")) {
    for (const name of ["name", "id", "for", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(/lines-\d+-/, `lines-${lines.length}-`));
    }
    if (element.matches("input, select")) element.value = "";
  }
  lines.at(-1).after(copy);
  form.elements.namedItem("lines-TOTAL_FORMS").value = lines.length + 1;
}

// --- what still stops the closing: the same rules as the server's, for a place where it cannot be asked

const headingOf = (code) => document.querySelector(`#point-${code} h3`).textContent;

function stillOpen() {
  const fields = typed();
  const results = [...new Set([...form.querySelectorAll("[name^='result-']")].map((field) => field.name))];
  const isFinished = results.some((name) => fields[name] && fields[name] !== "inconclusive");
  const opens = needs.opening.includes(fields.kind);
  const looks = opens || needs.without_opening.includes(fields.kind);
  const points = !isFinished ? [] : opens ? needs.points : looks ? needs.before_opening : [];
  const open = [];
  const miss = (anchor, words) => open.push([anchor, words.trim()]);
  if (looks && isFinished && !fields.seal_state) miss("seal", document.querySelector("#seal h3").textContent);
  for (const heading of form.querySelectorAll("[id^='point-'] h3")) {
    const code = heading.closest(".check").id.slice("point-".length);
    if (fields[`point-${code}`] === "problem" && !fields[`note-${code}`]?.trim()) miss(`note-${code}`, headingOf(code));
    else if (points.includes(code) && !fields[`point-${code}`]) miss(`point-${code}`, headingOf(code));
  }
  if (!fields.kind) miss("kind", document.querySelector("#kind label").firstChild.textContent);
  for (const name of results) {
    if (!fields[name]) miss("result-h", document.getElementById("result-h").textContent);
  }
  if (results.some((name) => fields[name] === "seizure")) {
    const lacks = ["category", "commodity", "quantity", "quantity_unit"].some((name) => !fields[`lines-0-${name}`]);
    if (lacks) miss("seized", document.querySelector("#seized legend").textContent);
  }
  if (opens && fields.seal_state && fields.seal_state !== "none_fitted" && !fields.new_seal && !fields.no_new_seal_because) {
    miss("new-seal", document.querySelector("#new-seal label").firstChild.textContent);
  }
  return open;
}

function showStillOpen() {
  const open = stillOpen();
  const links = open.map(([anchor, words]) => {
    const link = document.createElement("a");
    link.href = `#${anchor}`;
    link.textContent = words;
    return link;
  });
  const parts = links.flatMap((link, index) => (index ? [", ", link] : [link]));
  document.getElementById("left").replaceChildren(...(open.length ? [`${text("still_open")} `, ...parts] : [text("complete")]));
  return open;
}

// --- the buttons

form.addEventListener("submit", async (event) => {
  if (form.dataset.asIs) return;
  event.preventDefault();
  const button = event.submitter;
  const action = button?.getAttribute("formaction") ?? "";
  await yard.keepForm(examination, officer, typed());
  if (here.length) await send();
  const { state, token } = await yard.hello(officer);
  if (state === "linked" && !waitsHere()) {
    for (const entry of here.filter((one) => ["save", "close"].includes(one.verb))) await yard.forget(entry.number);
    await yard.keepForm(examination, officer, typed(), true);
    fillIn(form, token);
    form.dataset.asIs = "yes";
    // The answer to a saving may have put a new button in the place of the one that was pressed.
    form.requestSubmit(button?.isConnected ? button : document.querySelector(`[form=examination][formaction="${action}"]`));
  } else if (action.endsWith("/add-line/")) {
    addLine();
    await note();
  } else if (action.endsWith("/close/")) {
    const open = showStillOpen();
    if (open.length) return document.getElementById(open[0][0])?.scrollIntoView({ block: "center" });
    isClosing = true;
    await yard.addSaving({ verb: "close", officer, examination, typed: typed(), title });
    await noted();
    location.assign("/examinations/mine/");
  } else {
    await note();
  }
});

// --- photos

// A large photo is made smaller here, which also leaves behind what the camera wrote into it. A scan keeps every pixel.
const smaller = async (file, kind) => {
  if (kind === "scan" || file.size <= LARGEST_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LARGEST_SIDE_PX / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    return made.size < file.size ? made : file;
  } catch {
    return file;
  }
};

const showPhoto = ({ id, point, blob }) => {
  if (document.querySelector(`[data-photo="${id}"]`)) return;
  const [frame, image] = [document.createElement("span"), document.createElement("img")];
  frame.className = "thumb local";
  frame.dataset.photo = id;
  image.src = URL.createObjectURL(blob);
  image.alt = text("photo");
  frame.append(image);
  document.querySelector(`[data-photos="${CSS.escape(point)}"]`)?.append(frame);
};

const takePhotos = async () => {
  const [kind, point] = [photoForm.elements.picture_kind.value, photoForm.elements.point.value];
  const chosen = [...files.files];
  files.value = "";
  for (const file of chosen) {
    const on_device_at = new Date().toISOString();
    const photo = { verb: "photo", id: crypto.randomUUID(), officer, examination, kind, point, title, on_device_at };
    photo.blob = await smaller(file, kind);
    try {
      await yard.add(photo);
    } catch {
      return tell(text("full"), true);
    }
    showPhoto(photo);
  }
  await noted();
};

files.addEventListener("change", takePhotos);
files.required = false;
photoForm.addEventListener("submit", (event) => {
  event.preventDefault();
  files.click();
});
for (const button of document.querySelectorAll("[data-camera]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    photoForm.elements.point.value = button.dataset.camera;
    photoForm.elements.picture_kind.value = button.dataset.camera === "scan" ? "scan" : "photo";
    files.setAttribute("capture", "environment");
    files.click();
    files.removeAttribute("capture");
  });
}

// --- what was noted here before

const start = async () => {
  await changed();
  const kept = await yard.keptForm(examination);
  const last = here.filter((entry) => entry.typed && entry.verb !== "begin").at(-1);
  const isMine = kept?.officer === officer;
  if (isMine && (here.length || "kept" in form.dataset || !kept.isSaved)) fill(kept.typed);
  else if (last) fill(last.typed);
  here.filter((entry) => entry.verb === "photo").forEach(showPhoto);
  if (waitsHere() || !navigator.onLine) showStillOpen();
  form.dataset.ready = "yes";
  // Typed, and the page was left before it could be saved.
  if (isMine && !kept.isSaved && !here.length) await note();
};
await start();
