/** A result's rows, as the type that stands beside the statement's SQL: the one place that casts them. */
export const rowsOf = <Row>(result: D1Result | undefined): Row[] =>
  (result?.results ?? []) as Row[];

/** The first row, if there is one. */
export const rowOf = <Row>(result: D1Result | undefined): Row | undefined => rowsOf<Row>(result)[0];
