import { openSqlite } from "./index.ts";

// A process that opens a database file, brings its schema up to date, and says so.
const database = await openSqlite(process.argv[2] ?? "");
console.log("open");
await database.close();
