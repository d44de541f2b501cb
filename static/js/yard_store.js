// What a phone keeps of examinations until the server has taken it, and the sending of it. Shared by the pages of the
// yard and by the service worker; it touches no page. Each entry is one officer's and is sent in that name alone.
self.yard = (() => {
  const BASE = "/examinations/";
  const SECONDS = 1000;
  let base = null;

  const opened = () =>
    (base ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open("pcu-yard", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("entries", { keyPath: "number", autoIncrement: true });
        asked.result.createObjectStore("forms", { keyPath: "examination" });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    }));

  // Runs `work` over a store and resolves once it is on the disk: a browser closed now has lost nothing.
  const within = async (store, mode, work) => {
    const transaction = (await opened()).transaction(store, mode, mode === "readwrite" ? { durability: "strict" } : {});
    return new Promise((resolve, reject) => {
      const asked = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };

  const everything = () => within("entries", "readonly", (store) => store.getAll());
  const entriesOf = async (officer) => (await everything()).filter((entry) => entry.officer === officer);
  // What was taken off the phone meanwhile stays off.
  const change = (entry) =>
    within("entries", "readwrite", (store) => {
      const asked = store.get(entry.number);
      asked.onsuccess = () => asked.result && store.put(entry);
      return asked;
    });
  const forget = (number) => within("entries", "readwrite", (store) => store.delete(number));

  const add = (entry) =>
    within("entries", "readwrite", (store) =>
      store.add({ id: crypto.randomUUID(), on_device_at: new Date().toISOString(), state: "waiting", ...entry }),
    );

  // A later saving, and the closing, hold all that an earlier one held. The new one is on the disk before the old goes.
  // Nothing is saved after the closing.
  const addSaving = async (entry) => {
    const earlier = (await entriesOf(entry.officer)).filter((one) => one.examination === entry.examination);
    if (entry.verb === "save" && earlier.some((one) => one.verb === "close" && one.state === "waiting")) return;
    await add(entry);
    for (const one of earlier.filter(({ verb }) => ["save", "close"].includes(verb))) await forget(one.number);
  };

  const keepForm = (examination, officer, typed, isSaved = false) =>
    within("forms", "readwrite", (store) => store.put({ examination, officer, typed, isSaved }));
  const keptForms = () => within("forms", "readonly", (store) => store.getAll());
  const keptForm = (examination) => within("forms", "readonly", (store) => store.get(examination));
  const forgetForm = (examination) => within("forms", "readwrite", (store) => store.delete(examination));

  // Notes of an examination that a colleague began go into that one, where the officer says so.
  const putInto = async (officer, from, to) => {
    for (const entry of (await entriesOf(officer)).filter((one) => one.examination === from)) {
      if (entry.verb === "begin") await forget(entry.number);
      else await change({ ...entry, examination: to, state: "waiting" });
    }
  };

  const ask = (path, seconds, options = {}) =>
    fetch(BASE + path, {
      redirect: "manual",
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(seconds * SECONDS),
      ...options,
    });

  // Who is signed in, with a token to send with; "state" says why nothing can be sent.
  const hello = async (officer, path = "kept/?probe=1") => {
    try {
      const answer = await ask(path, path.includes("probe") ? 6 : 30);
      if (answer.type === "opaqueredirect" || answer.status === 403) return { state: "signed_out" };
      if (!answer.ok) return { state: "offline" };
      const told = await answer.json();
      return told.officer === officer ? { state: "linked", ...told } : { state: "signed_out" };
    } catch {
      return { state: "offline" };
    }
  };

  const post = (entry, token) => {
    const headers = { "X-CSRFToken": token };
    if (entry.verb === "photo") {
      const body = new FormData();
      body.append("photo", entry.blob, "photo");
      body.append("officer", entry.officer);
      body.append("picture_kind", entry.kind);
      body.append("point", entry.point);
      body.append("taken_at", entry.on_device_at);
      return ask(`${entry.examination}/photos/${entry.id}/`, 120, { method: "POST", headers, body });
    }
    const { id, verb, examination, on_device_at, typed } = entry;
    const body = JSON.stringify({ officer: entry.officer, entries: [{ id, verb, examination, on_device_at, typed }] });
    return ask("sync/", 30, { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body });
  };

  // Sends one entry and says what came of it: done, refused (with what to mend), or why the rest has to wait.
  const sendOne = async (entry, token) => {
    let answer;
    try {
      answer = await post(entry, token);
    } catch {
      return { state: "offline" };
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) return { state: "signed_out" };
    if (answer.status >= 500 || answer.status === 429) return { state: "offline" };
    const told = await answer.json().catch(() => ({}));
    if (told.code === "other_officer") return { state: "signed_out" };
    if (!answer.ok) return { state: "refused", code: told.code ?? "", said: told.said ?? `HTTP ${answer.status}` };
    return told.answers?.[0] ?? { state: "done" };
  };

  const sendAll = async (officer) => {
    const own = await entriesOf(officer);
    const waiting = own.filter((entry) => entry.state === "waiting");
    if (!waiting.length) return "sent";
    const { state, token } = await hello(officer);
    if (state !== "linked") return state;
    const refused = own.filter((entry) => entry.verb === "begin" && entry.state === "refused");
    const notBegun = new Set(refused.map((entry) => entry.examination));
    for (const entry of waiting) {
      if (notBegun.has(entry.examination)) continue;
      const told = await sendOne(entry, token);
      if (told.state === "done") {
        if (entry.verb === "close") await forgetForm(entry.examination);
        await forget(entry.number);
      } else if (told.state === "refused") {
        if (entry.verb === "begin") notBegun.add(entry.examination);
        await change({ ...entry, state: "refused", code: told.code, said: told.said, instead: told.instead });
      } else {
        return told.state;
      }
    }
    return "sent";
  };

  // One sender at a time, be it a page, another tab or the service worker.
  const send = (officer) => navigator.locks.request("pcu-yard-send", () => sendAll(officer));

  const sendForWhoIsHere = async () => {
    const officers = new Set((await everything()).map((entry) => entry.officer));
    for (const officer of officers) if ((await send(officer)) === "offline") throw new Error("still without a link");
  };

  return {
    add, addSaving, change, entriesOf, everything, forget, forgetForm, hello, keepForm, keptForm, keptForms, putInto, send,
    sendForWhoIsHere,
  };
})();
