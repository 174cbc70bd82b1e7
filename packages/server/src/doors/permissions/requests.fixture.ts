import { randomUUID } from "node:crypto";
import type { RefusalCode } from "@veche/protocol";
import type { Makers } from "./objects.fixture.ts";

export type Kind = keyof Makers;

/** How an operation is asked so that nothing but the permission can be in the way. */
export interface Request {
  readonly object?: Kind;
  /** Which field of path or body names the object; by default the only placeholder of the path. */
  readonly at?: string;
  /** Other placeholders of the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object | ((object: string) => object);
  readonly file?: { readonly field: string; readonly text: string };
  /** A person hired for this cell alone, since the act ends their sessions or changes them. */
  readonly newcomer?: boolean;
  /** What even the owner hears: the act needs more than the right to it. */
  readonly owner?: RefusalCode;
  /** What is heard of what is one's own. */
  readonly oneself?: RefusalCode;
  /** What is heard of one that isn't there, where it isn't `not_found`. */
  readonly missing?: RefusalCode | "done";
}

const draft = { topic: "roads", question: "Где каток?", answer: "На площади." };
const clientId = () => randomUUID();
const password = { password: "correct horse battery" };
const settled = { object: "conversation", at: "conversationId" } as const;
const streets = { sheet: "streets" } as const;
const guardian = {
  authorLastName: "Кузнецова",
  guardianName: "Кузнецова Анна",
  guardianContact: "anna@pochta.example",
};

const campaignTerms = {
  title: { ru: "Лес" },
  summary: { ru: "Нарисуйте лес." },
  dates: { opensAt: "2026-11-02T00:00:00Z", closesAt: "2026-12-20T00:00:00Z" },
  participants: { minAge: 3, maxAge: 17 },
  nominations: [],
  ageGroups: [],
  asks: [],
  limits: {},
  criteria: [],
  tieBreak: [],
  prizes: [],
  places: { shared: true, mayStayEmpty: true },
  titles: { winner: "Победитель", prizeWinner: "Призёр" },
  consents: [],
  consentWithinDays: 30,
  keepNamesDays: 365,
  rules: "Правила",
};

/** Operations that name an object, take a body or end something; all others are asked as they are. */
export const REQUESTS: Readonly<Record<string, Request>> = {
  "conversations.watch": settled,
  "conversations.unwatch": { ...settled, missing: "done" },
  "conversations.claim": settled,
  "conversations.release": settled,
  "conversations.transfer": { ...settled, body: { department: "vodokanal" } },
  "conversations.close": { ...settled, body: { reason: "answered" } },
  "conversations.answer": { ...settled, body: () => ({ clientId: clientId(), text: "Записал" }) },
  "conversations.take": settled,
  "conversations.giveBack": settled,
  "conversations.hold": { ...settled, body: { until: "2099-01-01T00:00:00Z" } },
  "conversations.wake": settled,
  "conversations.redirect": { ...settled, body: { to: "vodokanal" } },
  "conversations.prioritise": { object: "waiting", at: "conversationId", body: { priority: 1 } },
  "conversations.addNote": { ...settled, body: () => ({ clientId: clientId(), text: "Звонил" }) },
  "conversations.seeMention": { object: "note", at: "noteId", missing: "done" },
  "conversations.answerGroup": {
    body: () => ({ clientId: clientId(), ids: [randomUUID()], text: "Вода будет к вечеру." }),
  },
  "conversations.setPresence": { body: { presence: "here" } },
  "conversations.card": { object: "conversation" },
  "conversations.transcript": { object: "conversation" },
  "conversations.propose": { object: "conversation", body: (id) => ({ messageId: `said-${id}` }) },
  "conversations.restrict": {
    object: "conversation",
    body: { kind: "mute", minutes: 10, reason: "Мат" },
  },
  "conversations.lift": { object: "restriction" },
  "conversations.saveOperator": {
    object: "colleague",
    body: { departments: [], skills: [], supervises: false },
  },
  "conversations.savePolicy": { body: { reopenHours: 24, absentSeconds: 60 } },
  "conversations.saveCannedText": {
    object: "cannedText",
    body: { title: "Привет", text: "Здравствуйте" },
    missing: "done",
  },
  "conversations.dropCannedText": { object: "cannedText" },
  "conversations.saveView": { object: "view", body: { name: "Мои", filter: {} }, missing: "done" },
  "conversations.dropView": { object: "view" },
  "conversations.erase": { object: "ended", body: { mode: "delete", why: "Просьба жителя" } },
  "conversations.staffAttachment": { object: "staffAttachment" },
  "conversations.attachment": { object: "ownAttachment" },
  "conversations.detach": { object: "ownAttachment" },

  "knowledge.draft": { object: "article" },
  "knowledge.versions": { object: "article" },
  "knowledge.save": { object: "article", body: { ...draft, expectedVersion: 1 }, missing: "conflict" },
  "knowledge.publish": { object: "article", body: {} },
  "knowledge.unpublish": { object: "article", body: {} },
  "knowledge.tryQuestion": { body: { question: "Где каток?" } },
  "knowledge.tryDraft": { object: "article", body: { question: "Где каток?" } },
  "knowledge.alikeArticles": { object: "article", body: {} },
  "knowledge.testQuestions": { object: "article" },
  "knowledge.saveTestQuestions": { object: "article", body: { questions: ["Где каток?"] } },
  "knowledge.runTestQuestions": { object: "article", body: {} },
  "knowledge.acceptQuestion": { object: "openQuestion", body: { slug: "bulky-waste" } },
  "knowledge.draftFromQuestion": {
    object: "openQuestion",
    body: () => ({ ...draft, slug: `made-${randomUUID()}` }),
  },
  "knowledge.rejectQuestion": { object: "openQuestion" },
  "knowledge.reopenQuestion": { object: "rejectedQuestion" },
  "knowledge.readArticleFile": {
    file: { field: "file", text: "slug,topic,locale,question,answer\nrink,roads,ru,Что?,То.\n" },
  },
  "knowledge.articleImport": { object: "articleImport" },
  "knowledge.takeArticles": { object: "articleImport" },

  "city.rows": { path: streets },
  "city.saveRow": {
    object: "street",
    at: "key",
    path: streets,
    body: () => ({ cells: { name: `Новая ${randomUUID()}`, type: "улица" } }),
  },
  "city.removeRow": { object: "street", at: "key", path: streets },
  "city.exportRows": { path: streets },
  "city.readFile": { path: streets, file: { field: "file", text: "name,type\nМира,улица\n" } },
  "city.importState": { object: "cityImport" },
  "city.takeImport": { object: "cityImport" },
  "city.readNotice": { body: { text: "Кирова 12 без воды до 23:30" } },
  "city.changeOutage": { object: "outage", body: { act: "cancel", source: "Звонок" } },
  "city.outageChanges": { object: "outage", missing: "done" },
  "city.saveDay": { body: { date: "2027-01-11", reason: "Субботник" } },
  "city.removeDay": { body: { date: "2027-01-12" }, owner: "not_found" },
  "city.saveSettings": { body: { settings: {}, version: "" }, owner: "invalid" },

  "campaigns.staffEntries": { query: "?campaign=les" },
  "campaigns.decide": {
    object: "entry",
    at: "ids",
    body: (id) => ({ ids: [id], decision: "approve" }),
  },
  "campaigns.editPicture": {
    object: "entry",
    body: { look: "as_it_was", turn: 90, covers: [] },
    owner: "not_found",
  },
  "campaigns.resolveReports": {
    object: "entry",
    at: "ids",
    body: (id) => ({ ids: [id], words: "Всё в порядке" }),
  },
  "campaigns.reopenReports": { object: "entry", at: "ids", body: (id) => ({ ids: [id] }) },
  "campaigns.describe": { object: "entry", body: { alt: "Лиса под ёлкой" } },
  "campaigns.lookAt": { object: "entry", body: { looking: true } },
  "campaigns.noteConsent": {
    object: "classEntry",
    body: { ...guardian, code: "0000-0000", purposes: ["processing"] },
    owner: "invalid",
    missing: "invalid",
  },
  "campaigns.score": { object: "judgedEntry", body: { scores: { idea: 7, skill: 8 } } },
  "campaigns.ownScores": { object: "judgedEntry" },
  "campaigns.recuse": { object: "judgedCampaign", body: { by: "surname", value: "Осипова" } },
  "campaigns.jury": { object: "judgedCampaign" },
  "campaigns.seatJuror": {
    object: "judgedCampaign",
    body: { email: "jury@town.example", judges: true, nominations: [], ageGroups: [] },
  },
  "campaigns.ownRecusals": { object: "judgedCampaign" },
  "campaigns.terms": { object: "judgedCampaign" },
  "campaigns.changeTerms": {
    object: "judgedCampaign",
    body: { terms: campaignTerms, version: "" },
    owner: "conflict",
  },
  "campaigns.create": { body: () => ({ slug: `k-${clientId()}`, kind: "idea", title: "Идеи" }) },
  "campaigns.copy": { object: "judgedCampaign" },
  "campaigns.votes": { object: "judgedCampaign" },
  "campaigns.rawVotes": { object: "judgedCampaign" },
  "campaigns.setVotesAside": {
    object: "judgedCampaign",
    body: {
      network: "n",
      from: "2026-11-02T00:00:00Z",
      to: "2026-11-02T00:00:00Z",
      reason: "Одна сеть",
    },
    owner: "conflict",
  },
  "campaigns.countVotesAgain": {
    object: "judgedCampaign",
    at: "slug",
    path: { act: "none" },
    owner: "not_found",
  },
  "campaigns.results": { object: "judgedCampaign" },
  "campaigns.seal": { object: "judgedCampaign", body: { results: [] } },
  "campaigns.staffMedia": { object: "media" },
  "campaigns.move": { object: "campaign", body: { state: "open" } },
  "campaigns.certificates": { object: "judgedCampaign" },
  "campaigns.issueCertificates": {
    object: "judgedCampaign",
    body: { kinds: ["diploma"] },
    owner: "conflict",
  },
  "campaigns.correctCertificate": { object: "certificate", body: { name: "Кузнецова Варя" } },
  "campaigns.certificatesArchive": {
    object: "judgedCampaign",
    query: "?kind=diploma",
    owner: "not_found",
  },
  "campaigns.certificatesPrint": {
    object: "judgedCampaign",
    query: "?kind=diploma",
    owner: "not_found",
  },
  "campaigns.certificateMark": { object: "judgedCampaign", path: { mark: "seal" }, owner: "not_found" },
  "campaigns.putCertificateMark": {
    object: "judgedCampaign",
    path: { mark: "seal" },
    file: { field: "file", text: "not a picture" },
    owner: "unsupported_media",
  },
  "campaigns.removeCertificateMark": {
    object: "judgedCampaign",
    path: { mark: "seal" },
    owner: "not_found",
  },
  "campaigns.exhibition": { object: "judgedCampaign" },
  "campaigns.makeExhibition": { object: "judgedCampaign", body: { works: "awarded" }, owner: "conflict" },
  "campaigns.exhibitionArchive": { object: "judgedCampaign", owner: "not_found" },
  "campaigns.resultProtocol": { object: "judgedCampaign", owner: "conflict" },
  "campaigns.ceremony": { object: "judgedCampaign" },
  "campaigns.setCeremony": {
    object: "judgedCampaign",
    body: { at: "2099-01-27T09:00:00Z", place: "Дворец", note: "" },
  },
  "campaigns.inviteToCeremony": { object: "judgedCampaign", owner: "conflict" },
  "campaigns.orderCeremony": { object: "judgedCampaign", body: { entryIds: [] } },
  "campaigns.noteReply": { object: "judgedEntry", body: { coming: true }, owner: "not_found" },
  "campaigns.handOutPrize": { object: "judgedEntry", body: { to: "Маме" }, owner: "not_found" },
  "campaigns.takePrizeBack": { object: "judgedEntry", owner: "not_found" },
  "campaigns.ceremonyList": { object: "judgedCampaign", query: "?list=photo", owner: "conflict" },
  "campaigns.replyToInvitation": { object: "ownEntry", body: { coming: true }, owner: "not_found" },
  "campaigns.consent": { object: "ownEntry", body: guardian, owner: "conflict" },
  "campaigns.entry": { object: "ownEntry" },
  "campaigns.mend": {
    object: "ownEntry",
    file: { field: "drawing", text: "not looked at" },
    owner: "conflict",
  },
  "campaigns.withdraw": { object: "ownEntry" },
  "campaigns.chooseLook": { object: "ownEntry", body: { look: "page" }, owner: "not_found" },
  "announcements.post": { object: "judgedCampaign" },
  "announcements.postAgain": {
    object: "judgedCampaign",
    body: { channel: "relay.town.example" },
    owner: "conflict",
  },
  "announcements.pressDraft": { object: "judgedCampaign", owner: "conflict" },
  "announcements.announce": { object: "campaign", body: {}, owner: "conflict" },

  "staff.signOut": { newcomer: true },
  "staff.endSession": { object: "session", newcomer: true },
  "staff.changePassword": {
    newcomer: true,
    body: { current: password.password, password: "синий троллейбус едет" },
  },
  "staff.startSecondFactor": { newcomer: true, body: password },
  "staff.confirmSecondFactor": { newcomer: true, body: { code: "000000" }, owner: "invalid" },
  "staff.removeSecondFactor": { newcomer: true, body: password },
  "staff.renewBackupCodes": { newcomer: true, body: password, owner: "conflict" },
  "staff.addPasskey": {
    body: { challenge: "not one of ours", response: {}, name: "Телефон" },
    owner: "invalid",
  },
  "staff.removePasskey": { object: "passkey" },
  "staff.changeMember": { object: "colleague", newcomer: true, body: { name: "Новое имя" } },
  "staff.disable": { object: "colleague", newcomer: true, oneself: "conflict" },
  "staff.enable": { object: "colleague", newcomer: true },
  "staff.endMemberSessions": { object: "colleague", newcomer: true },
  "staff.resetSecondFactor": { object: "colleague", newcomer: true },
  "staff.passwordLink": { object: "colleague", newcomer: true },
  "staff.invite": {
    body: () => ({ email: `${randomUUID()}@town.example`, name: "Новый", role: "editor" }),
  },
  "staff.withdrawInvitation": { object: "invitation" },
};
