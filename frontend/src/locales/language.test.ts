import { afterEach, expect, test } from "vitest";
import { language } from "./language";

afterEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the log-in page's answer sets it
  document.cookie = "django_language=; max-age=0";
});

test("the interface speaks Chinese unless something else was chosen", () => {
  expect(language()).toBe("zh-CN");
});

test("what was chosen on the log-in page holds in the app", () => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the log-in page's answer sets it
  document.cookie = "django_language=en";
  expect(language()).toBe("en");
});
