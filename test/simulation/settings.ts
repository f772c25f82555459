/** The Worker's vars and secrets. The provider has its real name, so that demo practices are protected. */
export const config = {
  TWILIO_API_URL: "https://api.twilio.com",
  TWILIO_CONTENT_URL: "https://content.twilio.com",
  TWILIO_PRICING_URL: "https://pricing.twilio.com",
  RESEND_API_URL: "https://api.resend.com",
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "an-auth-token-of-the-simulation",
  TWILIO_PHONE_NUMBER: "+32460000000",
  RESEND_API_KEY: "re_simulation",
  EMAIL_FROM: "Spreekuur <noreply@spreekuur.example>",
  ADMIN_EMAIL: "admin@spreekuur.example",
  PEPPER: "a-pepper-of-the-simulation",
  AUTH_SECRET: "an-auth-secret-of-the-simulation-long-enough",
  PUBLIC_URL: "https://spreekuur.example",
  APP_URL: "https://app.spreekuur.example",
} as const;
