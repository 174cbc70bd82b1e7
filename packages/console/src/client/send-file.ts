import { refusalOf } from "./client.ts";

/**
 * Sends one file as a form.
 *
 * @throws ServerRefusal what the server refused, or `unavailable` with the given sentence
 */
export async function sendFile<Reply>(
  url: string,
  file: File,
  { locale, unreachable }: { readonly locale: string; readonly unreachable: string },
): Promise<Reply> {
  const form = new FormData();
  form.set("file", file, file.name);
  const response = await fetch(url, {
    method: "POST",
    body: form,
    headers: { accept: "application/json", "accept-language": locale },
  }).catch(() => undefined);
  if (response?.ok) return (await response.json()) as Reply;
  throw await refusalOf(response ?? new Response(null, { status: 503 }), unreachable);
}
