import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { createQueries } from "@/api/queries";
import { startI18n } from "@/locales/i18n";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/pages.css";
import "./styles/case.css";
import "./styles/home.css";
import "./styles/form.css";
import "./styles/work.css";
import "./styles/months.css";
import "./styles/time.css";
import "./styles/application.css";
import "./styles/legacy.css";
import "./styles/lists.css";
import "./styles/village.css";
import "./styles/contracts.css";
import { routes } from "./routes";

const queries = createQueries();

/** Draws the app once its phrases are here. */
async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={createBrowserRouter(routes(queries))} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
