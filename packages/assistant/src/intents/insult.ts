import { says } from "./says.ts";

/** Whether the message is abuse. */
export const isInsult: (text: string) => boolean = says("(тупой|тупая|идиот*|дебил*|козлы|сволоч*|уроды)");
