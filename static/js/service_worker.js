// Answers for the pages of the yard when the link is gone: with the shell, and with the pages an officer's phone keeps.
// It keeps nothing by itself: the pages do, and name what. Whoever signs in or out empties what was kept.
const told = "FROM THE SERVER";
importScripts(told.store);

const SHELL = `pcu-shell-${told.version}`;
const KEPT = "pcu-kept";
const SECONDS_TO_WAIT = 6;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(told.shell)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const forgetOld = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("pcu-shell-") && name !== SHELL) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && ["/sign-in/", "/sign-out/"].includes(url.pathname)) {
    event.waitUntil(caches.delete(KEPT));
  } else if (request.method === "GET" && told.shell.includes(url.pathname)) {
    event.respondWith(ofTheShell(request));
  } else if (request.method === "GET" && request.mode === "navigate") {
    event.respondWith(page(request, url));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "pcu-yard") event.waitUntil(self.yard.sendForWhoIsHere());
});

async function ofTheShell(request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(request)) ?? fetch(request);
}

async function page(request, url) {
  const cache = await caches.open(KEPT);
  const copy = await cache.match(url.pathname);
  const instead = copy ?? (await elsewhere(cache, url));
  if (!instead) return fetch(request);
  try {
    const answer = await (copy ? Promise.race([fetch(request), tooLong()]) : fetch(request));
    // 404: it was begun on this phone, and the server has not heard of it yet.
    return copy && (answer.status === 404 || answer.status >= 502) ? copy : answer;
  } catch {
    return instead;
  }
}

// Any other page leads to what the officer has on the phone.
async function elsewhere(cache, url) {
  const own = await cache.match(told.kept);
  return own && url.pathname !== told.kept ? Response.redirect(told.kept) : own;
}

function tooLong() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("too long")), SECONDS_TO_WAIT * 1000));
}
