import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, language } from "./language";
import type { Frame, Pages, Phrases } from "./zh-CN";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Phrases };
  }
}

const frames: Record<Language, () => Promise<{ default: Frame }>> = {
  "zh-CN": () => import("./zh-CN/frame"),
  en: () => import("./en/frame"),
};
const pages: Record<Language, () => Promise<{ default: Pages }>> = {
  "zh-CN": () => import("./zh-CN/pages"),
  en: () => import("./en/pages"),
};

/** Only the language in use is fetched, and of it only what stands on every page. */
export async function startI18n(): Promise<void> {
  const lng = language();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    resources: { [lng]: { translation: (await frames[lng]()).default } },
    interpolation: { escapeValue: false },
  });
  document.title = i18next.t("app.title");
}

let asked: Promise<void> | undefined;

/** What single pages say; asked for with the first page's code, and once. */
export function pagePhrases(): Promise<void> {
  const lng = language();
  asked ??= pages[lng]().then(
    (found) => void i18next.addResourceBundle(lng, "translation", found.default, true, true),
    (failure) => {
      // Another page may ask again, once the line is back.
      asked = undefined;
      throw failure;
    },
  );
  return asked;
}
