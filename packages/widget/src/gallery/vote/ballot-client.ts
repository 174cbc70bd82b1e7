import type { Ballot } from "@veche/protocol";
import { type Address, ask } from "../../requests/ask.ts";
import { Problem } from "../../requests/problem.ts";
import { campaignPath } from "../../campaigns/campaign-client.ts";
import { answerTo } from "./work.ts";

const ballotPath = (campaign: string) => `${campaignPath(campaign)}/ballot`;
const TOKEN_BYTES = 24;
/** Where the browser keeps nothing, the token lives as long as the page. */
const ofThisPage = new Map<string, string>();

/** Who votes: a random word that this browser keeps for the city's server, the same in all its campaigns. */
export function voterToken(server: string): string {
  const name = `veche:${server}:voter`;
  try {
    const kept = localStorage.getItem(name) ?? newToken();
    localStorage.setItem(name, kept);
    return kept;
  } catch {
    const kept = ofThisPage.get(name) ?? newToken();
    ofThisPage.set(name, kept);
    return kept;
  }
}

const newToken = () =>
  [...crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** Who votes where the rule is "who has written in the chat": the token of this browser's conversation. */
export function talkToken(server: string): string | undefined {
  try {
    return localStorage.getItem(`veche:${server}:token`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The vote as it stands, and what this browser voted for. @throws Problem */
export async function ballotOf(
  address: Address,
  campaign: string,
  token: string | undefined,
): Promise<Ballot> {
  return (await ask<{ ballot: Ballot }>(address, ballotPath(campaign), token ? { token } : {})).ballot;
}

/** Votes, after the work that it takes. @throws Problem `unavailable` where the page is not served over HTTPS */
export async function voteFor(
  address: Address,
  campaign: string,
  token: string | undefined,
  entryId: string,
): Promise<Ballot> {
  const { work } = await ballotOf(address, campaign, token);
  // Closed meanwhile: the server says so in its words.
  const answer = work && (await worked(work));
  const body = { entryId, task: work?.task ?? "", answer: answer ?? "" };
  return (
    await ask<{ ballot: Ballot }>(address, ballotPath(campaign), {
      ...(token && { token }),
      method: "PUT",
      body,
    })
  ).ballot;
}

async function worked(work: NonNullable<Ballot["work"]>): Promise<string> {
  if (!globalThis.crypto.subtle) throw new Problem("unavailable");
  return answerTo(work);
}
