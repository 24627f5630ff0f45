import { type ReactNode, useState } from 'react';
import { FilesDialog } from '../files-dialog.tsx';
import { JobDialog } from '../job-dialog.tsx';
import { type ChosenFiles, useChosenFiles } from '../use-chosen-files.ts';

interface FilesImportProps<Preview> {
  title: string;
  hint: string;
  most: number;
  /** Whether the reading is being started. */
  starting: boolean;
  /** Starts the reading; null where it could not begin. */
  start: (fileTokens: string[]) => Promise<string | null>;
  /** Hears of the way back from the preview to the files, which are still chosen. */
  onBack?: (preview: Preview, chosen: ChosenFiles) => void;
  onClose: () => void;
  /** The preview of what was read, with the way back. */
  children: (preview: Preview, back: () => void) => ReactNode;
}

/** Reads one or several filled workbooks together, and leaves it to the preview to store what they hold. */
export function FilesImport<Preview>(props: FilesImportProps<Preview>) {
  const { title, hint, most, starting, start, onBack, onClose, children } = props;
  const chosen = useChosenFiles();
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [found, setFound] = useState<{ preview: Preview } | null>(null);

  function back(preview: Preview): void {
    onBack?.(preview, chosen);
    setFound(null);
    setJobUid(null);
  }

  if (found !== null) return children(found.preview, () => back(found.preview));
  if (jobUid !== null)
    return (
      <JobDialog
        uid={jobUid}
        // The preview is the job's own result, made by our core.
        onDone={(result) => setFound({ preview: result as Preview })}
        onClose={() => setJobUid(null)}
      />
    );
  return (
    <FilesDialog
      title={title}
      hint={hint}
      most={most}
      chosen={chosen}
      starting={starting}
      onRead={() => void start(chosen.files.map(({ token }) => token)).then(setJobUid)}
      onClose={onClose}
    />
  );
}
