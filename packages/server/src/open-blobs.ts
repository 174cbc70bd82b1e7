import { BadSetting, type Config } from "./config.ts";
import { dataFolder } from "./data-folder.ts";
import { type Blobs, openDiskBlobs, openS3Blobs } from "./storage/blobs/index.ts";

/**
 * Where the town keeps its pictures: the S3-compatible store of the settings, else the data folder.
 *
 * @throws BadSetting when the store does not answer or refuses the keys
 */
export async function openBlobs(
  config: Pick<Config, "pictureStore" | "dataFolder">,
  parts: { readonly newId: () => string; readonly clock: () => Date },
): Promise<Blobs> {
  if (!config.pictureStore) {
    return openDiskBlobs({ folder: dataFolder(config.dataFolder).blobs, ...parts });
  }
  try {
    return await openS3Blobs(config.pictureStore);
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    throw new BadSetting(`S3_ENDPOINT can't be used: ${why}`);
  }
}
