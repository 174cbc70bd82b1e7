/** A row of the city's street list. Lists may come as arrays or `;`-joined, as in a CSV row. */
export interface StreetRow {
  name: string;
  /** улица, проспект, переулок, бульвар, проезд, площадь, набережная, шоссе, микрорайон … */
  type: string;
  district?: string;
  formerNames?: readonly string[] | string;
  commonNames?: readonly string[] | string;
}

/** A row of the city's house list; further columns do no harm. */
export interface BuildingRow {
  street: string;
  type: string;
  house: string;
  district?: string;
  organisation?: string;
}

/** A street, known by name and type together. */
export interface FoundStreet {
  name: string;
  type: string;
  district: string;
}

export interface FoundAddress {
  /** Absent when no street is named, or when `alternatives` must be asked about. */
  street?: FoundStreet;
  /** In the form of the house list: `12`, `12А`, `12/1`, `12к2`, `12 стр. 3`. */
  house?: string;
  /** Whether the house list has that house; absent without a house. */
  houseKnown?: boolean;
  /** Other streets that may be meant. */
  alternatives: FoundStreet[];
  /** Where in the text the address stands: from, to (exclusive), in UTF-16 units. */
  span?: [from: number, to: number];
}

export interface AddressBook {
  find(text: string): FoundAddress;
}
