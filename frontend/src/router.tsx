import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { Refusal } from "./api/client.ts";
import { meQuery } from "./api/get-me.ts";
import { queryClient } from "./api/query-client.ts";
import { sessionEnded } from "./api/session-ended.ts";
import { RouteError } from "./pages/route-error.tsx";
import { RouteNotFound } from "./pages/route-not-found.tsx";
import { Root } from "./shell/root.tsx";
import { inboxSearch, practicesSearch, signInLinkSearch, signInSearch } from "./search-params.ts";

const root = createRootRoute({ component: Root, notFoundComponent: RouteNotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import("./pages/sign-in-page.tsx"), "SignInPage"),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/link",
  validateSearch: signInLinkSearch,
  component: lazyRouteComponent(() => import("./pages/sign-in-link-page.tsx"), "SignInLinkPage"),
});

/** Everything behind the sign-in stands inside the shell. */
const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
      sessionEnded.set(false);
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === "unauthenticated")
        throw redirect({ to: "/sign-in", search: { to: location.href }, replace: true });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import("./shell/app-shell.tsx"), "AppShell"),
  errorComponent: RouteError,
});

const home = createRoute({
  getParentRoute: () => app,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inbox", replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => app,
  path: "/inbox",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("./pages/inbox-page.tsx"), "InboxPage"),
  errorComponent: RouteError,
});

const practices = createRoute({
  getParentRoute: () => app,
  path: "/practices",
  validateSearch: practicesSearch,
  component: lazyRouteComponent(() => import("./pages/practices-page.tsx"), "PracticesPage"),
  errorComponent: RouteError,
});

const practicesHome = createRoute({ getParentRoute: () => practices, path: "/" });

const practiceNew = createRoute({
  getParentRoute: () => practices,
  path: "/new",
  component: lazyRouteComponent(() => import("./pages/practice-new-page.tsx"), "PracticeNewPage"),
  errorComponent: RouteError,
});

const practiceOne = createRoute({
  getParentRoute: () => practices,
  path: "/$id",
  params: { parse: ({ id }) => ({ id: Number(id) }), stringify: ({ id }) => ({ id: String(id) }) },
  beforeLoad: ({ params }) => {
    if (!Number.isSafeInteger(params.id) || params.id < 1) throw notFound();
  },
  component: lazyRouteComponent(() => import("./pages/practice-page.tsx"), "PracticePage"),
  errorComponent: RouteError,
  notFoundComponent: RouteNotFound,
});

const settings = createRoute({
  getParentRoute: () => app,
  path: "/settings",
  component: lazyRouteComponent(() => import("./pages/settings-page.tsx"), "SettingsPage"),
  errorComponent: RouteError,
});

const settingsAccount = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(
    () => import("./pages/settings-account-page.tsx"),
    "SettingsAccountPage",
  ),
});

const settingsTeam = createRoute({
  getParentRoute: () => settings,
  path: "/team",
  component: lazyRouteComponent(() => import("./pages/settings-team-page.tsx"), "SettingsTeamPage"),
});

const settingsKeys = createRoute({
  getParentRoute: () => settings,
  path: "/keys",
  component: lazyRouteComponent(() => import("./pages/settings-keys-page.tsx"), "SettingsKeysPage"),
});

const settingsAudit = createRoute({
  getParentRoute: () => settings,
  path: "/audit",
  component: lazyRouteComponent(
    () => import("./pages/settings-audit-page.tsx"),
    "SettingsAuditPage",
  ),
});

const settingsStuck = createRoute({
  getParentRoute: () => settings,
  path: "/stuck",
  component: lazyRouteComponent(
    () => import("./pages/settings-stuck-page.tsx"),
    "SettingsStuckPage",
  ),
});

const nowhere = createRoute({ getParentRoute: () => app, path: "$", component: RouteNotFound });

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signInLink,
    app.addChildren([
      home,
      inbox,
      practices.addChildren([practicesHome, practiceNew, practiceOne]),
      settings.addChildren([
        settingsAccount,
        settingsTeam,
        settingsKeys,
        settingsAudit,
        settingsStuck,
      ]),
      nowhere,
    ]),
  ]),
  defaultPreload: "intent",
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
