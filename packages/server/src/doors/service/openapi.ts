import { type AnyOperation, type HttpOperation, RAW, REFUSAL_STATUS } from "@veche/protocol";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(REFUSAL_STATUS) as [keyof typeof REFUSAL_STATUS]),
    detail: z.string(),
    field: z.string().optional(),
    retryAfterSeconds: z.number().int().optional(),
    instance: z.string().optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem document" });

const repeatable = z.object({
  "Idempotency-Key": z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Makes a repeat return the first result." }),
});

interface Listed {
  readonly name: string;
  readonly operation: AnyOperation;
}

/** The HTTP API as an OpenAPI 3.1 document, made from the same list that the doors loop over. */
export function createOpenapi(
  listed: readonly Listed[],
  {
    version,
    publicUrl,
    cookie,
  }: { readonly version: string; readonly publicUrl: string; readonly cookie: string },
): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, operation } of listed) {
    if (operation.door !== "http") continue;
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(name, operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Veche", version, description: "A town's contact centre and contests." },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "The entry's own token." },
        staff: { type: "apiKey", in: "cookie", name: cookie, description: "The staff session." },
      },
    },
  });
}

function describe(name: string, operation: HttpOperation): ZodOpenApiOperationObject {
  const { who, summary, refusals, params, query, body, upload, output, status = 200 } = operation;
  const refused = Map.groupBy(refusals, (code) => REFUSAL_STATUS[code]);
  return {
    operationId: name,
    tags: [name.split(".")[0] ?? name],
    summary,
    ...(who === "anyone" ? {} : { security: [who === "token" ? { token: [] } : { staff: [] }] }),
    requestParams: {
      ...(params ? { path: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(upload ? { header: repeatable } : {}),
    },
    ...(body ? { requestBody: { required: true, content: bodyContent(body, upload) } } : {}),
    responses: {
      [String(status)]:
        output === RAW
          ? { description: "The document itself." }
          : { description: "Done.", content: { "application/json": { schema: output } } },
      ...Object.fromEntries(
        [...refused].map(([code, codes]) => [
          String(code),
          { description: codes.join(", "), content: { "application/problem+json": { schema: problem } } },
        ]),
      ),
    },
  };
}

function bodyContent(body: z.ZodType, upload: string | undefined) {
  if (!upload) return { "application/json": { schema: body } };
  const file = z.string().meta({ format: "binary", description: "JPEG, PNG, WebP or HEIC, up to 25 MB" });
  return { "multipart/form-data": { schema: (body as z.ZodObject).extend({ [upload]: file }) } };
}
