import { runReader } from '#main/core/threads/reader-thread.ts';
import { threadTables } from '#main/features/thread-tables.ts';

runReader(threadTables);
