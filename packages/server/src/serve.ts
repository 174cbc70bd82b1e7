import { createServer } from "node:http";
import { setImmediate as nextTurn, setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  type AnyOperation,
  DRAWING_MAX_BYTES,
  type HandlersOf,
  operations,
  type Operations,
} from "@veche/protocol";
import type { Town } from "./compose.ts";
import { BadSetting, type Config } from "./config.ts";
import { createApp } from "./doors/app.ts";
import { createConsole, createEmbed } from "./doors/embed.ts";
import { type AnyHandler, createErrorAnswer, createHttpDoor, type Served } from "./doors/http/index.ts";
import { createLimits } from "./doors/limits.ts";
import { createOrigins } from "./doors/origins.ts";
import { createPages } from "./doors/pages/index.ts";
import { createRefusals } from "./doors/refusals.ts";
import { createMetrics, createOpenapi, createService } from "./doors/service/index.ts";
import { createSocketDoor } from "./doors/socket/index.ts";
import { createUploads } from "./doors/uploads.ts";
import { createNetworks } from "./networks.ts";
import { sessionCookie } from "./rooms/staff/index.ts";

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** 25 MB take a quarter of an hour over a phone in the country; headers come at once or never. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 15 * 60_000,
  connectionsCheckingInterval: 5_000,
  // Longer than proxies keep theirs, so that none sends into a connection that is just being closed.
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
};
/** A connection on which nothing moves, though a request is under way, is given up. */
const IDLE_MS = 2 * 60_000;
/** After the last picture was made, for storing it and answering. */
const LAST_ANSWERS_MS = 1_000;
/** How often a process looks for what it wasn't told by others, how far back. */
const KEEP_UP_EVERY_MS = 3_000;
const HINTS_LATE_MS = 15_000;

/** Why nothing can listen there, by the variable that says so; anything else stays as it was thrown. */
function asBadSetting(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new BadSetting(`PORT ${port} is taken by another program: choose another, or end that one`);
    case "EACCES":
      return new BadSetting(`PORT ${port} needs more rights than the server has: choose one above 1023`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new BadSetting(`HOST ${host} is no address of this machine`);
    default:
      return error;
  }
}

type Handlers = { readonly [Room in keyof Operations]: HandlersOf<Operations[Room]> };

/** Every operation with its handler. One without a handler, or without permission, doesn't start. */
export function join(handlers: Handlers, recorded: Town["acts"]["recorded"]): Served[] {
  const served: Served[] = [];
  for (const [room, declared] of Object.entries(operations)) {
    const owed = handlers[room as keyof Handlers] as Record<string, AnyHandler | undefined>;
    for (const [name, operation] of Object.entries(declared as Record<string, AnyOperation>)) {
      const handler = owed[name];
      if (!handler) throw new Error(`operation ${room}.${name} has no handler`);
      if (!operation.who) throw new Error(`operation ${room}.${name} has no permission`);
      const whole = `${room}.${name}`;
      served.push({ name: whole, operation, handler: recorded(whole, operation, handler) });
    }
  }
  return served;
}

/** Puts the doors on a town: HTTP, sockets, pages. Nothing listens before `listen`. */
export async function serveTown(town: Town, config: Config) {
  const { rooms, say, log, clock, processes } = town;
  const http = createServer(PATIENCE);
  http.timeout = IDLE_MS;
  const uploads = createUploads({
    folder: town.quarantine,
    maxBytes: DRAWING_MAX_BYTES,
    newId: town.newId,
  });
  const origins = createOrigins(
    () => [...config.origins, ...town.rooms.city.profile().origins],
    town.publicUrl,
  );
  const spend = createLimits(config.rateLimit, processes?.countLimit);
  const explain = createRefusals(say, log, () => metrics.countFault());
  const networks = createNetworks({
    key: town.secrets.keyFor("networks"),
    keys: town.networkKeys,
    proxies: config.trustProxy,
    clock,
  });
  let ready = false;
  const metrics = createMetrics(() => socket.connections());

  const handlers: Handlers = {
    conversations: rooms.conversations.operations,
    knowledge: rooms.knowledge.operations,
    city: rooms.city.operations,
    campaigns: rooms.campaigns.operations,
    announcements: rooms.announcements.operations,
    staff: rooms.staff.operations,
    insights: rooms.insights.operations,
    service: createService({
      metrics,
      media: rooms.campaigns.media,
      openapi: () =>
        createOpenapi(served, {
          version: config.version,
          publicUrl: town.publicUrl(),
          cookie: sessionCookie(town.publicUrl()),
        }),
      async assertReady() {
        if (!ready) throw new Error("not started yet, or ending");
        await town.database.read.selectFrom("setting").select("name").limit(1).execute();
      },
    }),
  };
  const served: Served[] = join(handlers, town.acts.recorded);

  const app = createApp({
    trustProxy: config.trustProxy,
    secure: config.publicUrl?.startsWith("https:") ?? false,
    routers: [
      createHttpDoor({
        served,
        authenticate: rooms.staff.authenticate,
        receiveUpload: uploads.receive,
        origins,
        spend,
        networks,
        explain,
        count: metrics.countRequest,
      }),
      createEmbed(built("widget/dist")),
      createConsole(built("console/dist")),
      createPages({
        knowledge: rooms.knowledge.operations,
        campaigns: rooms.campaigns.operations,
        announcements: rooms.announcements.operations,
        city: rooms.city.operations,
        timeZone: config.timeZone,
        cityName: (locale) => rooms.city.profile().name[locale] ?? rooms.city.profile().name.ru,
        publicUrl: town.publicUrl,
        demoUrl: config.demoSite,
        embedFolder: built("widget/dist"),
        ...(town.alertKey ? { alertKey: town.alertKey } : {}),
        version: config.version,
        ...(config.securityContact && { securityContact: config.securityContact }),
        clock,
        explain,
        admit: (request) => spend("read", networks.of(request)),
      }),
    ],
    errors: createErrorAnswer(explain, networks.of),
  });
  // Before Socket.IO, which takes its own requests and leaves the others to whoever is there.
  http.on("request", app);

  const socket = createSocketDoor(http, {
    served,
    spend,
    explain,
    count: metrics.countEvent,
    conversations: rooms.conversations,
    authenticate: rooms.staff.authenticate,
    origins,
    networks,
    ...(processes ? { adapter: processes.adapter } : {}),
  });
  for (const pushes of socket.pushes) town.pushes.listen(pushes);
  town.onSessionsEnded(socket.endStaff);
  town.watchPresence(socket.isOpenSomewhere);

  let keepingUp: NodeJS.Timeout | undefined;
  /** Hints between processes may be lost. */
  async function keepUp(): Promise<void> {
    const since = new Date(clock().getTime() - HINTS_LATE_MS);
    socket.reached(await rooms.conversations.changedSince(since));
  }

  return {
    /** @returns the address that it listens at, `http://127.0.0.1:3000` */
    async listen(): Promise<string> {
      await new Promise<void>((resolve, reject) => {
        http.once("error", (error) => reject(asBadSetting(error, config)));
        http.listen(config.port, config.host, resolve);
      });
      const bound = http.address();
      const port = typeof bound === "object" && bound ? bound.port : config.port;
      if (!config.publicUrl) town.setPublicUrl(`http://localhost:${port}`);
      await town.start();
      if (processes) {
        keepingUp = setInterval(
          () =>
            void keepUp().catch((error: unknown) =>
              log.error({ err: error }, "could not keep up with others"),
            ),
          KEEP_UP_EVERY_MS,
        ).unref();
      }
      ready = true;
      // The first answer builds the dictionaries: who has been waiting at the doors is let in before.
      await nextTurn();
      await town.resume();
      return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    },

    /**
     * Ends the doors, then the town. Uploads still on their way are refused; pictures that are being
     * made get their answer.
     */
    async close(): Promise<void> {
      ready = false;
      clearInterval(keepingUp);
      uploads.refuse();
      // Socket.IO also closes the HTTP server; requests under way end first.
      const closed = socket.close();
      // Connections that browsers keep for later become idle one by one.
      const idle = setInterval(() => http.closeIdleConnections(), 100);
      await Promise.race([closed, town.images.close().then(() => delay(LAST_ANSWERS_MS))]);
      clearInterval(idle);
      http.closeAllConnections();
      await closed;
      await uploads.settled();
      await town.close();
    },
  };
}
