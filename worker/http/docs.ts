import { html } from "hono/html";

type Operation = {
  summary?: string | undefined;
  requestBody?: unknown;
  responses?: Record<string, { description?: string } | undefined> | undefined;
};

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** What the page reads of an OpenAPI document. */
export type Described = { paths?: Record<string, unknown> | undefined };

const operationsOf = ({ paths = {} }: Described) =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      // Each path item of an OpenAPI document maps methods to operations.
      const operation = (item as Partial<Record<string, Operation>>)[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

/** The API's description as a page to read: no script, nothing from elsewhere. */
export const docsPage = (description: Described) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Spreekuur API</title>
    </head>
    <body>
      <main>
        <h1>Spreekuur API</h1>
        <p>
          JSON in, JSON out. Sign in with a session, or send
          <code>Authorization: Bearer &lt;API key&gt;</code>. Refusals are
          <code>application/problem+json</code> with a stable <code>code</code>. The full schemas are
          in <a href="openapi.json">openapi.json</a>.
        </p>
        ${operationsOf(description).map(
          ({ path, method, operation }) => html`<section>
            <h2><code>${method.toUpperCase()} ${path}</code></h2>
            <p>${operation.summary ?? ""}</p>
            <ul>
              ${Object.entries(operation.responses ?? {}).map(
                ([status, response]) =>
                  html`<li><strong>${status}</strong> ${response?.description ?? ""}</li>`,
              )}
            </ul>
          </section>`,
        )}
      </main>
    </body>
  </html>`;
