import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { startI18n } from "@/locales/i18n";
import { server } from "./server";

beforeAll(async () => {
  // A machine in London must still show Beijing time.
  process.env.TZ = "Europe/London";
  server.listen({ onUnhandledRequest: "error" });
  await startI18n();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());
