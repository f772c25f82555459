import { html } from "hono/html";
import type { ActiveFault } from "../core/faults.ts";
import type { Words } from "./words.ts";

type Fault = ActiveFault["fault"];
type Choice = { fault: Fault; word: keyof Words; code?: string };

/** Of each group one is chosen, and its first is what normally happens. */
const choices = {
  phone: [
    { fault: "normal", word: "normal" },
    { fault: "slow", word: "slow", code: "20 s" },
    { fault: "unreachable", word: "unreachable", code: "30003" },
    { fault: "filtered", word: "filtered", code: "30007" },
  ],
  answer: [
    { fault: "normal", word: "normal" },
    { fault: "too_many_requests", word: "is_too_many_requests", code: "429" },
    { fault: "connection_lost", word: "lost_answer" },
    { fault: "error_before_creating", word: "error_before" },
    { fault: "error_after_creating", word: "error_after" },
  ],
  callbacks: [
    { fault: "normal", word: "normal" },
    { fault: "callbacks_twice", word: "twice" },
    { fault: "callbacks_reordered", word: "reordered" },
    { fault: "callbacks_dropped", word: "dropped" },
    { fault: "callbacks_held", word: "held" },
  ],
} satisfies Record<string, readonly Choice[]>;

/** What a person can let go wrong; client/switches.js keeps it at what the simulator says. */
export const switches = (t: Words) =>
  html`<section class="switches" aria-label="${t.behaviour}" id="switches">
    <fieldset id="phone-switches">
      <legend>${t.of_phone}</legend>
      <p class="soft" id="switched-phone"></p>
      ${choices.phone.map(
        ({ fault, word, code }: Choice) =>
          html`<label class="choice"
            ><input type="radio" name="phone" value="${fault}" /><span>${t[word]}</span
            >${code ? html`<code>${code}</code>` : ""}</label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t.of_provider}</legend>
      <div class="pills">
        ${choices.answer.map(({ fault, word, code }: Choice) => pill("answer", fault, t[word], code))}
      </div>
      <label class="choice"
        ><input type="checkbox" name="late" value="late_answer" /><span>${t.late}</span
        ><code>4 s</code></label
      >
    </fieldset>
    <fieldset>
      <legend>${t.of_callbacks}</legend>
      <div class="pills">
        ${choices.callbacks.map(({ fault, word }: Choice) => pill("callbacks", fault, t[word]))}
      </div>
      <div class="held" id="held" hidden>
        <span></span>
        <button class="button filled" type="button" id="release">${t.release}</button>
      </div>
    </fieldset>
    <p class="error" id="switch-error" role="alert" hidden>${t.unchanged}</p>
  </section>`;

/** With a code, that is what stands in it, and the word is what is read out. */
const pill = (group: string, fault: Fault, word: string, code?: string) =>
  html`<label class="pill"
    ><input type="radio" name="${group}" value="${fault}" />${
      code
        ? html`<span aria-hidden="true">${code}</span><span class="sr">${word}</span>`
        : html`<span>${word}</span>`
    }</label
  >`;

/** Stands above the page as long as anything is not as usual. */
export const switchedOn = (t: Words) =>
  html`<div class="switched-on" id="switched-on" hidden>
    <p role="status"></p>
    <button class="button" type="button" id="everything-normal">${t.everything_normal}</button>
  </div>`;
