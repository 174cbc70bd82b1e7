import { z } from "zod";
import { fileFormat, sheetImport } from "./city-data.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id } from "./values.ts";

/** Articles out to a file, and in from one. */
export const articleFiles = {
  exportFile: http({
    method: "get",
    path: "/api/v1/staff/articles-file",
    who: may.readArticles,
    summary: "All articles, their latest versions, as a file: CSV or XLSX, as the import takes it.",
    query: z.object({ format: fileFormat.default("csv") }),
    output: RAW,
    refusals: ["invalid"],
  }),
  readArticleFile: http({
    method: "post",
    path: "/api/v1/staff/articles-imports",
    who: may.editArticles,
    unaudited: "changes nothing",
    summary: "Reads a file of articles (CSV or XLSX), and says what it would change; others stay.",
    upload: "file",
    output: z.object({ import: sheetImport }),
    status: 201,
    refusals: ["invalid", "too_large", "unsupported_media"],
  }),
  articleImport: http({
    method: "get",
    path: "/api/v1/staff/articles-imports/{id}",
    who: may.editArticles,
    summary: "How far an import of articles is.",
    params: z.object({ id }),
    output: z.object({ import: sheetImport }),
    refusals: ["not_found"],
  }),
  takeArticles: http({
    method: "post",
    path: "/api/v1/staff/articles-imports/{id}/application",
    who: may.editArticles,
    summary: "Publishes what the file says, all of it or nothing.",
    params: z.object({ id }),
    output: z.object({ import: sheetImport }),
    refusals: ["not_found", "conflict"],
  }),
};
