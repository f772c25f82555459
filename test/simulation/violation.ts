/** A law is broken; the seed ends here. */
export class Violation extends Error {
  readonly law: string;
  readonly detail: string;

  constructor(law: string, detail: string) {
    super(`${law}: ${detail}`);
    this.law = law;
    this.detail = detail;
  }
}

/** The law that stands for an error of the simulation's own. */
export const unplayed = "the simulation itself";
