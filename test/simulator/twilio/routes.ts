import { Hono, type Context } from "hono";
import { ConnectionLost } from "../core/connection-lost.ts";
import { own } from "../core/own.ts";
import type { Message } from "../core/state.ts";
import { logWire } from "../core/wire-log.ts";
import type { World } from "../core/world.ts";
import { isAuthentic } from "./authenticate.ts";
import { countryNamed } from "./countries.ts";
import { createMessage, type Created } from "./create-message.ts";
import { listMessages } from "./list-messages.ts";
import { messagesPath, messageView } from "./message-view.ts";
import { pricingView } from "./pricing-view.ts";
import { isRefused, refusalBody, refusals, type Refused } from "./refusals.ts";
import { deleteMessage, updateMessage } from "./update-message.ts";

type Vars = { Variables: { sid: string | null } };
type Ctx = Context<Vars>;

const account = "/2010-04-01/Accounts/:account";

export function twilioRoutes(world: World) {
  const { settings } = world;
  const view = (message: Message) => messageView(settings, message);

  const withMessage = (
    c: Ctx,
    sid: string,
    use: (message: Message) => Response | Promise<Response>,
  ): Response | Promise<Response> => {
    c.set("sid", sid);
    const message = own(world.state.messages, sid);
    return message ? use(message) : refuse(c, { code: 20404, about: c.req.path });
  };

  return new Hono<Vars>()
    .use("/2010-04-01/*", async (c, next) => logged(world, c, next))
    .use("/v1/Messaging/*", async (c, next) => logged(world, c, next))
    .use(`${account}/*`, async (c, next) =>
      c.req.param("account") === settings.account_sid
        ? next()
        : refuse(c, { code: 20404, about: c.req.path }),
    )
    .post(`${account}/Messages.json`, async (c) => {
      const created = createMessage(world, await form(c));
      return isRefused(created) ? refuse(c, created) : answer(world, c, created);
    })
    .get(`${account}/Messages.json`, (c) => {
      const list = listMessages(world, new URL(c.req.url).searchParams);
      return isRefused(list) ? refuse(c, list) : c.json(list);
    })
    .get(`${account}/Messages/:sid{\\w+\\.json}`, (c) =>
      withMessage(c, bare(c.req.param("sid")), (message) => c.json(view(message))),
    )
    .post(`${account}/Messages/:sid{\\w+\\.json}`, (c) =>
      withMessage(c, bare(c.req.param("sid")), async (message) => {
        const updated = updateMessage(world, message, await form(c));
        return isRefused(updated) ? refuse(c, updated) : c.json(view(updated));
      }),
    )
    .delete(`${account}/Messages/:sid{\\w+\\.json}`, (c) =>
      withMessage(c, bare(c.req.param("sid")), (message) => {
        const refused = deleteMessage(world, message);
        return refused ? refuse(c, refused) : c.body(null, 204);
      }),
    )
    .get(`${account}/Messages/:sid/Media.json`, (c) =>
      withMessage(c, c.req.param("sid"), ({ sid }) => c.json(noMedia(world, sid))),
    )
    .get("/v1/Messaging/Countries/:iso", (c) => {
      const country = countryNamed(c.req.param("iso"));
      return country ? c.json(pricingView(country)) : refuse(c, { code: 20404, about: c.req.path });
    });
}

const bare = (name: string): string => name.replace(/\.json$/, "");

const refuse = (c: Ctx, refused: Refused): Response =>
  c.json(refusalBody(refused), refusals[refused.code].status);

async function form(c: Ctx): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  return new URLSearchParams(
    type.startsWith("application/x-www-form-urlencoded") ? await c.req.text() : "",
  );
}

async function answer(world: World, c: Ctx, created: Created): Promise<Response> {
  const { message, answer: how, answer_after_ms } = created;
  if (message) c.set("sid", message.sid);
  if (answer_after_ms > 0) await passing(world, answer_after_ms);
  if (how === "connection_lost") throw new ConnectionLost();
  if (how === "too_many_requests") return refuse(c, { code: 20429 });
  if (message === null || how === "error_after") return refuse(c, { code: 20500 });
  return c.json(messageView(world.settings, message), 201);
}

const passing = (world: World, ms: number): Promise<void> =>
  new Promise((resolve) => world.ports.schedule(ms, async () => resolve()));

/** The door: what the product asked and what it heard stand in the wire log, credentials do not. */
async function logged(world: World, c: Ctx, next: () => Promise<void>): Promise<Response | void> {
  const at = world.ports.now();
  const params = c.req.method === "POST" ? [...(await form(c))] : [];
  c.set("sid", null);
  const log = (status: number | null, note: string | null): void =>
    logWire(world, {
      at,
      took_ms: world.ports.now() - at,
      direction: "from_product",
      method: c.req.method,
      url: pathAndQuery(c.req.url),
      params,
      status,
      note,
      sid: c.get("sid"),
    });

  if (!isAuthentic(world.settings, c.req.header("authorization"))) {
    log(401, null);
    return refuse(c, { code: 20003 });
  }
  try {
    await next();
  } catch (error) {
    log(null, "connection lost");
    throw error;
  }
  log(c.res.status, null);
}

const pathAndQuery = (given: string): string => {
  const url = new URL(given);
  return url.pathname + url.search;
};

function noMedia(world: World, sid: string) {
  const uri = `${messagesPath(world.settings)}/${sid}/Media.json?PageSize=50&Page=0`;
  return {
    media_list: [],
    page: 0,
    page_size: 50,
    start: 0,
    end: 0,
    uri,
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
  };
}
