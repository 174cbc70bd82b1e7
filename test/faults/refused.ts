import { type Locale, type RefusalCode, REFUSAL_STATUS } from "@veche/protocol";
import { expect } from "vitest";
import { createTexts } from "../../packages/server/src/texts.ts";
import type { Answer } from "./contest-server.ts";

const LOCALES = ["ru", "en"] as const;
/** What is said when nothing better is known. */
const general = createTexts({});

export interface Expected {
  readonly code: RefusalCode;
  readonly field?: string;
  /** A part of the Russian sentence. */
  readonly ru: RegExp;
  readonly retryAfterSeconds?: number;
}

/** What a refusal carries, however it came. */
interface Told {
  readonly code: unknown;
  readonly field: unknown;
  readonly sentence: unknown;
}

function expectSentences(told: Readonly<Record<Locale, Told>>, { code, field, ru }: Expected): void {
  for (const locale of LOCALES) {
    expect(told[locale]).toMatchObject({ code, sentence: expect.stringMatching(/\p{Lu}.{10,}[.!?)]$/u) });
    expect(told[locale].field).toBe(field);
    expect(told[locale].sentence).not.toBe(general(locale, code));
  }
  expect(told.ru.sentence).toMatch(ru);
  expect(told.en.sentence).not.toMatch(/[а-яё]/i);
}

/** Makes the call in both languages and holds the problem documents against what is expected. */
export async function expectRefused(
  make: (locale: Locale) => Promise<Answer>,
  expected: Expected,
): Promise<void> {
  const [ru, en] = [await make("ru"), await make("en")];
  for (const { status, body, headers } of [ru, en]) {
    expect(body).toMatchObject({ status, type: "about:blank", title: expect.any(String) });
    expect(status).toBe(REFUSAL_STATUS[expected.code]);
    expect(headers.get("content-type")).toContain("application/problem+json");
  }
  const told = ({ body }: Answer): Told => ({ code: body.code, field: body.field, sentence: body.detail });
  expectSentences({ ru: told(ru), en: told(en) }, expected);
}

export type EventReply = { ok: boolean; error?: { code: string; message: string; field?: string } };

/** The same for acknowledgements of socket events. */
export async function expectEventRefused(
  send: (locale: Locale) => Promise<EventReply>,
  expected: Expected,
): Promise<void> {
  const [ru, en] = [await send("ru"), await send("en")];
  expect([ru.ok, en.ok]).toEqual([false, false]);
  const told = ({ error }: EventReply): Told => ({
    code: error?.code,
    field: error?.field,
    sentence: error?.message,
  });
  expectSentences({ ru: told(ru), en: told(en) }, expected);
}
