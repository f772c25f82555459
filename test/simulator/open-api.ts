import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const formats = {
  "date-time-rfc-2822":
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/,
  uri: /^(https:\/\/|\/)\S*$/,
  currency: /^[A-Z]{3}$/,
  "phone-number": /^\+\d+$/,
  "iso-country-code": /^[A-Z]{2}$/,
  "uri-map": true,
  "inbound-sms-price": true,
  "outbound-sms-price": true,
} as const;

/** Twilio's own description of its answers, read strictly: every property must be there, and no other. */
export function openApi(name: "twilio_api_v2010" | "twilio_pricing_v1") {
  const text = readFileSync(new URL(`../openapi/${name}.json`, import.meta.url), "utf8");
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const [format, check] of Object.entries(formats)) ajv.addFormat(format, check);
  ajv.addSchema(JSON.parse(text, strictly), name);

  return {
    async mismatches(path: string, verb: "get" | "post", answer: Response): Promise<string[]> {
      const steps = ["paths", path, verb, "responses", String(answer.status)];
      const pointer = [...steps, "content", "application/json", "schema"].map(escaped).join("/");
      const validate = ajv.getSchema(`${name}#/${pointer}`);
      if (!validate) return [`${answer.status} to ${verb} ${path} is not described`];
      await validate(await answer.clone().json());
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}

function strictly(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("x-twilio" in value && "type" in value)
    return { ...value, type: overridden(value["x-twilio"]) ?? value.type };
  if (!("properties" in value) || !("type" in value) || value.type !== "object") return value;
  const required = Object.keys(value.properties ?? {});
  return { ...value, required, additionalProperties: false };
}

/** Prices are described as numbers, with a note that they travel as text. */
const overridden = (note: unknown): unknown =>
  typeof note === "object" && note !== null && "overrideType" in note
    ? note.overrideType
    : undefined;

const escaped = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
