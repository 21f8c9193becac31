/* The page is whole without this: it adds the drop, the hash made on this device, and reading aloud. */
"use strict";

const one = (id) => document.getElementById(id);

/* A paper that is registered needs no upload: its hash says it all. Without a secure origin there is no hash. */
async function hashed(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function check(event) {
  const form = event.target;
  const file = one("upload").files[0];
  if (!file || !window.crypto?.subtle) return;
  event.preventDefault();
  one("checking").textContent = one("checking").dataset.said;
  try {
    const url = `${new URL(form.action).pathname}?sha256=${await hashed(file)}`;
    const answer = await fetch(url);
    if (answer.status === 404) return form.submit();
    show(await answer.text(), url);
  } catch {
    form.submit();
  }
}

function show(html, url) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  history.pushState(null, "", url);
  begin();
  const told = one("file-answer") || one("standing");
  told.tabIndex = -1;
  told.focus();
}

function takeDropped(form) {
  form.classList.add("drop");
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    one("upload").files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

function readAloud() {
  const button = one("aloud");
  if (!button || !("speechSynthesis" in window)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const words = new SpeechSynthesisUtterance(one("said").textContent);
    words.lang = document.documentElement.lang.startsWith("zh") ? "zh-CN" : document.documentElement.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  });
}

function begin() {
  const form = one("check");
  form.addEventListener("submit", check);
  one("hint").hidden = false;
  takeDropped(form);
  readAloud();
}

window.addEventListener("popstate", () => location.reload());
begin();
