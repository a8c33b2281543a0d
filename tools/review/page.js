"use strict";
// Nothing is sent anywhere: the answers lie in the browser until they are saved as a file.
const KEPT = "ryggkompis-review";
const root = document.documentElement;
const all = (chosen, within = document) => [...within.querySelectorAll(chosen)];
const one = (chosen, within = document) => within.querySelector(chosen);
const cases = all(".case");

function made() {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { id: hex.slice(0, 16), part: (bytes[8] % Number(root.dataset.parts)) + 1, language: "nb", at: 0, step: "plans",
    name: "", role: "", idea: "", decisions: {}, texts: {} };
}
function kept() {
  try { return { ...made(), ...JSON.parse(localStorage.getItem(KEPT) || "{}") }; } catch { return made(); }
}
const state = kept();
let parts = [state.part];
function keep() {
  try { localStorage.setItem(KEPT, JSON.stringify(state)); } catch { /* then they last as long as the page */ }
}

function held(asked) { return asked.classList.contains("case") ? state.decisions : state.texts; }
function digestsOf(asked) { return [asked.dataset.nb, asked.dataset.en]; }
// What was answered of another version of the question is no answer to this one.
function said(asked) {
  const found = held(asked)[asked.dataset.key];
  return found && digestsOf(asked).includes(found.digest) ? found : undefined;
}
function fill(asked) {
  const found = said(asked) || {};
  all("input[type=radio]", asked).forEach((input) => {
    input.checked = String(found[input.dataset.field] || "") === input.value;
  });
  one("input[type=text]", asked).value = found.why || "";
}
function take(asked) {
  const answer = { digest: asked.dataset[root.lang], why: one("input[type=text]", asked).value.trim().slice(0, 400) };
  all("input:checked", asked).forEach((input) => {
    answer[input.dataset.field] = input.dataset.field === "sure" ? Number(input.value) : input.value;
  });
  if (answer.answer || answer.sure || answer.why) held(asked)[asked.dataset.key] = answer;
  keep();
  count();
}

function count() {
  const done = (asked) => asked.filter((each) => (said(each) || {}).answer).length;
  cases.forEach((each) => each.classList.toggle("answered", Boolean((said(each) || {}).answer)));
  all(".item").forEach((each) => {
    const found = said(each) || {};
    each.classList.toggle("open", Boolean(found.why) || ["change", "wrong"].includes(found.answer));
  });
  const texts = all(".item:not(.course)").filter((item) => ["0", ...parts.map(String)].includes(item.dataset.part));
  const sums = { plans: cases, texts, courses: all(".course") };
  for (const [name, asked] of Object.entries(sums)) {
    one(`[data-step=${name}] small`).textContent = `${done(asked)}/${asked.length}`;
  }
}
// What is new begins at the top, wherever a thumb pressed.
function toTop() { one("main").scrollIntoView(); }
function step(name) {
  all("[data-step]").forEach((button) => button.setAttribute("aria-current", String(button.dataset.step === name)));
  all("main > section").forEach((section) => { section.hidden = section.id !== name; });
  state.step = name;
  begun();
  keep();
}
// Whoever has seen the first plan knows what is asked: then the plan has the room.
function begun() { root.classList.toggle("begun", state.at > 0 || state.step !== "plans"); }
function go(name) {
  step(name);
  toTop();
}
function show(place, focus) {
  state.at = Math.min(Math.max(place, 0), cases.length - 1);
  cases.forEach((each, n) => { each.hidden = n !== state.at; });
  begun();
  keep();
  if (!focus) return;
  toTop();
  one("h2", cases[state.at]).focus({ preventScroll: true });
}
function forward() {
  if (state.at + 1 < cases.length) show(state.at + 1, true);
  else go("texts");
}
function showParts() {
  all("[data-part]").forEach((each) => { each.hidden = !["0", ...parts.map(String)].includes(each.dataset.part); });
  all(".mine").forEach((each) => { each.textContent = parts.join(" + "); });
  one("#more").hidden = parts.length === Number(root.dataset.parts);
  count();
}
function speak(language) {
  root.lang = language;
  state.language = language;
  document.title = root.dataset[language];
  all("svg").forEach((each) => each.setAttribute("aria-label", each.getAttribute(`data-label-${language}`)));
  keep();
}

function answers() {
  const given = (asked) => Object.fromEntries(asked.map((each) => [each.dataset.key, said(each)])
    .filter(([, answer]) => answer && answer.answer));
  return { format: "ryggkompis-review/1", id: state.id, language: state.language, saved: new Date().toISOString(),
    reviewer: { name: state.name.trim().slice(0, 80), role: state.role },
    decisions: given(cases), texts: given(all(".item")), idea: state.idea.trim().slice(0, 4000) };
}
function save() {
  one(".need").hidden = Boolean(state.role);
  if (!state.role) return;
  const plain = state.name.normalize("NFKD").replace(/[øØ]/g, "o").replace(/[æÆ]/g, "ae").replace(/[^A-Za-z0-9]+/g, "-");
  const name = `review-${plain.replace(/^-+|-+$/g, "").toLowerCase().slice(0, 40) || state.id.slice(0, 6)}.json`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answers(), null, 1)], { type: "application/json" }));
  link.download = name;
  link.click();
  all(".told").forEach((each) => { each.hidden = false; });
  all(".file").forEach((each) => { each.textContent = name; });
}

function begin() {
  all(".case, .item").forEach((asked) => {
    fill(asked);
    asked.addEventListener("input", () => take(asked));
  });
  // Both answers given, and it goes on by itself; whoever comes back to change one stays.
  cases.forEach((each) => each.addEventListener("change", (event) => {
    const found = said(each);
    if (event.target.type === "radio" && found && found.answer && found.sure && !each.dataset.done) forward();
    if (found && found.answer && found.sure) each.dataset.done = "1";
  }));
  cases.forEach((each) => { const found = said(each); if (found && found.answer && found.sure) each.dataset.done = "1"; });
  all("[data-step]").forEach((button) => button.addEventListener("click", () => go(button.dataset.step)));
  all("[data-language]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  all(".back").forEach((button) => button.addEventListener("click", () => show(state.at - 1, true)));
  all(".next").forEach((button) => button.addEventListener("click", forward));
  all("[data-to]").forEach((button) => button.addEventListener("click", () => go(button.dataset.to)));
  one("#more").addEventListener("click", () => {
    parts.push((parts[parts.length - 1] % Number(root.dataset.parts)) + 1);
    showParts();
  });
  ["name", "role", "idea"].forEach((name) => all(`.${name}`).forEach((field) => {
    field.value = state[name];
    field.addEventListener("input", () => {
      state[name] = field.value;
      all(`.${name}`).forEach((other) => { if (other !== field) other.value = field.value; });
      keep();
    });
  }));
  one("#save").addEventListener("click", save);
  root.classList.add("scripted");
  all(".needs-script").forEach((each) => { each.hidden = false; });
  speak(state.language === "en" ? "en" : "nb");
  step(one(`main > section[id="${CSS.escape(state.step)}"]`) ? state.step : "plans");
  show(state.at, false);
  showParts();
}
begin();
