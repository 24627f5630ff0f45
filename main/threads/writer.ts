import { runWriter } from '#main/core/threads/writer-thread.ts';
import { threadTables } from '#main/features/thread-tables.ts';

runWriter(threadTables);
