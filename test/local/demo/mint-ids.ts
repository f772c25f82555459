const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** Ids in the product's form, the same ones at every start. */
export const mintIds = () => {
  let count = 0;
  return {
    /** A UUIDv7 of its moment, numbered where others are random. */
    id: (prefix: "msg" | "conv" | "cp" | "person", at: number): string => {
      count += 1;
      const time = hex(at, 12);
      return `${prefix}_${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(count, 12)}`;
    },
    sid: (): string => {
      count += 1;
      return `SM${hex(count, 32)}`;
    },
  };
};

export type Mint = ReturnType<typeof mintIds>;
