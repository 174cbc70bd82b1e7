import { normalise } from "../language/normalise.ts";
import type { AddressBook, BuildingRow, FoundAddress, FoundStreet, StreetRow } from "./address-types.ts";
import { normaliseHouse } from "./house.ts";

/** Finds the address that a sentence speaks of. */
export function createAddressBook(city: {
  streets: readonly StreetRow[];
  buildings: readonly BuildingRow[];
}): AddressBook {
  const houses = new Set(
    city.buildings.map(({ street, type, house }) => `${street}|${type}|${normaliseHouse(house)}`),
  );
  const names = city.streets.map((street) => ({ street, name: normalise(street.name) }));
  return {
    find(text): FoundAddress {
      const folded = text.toLowerCase().replaceAll("ё", "е");
      const hits = names.filter(({ name }) => folded.includes(name));
      const longest = Math.max(0, ...hits.map(({ name }) => name.length));
      const best = hits.filter(({ name }) => name.length === longest).map(({ street }) => street);
      const chosen =
        best.find(({ type }) => folded.includes(type.slice(0, 4))) ??
        best.find(({ type }) => type === "улица") ??
        best[0];
      if (!chosen) return { alternatives: [] };
      const from = folded.indexOf(normalise(chosen.name));
      const after = folded.slice(from + longest);
      const written =
        /^[\s,]*(?:дом|д\.?)?\s*(\d+(?:\s*[а-я](?![а-я]))?(?:\s*\/\s*\d+)?(?:\s*(?:к|корпус|корп)\.?\s*\d+)?)/u.exec(
          after,
        );
      const house = written?.[1] ? normaliseHouse(written[1]) : undefined;
      return {
        street: found(chosen),
        ...(house && { house, houseKnown: houses.has(`${chosen.name}|${chosen.type}|${house}`) }),
        alternatives: best.filter((street) => street !== chosen).map(found),
        span: [from, from + longest + (written?.[0].length ?? 0)],
      };
    },
  };
}

function found({ name, type, district = "" }: StreetRow): FoundStreet {
  return { name, type, district };
}
