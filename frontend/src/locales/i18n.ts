import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, language } from "./language";
import type { Phrases } from "./zh-CN";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Phrases };
  }
}

const load: Record<Language, () => Promise<Phrases>> = {
  "zh-CN": () => import("./zh-CN").then((m) => m.default),
  en: () => import("./en").then((m) => m.default),
};

/** Only the language in use is fetched. */
export async function startI18n(): Promise<void> {
  const lng = language();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    resources: { [lng]: { translation: await load[lng]() } },
    interpolation: { escapeValue: false },
  });
  document.title = i18next.t("app.title");
}
