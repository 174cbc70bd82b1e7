/** The written fields of an entry, named as the server names them, with their longest length. */
export const FIELD_LENGTHS = {
  authorFirstName: 60,
  authorLastName: 60,
  authorAge: 3,
  nomination: 80,
  title: 120,
  /** The campaign says how much of it, and whether there is any. */
  text: 10_000,
  settlement: 120,
  institution: 200,
  teacher: 120,
  helpedBy: 200,
  guardianName: 120,
  guardianContact: 120,
} as const;

export type FieldName = keyof typeof FIELD_LENGTHS;
export type FieldValues = Readonly<Record<FieldName, string>>;

export const FIELD_NAMES = Object.keys(FIELD_LENGTHS) as readonly FieldName[];

/** May stay empty: asked kindly, not demanded. */
export const OPTIONAL_FIELDS: ReadonlySet<FieldName> = new Set([
  "settlement",
  "institution",
  "teacher",
  "helpedBy",
]);

/** Stay for the next child of the same family or class. */
export const LASTING_FIELDS: readonly FieldName[] = [
  "settlement",
  "institution",
  "teacher",
  "guardianName",
  "guardianContact",
];

export const EMPTY_FIELDS = Object.fromEntries(FIELD_NAMES.map((name) => [name, ""])) as FieldValues;

/** Age at which an author enters and consents without a guardian. */
export const ADULT_AGE = 18;
