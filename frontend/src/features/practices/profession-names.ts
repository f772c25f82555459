import type { Profession } from "#contracts/practices.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const professionNames = {
  gp: msg`General practitioners`,
  dentist: msg`Dentists`,
  physiotherapist: msg`Physiotherapists`,
  pharmacy: msg`Pharmacy`,
  specialist: msg`Specialists`,
  nurse: msg`Nurses`,
  psychologist: msg`Psychologists`,
  other: msg`Other`,
} satisfies Record<Profession, MessageDescriptor>;
