import { msg } from "@lit/localize";
import { io } from "socket.io-client";
import { routes } from "virtual:routes";
import { createClient } from "../client/client.ts";
import { Live } from "../client/live.ts";
import { isRefusal } from "../client/server-refusal.ts";
import { language } from "./language.ts";

const unreachable = () => msg("Сервер не отвечает. Проверьте соединение и повторите.");
const OPENS_WITHIN_MS = 5_000;
const signedOut = new EventTarget();

/** Tells that the server no longer knows the session. */
export function onSignedOut(listener: () => void): void {
  signedOut.addEventListener("signed-out", listener);
}

export const client = createClient({
  routes,
  fetch: (input, init) => fetch(input, init),
  locale: language,
  onSignedOut: () => signedOut.dispatchEvent(new Event("signed-out")),
  unreachable,
});

/** A line to `/staff`, closed until it is opened. A WebSocket is there a round trip sooner than polling. */
export function createStaffLive(): Live {
  const socket = io("/staff", {
    autoConnect: false,
    auth: (give) => give({ locale: language() }),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: OPENS_WITHIN_MS,
  });
  // Some networks let a WebSocket open and carry nothing.
  socket.on("connect_error", () => (socket.io.opts.transports = ["polling", "websocket"]));
  return new Live({
    socket,
    routes,
    stillSignedIn: () =>
      client.staff.session({}).then(
        () => true,
        (error: unknown) => !isRefusal(error, "unauthenticated"),
      ),
    unreachable,
    network: window,
  });
}
