import type { SomeVotes } from "@veche/protocol";

interface GivenVote {
  readonly network: string;
  readonly entryId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly counts: boolean;
}

export interface Flood extends SomeVotes {
  readonly kind: "network" | "entry";
  readonly votes: number;
  readonly setAside: number;
}

/** Votes that follow each other within this time belong together. */
const PAUSE_MS = 5 * 60_000;
/** A family or an office votes at once too; more than this from one network is worth a look. */
const FROM_NETWORK = 15;
/** For an entry: so many together, and so much of all that it got. */
const FOR_ENTRY = 60;
const SHARE_OF_ENTRY = 0.4;

/** What of a vote looks unusual, the largest first: for a person to judge, since a school votes at once as well. */
export function floodsIn(votes: readonly GivenVote[]): Flood[] {
  const inOrder = votes.toSorted((a, b) => a.at.localeCompare(b.at));
  const byNetwork = Map.groupBy(
    inOrder.filter(({ network }) => network !== ""),
    ({ network }) => network,
  );
  const byEntry = Map.groupBy(inOrder, ({ entryId }) => entryId);
  const ofNetworks = [...byNetwork].flatMap(([network, own]) =>
    runs(own)
      .filter((run) => run.length >= FROM_NETWORK)
      .map((run) => flood("network", run, { network })),
  );
  const ofEntries = [...byEntry].flatMap(([entryId, own]) =>
    runs(own)
      .filter((run) => run.length >= FOR_ENTRY && run.length >= own.length * SHARE_OF_ENTRY)
      .map((run) => flood("entry", run, { entryId })),
  );
  return [...ofNetworks, ...ofEntries].toSorted((a, b) => b.votes - a.votes);
}

function flood(kind: Flood["kind"], run: readonly GivenVote[], whose: Partial<SomeVotes>): Flood {
  return {
    kind,
    ...whose,
    from: run[0]?.at ?? "",
    to: run.at(-1)?.at ?? "",
    votes: run.length,
    setAside: run.filter(({ counts }) => !counts).length,
  };
}

function runs(votes: readonly GivenVote[]): GivenVote[][] {
  const found: GivenVote[][] = [];
  for (const vote of votes) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run && before && Date.parse(vote.at) - Date.parse(before.at) <= PAUSE_MS) run.push(vote);
    else found.push([vote]);
  }
  return found;
}
