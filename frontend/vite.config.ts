import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./compress";

export default defineConfig({
  base: "/",
  plugins: [react(), compress()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // County offices still run Chromium-based browsers of that age.
  build: { target: "chrome88", outDir: "dist", assetsDir: "assets", chunkSizeWarningLimit: 1200 },
  server: {
    // `npm run dev` keeps the host name, because the host decides which county or township answers.
    allowedHosts: [".localhost"],
    proxy: Object.fromEntries(
      ["/api", "/login", "/logout", "/static", "/v", "/m", "/admitted", "/l"].map((path) => [
        `^${path}(/|$|\\?)`,
        { target: "http://127.0.0.1:8000", changeOrigin: false },
      ]),
    ),
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["./src/testing/setup.ts"],
    testTimeout: 60_000,
    // One fewer than there are would leave a core idle: vitest itself has next to nothing to do.
    maxWorkers: "100%",
  },
});
