import { ROLES, type Role } from "@veche/protocol";
import { z } from "zod";
import { CommandFailed, readAll, type Terminal } from "./terminal.ts";
import { withTown } from "./with-town.ts";

const PASSWORD = { min: 8, max: 200 };

export interface StaffOptions {
  readonly email: string;
  readonly role: string;
  readonly name?: string;
  readonly passwordStdin?: true;
}

/** Adds a member of staff, whose password comes by standard input so that no list of processes shows it. */
export async function addStaff(terminal: Terminal, options: StaffOptions): Promise<void> {
  const role = ROLES.find((known) => known === options.role);
  if (!role) throw new CommandFailed(`There is no role “${options.role}”. The roles: ${ROLES.join(", ")}.`);
  const email = z.email().max(200).safeParse(options.email.trim());
  if (!email.success) throw new CommandFailed(`“${options.email}” is not an e-mail address.`);
  if (!options.passwordStdin) {
    throw new CommandFailed(
      "Give the password by standard input: add --password-stdin and pipe it in, for example from a password manager.",
    );
  }
  const password = (await readAll(terminal.stdin)).replace(/\r?\n$/, "");
  if (/[\r\n]/.test(password)) throw new CommandFailed("The password is more than one line.");
  if (password.length < PASSWORD.min || password.length > PASSWORD.max) {
    throw new CommandFailed(`The password must have ${PASSWORD.min} to ${PASSWORD.max} characters.`);
  }
  const name = options.name?.trim() || nameFrom(email.data);
  await add(terminal, { email: email.data, role, name, password });
}

async function add(
  terminal: Terminal,
  member: { email: string; role: Role; name: string; password: string },
): Promise<void> {
  await withTown(terminal, (town) => town.rooms.staff.addMember(member));
  terminal.say(`${member.name} <${member.email}> can sign in now as ${member.role}.`);
}

const nameFrom = (email: string) => email.slice(0, email.indexOf("@"));
