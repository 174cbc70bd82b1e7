import { type DeviceStorage, keep, kept } from "../device-storage.ts";
import { type ClassWork, EMPTY_TEACHER, type Teacher } from "./class-work.ts";

/** Long enough for the slips to come back; children's first names are not kept for longer. */
const KEPT_DAYS = 60;
const DAY = 86_400_000;

export interface KeptClass {
  readonly teacher: Teacher;
  readonly works: readonly ClassWork[];
}

/** Keeps a class's works of one campaign on the device, sent ones too: their slips are printed from it. */
export function createClassKeeper(storage: DeviceStorage, key: string, clock: () => Date) {
  return {
    read(): KeptClass {
      const saved = kept<KeptClass & { savedAt: string }>(storage, key);
      const ageMs = clock().getTime() - new Date(saved?.savedAt ?? 0).getTime();
      if (!saved || !(ageMs < KEPT_DAYS * DAY)) {
        storage.removeItem(key);
        return { teacher: EMPTY_TEACHER, works: [] };
      }
      return { teacher: { ...EMPTY_TEACHER, ...saved.teacher }, works: saved.works };
    },
    write(kept: KeptClass): void {
      keep(storage, key, { ...kept, savedAt: clock().toISOString() });
    },
  };
}
