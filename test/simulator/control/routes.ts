import { Hono, type Context } from "hono";
import type { z } from "zod";
import { namePhone, setPhoneFaults } from "../core/phones.ts";
import { own } from "../core/own.ts";
import { reset, setProviderFaults } from "../core/provider.ts";
import type { World } from "../core/world.ts";
import { releaseCallbacks } from "../twilio/callbacks.ts";
import { receiveText } from "../twilio/receive-text.ts";
import { eventStream } from "./events.ts";
import {
  address,
  behaviourRequest,
  newPhone,
  releaseRequest,
  resetRequest,
  textRequest,
} from "./requests.ts";
import { heldView, phoneMessage, snapshot } from "./views.ts";

/** For the page and for browser tests; JSON only, so that no other site can post a form here. */
export function controlRoutes(world: World) {
  const messagesOf = (phone: string) =>
    Object.values(world.state.messages)
      .map(phoneMessage)
      .filter((message) => message.phone === phone);

  return new Hono()
    .get("/state", (c) => c.json(snapshot(world)))
    .get("/events", () => eventStream(world))
    .get("/phones", (c) => c.json({ phones: Object.values(world.state.phones) }))
    .post("/phones", async (c) =>
      withBody(c, newPhone, (phone) => c.json(namePhone(world, phone.address, phone.name), 201)),
    )
    .get("/phones/:address/messages", (c) =>
      c.json({ messages: messagesOf(c.req.param("address")) }),
    )
    .put("/phones/:address/behaviour", async (c) =>
      withBody(c, behaviourRequest, ({ faults }) => {
        const known = address.safeParse(c.req.param("address"));
        return known.success
          ? c.json(setPhoneFaults(world, known.data, faults))
          : c.json({ error: "no such phone" }, 404);
      }),
    )
    .post("/texts", async (c) =>
      withBody(c, textRequest, ({ from, body }) =>
        c.json(phoneMessage(receiveText(world, from, body)), 201),
      ),
    )
    .get("/mail", (c) => c.json({ mails: Object.values(world.state.mails).toReversed() }))
    .get("/mail/:id/html", (c) => {
      const html = own(world.state.mails, c.req.param("id"))?.html;
      return html ? c.html(elsewhere(html), 200, mailHeaders) : c.notFound();
    })
    .get("/wire", (c) => c.json({ wire: world.state.wire }))
    .put("/behaviour", async (c) =>
      withBody(c, behaviourRequest, ({ faults }) =>
        c.json({ faults: setProviderFaults(world, faults) }),
      ),
    )
    .get("/callbacks/held", (c) => c.json({ held: heldView(world.state.held) }))
    .post("/callbacks/release", async (c) =>
      withBody(c, releaseRequest, ({ ids }) =>
        c.json({ released: heldView(releaseCallbacks(world, ids)) }),
      ),
    )
    .post("/reset", async (c) =>
      withBody(c, resetRequest, () => {
        reset(world);
        return c.body(null, 204);
      }),
    );
}

/** A click on a link in the frame opens a window, not the frame. */
const elsewhere = (html: string): string =>
  /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, `$&${base}`) : `${base}${html}`;

const base = '<base target="_blank">';

/** A mail may look as it likes, but runs nothing and fetches nothing; its links open elsewhere. */
const mailHeaders = {
  "content-security-policy":
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};

async function withBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  use: (body: z.output<Schema>) => Response,
): Promise<Response> {
  if (!c.req.header("content-type")?.startsWith("application/json"))
    return c.json({ error: "send application/json" }, 415);
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  if (parsed.success) return use(parsed.data);
  return c.json({ error: "invalid", issues: parsed.error.issues }, 422);
}
