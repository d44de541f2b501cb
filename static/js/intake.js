// What was chosen to be handed in, how much of it is sent, and many files one by one. Without this script the form is
// sent as a form, with as many files as were chosen.

const AT_ONCE = 3;

document.addEventListener("change", (event) => {
  if (event.target.id === "id_files") showChosen(event.target.files);
});

// Files may be dropped anywhere on the field, not only on the button inside it.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const drop = event.target.closest?.("#drop");
    if (!drop || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const field = document.getElementById("id_files");
    field.files = event.dataTransfer.files;
    showChosen(field.files);
  });
}

// Before htmx sees it: several files go one by one, so that each has its own answer.
document.addEventListener(
  "submit",
  (event) => {
    const files = event.target.querySelector?.("#id_files")?.files;
    if (!files || files.length < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendEach(event.target, [...files]);
  },
  true,
);

document.addEventListener("htmx:xhr:progress", (event) => {
  const sending = document.getElementById("sending");
  if (!sending || !event.detail.lengthComputable) return;
  sending.hidden = false;
  sending.value = (100 * event.detail.loaded) / event.detail.total;
});

// A refused form comes back with what is wrong, and is to be shown.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 400) event.detail.shouldSwap = true;
});

function showChosen(files) {
  const chosen = document.getElementById("chosen");
  const many = files.length > 5;
  const count = document.getElementById("file-states").dataset.count;
  chosen.textContent = many ? `${files.length} ${count}` : [...files].map((file) => file.name).join(", ");
  chosen.hidden = !files.length;
}

async function sendEach(form, files) {
  const states = document.getElementById("file-states");
  const sending = document.getElementById("sending");
  const button = form.querySelector("[type=submit]");
  states.replaceChildren();
  states.hidden = sending.hidden = false;
  button.disabled = true;
  let sent = 0;
  sending.value = 0;
  const waiting = files.map((file) => ({ file, line: addLine(states, file.name), token: newToken() }));
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await sendOne(form, states, one);
      sending.value = (100 * ++sent) / files.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  button.disabled = false;
  form.querySelector("#id_files").value = "";
  showChosen([]);
  const list = { source: "#submissions", target: "#submissions", select: "#submissions", swap: "outerHTML" };
  window.htmx?.ajax("GET", window.location.href, list);
}

async function sendOne(form, states, { file, line, token }) {
  const body = new FormData(form);
  body.set("files", file);
  body.set("token", token);
  say(line, states.dataset.sending);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const answer = await fetch(states.dataset.url, { method: "POST", body });
      const { said, url, asks } = await answer.json();
      return say(line, said, url, answer.ok ? (asks ? "yellow" : "green") : "red");
    } catch {
      // The same token again: if the first arrived after all, nothing is handed in twice.
    }
  }
  return say(line, states.dataset.lost, null, "red");
}

function addLine(states, name) {
  const line = document.createElement("li");
  const title = document.createElement("span");
  title.textContent = name;
  line.append(title, document.createElement("span"));
  states.append(line);
  say(line, states.dataset.waiting);
  return line;
}

function say(line, text, url, colour) {
  const state = document.createElement(url ? "a" : "span");
  state.textContent = text;
  state.className = colour ? `tag ${colour}` : "tag";
  if (url) state.href = url;
  line.lastChild.replaceWith(state);
}

function newToken() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
