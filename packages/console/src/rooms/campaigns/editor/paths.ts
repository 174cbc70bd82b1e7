import type { CampaignTerms } from "@veche/protocol";

/** What stands in the terms at a path, `nominations.0.title.ru`; undefined where nothing does. */
export function valueAt(terms: CampaignTerms, path: string): unknown {
  let value: unknown = terms;
  for (const step of path.split("."))
    value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  return value;
}

/** The terms with another value at a path; undefined takes it out. */
export const withValue = (terms: CampaignTerms, path: string, value: unknown): CampaignTerms =>
  written(terms, path.split("."), value) as CampaignTerms;

function written(whole: unknown, [step = "", ...steps]: readonly string[], value: unknown): unknown {
  const inner = (old: unknown) => (steps.length === 0 ? value : written(old, steps, value));
  if (Array.isArray(whole))
    return whole.map((it: unknown, index) => (String(index) === step ? inner(it) : it));
  const kept = typeof whole === "object" && whole !== null ? whole : {};
  const changed = { ...kept, [step]: inner(Reflect.get(kept, step)) };
  return Object.fromEntries(Object.entries(changed).filter(([, it]) => it !== undefined));
}
