import { type CitySettings, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { changesBetween } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import type { Database } from "../../../storage/index.ts";
import { bumpCity, writeProfile } from "../store.ts";
import { addSettingChange, lastSettingChanges } from "./store.ts";

export interface SettingsParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly profile: () => CitySettings;
  readonly assertHours: (hours: string | undefined) => void;
  readonly reload: () => Promise<void>;
}

type Settings = Pick<HandlersOf<Operations["city"]>, "settings" | "saveSettings">;

/** The city's settings, each with who changed it and when; the chat has them at its next opening. */
export function createSettings({
  database,
  clock,
  newId,
  profile,
  assertHours,
  reload,
}: SettingsParts): Settings {
  async function shown() {
    const changes = await lastSettingChanges(database.read);
    return { settings: profile(), version: versionOf(changes), changes };
  }

  return {
    settings: shown,

    async saveSettings({ settings, version }, { staff }) {
      assertHours(settings.operatorHours);
      const at = clock().toISOString();
      await database.write(async (connection) => {
        const last = await lastSettingChanges(connection);
        if (versionOf(last) !== version) {
          const who = last.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.by ?? "";
          throw new Refusal("conflict", { reason: "city.settings_changed", values: { who } });
        }
        const changed = differing(profile(), settings);
        describeAct({ detail: changesBetween(profile(), settings) });
        for (const name of changed) {
          const value = JSON.stringify(settings[name] ?? null);
          await addSettingChange(connection, { id: newId(), name, value, at, by: staff.name });
        }
        await writeProfile(connection, settings);
        await bumpCity(connection);
      });
      await reload();
      return shown();
    },
  };
}

/** Ids grow with time: the newest says whether anything was changed since. */
const versionOf = (changes: readonly { readonly id: string }[]) =>
  changes
    .map(({ id }) => id)
    .toSorted()
    .at(-1) ?? "0";

const differing = (before: CitySettings, after: CitySettings) =>
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof CitySettings)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
