import express from "express";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createTown } from "./town/town.ts";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const server = process.env["VECHE_PUBLIC_URL"] ?? "http://localhost:3000";
const host = process.env["HOST"] ?? "127.0.0.1";
const port = Number(process.env["PORT_DEMO"] ?? 3001);

const app = express();
app.disable("x-powered-by");
app.use("/drawings", express.static(folder("drawings"), { maxAge: "1h", index: false }));
app.use(
  "/fonts",
  express.static(folder("node_modules/@fontsource-variable/golos-text/files"), {
    maxAge: "30d",
    index: false,
  }),
);
app.use("/assets", express.static(folder("site/assets"), { index: false }));
app.use(
  createTown({
    server: new URL(server).origin,
    site: folder("site"),
    city: folder("city"),
    clock: () => new Date(),
  }),
);

const listener = app.listen(port, host, (error) => {
  if (error) {
    console.error(`The town's site can't listen on ${host}:${port}: ${error.message}`);
    process.exit(1);
  }
  console.log(`town site listening on http://${host}:${(listener.address() as AddressInfo).port}`);
});

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    listener.close(() => process.exit(0));
    listener.closeAllConnections();
  });
