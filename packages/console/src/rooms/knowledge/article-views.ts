import { msg, str } from "@lit/localize";
import type { StaffArticle } from "@veche/protocol";

/** What an editor looks for in the list. */
export const VIEWS = ["review", "unpublished", "draft"] as const;
export type View = (typeof VIEWS)[number];

type Dated = Pick<StaffArticle, "expires" | "reviewOn" | "version" | "publishedVersion">;

const today = () => new Date().toLocaleDateString("sv-SE");

/** Whether a last day, `2026-11-24`, is over; the server goes by the city's own midnight. */
export const isPast = (day: string, now = today()) => day !== "" && day < now;

/** Whether an article belongs to a view; it is due for review from that very day on, and once it has expired. */
export function isIn(
  view: View,
  { expires, reviewOn, version, publishedVersion }: Dated,
  now = today(),
): boolean {
  switch (view) {
    case "review":
      return (reviewOn !== "" && reviewOn <= now) || isPast(expires, now);
    case "unpublished":
      return publishedVersion === undefined;
    case "draft":
      return publishedVersion !== undefined && publishedVersion < version;
    default:
      return view satisfies never;
  }
}

/** A view's name with how many there are. */
export const viewName = (view: View, many: number) =>
  ({
    review: msg(str`Пора проверить: ${many}`),
    unpublished: msg(str`Не опубликованы: ${many}`),
    draft: msg(str`Есть черновик: ${many}`),
  })[view];
