import { type ArchiveDifferences, differencesOf } from '#shared/rules/archive/check.ts';
import { readSums, SUMS_NAME, type SummedFile } from '#shared/rules/archive/sums.ts';
import { sha256 } from '#renderer/ui/upload-file.ts';

/** A file with its path from the chosen folder on, that folder's own name left out. */
export interface FoundFile {
  path: string;
  file: Pick<File, 'arrayBuffer'>;
}

export interface CheckedFolder {
  /** How many files were compared. */
  files: number;
  /** SHA-256 of the list of checksums. */
  fingerprint: string;
  differences: ArchiveDifferences;
}

interface Watch {
  /** 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Why a folder cannot be checked, in words. */
export class NoArchive extends Error {}

/**
 * Holds the files of a chosen folder against its list of checksums. Of a folder around the archive, the archive is meant.
 * @throws NoArchive; what the signal was aborted with
 */
export async function checkFolder(
  chosen: readonly FoundFile[],
  { onProgress, signal }: Watch,
): Promise<CheckedFolder> {
  const { sums, base } = sumsOf(chosen);
  const bytes = new Uint8Array(await sums.file.arrayBuffer());
  const listed = readSums(new TextDecoder().decode(bytes));
  if (listed === null) throw new NoArchive(`“${SUMS_NAME}”不是程序写的校验文件，或者已经损坏，没有核对。`);
  const own = chosen.filter(({ path }) => path.startsWith(base) && path !== sums.path);
  const found: SummedFile[] = [];
  for (const { path, file } of own) {
    signal.throwIfAborted();
    onProgress(found.length / own.length);
    found.push({ path: path.slice(base.length), sha256: await sha256(await contentOf(path, file)) });
  }
  return {
    files: own.length,
    fingerprint: await sha256(bytes),
    differences: differencesOf(listed, found),
  };
}

function sumsOf(chosen: readonly FoundFile[]): { sums: FoundFile; base: string } {
  const all = chosen.filter(({ path }) => path === SUMS_NAME || path.endsWith(`/${SUMS_NAME}`));
  const sums = all.find(({ path }) => path === SUMS_NAME) ?? all[0];
  if (sums === undefined)
    throw new NoArchive(`这个文件夹里没有校验文件“${SUMS_NAME}”。请选归档时生成的整个文件夹。`);
  if (sums.path !== SUMS_NAME && all.length > 1)
    throw new NoArchive(`这个文件夹里有 ${all.length} 个归档。请选其中一个归档的文件夹，逐个核对。`);
  return { sums, base: sums.path.slice(0, -SUMS_NAME.length) };
}

async function contentOf(path: string, file: Pick<File, 'arrayBuffer'>): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new NoArchive(`“${path}”读不出来，可能正被其他程序打开，或者存放的盘拔掉了。请处理后重新核对。`);
  }
}
