import type { Plugin } from "vite";

const WHOLE_PARSER = 'import * as parser from "socket.io-parser";';
const NEEDED_PARSER =
  'import { Decoder, Encoder } from "socket.io-parser";\nconst parser = { Decoder, Encoder };';

/**
 * Leaves out of the Socket.IO client what the widget never uses: WebTransport, which the server does not offer,
 * since its requests come without an origin to check; and the parser's unused exports.
 */
export function leanSocketIo(): Plugin {
  return {
    name: "lean-socket-io",
    apply: "build",
    load: {
      filter: { id: /engine\.io-client\/build\/esm\/transports\/webtransport\.js$/ },
      handler: () => "export const WT = undefined;",
    },
    transform: {
      filter: { id: /socket\.io-client\/build\/esm\/manager\.js$/ },
      handler(code) {
        if (!code.includes(WHOLE_PARSER))
          throw new Error("socket.io-client imports its parser in another way now");
        return code.replace(WHOLE_PARSER, NEEDED_PARSER);
      },
    },
  };
}
