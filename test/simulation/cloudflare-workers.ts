/** Stands in for `cloudflare:workers`: what the Durable Object classes extend. */
export class DurableObject<Bindings> {
  readonly ctx: DurableObjectState;
  readonly env: Bindings;

  constructor(ctx: DurableObjectState, env: Bindings) {
    this.ctx = ctx;
    this.env = env;
  }
}
