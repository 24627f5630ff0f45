import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { JobDialog } from '../job-dialog.tsx';
import { useChosenFiles } from '../use-chosen-files.ts';

/** What was pasted, or an uploaded workbook and the sheet chosen in it. */
export type ImportSource = { text: string } | { fileToken: string; sheet: string | null };

/** What the preview may ask for. */
export interface ImportSteps<Options> {
  options: Options;
  /** Reads the same again under other options. */
  onOptions: (options: Options) => void;
  onSheet: (sheet: string) => void;
  /** Back to the pasted text; null where a file was read. */
  onCorrect: (() => void) | null;
}

interface ReadingProps<Options> {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  firstOptions: Options;
  /** Starts the reading; null where it could not begin. */
  start: (source: ImportSource, options: Options) => Promise<string | null>;
}

type Reading<Preview, Options> =
  /** Without options: under those of before. */
  | { stage: 'asking'; read: (source: ImportSource, options?: Options) => void }
  | { stage: 'reading'; dialog: ReactNode }
  | { stage: 'read'; preview: Preview; steps: ImportSteps<Options> };

/**
 * Takes a table from its source over the job that reads it to what was read, and back to the source. The file stays in
 * the core as long as another sheet of it, or other options, may be asked for.
 */
export function useReading<Preview, Options>({
  text,
  firstOptions,
  start,
}: ReadingProps<Options>): Reading<Preview, Options> {
  const [source, setSource] = useState<ImportSource | null>(text === null ? null : { text });
  const [options, setOptions] = useState(firstOptions);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [found, setFound] = useState<{ origin: ImportSource; preview: Preview } | null>(null);
  const chosen = useChosenFiles();

  function read(next: ImportSource, under: Options): void {
    if ('fileToken' in next) chosen.add({ token: next.fileToken, name: '' });
    setSource(next);
    setOptions(under);
    setFound(null);
    setJobUid(null);
    void begin(next, under);
  }

  async function begin(next: ImportSource, under: Options): Promise<void> {
    const uid = await start(next, under);
    if (uid === null) correct();
    else setJobUid(uid);
  }

  /** Back to what was pasted, to be put right or read again; a file is chosen anew. */
  function correct(): void {
    chosen.clear();
    setSource(null);
    setFound(null);
    setJobUid(null);
  }

  const readFirst = useEffectEvent(() => {
    if (text !== null) void begin({ text }, firstOptions);
  });
  useEffect(() => readFirst(), []);

  if (found !== null) {
    const { origin, preview } = found;
    const steps = {
      options,
      onOptions: (under: Options) => read(origin, under),
      onSheet: (sheet: string) => 'fileToken' in origin && read({ ...origin, sheet }, options),
      onCorrect: 'text' in origin ? correct : null,
    };
    return { stage: 'read', preview, steps };
  }
  if (source === null) return { stage: 'asking', read: (next, under = options) => read(next, under) };
  return {
    stage: 'reading',
    dialog: (
      <JobDialog
        key={jobUid}
        uid={jobUid}
        // The preview is the job's own result, made by our core.
        onDone={(result) => setFound({ origin: source, preview: result as Preview })}
        onClose={() => setSource(null)}
      />
    ),
  };
}
