import type { TextDocument } from '#shared/text-document.ts';
import { defaultReadLimits, type ReadLimits } from '../../excel/read/limits.ts';
import { type ReadOptions, readInProcess, type SpawnReader } from '../../excel/read/reader-process.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { createTextGatherer } from './text-answers.ts';
import { TextDocumentError } from './text-document-error.ts';

export interface TextReader {
  /**
   * Reads a received paper or speech (.docx or text) in a process of its own, which is ended afterwards.
   * @throws {TextDocumentError} for every file that is not read
   */
  read(file: string | Uint8Array, options?: ReadOptions): Promise<TextDocument>;
}

export function createTextReader(spawn: SpawnReader, limits: ReadLimits = defaultReadLimits): TextReader {
  return {
    read: async (file, options = {}) => {
      try {
        return await readInProcess(spawn, { kind: 'readText', file, limits }, createTextGatherer(), options);
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error;
        throw new TextDocumentError(error.code, error.reason, { cause: error });
      }
    },
  };
}
