import type { Agreement } from "./agreement.ts";
import { type DeviceStorage, keep, kept } from "./device-storage.ts";
import { EMPTY_FIELDS, FIELD_NAMES, type FieldValues, LASTING_FIELDS } from "./entry-fields.ts";

/** A draft that nobody came back to holds a child's name for nothing. */
const KEPT_DAYS = 14;
const DAY = 86_400_000;

/** What was sent last, when no answer told whether it arrived. */
export interface UnsettledAttempt {
  /** The `Idempotency-Key` it was sent with. */
  readonly key: string;
  readonly values: FieldValues;
  readonly agreed: readonly Agreement[];
  /** Tells whether the picture is still the same. */
  readonly drawing: string;
}

/** An entry that is being written. Consents are not kept: each is given at the moment of sending. */
export interface EntryDraft {
  readonly values: FieldValues;
  readonly attempt?: UnsettledAttempt | undefined;
  /** Whether a picture is kept beside it. */
  readonly hasDrawing?: boolean | undefined;
}

export const EMPTY_DRAFT: EntryDraft = { values: EMPTY_FIELDS };

export interface DraftKeeper {
  readonly read: () => EntryDraft;
  readonly write: (draft: EntryDraft) => void;
  readonly clear: () => void;
}

/** Keeps the draft of one campaign on the device, over reloads. */
export function createDraftKeeper(storage: DeviceStorage, key: string, clock: () => Date): DraftKeeper {
  return {
    read() {
      const saved = kept<EntryDraft & { savedAt: string }>(storage, key);
      if (!saved) return EMPTY_DRAFT;
      const ageMs = clock().getTime() - new Date(saved.savedAt).getTime();
      if (!(ageMs < KEPT_DAYS * DAY)) {
        storage.removeItem(key);
        return EMPTY_DRAFT;
      }
      return { values: knownFields(saved.values), attempt: saved.attempt, hasDrawing: saved.hasDrawing };
    },
    write(draft) {
      if (isEmpty(draft)) storage.removeItem(key);
      else keep(storage, key, { ...draft, savedAt: clock().toISOString() });
    },
    clear() {
      storage.removeItem(key);
    },
  };
}

/** The draft for the next child: the adult, the school and the town stay. */
export function nextDraft(values: FieldValues): EntryDraft {
  const lasting = Object.fromEntries(LASTING_FIELDS.map((name) => [name, values[name]]));
  return { values: { ...EMPTY_FIELDS, ...lasting } };
}

function isEmpty(draft: EntryDraft): boolean {
  return !draft.attempt && !draft.hasDrawing && FIELD_NAMES.every((name) => draft.values[name] === "");
}

/** A draft may have been written by an older version of the form. */
function knownFields(saved: Partial<Record<string, unknown>> | undefined): FieldValues {
  const entries = FIELD_NAMES.map((name) => {
    const value = saved?.[name];
    return [name, typeof value === "string" ? value : ""];
  });
  return Object.fromEntries(entries) as FieldValues;
}
