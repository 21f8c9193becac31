/** Which language the interface speaks, remembered on this machine. */

export type Language = "zh-CN" | "en";

const KEY = "zhunru.language";

export function language(): Language {
  return localStorage.getItem(KEY) === "en" ? "en" : "zh-CN";
}

/** Labels come from the server too, so everything is fetched anew. */
export function switchLanguage(to: Language): void {
  localStorage.setItem(KEY, to);
  window.location.reload();
}
