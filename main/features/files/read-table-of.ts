import { localDay } from '#shared/calendar/days.ts';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { TableSource } from '#main/core/excel/read/source-table.ts';
import type { ReadListInput, ReadListTable } from '#main/core/table-import/read-list.ts';
import { keepUnderstood } from '#main/core/table-import/understood-file.ts';
import { backUpBeforeImport } from '#main/features/backups/before-import.ts';

interface Asked<Options> {
  source: ListSource;
  choice: ListChoice;
  options: Options;
}

/**
 * The service that reads a table into a list; its job's result is a ListPreview.
 * @param list the job's name is its key with `.readTable`
 */
export function readTableOf<Options>({
  key,
  what,
  sealing,
}: {
  key: string;
  what: string;
  sealing?: unknown;
}) {
  return ({ source, choice, options }: Asked<Options>, { core, caller }: ServiceContext) => {
    const { userUid, secretKey } = caller;
    const by = { userUid, ...(secretKey === undefined ? {} : { secretKey }) };
    const input: ReadListInput<Options> = {
      source: 'fileToken' in source ? fileSource(source) : source,
      choice,
      options,
      today: localDay(Date.now()),
      caller: by,
    };
    function fileSource({ fileToken, sheet }: { fileToken: string; sheet: string | null }): TableSource {
      return { path: core.files.uploaded(fileToken).path, sheet };
    }
    /** As long as another sheet of it may be wanted, the file waits like every upload that nobody asks for. */
    function discardRead({ fileToken, sheet }: { fileToken: string; sheet: string | null }, sheets: number) {
      if (sheets === 1 || sheet !== null) core.files.discard(fileToken);
    }
    /** Whether it might have lain open is not known; the page asks for the file anew. */
    function discardUnread({ fileToken }: { fileToken: string }) {
      core.files.discard(fileToken);
    }
    async function keep(result: unknown): Promise<ListPreview> {
      const { preview, payloadFile, piecesFile, understoodFile, isSealed } = result as ReadListTable;
      if (isSealed && 'fileToken' in source) discardRead(source, preview.sheets.length);
      const kept = 'stagedUid' in source ? source.stagedUid : null;
      const payload = { file: payloadFile ?? '', ...(piecesFile !== null && { pieces: piecesFile }) };
      const stagedUid = kept ?? (await core.stage(key, payload, caller));
      if (understoodFile !== null) await keepUnderstood(core.dataFolder, stagedUid, understoodFile);
      await backUpBeforeImport({ core, caller }, preview.rowCount);
      return { ...preview, stagedUid };
    }
    const readers = 'fileToken' in source ? 1 : 0;
    const started = core.jobs.start(`${key}.readTable`, `读取${what}表格`, input, keep, readers);
    if (sealing !== undefined && 'fileToken' in source)
      void started.finished.then(({ status }) => status !== 'done' && discardUnread(source));
    return { jobUid: started.uid };
  };
}
