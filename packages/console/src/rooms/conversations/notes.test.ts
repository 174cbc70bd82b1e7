import type { Note, OperatorView, WatchedMessage } from "@veche/protocol";
import { expect, test } from "vitest";
import { namedIn, whomMeant, withNotes } from "./notes.ts";

const message = (seq: number) => ({ seq }) as WatchedMessage;
const note = (id: string, afterSeq: number) => ({ id, afterSeq }) as Note;
const colleague = (id: string, name: string) => ({ id, name }) as OperatorView;
const STAFF = [colleague("1", "Анна Орлова"), colleague("2", "Андрей Котов")];

test("notes stand where they were written, also before the first message", () => {
  const spoken = withNotes([message(1), message(2)], [note("b", 1), note("a", 0), note("c", 2)]);
  expect(spoken.map(({ key }) => key)).toEqual(["a", "1", "b", "2", "c"]);
});

test("a colleague is named by their whole name, and found by its beginning", () => {
  expect(namedIn("@Анна Орлова, глянь", STAFF)).toEqual(["1"]);
  expect(namedIn("Анна Орлова и @Андрей", STAFF)).toEqual([]);
  expect(whomMeant("глянь, @Анд", STAFF).map(({ id }) => id)).toEqual(["2"]);
  expect(whomMeant("@", STAFF).length).toBe(2);
  expect(whomMeant("@Анна Орлова", STAFF)).toEqual([]);
  expect(whomMeant("почта a@b", STAFF)).toEqual([]);
});
