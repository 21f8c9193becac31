import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { pagePhrases, startI18n } from "@/locales/i18n";
import { server } from "./server";

// A page may take its time on a busy machine; what never comes is still told.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  // A machine in London must still show Beijing time.
  process.env.TZ = "Europe/London";
  server.listen({ onUnhandledRequest: "error" });
  await startI18n();
  await pagePhrases();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());
