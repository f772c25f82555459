export type Country = {
  iso: string;
  name: string;
  mobile: RegExp;
  carriers: readonly { carrier: string; mcc: string; mnc: string }[];
  outbound_micros: number;
  inbound_micros: number;
};

/** The regions this account may text. Only Belgium's outbound price is Twilio's, the others are stand-ins. */
const countries: Record<`+${number}`, Country> = {
  "+32": {
    iso: "BE",
    name: "Belgium",
    mobile: /^\+324\d{8}$/,
    carriers: [
      { carrier: "Proximus", mcc: "206", mnc: "01" },
      { carrier: "Telenet", mcc: "206", mnc: "05" },
      { carrier: "Orange", mcc: "206", mnc: "10" },
    ],
    outbound_micros: 111_300,
    inbound_micros: 7_500,
  },
  "+31": {
    iso: "NL",
    name: "Netherlands",
    mobile: /^\+316\d{8}$/,
    carriers: [{ carrier: "KPN", mcc: "204", mnc: "08" }],
    outbound_micros: 105_000,
    inbound_micros: 7_500,
  },
  "+33": {
    iso: "FR",
    name: "France",
    mobile: /^\+33[67]\d{8}$/,
    carriers: [{ carrier: "Orange", mcc: "208", mnc: "01" }],
    outbound_micros: 79_800,
    inbound_micros: 7_500,
  },
  "+352": {
    iso: "LU",
    name: "Luxembourg",
    mobile: /^\+3526\d{8}$/,
    carriers: [{ carrier: "POST", mcc: "270", mnc: "01" }],
    outbound_micros: 98_000,
    inbound_micros: 7_500,
  },
  "+49": {
    iso: "DE",
    name: "Germany",
    mobile: /^\+491[5-7]\d{8,9}$/,
    carriers: [{ carrier: "Telekom", mcc: "262", mnc: "01" }],
    outbound_micros: 112_000,
    inbound_micros: 7_500,
  },
};

export function countryOf(address: string): Country | undefined {
  return Object.entries(countries).find(([prefix]) => address.startsWith(prefix))?.[1];
}

export function countryNamed(iso: string): Country | undefined {
  return Object.values(countries).find((country) => country.iso === iso.toUpperCase());
}
