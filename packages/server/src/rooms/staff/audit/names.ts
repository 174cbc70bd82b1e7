import type { Connection } from "../../../storage/index.ts";

const AT_ONCE = 500;
const ARTICLE = /^(\S+) \((ru|en)\)$/;

interface Line {
  readonly action: string;
  readonly subject: string;
}

async function inParts<Row>(
  ids: readonly string[],
  read: (some: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) rows.push(...(await read(ids.slice(at, at + AT_ONCE))));
  return rows;
}

/** What campaigns are called stands in their file. */
function titleOf(data: string): string | undefined {
  const { title } = JSON.parse(data) as { title?: { ru?: string } };
  return title?.ru;
}

/**
 * What the things are called that lines are about, as they are called now: articles by their question, contests by
 * their title, works by their number, outages by their place, people by their name.
 */
export async function namesOf(db: Connection, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const subjects = [...new Set(lines.map(({ subject }) => subject))].filter(Boolean);
  const articles = new Map(
    subjects.flatMap((it) => (ARTICLE.test(it) ? [[it, ARTICLE.exec(it)?.[1] ?? ""]] : [])),
  );
  const questions = await inParts([...new Set(articles.values())], (some) =>
    db
      .selectFrom("article as a")
      .innerJoin("article_version as v", (join) =>
        join
          .onRef("v.slug", "=", "a.slug")
          .onRef("v.locale", "=", "a.locale")
          .onRef("v.version", "=", "a.version"),
      )
      .select(["v.slug", "v.locale", "v.question"])
      .where("a.slug", "in", some)
      .execute(),
  );
  for (const { slug, locale, question } of questions) names.set(`${slug} (${locale})`, question);

  const outages = new Map(
    subjects.flatMap((it) => (it.startsWith("outages: ") ? [[it.slice("outages: ".length), it]] : [])),
  );
  const places = await inParts([...outages.keys()], (some) =>
    db.selectFrom("outage").select(["id", "affected"]).where("id", "in", some).execute(),
  );
  for (const { id, affected } of places) names.set(outages.get(id) ?? "", affected);

  const others = subjects.filter((it) => !articles.has(it) && !/[\s@]/.test(it));
  const works = await inParts(others, (some) =>
    db.selectFrom("entry").select(["id", "number", "title"]).where("id", "in", some).execute(),
  );
  for (const { id, number, title } of works) names.set(id, `№ ${number} «${title}»`);
  const campaigns = await inParts(others, (some) =>
    db.selectFrom("campaign").select(["slug", "data"]).where("slug", "in", some).execute(),
  );
  for (const { slug, data } of campaigns) names.set(slug, titleOf(data) ?? slug);
  const people = await inParts(others, (some) =>
    db.selectFrom("user").select(["id", "name"]).where("id", "in", some).execute(),
  );
  for (const { id, name } of people) names.set(id, name);
  return names;
}
