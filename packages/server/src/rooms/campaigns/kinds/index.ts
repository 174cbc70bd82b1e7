import { drawing } from "./drawing/index.ts";
import { idea } from "./idea/index.ts";
import type { Kind } from "./kind.ts";
import { photo } from "./photo/index.ts";

/** Every kind of campaign; a new one is a folder and a line here. */
const kinds = { drawing, photo, idea } satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const KIND_NAMES = ["drawing", "photo", "idea"] as const satisfies readonly KindName[];

/** The kind as shared code may see it: by what it declares. */
export const kindOf = (name: KindName): Kind => kinds[name];
