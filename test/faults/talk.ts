import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { faultsLeft, NO_FAULTS } from "./faults-found.ts";
import { StubbornResident } from "./stubborn-resident.ts";

/** Residents who talk for as long as something bad happens, and are then held against what is kept. */
export class Talk {
  readonly residents: readonly StubbornResident[];
  #isOver = false;
  readonly #ended: Promise<unknown>;

  /** @param pauseMs between a resident's messages */
  constructor(url: string, residents: number, pauseMs = 20) {
    this.residents = Array.from({ length: residents }, () => new StubbornResident(url));
    this.#ended = Promise.all(
      this.residents.map(async (resident, r) => {
        for (let i = 0; !this.#isOver; i++) {
          await resident.say(`житель ${r}, сообщение ${i}`);
          await delay(pauseMs);
        }
      }),
    );
  }

  get acknowledged(): number {
    return this.residents.reduce((sum, { said }) => sum + said.filter(({ message }) => message).length, 0);
  }

  /** How often residents were told that the server can't now. */
  get told(): number {
    return this.residents.reduce((sum, resident) => sum + resident.told, 0);
  }

  async until(acknowledged: number): Promise<void> {
    while (this.acknowledged < acknowledged) await delay(5);
  }

  /** Lets everyone finish what they say, and checks that all of it is kept as acknowledged. Prints the counts. */
  async end(url: string, counts: Readonly<Record<string, unknown>> = {}): Promise<void> {
    this.#isOver = true;
    await this.#ended;
    for (const resident of this.residents) resident.leave();
    const said = this.residents.reduce((sum, resident) => sum + resident.said.length, 0);
    const found = await faultsLeft(url, this.residents);
    const { acknowledged, told } = this;
    console.log(JSON.stringify({ said, acknowledged, told, ...counts, ...found }));
    expect(acknowledged).toBe(said);
    expect(found).toEqual(NO_FAULTS);
  }
}
