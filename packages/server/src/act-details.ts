import type { AuditDetail } from "@veche/protocol/audit-words";

const MOST_LETTERS = 160;
const MOST_VALUES = 20;

const cut = (value: unknown): unknown =>
  typeof value === "string" && value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS - 1)}…` : value;

/** One level deep: `{ name: { ru, en } }` is `name.ru` and `name.en`. */
function flat(record: object | undefined): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record ?? {})) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) fields.set(name, value);
    else for (const [part, inner] of Object.entries(value)) fields.set(`${name}.${part}`, inner);
  }
  return fields;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const told = (value: unknown) =>
  Array.isArray(value) ? value.slice(0, MOST_VALUES).map((item) => cut(nameOf(item))) : (cut(value) ?? "");

/** One of a list goes by its title, where it has one. */
function nameOf(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const title: unknown = Reflect.get(item, "title");
  const said: unknown = typeof title === "object" && title !== null ? Reflect.get(title, "ru") : title;
  return typeof said === "string" ? said : JSON.stringify(item);
}

/** What the audit log says of an act besides: told in words by whoever reads. */
export const detailOf = (detail: AuditDetail): string => JSON.stringify(detail);

/** Field by field, what became what; nothing before is a new thing, nothing after one that is gone. */
export function changesBetween(before: object | undefined, after: object | undefined): string {
  const [was, is] = [flat(before), flat(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [one, other] = [was.get(name), is.get(name)];
    const isSame = JSON.stringify(one) === JSON.stringify(other) || (isEmpty(one) && isEmpty(other));
    return isSame ? [] : [[name, [told(one), told(other)]] as const];
  });
  return changed.length === 0 ? "" : detailOf({ changed: Object.fromEntries(changed) });
}
