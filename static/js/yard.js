// The phone in the yard: says what waits on it, sends it when there is a link, keeps the pages that are worked on, and
// begins an examination without a link. Without this script every page works as a form, with a link.

const { yard } = self;
const section = document.getElementById("yard");
const officer = section.dataset.officer;
const text = (name) => document.getElementById("yard-texts").content.querySelector(`[data-text=${name}]`).textContent;
const KEPT = "pcu-kept";
const TO_BE_BEGUN = "00000000-0000-4000-8000-000000000000";
const [FIRST_WAIT, LONGEST_WAIT] = [5, 300]; // seconds between attempts, doubled each time

let state = navigator.onLine ? "linked" : "offline";
let wait = FIRST_WAIT;
let timer = null;

export { officer, text };

export const changed = async () => {
  const all = await yard.everything();
  const own = all.filter((entry) => entry.officer === officer);
  showState(own.filter((entry) => entry.state === "waiting"), all.length > own.length);
  showRefused(own.filter((entry) => entry.state === "refused"));
  showBegunHere(own);
  document.dispatchEvent(new CustomEvent("yard:changed", { detail: own }));
};

// Sends what waits. What cannot be sent is tried again, each time later; a link that comes back is tried at once.
export const send = async () => {
  clearTimeout(timer);
  state = await yard.send(officer);
  const waits = (await yard.entriesOf(officer)).some((entry) => entry.state === "waiting");
  if (waits && state === "offline") {
    timer = setTimeout(send, wait * 1000 * (0.8 + 0.4 * Math.random()));
    wait = Math.min(2 * wait, LONGEST_WAIT);
  } else {
    wait = FIRST_WAIT;
  }
  await changed();
  return state;
};

// For what has just been noted: shown first, then sent, also by the browser itself once this page is closed.
export const noted = async () => {
  await changed();
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register("pcu-yard").catch(() => {});
  send();
};

export const fillIn = (form, token) => {
  form.querySelectorAll("[data-clock]").forEach((field) => (field.value = new Date().toISOString()));
  if (token) document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => (field.value = token));
};

export const tell = (words, isBad = false) => {
  const banner = document.getElementById("yard-state");
  banner.hidden = false;
  banner.classList.toggle("bad", isBad);
  banner.querySelector("p").textContent = words;
};

function showState(waiting, othersWait) {
  const photos = waiting.filter((entry) => entry.verb === "photo").length;
  const kinds = [[text("entries"), waiting.length - photos], [text("photos"), photos]].filter(([, count]) => count);
  const lines = [];
  if (!navigator.onLine || (waiting.length && state === "offline")) lines.push(text("offline"));
  if (waiting.length) lines.push(`${text("waiting")} ${kinds.map(([word, count]) => `${word} ${count}`).join(", ")}.`);
  if (waiting.length && state === "signed_out") lines.push(text("signed_out"));
  if (othersWait) lines.push(text("others"));
  const banner = document.getElementById("yard-state");
  const wasShown = !banner.hidden;
  banner.hidden = !lines.length && !wasShown;
  if (lines.length) tell(lines.join(" "));
  else if (wasShown) tell(text("sent"));
  banner.dataset.waiting = waiting.length;
  document.getElementById("yard-send").hidden = !waiting.length;
}

function showRefused(refused) {
  const rows = refused.map((entry) => {
    const row = document.getElementById("yard-refused-row").content.cloneNode(true).firstElementChild;
    const [title, said, link] = [row.querySelector("b"), row.querySelector("span"), row.querySelector("a")];
    title.textContent = entry.title ?? "";
    said.textContent = entry.said;
    link.href = `/examinations/${entry.examination}/`;
    link.hidden = entry.verb === "begin";
    for (const button of row.querySelectorAll("button")) button.addEventListener("click", () => mend(button, entry));
    if (entry.instead) {
      const button = row.querySelector("[data-does=instead]");
      button.hidden = false;
      button.textContent = `${text("instead")} ${entry.instead.reference}`;
    }
    return row;
  });
  document.getElementById("yard-refused").replaceChildren(...rows);
}

async function mend(button, entry) {
  if (button.dataset.does === "instead") {
    await yard.putInto(officer, entry.examination, entry.instead.id);
  } else if (button.dataset.does === "again") {
    await yard.change({ ...entry, state: "waiting" });
  } else if (window.confirm(text("forget"))) {
    await yard.forget(entry.number);
  }
  await changed();
  send();
}

function showBegunHere(own) {
  const list = document.getElementById("yard-local");
  if (!list) return;
  const rows = own.filter((entry) => entry.verb === "begin").map((entry) => {
    const row = document.getElementById("yard-local-row").content.cloneNode(true).firstElementChild;
    const isClosed = own.some((one) => one.verb === "close" && one.examination === entry.examination);
    const due = document.querySelector(`#due a[href="/examinations/begin/${entry.typed.assessment}/"]`)?.closest("li");
    if (due) due.hidden = true;
    row.querySelector("a").href = `/examinations/${entry.examination}/`;
    row.querySelector("a").textContent = entry.title;
    row.querySelector(".tag").textContent = text("begun_here");
    row.querySelector("p").textContent = isClosed ? text("closed") : "";
    return row;
  });
  list.replaceChildren(...rows);
  list.hidden = !rows.length;
}

// Fetches the pages the officer works on, each only where it differs from the copy; none of them holds a lane.
async function keepPages() {
  const told = await yard.hello(officer, "kept/");
  if (told.state !== "linked") return;
  const cache = await caches.open(KEPT);
  for (const { page, from, revision } of told.pages) {
    const there = await cache.match(page);
    if (there?.headers.get("X-Revision") === revision) continue;
    const answer = await fetch(from, { redirect: "manual", cache: "no-store" });
    if (!answer.ok) continue;
    const headers = new Headers(answer.headers);
    headers.set("X-Revision", revision);
    await cache.put(page, new Response(await answer.blob(), { headers }));
  }
  const unsent = (await yard.entriesOf(officer)).map((entry) => `/examinations/${entry.examination}/`);
  const wanted = new Set([...told.pages.map(({ page }) => page), ...unsent]);
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!wanted.has(pathname + search)) await cache.delete(request);
  }
  for (const form of await yard.keptForms()) {
    const isOpen = wanted.has(`/examinations/${form.examination}/`);
    if (form.officer === officer && form.isSaved && !isOpen) await yard.forgetForm(form.examination);
  }
  // Signed out meanwhile: what came in late goes too.
  if ((await yard.hello(officer)).state === "signed_out") await caches.delete(KEPT);
  else document.documentElement.dataset.kept = told.pages.length;
}

async function beginHere(form) {
  const piece = form.querySelector("[name=equipment]:checked");
  const cache = await caches.open(KEPT);
  const sheet = piece?.dataset.sheet && (await cache.match(piece.dataset.sheet));
  if (!sheet) return tell(text("no_sheet"), true);
  const typed = { assessment: form.dataset.begins, equipment: piece.value };
  const begun = (await yard.entriesOf(officer)).find(
    (entry) => entry.verb === "begin" && entry.typed.assessment === typed.assessment && entry.typed.equipment === piece.value,
  );
  const examination = begun?.examination ?? crypto.randomUUID();
  const page = `/examinations/${examination}/`;
  if (!begun) {
    const filled = (await sheet.text()).replaceAll(TO_BE_BEGUN, examination);
    await cache.put(page, new Response(filled, { headers: sheet.headers }));
    await yard.add({ verb: "begin", officer, examination, typed, title: piece.value });
  }
  location.assign(page);
}

document.querySelector("form[data-begins]")?.addEventListener("submit", async (event) => {
  const form = event.target;
  event.preventDefault();
  const { state: link, token } = await yard.hello(officer);
  if (link !== "linked") return beginHere(form);
  fillIn(form, token);
  form.submit();
});

document.querySelector("form[action='/sign-out/']")?.addEventListener("submit", async (event) => {
  const form = event.target;
  event.preventDefault();
  await Promise.race([send(), new Promise((resolve) => setTimeout(resolve, 4000))]);
  form.submit();
});

document.getElementById("yard-send").addEventListener("click", () => send());
window.addEventListener("online", () => send());
window.addEventListener("offline", () => changed());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());

navigator.serviceWorker?.register("/service-worker.js", { scope: "/" });
navigator.storage?.persist?.();
await changed();
if (navigator.onLine) send().then(keepPages);
