// Loaded into a server before its own code: its clock is as far from the true one as CLOCK_FILE says, in milliseconds.
import { readFileSync } from "node:fs";

const { CLOCK_FILE = "" } = process.env;
const TrueDate = Date;
const step = () => Number(readFileSync(CLOCK_FILE, "utf8"));

globalThis.Date = class extends TrueDate {
  constructor(...args) {
    if (args.length === 0) super(TrueDate.now() + step());
    else super(...args);
  }
  static now() {
    return TrueDate.now() + step();
  }
};
