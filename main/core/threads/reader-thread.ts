import { prepareInitials } from '../pinyin/initials.ts';
import { checkStore } from '../store/integrity.ts';
import { openReader } from '../store/open.ts';
import { acceptedFaults } from '../store/standing-faults.ts';
import { handlerAt } from './call-table.ts';
import { callContext, type OpenThread } from './run-thread.ts';

/** A thread with a read-only connection: slow reports stand in nobody's way. */
export function openReaderThread(handlers: object): OpenThread {
  return (settings) => {
    const db = openReader(settings.dataFolder);
    return {
      greeting: { kind: 'ready', faults: [], fullCheckDue: false, setAside: null },
      prepare: prepareInitials,
      answer(request) {
        switch (request.kind) {
          case 'call': {
            const handler = handlerAt(handlers, request.path);
            const value = handler(request.input, { ...callContext(request.caller, settings), db });
            return { value, changes: [], label: '' };
          }
          case 'check':
            return { value: checkStore(db, acceptedFaults(settings.dataFolder)), changes: [], label: '' };
          case 'close':
            db.close();
            return { value: null, changes: [], label: '' };
          default:
            throw new Error(`a reader thread cannot ${request.kind}`);
        }
      },
    };
  };
}
