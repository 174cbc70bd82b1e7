import type { Campaign } from "@veche/protocol";
import { ageGroupOf, ageIn, mayTakePart, nominationsFor } from "../../campaigns/age-groups.ts";
import { isContact } from "../sending/entry-faults.ts";

/** What the teacher says once for all works. */
export interface Teacher {
  readonly teacher: string;
  readonly teacherContact: string;
  readonly institution: string;
  readonly className: string;
  readonly settlement: string;
}
export type TeacherField = keyof Teacher;

export const EMPTY_TEACHER: Teacher = {
  teacher: "",
  teacherContact: "",
  institution: "",
  className: "",
  settlement: "",
};

/** What is written of each child's work. */
export interface WorkValues {
  readonly authorFirstName: string;
  readonly authorAge: string;
  readonly title: string;
  readonly nomination: string;
}
export type WorkField = keyof WorkValues;

/** What the server gave for a work: enough for its slip. */
export interface Received {
  readonly id: string;
  readonly token: string;
  readonly number: number;
  readonly code: string;
}

/** One child's work, from the picked picture to its number. */
export interface ClassWork {
  /** Names it on this device, and to the server as its `Idempotency-Key`: sent again it arrives once. */
  readonly key: string;
  readonly values: WorkValues;
  /** Sent without an answer: it may have arrived, so that it is only repeated as it was. */
  readonly isUnsettled?: boolean | undefined;
  readonly received?: Received | undefined;
}

export type ClassFault = "missing" | "notAContact" | "notAnAge" | "notThisAge" | "notThisNomination";

/** What keeps the teacher's part from being sent. */
export function teacherFaults(teacher: Teacher): Map<TeacherField, ClassFault> {
  const faults = new Map<TeacherField, ClassFault>();
  for (const name of ["teacher", "teacherContact", "institution", "className"] as const)
    if (teacher[name].trim() === "") faults.set(name, "missing");
  const contact = teacher.teacherContact.trim();
  if (contact && !isContact(contact)) faults.set("teacherContact", "notAContact");
  return faults;
}

/** What keeps one work from being sent. */
export function workFaults(values: WorkValues, campaign: Campaign): Map<WorkField, ClassFault> {
  const faults = new Map<WorkField, ClassFault>();
  for (const name of ["authorFirstName", "authorAge", "title", "nomination"] as const)
    if (values[name].trim() === "") faults.set(name, "missing");
  const age = ageIn(values.authorAge);
  if (values.authorAge.trim()) {
    if (age === undefined) faults.set("authorAge", "notAnAge");
    else if (!mayTakePart(campaign, age) || !ageGroupOf(campaign, age)) faults.set("authorAge", "notThisAge");
  }
  if (values.nomination && !nominationsFor(campaign, age).some(({ slug }) => slug === values.nomination))
    faults.set("nomination", "notThisNomination");
  return faults;
}

/** The parts of a work as the server names them. */
export function classParts(teacher: Teacher, values: WorkValues): (readonly [name: string, value: string])[] {
  return Object.entries({ ...values, ...teacher })
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => name !== "settlement" || value !== "");
}
