import type { Plugin } from "vite";

/**
 * Modules of the Socket.IO client with what stands for them in the widget: what its supported browsers have built
 * in, and nothing for what is never used there. Everything that speaks the protocol is the official code.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  "socket.io-client/build/esm/index": `export { Manager } from "./manager.js";
    export { Fetch, WebSocket } from "engine.io-client";`,
  // The widget reconnects itself, so that a try can be hurried.
  "socket.io-client/build/esm/contrib/backo2": "export class Backoff { attempts = 0; reset() {} }",
  // Not offered by the server: WebTransport's requests come without an origin to check. Polling goes by `fetch`.
  "engine.io-client/build/esm/transports/index": "export const transports = {};",
  // Watches for the page's end as soon as it is read, and so would stay though nobody uses it.
  "engine.io-client/build/esm/transports/polling-xhr": "export class XHR {}",
  // The official one leaves bodies unread, which browsers then keep, and does not notice a body that breaks off.
  "engine.io-client/build/esm/transports/polling-fetch": `import { Polling } from "./polling.js";
    export class Fetch extends Polling {
      doPoll() { this.ask((said) => this.onData(said)); }
      doWrite(body, written) { this.ask(written, { method: "POST", body }); }
      async ask(done, request) {
        let said;
        try {
          const answer = await fetch(this.uri(), { credentials: "omit", ...request });
          said = await answer.text();
          if (!answer.ok) throw answer.status;
        } catch (fault) {
          return this.onError("fetch", fault);
        }
        done(said);
      }
    }`,
  "engine.io-client/build/esm/transports/webtransport": "export const WT = undefined;",
  "engine.io-client/build/esm/contrib/parseuri": `export function parse(address) {
    const { protocol, hostname, port } = new URL(address);
    return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ""), port };
  }`,
  "engine.io-client/build/esm/contrib/parseqs": `export const encode = (query) => "" + new URLSearchParams(query);
    export const decode = (query) => Object.fromEntries(new URLSearchParams(query));`,
  "engine.io-client/build/esm/util": `export const pick = (from, ...names) =>
      Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
    export function installTimerFunctions(on) {
      on.setTimeoutFn = setTimeout.bind(self);
      on.clearTimeoutFn = clearTimeout.bind(self);
    }
    export const byteLength = (text) => new Blob([text]).size;
    export const randomString = () => Math.random().toString(36).slice(2, 10);`,
  "engine.io-client/build/esm/globals": `export const nextTick = queueMicrotask.bind(self);
    export const globalThisShim = self;
    export const defaultBinaryType = "arraybuffer";
    export function createCookieJar() {}`,
  // All that is said is text.
  "engine.io-parser/build/esm/encodePacket.browser": `import { PACKET_TYPES } from "./commons.js";
    export const encodePacket = ({ type, data }, _, callback) => callback(PACKET_TYPES[type] + (data || ""));
    export const encodePacketToBinary = undefined;`,
  "engine.io-parser/build/esm/decodePacket.browser": `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js";
    export function decodePacket(packet) {
      const type = PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) } : ERROR_PACKET;
    }`,
};

const WHOLE_PARSER = 'import * as parser from "socket.io-parser";';
// The widget brings its own, of text only.
const NO_PARSER = "const parser = undefined;";

const UPGRADE_FAILED = 'this.emitReserved("upgradeError", error);';
/** Polling has been paused for it by then, and nothing would be sent or heard until the heartbeat is missed. */
const LINE_LOST = 'if (this.upgrading) this._onClose("transport error", error);';

/** Puts something else into a module's code. @throws Error when it is no longer written like this */
function replaced(code: string, written: string, put: string): string {
  if (!code.includes(written)) throw new Error(`the Socket.IO client has no longer: ${written}`);
  return code.replace(written, put);
}

/** Leaves out of the Socket.IO client what the widget never uses, and mends what it does not notice. */
export function leanSocketIo(): Plugin {
  const used = new Set<string>();
  return {
    name: "lean-socket-io",
    apply: "build",
    load: {
      filter: { id: /\/(socket|engine)\.io-(client|parser)\/build\/esm\/.*\.js$/ },
      handler(id) {
        const name = Object.keys(STAND_INS).find((module) => id.endsWith(`/${module}.js`));
        if (name) used.add(name);
        return name ? STAND_INS[name] : undefined;
      },
    },
    transform: {
      filter: { id: /(socket\.io-client\/build\/esm\/manager|engine\.io-client\/build\/esm\/socket)\.js$/ },
      handler: (code, id) =>
        id.endsWith("manager.js")
          ? replaced(code, WHOLE_PARSER, NO_PARSER)
          : replaced(code, UPGRADE_FAILED, `${UPGRADE_FAILED} ${LINE_LOST}`),
    },
    buildEnd() {
      const gone = Object.keys(STAND_INS).filter((name) => !used.has(name));
      if (gone.length > 0 && used.size > 0) throw new Error(`Socket.IO has no longer: ${gone.join(", ")}`);
    },
  };
}
