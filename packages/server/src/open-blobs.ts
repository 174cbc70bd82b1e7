import { BadSetting, type Config } from "./config.ts";
import { dataFolder } from "./data-folder.ts";
import { type Blobs, filesIn, openDiskBlobs, openS3Blobs, type StoredBlob } from "./storage/blobs/index.ts";

/**
 * Where the town keeps its pictures: the S3-compatible store of the settings, else the data folder.
 *
 * @throws BadSetting when the store does not answer or refuses the keys
 */
export async function openBlobs(
  config: Pick<Config, "pictureStore" | "dataFolder">,
  parts: { readonly newId: () => string; readonly clock: () => Date },
): Promise<Blobs> {
  return config.pictureStore
    ? openStore(config.pictureStore)
    : openDiskBlobs({ folder: dataFolder(config.dataFolder).blobs, ...parts });
}

/** The town's pictures, looked at without changing anything. */
export async function* storedPictures(
  config: Pick<Config, "pictureStore" | "dataFolder">,
): AsyncGenerator<StoredBlob> {
  if (!config.pictureStore) yield* filesIn(dataFolder(config.dataFolder).blobs);
  else yield* (await openStore(config.pictureStore)).list("");
}

async function openStore(store: NonNullable<Config["pictureStore"]>): Promise<Blobs> {
  try {
    return await openS3Blobs(store);
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    throw new BadSetting(`S3_ENDPOINT can't be used: ${why}`);
  }
}
