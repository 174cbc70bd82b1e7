// Loaded into a server before its own code: file operations fail, or take their time, as FAULTS_FILE says.
import fs, { readFileSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { setTimeout as delay } from "node:timers/promises";

const { FAULTS_FILE = "" } = process.env;
let current = "";
let counted = 0;

/** Counts this operation, and fails or delays it where the file says so; `{ run, failAt?, code?, slowMs? }`. */
async function meet(name) {
  const told = readFileSync(FAULTS_FILE, "utf8");
  const { run, failAt, code, slowMs } = JSON.parse(told);
  if (run !== current) [current, counted] = [run, 0];
  counted += 1;
  if (slowMs) await delay(slowMs);
  if (counted !== failAt) return;
  fs.appendFileSync(`${FAULTS_FILE}.met`, `${run} ${name}\n`);
  throw Object.assign(new Error(`${code}: made to fail, ${name}`), { code, errno: -5, syscall: name });
}

// Pictures are made in processes of their own, which have a channel to their parent.
if (!process.send) {
  for (const name of ["copyFile", "rename", "open", "link"]) {
    const real = promises[name];
    promises[name] = async (...args) => {
      await meet(name);
      return real(...args);
    };
  }
  const handle = await promises.open(FAULTS_FILE);
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = prototype;
  prototype.sync = async function (...args) {
    await meet("fsync");
    return sync.apply(this, args);
  };
  const { createWriteStream } = fs;
  fs.createWriteStream = (path, options) => {
    const stream = createWriteStream(path, options);
    const write = stream._write.bind(stream);
    stream._write = (chunk, encoding, done) =>
      void meet("write").then(() => write(chunk, encoding, done), done);
    stream._writev = null;
    return stream;
  };
  syncBuiltinESMExports();
}
