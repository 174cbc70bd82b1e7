import type { EntryForm } from "@veche/protocol";

/** A small contest as a file would bring it; what a test is about is given over it. */
export function terms(over: Readonly<Record<string, unknown>> = {}) {
  return {
    slug: "les",
    kind: "drawing",
    state: "open",
    title: { ru: "Конкурс «Защитим лес»", en: "Protect the Forest" },
    summary: { ru: "Нарисуйте лес.", en: "Draw a forest." },
    organiser: "ecology",
    participants: { minAge: 3, maxAge: 17 },
    dates: {
      opensAt: "2026-11-02T00:00:00+05:00",
      closesAt: "2026-12-20T23:59:59+05:00",
      judgingTo: "2027-01-17T23:59:59+05:00",
    },
    limits: { entriesPerAuthorPerNomination: 1, maxFileMb: 25 },
    nominations: [
      { slug: "beregi-les", title: { ru: "Береги лес" } },
      { slug: "plakat", title: { ru: "Плакат" }, minAge: 11 },
    ],
    ageGroups: [
      { slug: "3-6", title: "3–6 лет", titleEn: "ages 3–6", minAge: 3, maxAge: 6 },
      { slug: "7-17", title: "7–17 лет", minAge: 7, maxAge: 17 },
    ],
    criteria: [
      { slug: "idea", title: { ru: "Замысел" }, weight: 60, max: 10 },
      { slug: "skill", title: { ru: "Мастерство" }, weight: 40, max: 10 },
    ],
    rules: "## Правила",
    rulesVersion: "1",
    consent: { version: "les-1", text: "Согласен на обработку." },
    ...over,
  };
}

/** What a parent fills in, all three consents given. */
export function anEntry(over: Partial<EntryForm> = {}): EntryForm {
  return {
    nomination: "beregi-les",
    title: "Лиса тушит костёр",
    authorFirstName: "Варя",
    authorLastName: "Кузнецова",
    authorAge: 6,
    institution: "Детский сад № 41",
    guardianName: "Кузнецова Анна Сергеевна",
    guardianContact: "anna@pochta.example",
    "consent.processing": "les-1",
    "consent.publishing": "les-1",
    "consent.use": "les-1",
    ...over,
  };
}
