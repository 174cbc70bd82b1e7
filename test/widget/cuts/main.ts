import { cuts } from "./cuts.ts";

/*
 * Cuts, stalls, reloads and server restarts while two tabs of one resident talk:
 *   node test/widget/cuts/main.ts [how many, 1000] [seed, 1]
 */
const [count = "1000", seed = "1"] = process.argv.slice(2);
const outcome = await cuts(Number(count), Number(seed), (line) => console.log(line));
console.log(JSON.stringify(outcome, null, 2));
const { lost, doubled, outOfOrder, disagreed } = outcome;
process.exitCode = lost + doubled + outOfOrder + disagreed > 0 ? 1 : 0;
