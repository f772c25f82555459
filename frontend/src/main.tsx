import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { meQuery } from "./api/get-me.ts";
import { queryClient } from "./api/query-client.ts";
import { sessionEnded } from "./api/session-ended.ts";
import { activateLocale, firstLocale } from "./i18n/locale.ts";
import { router } from "./router.tsx";
import "./ui/style.css";
import "./ui/theme.ts";

// The first question leaves while the language and the page are still on their way.
if (!location.pathname.startsWith("/sign-in")) void queryClient.prefetchQuery(meQuery);

sessionEnded.subscribe(() => {
  if (!sessionEnded.get() || location.pathname.startsWith("/sign-in")) return;
  const to = location.pathname + location.search;
  queryClient.clear();
  void router.navigate({ to: "/sign-in", search: { to }, replace: true });
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await activateLocale(firstLocale());
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
