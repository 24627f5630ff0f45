import { copyFile, link } from 'node:fs/promises';

/** A second name for the same bytes where the disk can: the evidence of a year may fill it. Only for what nobody writes to. */
export async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch {
    await copyFile(source, target);
  }
}
