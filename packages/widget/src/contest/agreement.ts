import type { ConsentPurpose } from "@veche/protocol";
import { ADULT_AGE } from "./entry-fields.ts";

/** What is agreed to in the form: the campaign's purposes, and an author of 14 to 17 beside the parent. */
export type Agreement = ConsentPurpose | "author";

/** From this age until of age the author agrees too. @source Civil Code of Russia, article 26 */
const AGREES_FROM = 14;

export const agreesToo = (age: number | undefined): boolean =>
  age !== undefined && age >= AGREES_FROM && age < ADULT_AGE;
