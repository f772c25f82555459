import type { Country } from "./countries.ts";

const dollars = (micros: number): string => (micros / 1e6).toFixed(4);

export function pricingView(country: Country) {
  const price = (micros: number) => ({
    number_type: "mobile",
    base_price: dollars(micros),
    current_price: dollars(micros),
  });
  return {
    country: country.name,
    iso_country: country.iso,
    price_unit: "USD",
    url: `https://pricing.twilio.com/v1/Messaging/Countries/${country.iso}`,
    outbound_sms_prices: country.carriers.map((carrier) => ({
      ...carrier,
      prices: [price(country.outbound_micros)],
    })),
    inbound_sms_prices: [price(country.inbound_micros)],
  };
}
