import { raw } from "hono/html";

/** Outlines on a 24 px grid, 1.75 px strokes. */
const outlines = {
  mail: "M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Zm18 2-10 6.5L2 7",
  phone: "M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Zm3 17h2",
  thread: "M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H9l-6 4V5a1 1 0 0 1 1-1Zm4 5h8m-8 4h5",
  wire: "M7 4v16m0 0-4-4m4 4 4-4m6 4V4m0 0-4 4m4-4 4 4",
  open: "M14 4h6v6m0-6L10 14m8 1v4a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h4",
  plus: "M12 5v14M5 12h14",
  switches:
    "M4 7h8m6 0h2M4 17h2m6 0h8M12 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0Zm-6 10a3 3 0 1 0 6 0 3 3 0 1 0-6 0Z",
  send: "M12 19V5m0 0-6 6m6-6 6 6",
} as const;

export const icon = (name: keyof typeof outlines) =>
  raw(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${outlines[name]}"/></svg>`,
  );
