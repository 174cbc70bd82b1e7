import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("nothing set gives a server on loopback in Yekaterinburg's time", () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataFolder: "./data",
    demo: false,
    origins: [],
    timeZone: "Asia/Yekaterinburg",
    rateLimit: true,
    trustProxy: 0,
  });
});

test.each([
  [{ PORT: "seventy" }, "PORT must be a port"],
  [{ PORT: "70000" }, "PORT must be a port"],
  [{ VECHE_DEMO: "yes" }, "VECHE_DEMO must be 1"],
  [{ VECHE_ORIGINS: "town.example" }, "VECHE_ORIGINS must be origins"],
  [{ VECHE_PUBLIC_URL: "chat" }, "VECHE_PUBLIC_URL must be an address"],
  [{ VECHE_SECRET: "short" }, "VECHE_SECRET must be at least 32 characters"],
  [{ VECHE_TIME_ZONE: "Mars/Olympus" }, "VECHE_TIME_ZONE must be a time zone"],
  [{ VECHE_RATE_LIMIT: "never" }, "VECHE_RATE_LIMIT must be on or off"],
  [{ VECHE_RATE_LIMIT: "off", HOST: "0.0.0.0" }, "VECHE_RATE_LIMIT may be off only while HOST is loopback"],
  [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be the number"],
  [{ DATABASE_URL: "mysql://db/veche" }, "DATABASE_URL must be an address such as postgres://"],
  [{ DATABASE_URL: "postgres://db" }, "DATABASE_URL must be an address such as postgres://"],
  [{ REDIS_URL: "redis://cache" }, "REDIS_URL joins processes that share a database"],
  [{ S3_ENDPOINT: "store" }, "S3_ENDPOINT must be an address"],
  [{ S3_ENDPOINT: "https://s3.example", S3_BUCKET: "town" }, "S3_ACCESS_KEY_ID must be set"],
  [{ VECHE_EMBEDDINGS_URL: "models" }, "VECHE_EMBEDDINGS_URL must be an address"],
  [{ VECHE_EMBEDDINGS_URL: "http://models:8080/v1" }, "VECHE_EMBEDDINGS_MODEL must be set"],
  [{ VECHE_REPHRASE_URL: "http://models:8080/v1" }, "VECHE_REPHRASE_MODEL must be set"],
  [{ VECHE_DEMO_PASSWORD: "x" }, "VECHE_DEMO_PASSWORD must be at least 8 characters"],
])("a bad setting is refused in one line that names it: %j", (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test("origins are a list, with spaces forgiven", () => {
  expect(readConfig({ VECHE_ORIGINS: "https://a.example, http://b.example:8080" }).origins).toEqual([
    "https://a.example",
    "http://b.example:8080",
  ]);
});

test("no language model is asked unless one is set, with its model and perhaps a key", () => {
  expect(readConfig({}).embeddings).toBeUndefined();
  expect(readConfig({}).rephrase).toBeUndefined();
  const set = readConfig({
    VECHE_EMBEDDINGS_URL: "http://models.town.example/v1/",
    VECHE_EMBEDDINGS_MODEL: "bge-m3",
    VECHE_REPHRASE_URL: "https://models.town.example/v1",
    VECHE_REPHRASE_MODEL: "qwen",
    VECHE_REPHRASE_KEY: "key",
  });
  expect(set.embeddings).toEqual({ url: "http://models.town.example/v1", model: "bge-m3" });
  expect(set.rephrase).toEqual({ url: "https://models.town.example/v1", model: "qwen", key: "key" });
});
