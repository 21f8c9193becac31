/** Which language the interface speaks: kept in the cookie that the pages without JavaScript set, too. */

export type Language = "zh-CN" | "en";

const COOKIE = "django_language";
const YEAR = 365 * 24 * 3600;

export function language(): Language {
  return document.cookie.split("; ").includes(`${COOKIE}=en`) ? "en" : "zh-CN";
}

/** Labels come from the server too, so everything is fetched anew. */
export function switchLanguage(to: Language): void {
  const value = to === "en" ? "en" : "zh-hans";
  // biome-ignore lint/suspicious/noDocumentCookie: county offices' browsers have no Cookie Store
  document.cookie = `${COOKIE}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
  window.location.reload();
}
