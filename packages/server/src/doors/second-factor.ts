import { may, Refusal, type StaffMember, type Who } from "@veche/protocol";

/**
 * The one gate for whoever has yet to set up the second factor that their role asks for: their own
 * account is open, nothing else is.
 *
 * @throws Refusal `forbidden`
 */
export function assertFree({ confined }: StaffMember, who?: Who): void {
  if (confined && who !== may.useOwnAccount)
    throw new Refusal("forbidden", { reason: "staff.second_factor_first" });
}
