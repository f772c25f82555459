import { html } from "hono/html";

type Schema = { type?: string | string[]; enum?: unknown[]; properties?: Record<string, Schema> };
type Body = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  summary?: string;
  requestBody?: Body;
  responses?: Record<string, { description?: string }>;
};

/** What the page reads of an OpenAPI document. */
export type Described = { paths?: Record<string, unknown> };

const methods = ["get", "post", "put", "patch", "delete"] as const;

const operationsOf = ({ paths = {} }: Described) =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      // Each path item of an OpenAPI document maps methods to operations.
      const operation = (item as Partial<Record<string, Operation>>)[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

const fieldsOf = ({ requestBody }: Operation) =>
  Object.entries(requestBody?.content?.["application/json"]?.schema?.properties ?? {});

const kindOf = (schema: Schema): string =>
  schema.enum?.join(" | ") ?? [schema.type ?? "see openapi.json"].flat().join(" | ");

const section = (path: string, method: string, operation: Operation) =>
  html`<section>
    <h2><b>${method.toUpperCase()}</b> ${path}</h2>
    <p>${operation.summary ?? ""}</p>
    <dl>
      ${fieldsOf(operation).map(
        ([name, schema]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${kindOf(schema)}</dd>
          </div>`,
      )}
    </dl>
    <ul>
      ${Object.entries(operation.responses ?? {}).map(
        ([status, response]) => html`<li><b>${status}</b> ${response.description ?? ""}</li>`,
      )}
    </ul>
  </section>`;

/** The API's description as a page to read: no script, nothing from elsewhere. */
export const docsPage = (description: Described) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Spreekuur API</title>
        <link rel="stylesheet" href="docs.css" />
      </head>
      <body>
        <main>
          <h1>Spreekuur API</h1>
          <p>
            JSON in, JSON out. Call it from a signed-in page, or with
            <code>Authorization: Bearer &lt;API key&gt;</code>. Lists are paged by cursor. A refusal
            is <code>application/problem+json</code> with a stable <code>code</code>. Every schema
            stands in <a href="openapi.json">openapi.json</a>.
          </p>
          ${operationsOf(description).map(({ path, method, operation }) =>
            section(path, method, operation),
          )}
        </main>
      </body>
    </html>`;

export const docsStyle = `
:root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 760px; margin: 0 auto; padding: 32px 16px; }
section { border-top: 1px solid color-mix(in srgb, currentcolor 15%, transparent); padding: 16px 0; }
h1 { font-size: 28px; line-height: 32px; }
h2 { font: 600 15px/20px ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
p { margin: 4px 0 8px; }
dl, ul { margin: 8px 0; padding: 0; list-style: none; font-size: 13px; }
dl div { display: flex; gap: 12px; }
dt { min-width: 180px; font-family: ui-monospace, monospace; }
dd { margin: 0; opacity: 0.75; }
`;
