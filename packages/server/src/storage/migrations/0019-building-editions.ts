import { type Kysely, sql } from "kysely";
import { index, table } from "./table.ts";

/*
 * A long list is written beside the one in force, piece by piece, and comes into force in one step:
 * a hundred thousand rows in one transaction would hold up every other writer for seconds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "city_building",
    {
      edition: "integer",
      street: "text",
      type: "text",
      house: "text",
      district: "text",
      organisation: "text",
      heat_supplier: "text",
      water_supplier: "text",
      position: "integer",
    },
    ["edition", "street", "type", "house"],
  );
  await sql`
    insert into city_building
      (edition, street, type, house, district, organisation, heat_supplier, water_supplier, position)
    select 0, street, type, house, district, organisation, heat_supplier, water_supplier, position from building
  `.execute(db);
  await db.schema.dropTable("building").execute();
  await db.schema.alterTable("city_building").renameTo("building").execute();
  await index(db, "building", ["edition", "position"]);
}
