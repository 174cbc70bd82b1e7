import { msg } from "@lit/localize";
import { io } from "socket.io-client";
import { routes } from "virtual:routes";
import { createClient } from "../client/client.ts";
import { Live } from "../client/live.ts";
import { isRefusal } from "../client/server-refusal.ts";
import { language } from "./language.ts";

const unreachable = () => msg("Сервер не отвечает. Проверьте соединение и повторите.");
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

/** A line to `/staff`, closed until it is opened. */
export const createStaffLive = () =>
  new Live({
    socket: io("/staff", { autoConnect: false, auth: (give) => give({ locale: language() }) }),
    routes,
    stillSignedIn: () =>
      client.staff.session({}).then(
        () => true,
        (error: unknown) => !isRefusal(error, "unauthenticated"),
      ),
    unreachable,
    network: window,
  });
