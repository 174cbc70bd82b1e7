import type { Campaign } from "@veche/protocol";

/** The city's forest contest as a page is told of it, with what a test wants otherwise. */
export function aCampaign(otherwise: Partial<Campaign> = {}): Campaign {
  return {
    slug: "zaschitim-les",
    kind: "drawing",
    state: "open",
    title: { ru: "Защитим лес от пожаров" },
    summary: { ru: "Нарисуйте лес." },
    dates: {
      opensAt: "2026-11-01T19:00:00Z",
      closesAt: "2026-12-20T18:59:59Z",
      announceAt: "2027-01-20T07:00:00Z",
    },
    timeZone: "Asia/Yekaterinburg",
    acceptsEntries: true,
    participants: { minAge: 3, maxAge: 17 },
    nominations: [
      { slug: "beregi-les", title: { ru: "Береги лес" }, description: "" },
      { slug: "plakat", title: { ru: "Плакат" }, description: "", minAge: 11 },
    ],
    ageGroups: [
      { slug: "3-6", title: "3–6 лет", minAge: 3, maxAge: 6 },
      { slug: "7-10", title: "7–10 лет", minAge: 7, maxAge: 10 },
      { slug: "11-17", title: "11–17 лет", minAge: 11, maxAge: 17 },
    ],
    prizes: [],
    limits: { maxFileMb: 25 },
    work: { picture: "needed" },
    asks: ["settlement", "institution", "teacher", "helpedBy"],
    rules: "",
    rulesVersion: "1",
    consents: [
      { purpose: "processing", version: "les-1", title: "Обработка", text: "", required: true },
      { purpose: "publishing", version: "les-2", title: "Публикация", text: "", required: false },
    ],
    consent: { version: "les-1", text: "" },
    ...otherwise,
  };
}
