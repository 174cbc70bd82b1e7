import { entryForm } from "@veche/protocol";
import { describe, expect, test } from "vitest";
import { aCampaign } from "../../campaigns/campaign.fixture.ts";
import { faultsOf, isContact, placeOf } from "./entry-faults.ts";
import {
  EMPTY_FIELDS,
  FIELD_LENGTHS,
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
} from "../entry-fields.ts";
import { entryParts } from "./send-entry.ts";

const FILLED: FieldValues = {
  ...EMPTY_FIELDS,
  authorFirstName: "Варя",
  authorLastName: "Кузнецова",
  authorAge: "6",
  nomination: "beregi-les",
  title: "Дождь",
  guardianName: "Анна",
  guardianContact: "anna@pochta.example",
};
const campaign = aCampaign();

function faults(
  values: Partial<FieldValues> = {},
  agreed: "processing"[] = ["processing"],
  hasDrawing = true,
) {
  return faultsOf({ values: { ...FILLED, ...values }, agreed: new Set(agreed), hasDrawing }, campaign);
}

describe("what keeps a form from being sent", () => {
  test("a filled form with the one required consent has no fault", () => {
    expect(faults()).toEqual([]);
  });

  test("an empty form tells everything, the picture first and the consent last", () => {
    const all = faultsOf({ values: EMPTY_FIELDS, agreed: new Set(), hasDrawing: false }, campaign);
    expect(all.map(({ place }) => place)).toEqual([
      "drawing",
      "authorFirstName",
      "authorLastName",
      "authorAge",
      "nomination",
      "title",
      "guardianName",
      "guardianContact",
      "consent.processing",
    ]);
  });

  test.each([
    [{ authorAge: "семь" }, { place: "authorAge", reason: "notAnAge" }],
    [{ authorAge: "19" }, { place: "authorAge", reason: "notThisAge" }],
    [{ nomination: "plakat" }, { place: "nomination", reason: "notThisNomination" }],
    [{ title: "д".repeat(121) }, { place: "title", reason: "tooLong" }],
    [{ title: "  " }, { place: "title", reason: "missing" }],
    [{ guardianContact: "в чате" }, { place: "guardianContact", reason: "notAContact" }],
    [{ helpedBy: "я".repeat(201) }, { place: "helpedBy", reason: "tooLong" }],
  ] as const)("%o", (values, fault) => {
    expect(faults(values)).toContainEqual(fault);
  });

  test("an adult author is not asked for a guardian, and is sent as their own", () => {
    const forAll = aCampaign({
      participants: { minAge: 0, maxAge: null },
      ageGroups: [{ slug: "all", title: "Все", minAge: 0, maxAge: null }],
    });
    const values = { ...FILLED, authorAge: "40", guardianName: "" };
    expect(faultsOf({ values, agreed: new Set(["processing"]), hasDrawing: true }, forAll)).toEqual([]);
    expect(entryParts(values, new Set(), forAll)).toContainEqual(["guardianName", "Варя Кузнецова"]);
  });

  test.each([
    ["anna@pochta.example", true],
    ["+7 (900) 000-00-00", true],
    ["89000000000", true],
    ["anna@pochta", false],
    ["an na@pochta.example", false],
    ["12345", false],
    ["звоните", false],
  ])("«%s» as a contact", (contact, is) => {
    expect(isContact(contact)).toBe(is);
  });
});

describe("what the server is sent", () => {
  test("words are trimmed, empty ones stay out, each consent goes with its version", () => {
    const parts = entryParts(
      { ...FILLED, title: " Дождь ", teacher: " " },
      new Set(["processing"]),
      campaign,
    );
    expect(Object.fromEntries(parts)).toEqual({
      authorFirstName: "Варя",
      authorLastName: "Кузнецова",
      authorAge: "6",
      nomination: "beregi-les",
      title: "Дождь",
      guardianName: "Анна",
      guardianContact: "anna@pochta.example",
      "consent.processing": "les-1",
    });
  });

  test("what the form lets through, the server's own schema takes, to the last letter", () => {
    const longest = Object.fromEntries(
      FIELD_NAMES.map((name: FieldName) => [name, "д".repeat(FIELD_LENGTHS[name])]),
    );
    const form = { ...longest, authorAge: "6", nomination: "beregi-les", "consent.processing": "les-1" };
    expect(entryForm.safeParse(form).success).toBe(true);
    for (const name of FIELD_NAMES.filter((name) => name !== "nomination" && name !== "authorAge")) {
      const tooLong = { ...form, [name]: "д".repeat(FIELD_LENGTHS[name] + 1) };
      expect(entryForm.safeParse(tooLong).success, name).toBe(false);
    }
  });
});

test.each([
  ["title", "title"],
  ["drawing", "drawing"],
  ["consent.processing", "consent.processing"],
  ["processing", "consent.processing"],
  ["Idempotency-Key", undefined],
  [undefined, undefined],
])("a refusal of the field %s is shown at %s", (field, place) => {
  expect(placeOf(field, campaign)).toBe(place);
});

describe("an author of 14 to 17 agrees beside the parent", () => {
  const places = (authorAge: string, agreed: ("processing" | "author")[]) =>
    faultsOf({ values: { ...FILLED, authorAge }, agreed: new Set(agreed), hasDrawing: true }, campaign).map(
      ({ place }) => place,
    );

  test.each([
    ["13", ["processing"], []],
    ["14", ["processing"], ["consent.author"]],
    ["17", ["processing"], ["consent.author"]],
    ["17", ["processing", "author"], []],
  ] as const)("at %s with %s", (age, agreed, missing) => {
    expect(places(age, [...agreed])).toEqual(missing);
  });

  test("what the author agreed to is sent with the version, and not for a younger child", () => {
    const parts = (authorAge: string) =>
      Object.fromEntries(
        entryParts({ ...FILLED, authorAge }, new Set(["processing", "author"] as const), campaign),
      );
    expect(parts("15")["consent.author"]).toBe("les-1");
    expect(parts("6")).not.toHaveProperty("consent.author");
  });
});
