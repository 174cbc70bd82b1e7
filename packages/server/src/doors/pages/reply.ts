import type { Locale } from "@veche/protocol";
import type { Request, Response } from "express";
import type { ExplainProblem } from "../refusals.ts";
import { html } from "./html.ts";
import { type Language, languageOf } from "./language.ts";
import { layout, type Sheet } from "./layout.ts";
import { WORDS } from "./words.ts";

export interface ReplyParts {
  readonly cityName: (locale: Locale) => string;
  readonly publicUrl: () => string;
  readonly explain: ExplainProblem;
}

/** What a page says of itself; language, city and address are filled in. */
export type Page = Omit<Sheet, "language" | "city" | "publicUrl">;

/** Sends pages and refusals as pages, in the reader's language. */
export function createReply({ cityName, publicUrl, explain }: ReplyParts) {
  function send(request: Request, response: Response, page: Page, status = 200): void {
    const language = languageOf(request);
    response
      .status(status)
      .set({
        "Content-Security-Policy": contentPolicy(publicUrl()),
        "Cache-Control": "no-cache",
        "Content-Language": language.locale,
      })
      .vary("Accept-Language")
      .type("html")
      .send(layout({ ...page, language, city: cityName(language.locale), publicUrl: publicUrl() }));
  }

  function refuse(request: Request, response: Response, error: unknown): void {
    const language = languageOf(request);
    const { status, reply } = explain(error, language.locale, `${request.method} ${request.path}`);
    if (reply.retryAfterSeconds) response.set("Retry-After", String(reply.retryAfterSeconds));
    send(request, response, refusalPage(status === 404, reply.message, language), status);
  }

  return { send, refuse };
}

function refusalPage(missing: boolean, message: string, { locale, suffix }: Language): Page {
  const words = WORDS[locale];
  const title = missing ? words.gone : words.wrong;
  const body = html`<h1>${title}</h1>
    <p class="lead">${missing ? words.goneHelp : message}</p>
    <p><a href="/${suffix}">${words.home}</a> · <a href="/answers${suffix}">${words.answers}</a></p>`;
  return { title, path: "/", body, unlisted: true };
}

/**
 * Own files only, and the pictures under the public address.
 *
 * @param around whose pages may show this one in a frame
 */
export function contentPolicy(publicUrl: string, around = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${publicUrl} data: blob:`,
    "font-src 'self'",
    `connect-src 'self' ${publicUrl} ${publicUrl.replace(/^http/, "ws")}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src 'self'",
    `frame-ancestors ${around}`,
    "require-trusted-types-for 'script'",
    "trusted-types veche lit-html",
  ].join("; ");
}
