// What was chosen to be handed in, and how much of it is sent. Without this script the form is sent as a form.

document.addEventListener("change", (event) => {
  if (event.target.id !== "id_files") return;
  const chosen = document.getElementById("chosen");
  chosen.textContent = [...event.target.files].map((file) => file.name).join(", ");
  chosen.hidden = !event.target.files.length;
});

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
