import type { OutageResource } from "@veche/protocol";
import type { Address, Contact } from "../../city/index.ts";
import type { StepPorts } from "./ports.ts";

/** The supplier of what is off, then the house's own emergency line, then the call centre. */
export function whomToCall(
  address: Address,
  resources: readonly OutageResource[],
  { city, wording }: StepPorts,
): Contact[] {
  const building = city.building(address);
  const organisation = building && city.organisation(building.organisation);
  const suppliers = resources.map((resource) => {
    if (resource === "cold_water") return building?.waterSupplier ?? mostHouses("waterSupplier", city);
    const heats = resource === "hot_water" || resource === "heating";
    return heats
      ? (building?.heatSupplier ?? mostHouses("heatSupplier", city))
      : usualSupplier(resource, city);
  });
  const found = [...new Set(suppliers)].map((slug) => (slug ? city.contact(slug) : undefined));
  const ownLine: Contact | undefined = organisation && {
    slug: organisation.slug,
    name: organisation.name,
    phones: [organisation.emergencyPhone || organisation.phones[0] || ""].filter(Boolean),
    hours: "24/7",
  };
  const contacts = [...found, ownLine].filter(
    (it): it is Contact => it !== undefined && it.phones.length > 0,
  );
  const centre = wording.callCentre();
  const unique = contacts.filter(
    (it, index) => contacts.findIndex((other) => other.slug === it.slug) === index,
  );
  return unique.length > 0 ? unique : centre ? [centre] : [];
}

/**
 * The lines to ring where something has burst: the house's own emergency line, then the suppliers; the city's dispatch where
 * the house is not known, and its call centre where it has none.
 */
export function whomToCallNow(
  address: Address | undefined,
  resources: readonly OutageResource[],
  ports: StepPorts,
): Contact[] {
  const { city } = ports;
  const known = address && city.building(address);
  const all = whomToCall(address ?? NOWHERE, resources, ports);
  const own = all.filter(({ slug }) => slug === known?.organisation);
  const dispatch = city.snapshot().hotlines.find(({ phones }) => phones.includes("112"));
  return [
    ...own,
    ...all.filter((it) => !own.includes(it)),
    ...(own.length === 0 && dispatch ? [dispatch] : []),
  ];
}

const NOWHERE: Address = { street: "", type: "", house: "" };

/** Who supplies most of the houses: of a house that is not in the list, that is the likeliest. */
function mostHouses(column: "waterSupplier" | "heatSupplier", city: StepPorts["city"]): string | undefined {
  const counts = new Map<string, number>();
  for (const { [column]: slug } of city.snapshot().buildings)
    if (slug) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Houses don't say who brings them light and gas; whoever answers for most of such outages does. */
function usualSupplier(resource: OutageResource, city: StepPorts["city"]): string | undefined {
  const counts = new Map<string, number>();
  for (const outage of city.snapshot().outages)
    if (outage.resource === resource)
      counts.set(outage.responsible, (counts.get(outage.responsible) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
