interface Env {
  API: Fetcher;
}

/** The browser sees one origin; WebSocket upgrades pass through the same way. */
export const onRequest: PagesFunction<Env> = ({ env, request }) =>
  env.API.fetch(new Request(request.url, request));
