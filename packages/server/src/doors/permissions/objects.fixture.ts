import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Role } from "@veche/protocol";
import { anEntry, terms } from "../../rooms/campaigns/testing/terms.ts";
import type { Tables } from "../../storage/index.ts";
import type { TownUnderTest } from "../../town.fixture.ts";

/** Somebody of the staff, or a resident who holds a token. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly cookie: string;
  readonly token: string;
}
export type Whose = "own" | "foreign" | "missing";

const AT = "2026-11-24T05:00:00.000Z";
const LATER = "2099-01-01T00:00:00.000Z";
const DRAWING = new URL("../../../../../demo/drawings/kd_9b91dc39.jpg", import.meta.url);
const picture = () => new Blob([new Uint8Array(readFileSync(DRAWING))], { type: "image/jpeg" });

/** Puts objects of every kind into a town, each belonging to a given person where it can. */
export async function makeObjects(city: TownUnderTest, admin: string) {
  const { direct } = city.town.database;
  const { campaigns } = city.town.rooms;
  const dates = { opensAt: "2026-11-02T00:00:00Z", closesAt: "2026-12-20T00:00:00Z", judgingTo: LATER };
  const over = { ...dates, closesAt: "2026-11-03T00:00:00Z" };
  await campaigns.importCampaigns([
    terms({ dates }),
    terms({
      slug: "judged",
      state: "judging",
      dates: over,
      vote: { opensAt: over.opensAt, closesAt: over.closesAt },
    }),
  ] as never);

  /** @returns what the reply to a form says */
  async function post(path: string, fields: Record<string, string | Blob>, headers: Record<string, string>) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const reply = await fetch(city.url + path, {
      method: "POST",
      headers: { Origin: city.url, ...headers },
      body,
    });
    if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
    return (await reply.json()) as never;
  }
  const form = () =>
    Object.fromEntries(Object.entries(anEntry()).map(([name, value]) => [name, String(value)]));
  const mine = (await post("/api/v1/campaigns/les/entries", { ...form(), drawing: picture() }, {})) as {
    entry: { id: string; image: { variants: { url: string }[] } };
  };
  const pattern = await direct
    .selectFrom("entry")
    .selectAll()
    .where("id", "=", mine.entry.id)
    .executeTakeFirstOrThrow();
  let number = 1000;

  /** One like the one that came through the form. */
  async function entry(over: Partial<Tables["entry"]>): Promise<string> {
    const id = randomUUID();
    await direct
      .insertInto("entry")
      .values({ ...pattern, id, number: number++, token_hash: id, idempotency_key: null, ...over })
      .execute();
    return id;
  }

  const residentOf = async () => {
    const tab = await city.chat();
    await tab.say("вот фото");
    return { tab, id: tab.conversations[0]?.id ?? "", token: tab.token };
  };
  const told = await residentOf();
  const conversation = await direct.selectFrom("conversation").selectAll().executeTakeFirstOrThrow();
  const message = await direct.selectFrom("message").selectAll().executeTakeFirstOrThrow();

  async function talk(owner: Person, over: Partial<Tables["conversation"]> = {}): Promise<string> {
    const id = randomUUID();
    const held = { state: "operator", operator_id: owner.id, operator_name: owner.name };
    await direct
      .insertInto("conversation")
      .values({
        ...conversation,
        id,
        token_hash: id,
        ...held,
        queued_at: AT,
        claimed_at: AT,
        last_seq: 2,
        ...over,
      })
      .execute();
    const asked = { ...message, id: randomUUID(), conversation_id: id, awaits_answer: 0 as const };
    const answered = { ...asked, id: `said-${id}`, seq: 2, author_kind: "operator", client_id: null };
    await direct.insertInto("message").values([asked, answered]).execute();
    return id;
  }

  async function attachment(token: string): Promise<string> {
    const { attachment } = (await post(
      "/api/v1/conversation/attachments",
      { picture: picture() },
      {
        Authorization: `Bearer ${token}`,
        "Idempotency-Key": randomUUID(),
      },
    )) as { attachment: { id: string } };
    return attachment.id;
  }
  const sent = await attachment(told.token);
  await told.tab.ask("message:send", { clientId: randomUUID(), text: "фото", attachments: [sent] });

  async function article(): Promise<string> {
    const slug = `article-${randomUUID()}`;
    const saved = await city.call(`/api/v1/staff/articles/${slug}`, {
      method: "PUT",
      cookie: admin,
      body: JSON.stringify({
        topic: "roads",
        question: `Вопрос ${slug}?`,
        answer: "Да.",
        expectedVersion: 0,
      }),
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    await city.call(`/api/v1/staff/articles/${slug}/publish`, { method: "POST", cookie: admin, body: "{}" });
    return slug;
  }

  async function saveRow(list: string, cells: Record<string, string>): Promise<void> {
    const saved = await city.call(`/api/v1/staff/city/${list}/row`, {
      method: "PUT",
      cookie: admin,
      body: JSON.stringify({ cells }),
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  }

  const fileOf = async (name: string) =>
    (await city.call(`/api/v1/staff/${name}?format=csv`, { cookie: admin })).body as string;

  async function readFileOf(path: string, owner: Person, text: string): Promise<string> {
    const { import: read } = (await post(
      path,
      { file: new Blob([text], { type: "text/csv" }) },
      { Cookie: owner.cookie },
    )) as { import: { id: string } };
    return read.id;
  }

  async function put<Name extends "canned_text" | "conversation_view" | "restriction" | "open_question">(
    table: Name,
    values: Omit<Tables[Name], "id">,
  ): Promise<string> {
    const id = randomUUID();
    await direct
      .insertInto(table)
      .values({ ...values, id } as never)
      .execute();
    return id;
  }

  const makers = {
    conversation: (owner: Person) => talk(owner),
    waiting: (owner: Person) => talk(owner, { state: "queued", operator_id: null, operator_name: null }),
    ended: (owner: Person) => talk(owner, { state: "closed", closed_at: AT }),
    staffAttachment: async () => sent,
    ownAttachment: (owner: Person) => attachment(owner.token),
    restriction: (owner: Person) =>
      put("restriction", {
        conversation_id: told.id,
        kind: "limit",
        every_seconds: 60,
        reason: "шум",
        by_id: owner.id,
        by_name: owner.name,
        at: AT,
        until: LATER,
        lifted_at: null,
        lifted_by: null,
        network: null,
      }),
    cannedText: (owner: Person) =>
      put("canned_text", {
        title: "Привет",
        text: "Здравствуйте",
        locale: "ru",
        department: null,
        changed_at: AT,
        changed_by: owner.name,
      }),
    view: (owner: Person) =>
      put("conversation_view", {
        owner_id: owner.id,
        name: "Мои",
        filter: "{}",
        shared: 0,
        changed_at: AT,
      }),
    openQuestion: () => openQuestion("open"),
    rejectedQuestion: () => openQuestion("rejected"),
    colleague: async (owner: Person) => owner.id,
    article,
    cityImport: async (owner: Person) =>
      readFileOf("/api/v1/staff/city/streets/imports", owner, await fileOf("city/streets/file")),
    articleImport: async (owner: Person) =>
      readFileOf("/api/v1/staff/articles-imports", owner, await fileOf("articles-file")),
    async outage() {
      const id = randomUUID();
      await saveRow("outages", {
        id,
        resource: "cold_water",
        kind: "planned",
        startsAt: "2098-01-01T00:00:00+05:00",
        endsAt: "2098-01-02T00:00:00+05:00",
        affected: "ул. Кирова: 12",
        reason: "Ремонт",
        responsible: "vodokanal",
      });
      return id;
    },
    async street() {
      const name = `Дальняя ${number++}`;
      await saveRow("streets", { name, type: "улица" });
      return `улица ${name}`;
    },
    entry: () => entry({ campaign: "les", state: "submitted" }),
    judgedEntry: () => entry({ campaign: "judged", state: "approved" }),
    classEntry: () =>
      entry({ campaign: "les", state: "submitted", consent_due: 1, teacher_contact: "t@t.example" }),
    ownEntry: async (owner: Person) => entry({ token_hash: city.town.secrets.hash(owner.token) }),
    campaign: async () => "les",
    judgedCampaign: async () => "judged",
    async media() {
      // A juror sees what is judged.
      const judged = await entry({ campaign: "judged", state: "approved" });
      await direct.updateTable("entry_file").set({ entry_id: judged }).execute();
      return mine.entry.image.variants[0]?.url.split("/").at(-1) ?? "";
    },
    async certificate() {
      const code = `K7M2-${String(number++)}`;
      await direct
        .insertInto("certificate")
        .values({
          number: code,
          campaign: "judged",
          entry_id: await entry({ campaign: "judged", state: "approved" }),
          kind: "participant",
          award: "",
          name: null,
          file: null,
          issued_at: AT,
        })
        .execute();
      return code;
    },
    async session(owner: Person) {
      await city.signIn(owner.email);
      const found = await direct.selectFrom("session").select("id").where("userId", "=", owner.id).execute();
      return found.at(-1)?.id ?? "";
    },
    async passkey(owner: Person) {
      const id = randomUUID();
      await direct
        .insertInto("passkey")
        .values({
          id,
          name: "Телефон",
          publicKey: "k",
          userId: owner.id,
          credentialID: id,
          counter: 0,
          deviceType: "singleDevice",
          backedUp: 0,
          transports: null,
          createdAt: AT,
          aaguid: null,
        })
        .execute();
      return id;
    },
    async invitation() {
      const { body } = await city.call("/api/v1/staff/invitations", {
        method: "POST",
        cookie: admin,
        body: JSON.stringify({ email: `${randomUUID()}@town.example`, name: "Н. О.", role: "editor" }),
      });
      return (body as { invitation: { id: string } }).invitation.id;
    },
    note: async () => randomUUID(),
  };

  function openQuestion(state: string): Promise<string> {
    return put("open_question", {
      question: "Где каток?",
      wording: randomUUID(),
      locale: "ru",
      origin: "unanswered",
      suggested: "",
      article: "",
      offered: "[]",
      confidence_percent: null,
      times: 1,
      first_at: AT,
      last_at: AT,
      state,
      decided_at: null,
      decided_by: null,
      answer: null,
    });
  }

  return makers;
}

export type Makers = Awaited<ReturnType<typeof makeObjects>>;
